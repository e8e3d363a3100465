/**
 * The cells in which no route and no word of the token can tell, declared beforehand: here, and nowhere else, the
 * verdict may be `unknown` although the Hub would say yes or no. A row that no state needs is an error.
 */
import type { State } from './states';
import { isOpen } from './truth';

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

/** The one cell that is as large as it is: every operation but reading, on every mirror. */
export const MIRROR_WRITES = 'not on the Hub: write, create, pull-request';

export const UNDECIDABLE: readonly Cell[] = [
  {
    name: "a Trusted Publisher's token: write",
    why: 'auth-check/write and whoami do not take it, and it says nothing of itself that could be believed',
    holds: (state) => state.token.kind === 'publisher' && writes(state),
  },
  {
    name: MIRROR_WRITES,
    why: 'such an endpoint has no auth-check, and what its whoami says of roles may be a constant',
    holds: ({ operation, endpoint }) => endpoint !== 'hub' && operation !== 'read',
  },
  {
    name: 'an endpoint with a login of its own: read of what that login may not read',
    why: 'its 404 has no words and no code: not there, closed to its login, or a route that it lacks',
    holds: (state) =>
      state.operation === 'read' && (state.endpoint === 'nexus' || state.endpoint === 'registry') && !isOpen(state),
  },
  {
    name: 'an application or a service account: create, pull-request',
    why: 'whoami tells a role or scopes, but no source says what they allow beyond reading',
    holds: ({ token, operation }) =>
      (token.kind === 'app' || token.kind === 'service') && (operation === 'create' || operation === 'pull-request'),
  },
  {
    name: 'a resource group: create',
    why: 'whoami does not say whether a role in a group lets create',
    holds: ({ place, operation }) => place.relation.group !== undefined && operation === 'create',
  },
  {
    name: 'a fine-grained token scoped to a resource group: pull-request',
    why: 'whoami does not say which repos the group holds',
    holds: ({ token, operation }) =>
      token.kind === 'fine-grained' && token.entity === 'group' && operation === 'pull-request',
  },
  {
    name: 'a fine-grained token that names a namespace which whoami does not list: create',
    why: 'it is not known whether whoami lists every organization to such a token',
    holds: ({ token, place, operation }) =>
      token.kind === 'fine-grained' &&
      (token.entity === 'namespace' || token.entity === 'repo') &&
      place.relation.name === 'stranger' &&
      operation === 'create',
  },
];
