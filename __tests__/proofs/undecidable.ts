/**
 * The cells in which no route and no word of the token can tell, declared beforehand: here, and nowhere else, the
 * verdict may be `unknown` although the Hub would say yes or no. A row that no state needs is an error.
 */
import type { State } from './states';

export interface Cell {
  readonly name: string;
  readonly why: string;
  readonly holds: (state: State) => boolean;
}

/** `create` of what is there is a write. */
function writes({ operation, shape }: State): boolean {
  return (
    operation === 'write' ||
    (operation === 'create' && !['missing', 'wrong-type', 'wrong-type-private'].includes(shape.kind))
  );
}

export const UNDECIDABLE: readonly Cell[] = [
  {
    name: "a Trusted Publisher's token: write",
    why: 'auth-check/write and whoami do not take it, and it says nothing of itself that could be believed',
    holds: (state) => state.token.kind === 'publisher' && writes(state),
  },
  {
    name: 'an application or a service account: create, pull-request; write on a mirror',
    why: 'whoami tells a role or scopes, but no source says what they allow beyond reading',
    holds: ({ token, operation, endpoint }) =>
      (token.kind === 'app' || token.kind === 'service') &&
      (operation === 'create' || operation === 'pull-request' || (operation === 'write' && endpoint === 'mirror')),
  },
  {
    name: 'a contributor: write on a mirror',
    why: 'a contributor writes what it created, and whoami does not say what that is',
    holds: (state) =>
      state.endpoint === 'mirror' &&
      writes(state) &&
      (state.place.relation.role === 'contributor' || state.place.relation.group === 'contributor'),
  },
  {
    name: 'a resource group: write on a mirror, create',
    why: 'whoami does not say which repos a group holds, nor whether a role in a group lets create',
    holds: (state) =>
      state.place.relation.group !== undefined &&
      (state.operation === 'create' || (state.operation === 'write' && state.endpoint === 'mirror')),
  },
  {
    name: 'a fine-grained token scoped to a resource group: pull-request',
    why: 'whoami does not say which repos the group holds',
    holds: ({ token, operation }) =>
      token.kind === 'fine-grained' && token.entity === 'group' && operation === 'pull-request',
  },
  {
    name: 'a fine-grained token that names a namespace which whoami does not list: write on a mirror, create',
    why: 'it is not known whether whoami lists every organization to such a token',
    holds: (state) =>
      state.token.kind === 'fine-grained' &&
      (state.token.entity === 'namespace' || state.token.entity === 'repo') &&
      state.place.relation.name === 'stranger' &&
      (state.operation === 'create' || (state.operation === 'write' && state.endpoint === 'mirror')),
  },
  {
    name: 'a token with repo.contribute.write: write on a mirror',
    why: 'such a token writes to what it created itself, and nothing says what that is',
    holds: (state) =>
      state.token.kind === 'fine-grained' &&
      state.token.permissions.includes('repo.contribute.write') &&
      state.endpoint === 'mirror' &&
      writes(state),
  },
  {
    name: 'an OAuth token with contribute-repos: write on a mirror',
    why: 'such a token writes to what its application created, and nothing says what that is',
    holds: (state) =>
      state.token.kind === 'oauth' &&
      state.token.scopes.includes('contribute-repos') &&
      state.endpoint === 'mirror' &&
      writes(state),
  },
];
