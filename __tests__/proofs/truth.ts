/**
 * What the Hub lets a state do, worked out from the values of the dimensions alone: by the rules of the Hub's documentation and of
 * the assumptions (docs/assumptions.md), written down once more. It shares no code and no definition with the product nor with the
 * embedded Hub, whose permission model is thereby checked as well: the three must agree in every state.
 */
import type { Check } from '../../src/domain/report/report';
import type { Relation, TokenKind } from './dimensions';
import type { State } from './states';

type Code = Check['code'];

/** Why not: the codes that are true, and why nothing determines which where there are several. */
export interface No {
  readonly codes: readonly Code[];
  readonly open?: string;
}

/** `undefined`: yes. */
type Refused = No | undefined;

type Role = NonNullable<Relation['role']>;
type Standing = Role | 'owner' | 'stranger';

const no = (code: Code): No => ({ codes: [code] });

/** Why the state's operation is refused at the Hub. */
export function refusedAtHub(state: State): Refused {
  const { token, operation } = state;
  if (token.kind === 'malformed') return no('token-malformed');
  if (token.kind === 'none' && operation !== 'read') return no('token-missing');
  switch (operation) {
    case 'read':
      return mayNotRead(state);
    case 'write':
      return mayNotWrite(state);
    case 'pull-request':
      return mayNotDiscuss(state);
    case 'create':
      return mayNotHave(state);
  }
}

/** The same repo, asked about by nobody. */
export function isOpen(state: State): boolean {
  return mayNotRead({ ...state, token: { name: 'none', kind: 'none' } }) === undefined;
}

/** Whether something is at the address, seen or not. */
export function isThere({ shape }: State): boolean {
  return !['missing', 'wrong-type', 'wrong-type-private'].includes(shape.kind);
}

/** A token of the one account. */
function isUser(token: TokenKind): boolean {
  return token.kind === 'classic' || token.kind === 'fine-grained' || token.kind === 'oauth';
}

/** The account's role in the organization, as far as the token counts as the account there. */
function roleIn({ token, place }: State): Role | undefined {
  return isUser(token) && !(token.kind === 'oauth' && !token.granted) ? place.relation.role : undefined;
}

/** What the one behind the token is to the repo. */
function standingOf(state: State): Standing {
  const { token, place } = state;
  const { name, group, ungrouped, role } = place.relation;
  if (token.kind === 'publisher') return token.own ? 'write' : 'stranger';
  if (token.kind === 'service') return role === undefined ? 'stranger' : 'admin';
  if (token.kind === 'app') {
    // It names organizations and repos; a person's namespace is no organization.
    return token.entity === 'repo' || (token.entity === 'namespace' && name !== 'owner') ? token.role : 'stranger';
  }
  if (isUser(token) && name === 'owner') return 'owner';
  const own = roleIn(state);
  if (own === undefined) return 'stranger';
  if (own === 'admin' || group === undefined || ungrouped === true) return own;
  return group === 'outside' ? 'no_access' : group;
}

interface Powers {
  readonly read: boolean;
  readonly write: boolean;
  readonly discuss: boolean;
  /** Past a gate that is open to the account. */
  readonly gate: boolean;
}

/** What the token passes on of whatever its account may. */
function powersOf(state: State): Powers {
  const { token, place } = state;
  switch (token.kind) {
    case 'classic': {
      const active = token.role !== 'read';
      return { read: true, write: active, discuss: active, gate: true };
    }
    case 'fine-grained':
    case 'service': {
      const { relation } = place;
      const inGroup = token.entity === 'group' && relation.group !== undefined && relation.ungrouped !== true;
      const has = (one: string) =>
        (token.entity === 'repo' || token.entity === 'namespace' || inGroup) && token.permissions.includes(one);
      const read = has('repo.write') || has('repo.content.read');
      const discuss = has('discussion.write') || token.global.includes('discussion.write');
      return { read, write: has('repo.write'), discuss, gate: token.box || read };
    }
    case 'oauth': {
      const has = (one: string) => token.scopes.includes(one);
      const write = has('write-repos') || has('manage-repos');
      const read = write || has('read-repos');
      const gate = has('gated-repos') || (read && standingOf(state) !== 'stranger');
      return { read, write, discuss: has('write-discussions'), gate };
    }
    case 'publisher':
      return { read: token.own, write: token.own, discuss: false, gate: token.own };
    case 'app': {
      const standing = standingOf(state);
      const covered = standing !== 'stranger';
      const active = covered && standing !== 'read' && standing !== 'no_access';
      return { read: covered, write: active, discuss: active, gate: covered };
    }
    case 'none':
    case 'malformed':
    case 'revoked':
    case 'expired':
      return { read: false, write: false, discuss: false, gate: false };
  }
}

