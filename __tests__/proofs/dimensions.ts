/**
 * The dimensions of the state space, each as a literal list, and what is left out of their product with the reason.
 * A rule leaves out a pair of values; how many pairs it left out is counted and told.
 */
import type { OrgRole, Restriction } from '../../src/simulator/world';

/** What the account behind the tokens is to a namespace, and to the repo in it. */
export interface Relation {
  readonly name: string;
  /** Role in the organization; absent where the namespace is no organization of the account. */
  readonly role?: OrgRole;
  /** The repos are in a resource group, in which the account has this role, or none. */
  readonly group?: OrgRole | 'outside';
  /** The organization has the group, and the repos are not in it. */
  readonly ungrouped?: true;
  /** The account created the repos. */
  readonly created?: true;
}

export const RELATIONS: readonly Relation[] = [
  { name: 'owner', created: true },
  { name: 'canonical' },
  { name: 'stranger' },
  { name: 'org-admin', role: 'admin' },
  { name: 'org-write', role: 'write' },
  { name: 'org-contributor', role: 'contributor' },
  { name: 'org-contributor-created', role: 'contributor', created: true },
  { name: 'org-read', role: 'read' },
  { name: 'org-no-access', role: 'no_access' },
  { name: 'group-write', role: 'read', group: 'write' },
  { name: 'group-read', role: 'write', group: 'read' },
  { name: 'group-contributor', role: 'no_access', group: 'contributor' },
  { name: 'group-outside', role: 'write', group: 'outside' },
  { name: 'group-admin', role: 'admin', group: 'outside' },
  { name: 'group-elsewhere', role: 'read', group: 'write', ungrouped: true },
];

export const POLICIES = ['none', 'sso', 'mfa', 'ip', 'token-policy', 'token-revoked', 'fine-grained-only'] as const;
export type Policy = (typeof POLICIES)[number];

/** The restriction that whoami names under a policy; `fine-grained-only` follows from the token itself. */
export function restrictionOf(policy: Policy): Restriction | undefined {
  return policy === 'none' || policy === 'fine-grained-only' ? undefined : policy;
}

export const KINDS = [
  'public',
  'private',
  'disabled',
  'renamed',
  'renamed-private',
  'missing',
  'wrong-type',
  'wrong-type-private',
] as const;
export type Kind = (typeof KINDS)[number];

const REQUESTS = ['none', 'pending', 'rejected', 'reset', 'accepted'] as const;
export interface Gate {
  readonly name: string;
  readonly gated: false | 'auto' | 'manual';
  readonly request?: Exclude<(typeof REQUESTS)[number], 'none'>;
  /** The organization's own members must ask too. */
  readonly members?: true;
}

function gateOf(gated: 'auto' | 'manual', request: (typeof REQUESTS)[number], members = false): Gate {
  return {
    name: `${gated}${members ? '-members' : ''}-${request}`,
    gated,
    ...(request === 'none' ? {} : { request }),
    ...(members ? { members } : {}),
  };
}

export const GATES: readonly Gate[] = [
  { name: 'open', gated: false },
  ...REQUESTS.map((request) => gateOf('auto', request)),
  ...REQUESTS.map((request) => gateOf('manual', request)),
  gateOf('manual', 'none', true),
  gateOf('manual', 'accepted', true),
];

/**
 * `mirror`: below a path, with the Hub's whole published API and so without `auth-check`. `olah`: hands on the caller's token, has its
 * own words for what it lacks, takes nothing that changes anything. `nexus`: below a path, asks with a login of its own, answers 400
 * to nearly everything. `registry`: below a path, with tokens, rights and rules of its own.
 */
export const ENDPOINTS = ['hub', 'mirror', 'olah', 'nexus', 'registry'] as const;
export type EndpointKind = (typeof ENDPOINTS)[number];

/** What a fine-grained token's entries name. */
export type Entity = 'repo' | 'namespace' | 'group' | 'elsewhere' | 'nothing';
type Discussion = 'no' | 'scoped' | 'global';

