/**
 * The two halves of every permission: what the account behind a token is to a repo (their relation), and how much of
 * that the token passes on (its allowance). A caller may do what both halves allow.
 *
 * What no recording shows is marked where the choice is made, and listed in `docs/assumptions.md`.
 */
import { namespaceOf } from '../domain/hub/repo';
import type { Organization, OrgRole, Repo, Restriction, Token, World } from './world';
import { lookUp } from '../domain/basics/look-up';

/** Who asks. A Hub does not distinguish `unknown` from a revoked token. */
export type Caller =
  { kind: 'anonymous' } | { kind: 'token'; token: Token } | { kind: 'unknown' } | { kind: 'expired'; token: Token };

/** A caller without a token. */
export const ANONYMOUS: Caller = { kind: 'anonymous' };

/** Finds the caller behind a secret; `undefined` stands for no credential at all. */
export function callerOf(world: World, secret: string | undefined): Caller {
  if (secret === undefined) return ANONYMOUS;
  const token = world.tokens.get(secret);
  if (token === undefined || token.status === 'revoked') return { kind: 'unknown' };
  return token.status === 'expired' ? { kind: 'expired', token } : { kind: 'token', token };
}

/** `owner`: the repo is in the account's own namespace. `stranger`: neither owner nor member. */
export type Relation = 'owner' | 'stranger' | OrgRole;

/** What the account behind a token is to a repo. */
export function relationOf(world: World, token: Token, repo: Repo): Relation {
  const { power } = token;
  const namespace = namespaceOf(repo);
  switch (power.kind) {
    case 'publisher':
      return power.type === repo.type && power.id === repo.id ? 'write' : 'stranger';
    case 'app':
      return covers(power.entities, repo) ? power.role : 'stranger';
    case 'service':
      // ASSUMPTION(service-admin): within its organization a service account can do whatever its scopes say.
      return namespace === power.owner ? 'admin' : 'stranger';
    case 'oauth':
    case 'classic':
    case 'fine-grained': {
      if (namespace === undefined) return 'stranger';
      if (namespace === power.owner) return 'owner';
      const role = orgRoleOf(world, token, namespace);
      return role === undefined ? 'stranger' : roleInRepo(world.orgs.get(namespace), repo, { role, user: power.owner });
    }
  }
}

function covers(entities: { type: string; name: string }[], repo: Repo): boolean {
  return entities.some(({ type, name }) =>
    type === 'org' ? name === namespaceOf(repo) : (type === repo.type || type === '') && name === repo.id,
  );
}

/**
 * ASSUMPTION(group-roles): a repo in a resource group is open to the organization's admins and to the group's members, with the
 * role they have in the group; to the other members it is as if they had no access.
 */
function roleInRepo(org: Organization | undefined, repo: Repo, member: { role: OrgRole; user: string }): OrgRole {
  const group = org?.groups.find(({ name }) => name === repo.group);
  if (group === undefined || member.role === 'admin') return member.role;
  return group.members.get(member.user) ?? 'no_access';
}

/**
 * The role of the token's account in an organization, `undefined` outside.
 * ASSUMPTION(oauth-orgs): to an OAuth application an organization that the user did not grant is foreign ("only if the user
 * granted them", Hub documentation, `oauth.md`).
 */
export function orgRoleOf(world: World, { power }: Token, org: string): OrgRole | undefined {
  if (power.kind !== 'classic' && power.kind !== 'fine-grained' && power.kind !== 'oauth') return undefined;
  if (power.kind === 'oauth' && !power.orgs.includes(org)) return undefined;
  return world.orgs.get(org)?.members.get(power.owner);
}

/** What the organization's policies hold against this credential; nothing against a non-member. */
export function restrictionsOf(world: World, token: Token, org: string): Restriction[] {
  if (orgRoleOf(world, token, org) === undefined) return [];
  const own = lookUp(token.restrictions, org) ?? [];
  const classic = token.power.kind === 'classic' && world.orgs.get(org)?.tokenPolicy === 'fine-grained-only';
  return classic && !own.includes('token-policy') ? [...own, 'token-policy'] : own;
}

/** How much of an account's right on one repo a token passes on. */
export interface Allowance {
  /** Read contents that are not public. */
  read: boolean;
  write: boolean;
  /** Open discussions and pull requests. */
  discuss: boolean;
  /** Pass a gate that the account may pass. */
  gated: boolean;
}

/** What a token passes on of its account's rights to a repo. */
export function allowanceOf({ power, label }: Token, repo: Repo, relation: Relation): Allowance {
  switch (power.kind) {
    case 'classic':
      return { read: true, write: power.role !== 'read', discuss: power.role !== 'read', gated: true };
    case 'fine-grained':
    case 'service': {
      const granted = permissionsOn(power, repo);
      // ASSUMPTION(write-reads): `repo.write` includes reading.
      // ASSUMPTION(contribute-own): `repo.contribute.write` is `repo.write` on what this very token created, and nothing elsewhere.
      const own = granted.has('repo.contribute.write') && repo.createdWith === label;
      const write = own || granted.has('repo.write');
      const read = granted.has('repo.content.read') || write;
      const discuss = granted.has('discussion.write') || power.global.includes('discussion.write');
      return { read, write, discuss, gated: power.canReadGatedRepos || read };
    }
    case 'oauth':
      return oauthAllowance(power.scopes, relation, repo.createdWith === label);
    case 'publisher':
      return publisherAllowance(power, relation !== 'stranger');
    case 'app': {
      const covered = relation !== 'stranger';
      // ASSUMPTION(app-discusses): an application may discuss wherever its role is more than reading.
      const active = covered && relation !== 'read' && relation !== 'no_access';
      return { read: covered, write: active, discuss: active, gated: covered };
    }
  }
}

/** The contents of one repo; only to read where its form has the box for that ticked. */
function publisherAllowance({ readOnly }: Extract<Token['power'], { kind: 'publisher' }>, own: boolean): Allowance {
  return { read: own, write: own && readOnly !== true, discuss: false, gated: own };
}

/**
 * By the Hub documentation's list of scopes, where `contribute-repos` is for what the application created itself.
 * ASSUMPTION(oauth-own-gates): the `*-repos` scopes open the gates of one's own repos.
 */
function oauthAllowance(scopes: string[], relation: Relation, created: boolean): Allowance {
  const contribute = created && scopes.includes('contribute-repos');
  const write = contribute || scopes.includes('write-repos') || scopes.includes('manage-repos');
  const read = write || scopes.includes('read-repos');
  const gated = scopes.includes('gated-repos') || (read && relation !== 'stranger');
  return { read, write, discuss: scopes.includes('write-discussions'), gated };
}

/**
 * Every permission that the token's scopes give on a repo. Of a service account "per-repo entries override org-wide
 * ones" (the Hub's published schema).
 */
function permissionsOn(power: Extract<Token['power'], { kind: 'fine-grained' | 'service' }>, repo: Repo): Set<string> {
  const exact = power.scoped.filter(({ type, name }) => type === repo.type && name === repo.id);
  const wide = power.scoped.filter(({ type, name }) =>
    type === 'resource-group'
      ? repo.group !== undefined && name === repo.group
      : (type === 'user' || type === 'org') && name === namespaceOf(repo),
  );
  const counted = power.kind === 'service' && exact.length > 0 ? exact : [...exact, ...wide];
  return new Set(counted.flatMap(({ permissions }) => permissions));
}