/** What the organization holds against this credential of a member. */
function policyAgainst(state: State): Refused {
  const { token, place } = state;
  if (place.policy === 'none' || roleIn(state) === undefined) return undefined;
  if (place.policy !== 'fine-grained-only') return no(`org-${place.policy}`);
  return token.kind === 'classic' ? no('org-token-policy') : undefined;
}

/** Hidden, or a credential that is refused everywhere. */
function mayNotSee(state: State): Refused {
  const { token, shape } = state;
  if (token.kind === 'revoked') return no('token-invalid');
  if (token.kind === 'expired') return no('token-expired');
  const hidden = no(token.kind === 'none' ? 'token-missing' : 'not-found');
  if (!isThere(state)) return isElsewhere(state) ? no('wrong-type') : hidden;
  if (!shape.kind.endsWith('private')) return undefined;
  const standing = standingOf(state);
  const isMember = standing !== 'stranger' && standing !== 'no_access';
  return isMember && powersOf(state).read ? policyAgainst(state) : hidden;
}

/** Under another type, for eyes that may see it there. */
function isElsewhere(state: State): boolean {
  const { kind } = state.shape;
  if (kind !== 'wrong-type-private') return kind === 'wrong-type';
  return mayNotSee({ ...state, shape: { ...state.shape, kind: 'private' } }) === undefined;
}

function mayNotRead(state: State): Refused {
  const unseen = mayNotSee(state);
  if (unseen !== undefined) return unseen;
  if (state.shape.kind === 'disabled') return no('disabled');
  return state.shape.gate.gated === false ? undefined : beforeTheGate(state);
}

function beforeTheGate(state: State): Refused {
  const { token, shape } = state;
  if (token.kind === 'none') return no('token-missing');
  const policy = policyAgainst(state);
  if (policy !== undefined) return policy;
  const isLimited = token.kind === 'fine-grained' || token.kind === 'service' || token.kind === 'oauth';
  if (isLimited && !powersOf(state).gate) return no('gate-token-scope');
  const standing = standingOf(state);
  if (standing === 'owner' || standing === 'admin') return undefined;
  const isMember = standing !== 'stranger' && standing !== 'no_access';
  if (isMember && shape.gate.members !== true) return undefined;
  const request = isUser(token) ? shape.gate.request : undefined;
  return request === 'accepted' ? undefined : no(`gate-${request ?? 'not-requested'}`);
}

/** Which half of a right is missing: the token's, the account's, or both. */
interface Lack {
  readonly token: boolean;
  readonly account?: 'membership' | 'role' | undefined;
}

function mayNotWrite(state: State): Refused {
  const standing = standingOf(state);
  const own = standing === 'contributor' && isUser(state.token) && state.place.relation.created === true;
  const may = own || standing === 'owner' || standing === 'admin' || standing === 'write';
  const account = may ? undefined : standing === 'stranger' ? 'membership' : 'role';
  return mayNotRead(state) ?? policyAgainst(state) ?? lacking(state, { token: !powersOf(state).write, account });
}

function mayNotDiscuss(state: State): Refused {
  return mayNotRead(state) ?? policyAgainst(state) ?? lacking(state, { token: !powersOf(state).discuss });
}

/** `create` means: have it, and write to it. What is hidden is as free as what is not there. */
function mayNotHave(state: State): Refused {
  const named = namedBy(state);
  if (named === undefined) return lacking(state, { token: true });
  return isFree(named) ? mayNotCreate(named) : mayNotWrite(named);
}

function isFree(named: State): boolean {
  return mayNotSee(named)?.codes.some((code) => code === 'not-found' || code === 'wrong-type') === true;
}