export type TokenKind =
  | { readonly name: string; readonly kind: 'none' }
  | { readonly name: string; readonly kind: 'malformed' }
  | { readonly name: string; readonly kind: 'revoked' | 'expired' }
  | { readonly name: string; readonly kind: 'classic'; readonly role: 'read' | 'write' | 'god' }
  | {
      readonly name: string;
      readonly kind: 'fine-grained' | 'service';
      readonly entity: Entity;
      readonly permissions: readonly string[];
      readonly global: readonly string[];
      readonly box: boolean;
    }
  | { readonly name: string; readonly kind: 'oauth'; readonly scopes: readonly string[]; readonly granted: boolean }
  /** `own`: for the very repo that is asked about. */
  | { readonly name: string; readonly kind: 'publisher'; readonly own: boolean }
  | { readonly name: string; readonly kind: 'app'; readonly role: OrgRole; readonly entity: Entity };

function scopedToken(
  kind: 'fine-grained' | 'service',
  given: { entity: Entity; contents: readonly string[]; discussion: Discussion; box: boolean },
): TokenKind {
  const { entity, contents, discussion, box } = given;
  const permissions = [...contents, ...(discussion === 'scoped' ? ['discussion.write'] : [])];
  const short = permissions.map((permission) => permission.replace(/\.(?:content\.)?/, '-')).join('+');
  const name = [kind, entity, short, discussion === 'global' ? 'global-discussion' : '', box ? 'box' : '']
    .filter((part) => part !== '')
    .join(' ');
  return { name, kind, entity, permissions, global: discussion === 'global' ? ['discussion.write'] : [], box };
}

const CONTENTS = [[], ['repo.content.read'], ['repo.write'], ['repo.content.read', 'repo.write']] as const;

function fineGrainedTokens(): TokenKind[] {
  const tokens: TokenKind[] = [];
  for (const box of [false, true]) {
    for (const discussion of ['no', 'global'] as const) {
      tokens.push(scopedToken('fine-grained', { entity: 'nothing', contents: [], discussion, box }));
      tokens.push(scopedToken('fine-grained', { entity: 'elsewhere', contents: CONTENTS[3], discussion, box }));
    }
    for (const contents of [['repo.contribute.write'], ['repo.content.read', 'repo.contribute.write']]) {
      for (const entity of ['namespace', 'group'] as const) {
        tokens.push(scopedToken('fine-grained', { entity, contents, discussion: 'no', box }));
      }
    }
    for (const entity of ['repo', 'namespace', 'group'] as const) {
      for (const contents of CONTENTS) {
        for (const discussion of ['no', 'scoped', 'global'] as const) {
          if (contents.length + (discussion === 'scoped' ? 1 : 0) === 0) continue;
          tokens.push(scopedToken('fine-grained', { entity, contents, discussion, box }));
        }
      }
    }
  }
  return tokens;
}

const OAUTH_SCOPES = [
  [],
  ['read-repos'],
  ['gated-repos'],
  ['contribute-repos'],
  ['write-repos'],
  ['manage-repos'],
  ['write-discussions'],
  ['read-repos', 'gated-repos'],
  ['read-repos', 'write-discussions'],
  ['read-repos', 'contribute-repos'],
  ['write-repos', 'contribute-repos'],
  ['write-repos', 'gated-repos', 'write-discussions'],
  ['manage-repos', 'gated-repos', 'write-discussions'],
] as const;

const service = (entity: Entity, contents: readonly string[], discussion: Discussion = 'no'): TokenKind =>
  scopedToken('service', { entity, contents, discussion, box: true });

const app = (entity: Entity, role: OrgRole): TokenKind => ({
  name: `app ${entity} ${role}`,
  kind: 'app',
  entity,
  role,
});

export const TOKENS: readonly TokenKind[] = [
  { name: 'none', kind: 'none' },
  { name: 'malformed', kind: 'malformed' },
  { name: 'revoked', kind: 'revoked' },
  { name: 'expired', kind: 'expired' },
  { name: 'classic read', kind: 'classic', role: 'read' },
  { name: 'classic write', kind: 'classic', role: 'write' },
  { name: 'classic god', kind: 'classic', role: 'god' },
  ...fineGrainedTokens(),
  ...[true, false].flatMap((granted) =>
    OAUTH_SCOPES.map((scopes): TokenKind => {
      const name = `oauth ${granted ? 'granted' : 'not-granted'} ${scopes.length === 0 ? 'openid' : scopes.join('+')}`;
      return { name, kind: 'oauth', granted, scopes: ['openid', 'profile', ...scopes] };
    }),
  ),
  { name: 'publisher of this repo', kind: 'publisher', own: true },
  { name: 'publisher of another repo', kind: 'publisher', own: false },
  app('namespace', 'read'),
  app('namespace', 'write'),
  app('namespace', 'contributor'),
  app('repo', 'read'),
  app('repo', 'write'),
  app('elsewhere', 'write'),
  service('namespace', ['repo.content.read']),
  service('namespace', ['repo.content.read', 'repo.write']),
  service('namespace', ['repo.content.read', 'repo.contribute.write']),
  service('repo', ['repo.content.read', 'repo.write'], 'scoped'),
  service('repo', [], 'global'),
  service('nothing', []),
];

/** A reason for leaving out pairs of values. */
export interface Rule<A, B> {
  readonly why: string;
  readonly drops: (a: A, b: B) => boolean;
}

export const PLACE_RULES: readonly Rule<Relation, Policy>[] = [
  {
    why: 'an organization holds its policies against members alone',
    drops: ({ role }, policy) => policy !== 'none' && role === undefined,
  },
  {
    why: 'a policy stands before roles in resource groups and before authorship, so four plain roles stand for all',
    drops: ({ name }, policy) =>
      policy !== 'none' && !['org-admin', 'org-write', 'org-contributor', 'org-read'].includes(name),
  },
];

export const SHAPE_RULES: readonly Rule<Kind, Gate>[] = [
  { why: 'what is missing has no gate', drops: (kind, { gated }) => kind === 'missing' && gated !== false },
  {
    why: 'the right type is asked about, and under the id of another type there is nothing to gate',
    drops: (kind, { gated }) => kind.startsWith('wrong-type') && gated !== false,
  },
  {
    why: 'a disabled repo is closed before its gate is looked at; one gate stands for all',
    drops: (kind, { name }) => kind === 'disabled' && !['open', 'auto-none'].includes(name),
  },
  {
    why: 'a redirect is answered before the gate; a closed and an opened gate stand for all',
    drops: (kind, { name }) => kind === 'renamed' && !['open', 'auto-none', 'manual-accepted'].includes(name),
  },
  {
    why: 'a hidden repo that was renamed is asked about once',
    drops: (kind, { name }) => kind === 'renamed-private' && name !== 'open',
  },
  {
    why: 'a gate of a private repo is met by those who see it; two closed and an opened one stand for all',
    drops: (kind, { name }) =>
      kind === 'private' && !['open', 'auto-none', 'manual-rejected', 'manual-accepted'].includes(name),
  },
];

/** A namespace under one policy. */
export interface Place {
  readonly relation: Relation;
  readonly policy: Policy;
}

/** Fine-grained and OAuth tokens that stand for the others where a policy is held against the credential as a whole. */
const UNDER_POLICY = [
  'fine-grained nothing',
  'fine-grained repo repo-read box',
  'fine-grained repo repo-read+repo-write+discussion-write box',
  'fine-grained namespace repo-read',
  'fine-grained namespace repo-read+repo-write global-discussion box',
  'oauth granted openid',
  'oauth granted read-repos+gated-repos',
  'oauth granted manage-repos+gated-repos+write-discussions',
  'oauth not-granted manage-repos+gated-repos+write-discussions',
];