/** Whether who may use the address is led to another one. */
export function leadsElsewhere(state: State): boolean {
  if (!state.shape.kind.startsWith('renamed')) return false;
  const named = state.operation === 'create' ? namedBy(state) : state;
  return named !== undefined && !(state.operation === 'create' && isFree(named));
}

/** The state of the address that a name to create stands for. */
function namedBy(state: State): State | undefined {
  return state.place.relation.name === 'canonical' ? inOwnNamespace(state) : state;
}

/** A bare name is one of the account's own, where the repos of the relation `owner` are; other kinds of accounts have none there. */
function inOwnNamespace(state: State): State | undefined {
  const { token } = state;
  const place = { relation: { name: 'owner', created: true }, policy: 'none' } as const;
  if (token.kind === 'revoked' || token.kind === 'expired') return { ...state, place };
  if (!isUser(token)) return undefined;
  // The repos that such a token names are those without a namespace.
  return {
    ...state,
    place,
    token: token.kind === 'fine-grained' && token.entity === 'repo' ? { ...token, entity: 'elsewhere' } : token,
  };
}

const CREATORS: readonly Standing[] = ['owner', 'admin', 'write', 'contributor'];

function mayNotCreate(state: State): Refused {
  const { token, place } = state;
  const account = (): Lack['account'] => {
    if (token.kind === 'publisher' || token.kind === 'app' || (place.relation.name === 'owner' && isUser(token)))
      return undefined;
    if (token.kind === 'service') return place.relation.role === undefined ? 'membership' : undefined;
    const role = roleIn(state);
    if (role === undefined) return 'membership';
    return CREATORS.includes(role) ? undefined : 'role';
  };
  return policyAgainst(state) ?? lacking(state, { token: !tokenCreates(state), account: account() });
}

function tokenCreates({ token, place }: State): boolean {
  switch (token.kind) {
    case 'classic':
      return token.role !== 'read';
    case 'fine-grained':
    case 'service':
      return (
        token.entity === 'namespace' &&
        token.permissions.some((one) => one === 'repo.write' || one === 'repo.contribute.write')
      );
    case 'oauth':
      return token.scopes.includes('manage-repos') || token.scopes.includes('contribute-repos');
    case 'app':
      return token.entity === 'namespace' && place.relation.name !== 'owner' && CREATORS.includes(token.role);
    case 'none':
    case 'malformed':
    case 'revoked':
    case 'expired':
    case 'publisher':
      return false;
  }
}

function lacking(state: State, { token, account }: Lack): Refused {
  if (!token && account === undefined) return undefined;
  const codes: Code[] = [
    ...(token ? [state.token.kind === 'classic' ? ('read-only-token' as const) : ('scope-missing' as const)] : []),
    ...(account === undefined
      ? []
      : [account === 'membership' ? ('not-a-member' as const) : ('role-insufficient' as const)]),
  ];
  const open = whyOpen(state, { token, account });
  if (open !== undefined) return { codes: [...new Set<Code>([...codes, 'forbidden'])], open };
  return codes.length === 1
    ? { codes }
    : { codes, open: 'token and account both lack the right; either reason is true' };
}

/** Where whoami has no word for the reason, `forbidden` is the honest code. */
function whyOpen({ token, place }: State, lack: Lack): string | undefined {
  switch (token.kind) {
    case 'app':
    case 'service':
      return "whoami's words about an application or a service account are not documented well enough to name a reason";
    case 'classic':
    case 'fine-grained':
    case 'oauth':
      if (place.relation.group !== undefined && (lack.account === 'role' || token.kind === 'fine-grained'))
        return 'whoami does not tell which repos are in a resource group, and so not which role counts';
      if (token.kind === 'oauth' && lack.token)
        return 'whoami does not name the scopes of an OAuth token, and the token itself is only a hint';
      return token.kind === 'fine-grained' && lack.account === 'membership' && token.entity !== 'nothing'
        ? 'it is not known whether whoami lists every organization to a fine-grained token that names one'
        : undefined;
    case 'none':
    case 'malformed':
    case 'revoked':
    case 'expired':
    case 'publisher':
      return undefined;
  }
}