export const TOKEN_RULES: readonly Rule<TokenKind, Place>[] = [
  {
    why: 'there is no resource group to name outside an organization that has one',
    drops: (token, { relation }) => 'entity' in token && token.entity === 'group' && relation.group === undefined,
  },
  {
    why: 'whether the user granted an organization matters to organizations alone',
    drops: (token, { relation }) => token.kind === 'oauth' && !token.granted && relation.role === undefined,
  },
  {
    why: 'a repo without a namespace has no namespace to name',
    drops: (token, { relation }) => 'entity' in token && token.entity === 'namespace' && relation.name === 'canonical',
  },
  {
    why: "a Trusted Publisher's, an application's or a service account's token has no account that is anything to a repo",
    drops: (token, { relation, policy }) =>
      ['publisher', 'app', 'service'].includes(token.kind) &&
      (policy !== 'none' || !['owner', 'canonical', 'stranger', 'org-write', 'group-outside'].includes(relation.name)),
  },
  {
    why: 'no credential, or a bad one, is nobody to every organization',
    drops: (token, { policy }) => ['none', 'malformed', 'revoked', 'expired'].includes(token.kind) && policy !== 'none',
  },
  {
    why: 'a policy is held against the credential as a whole; nine fine-grained and OAuth tokens stand for all',
    drops: (token, { policy }) =>
      (token.kind === 'fine-grained' || token.kind === 'oauth') &&
      policy !== 'none' &&
      !UNDER_POLICY.includes(token.name),
  },
];

/** Where a token that is handed on meets what the path mirror, with every token, meets too. */
const AT_OLAH = [
  ...['none', 'malformed', 'revoked', 'expired', 'classic read', 'classic write'],
  'fine-grained nothing',
  'fine-grained repo repo-read box',
  'fine-grained namespace repo-read+repo-write global-discussion box',
  'oauth granted read-repos+gated-repos',
  'oauth not-granted read-repos+gated-repos',
  'publisher of this repo',
  'app namespace read',
  'service repo repo-read+repo-write+discussion-write box',
];
const AT_NEXUS = ['none', 'revoked', 'classic write', 'fine-grained repo repo-read box', 'oauth granted read-repos'];
const AT_REGISTRY = ['none', 'revoked', 'classic read', 'classic write'];

export const ENDPOINT_RULES: readonly Rule<readonly [TokenKind, Place], EndpointKind>[] = [
  {
    why: 'Olah hands every token on, as the path mirror does; fourteen stand for all',
    drops: ([{ name }], endpoint) => endpoint === 'olah' && !AT_OLAH.includes(name),
  },
  {
    why: 'a proxy with a login of its own looks at no token; five stand for all',
    drops: ([{ name }], endpoint) => endpoint === 'nexus' && !AT_NEXUS.includes(name),
  },
  {
    why: "a registry's own tokens have no powers of the Hub: none, a refused one and two that are good stand for all",
    drops: ([{ name }], endpoint) => endpoint === 'registry' && !AT_REGISTRY.includes(name),
  },
  {
    why: "an organization's policies are held against the caller's token alone, which such an endpoint does not hand on",
    drops: ([, { policy }], endpoint) => (endpoint === 'nexus' || endpoint === 'registry') && policy !== 'none',
  },
];

/** Pairs that no rule drops, and for each rule how many pairs it dropped first. */
export function pairs<A, B>(
  as: readonly A[],
  bs: readonly B[],
  rules: readonly Rule<A, B>[],
): { kept: readonly (readonly [A, B])[]; dropped: readonly { why: string; count: number }[] } {
  const counts = new Map(rules.map(({ why }) => [why, 0]));
  const kept: (readonly [A, B])[] = [];
  for (const a of as) {
    for (const b of bs) {
      const rule = rules.find(({ drops }) => drops(a, b));
      if (rule === undefined) kept.push([a, b]);
      else counts.set(rule.why, (counts.get(rule.why) ?? 0) + 1);
    }
  }
  return { kept, dropped: [...counts].map(([why, count]) => ({ why, count })) };
}
