/**
 * What a token says of itself: arithmetic over whoami's roles, scopes and permissions. It picks the reason of a
 * refusal, and it decides alone only where the Hub has no probe (`create`, `pull-request`, endpoints without
 * `auth-check`).
 */
import type { Principal } from '../../domain/principal';
import { namespaceOf, type RepoRef } from '../../domain/repo';
import type { Code } from '../../domain/codes';
import type { Detail } from '../../domain/verdict';
import { isForeign, mayBeLiftedByGroup, mayHaveGroups, membershipIn, restrictionCode, sameName } from './membership';
import type { TokenStatus } from './input';

/** What the token's own words come to. */
export type Grant =
  | { readonly kind: 'yes'; readonly detail: Detail }
  | { readonly kind: 'no'; readonly code: Code; readonly detail: Detail }
  | { readonly kind: 'cannot-tell' };

const YES: Grant = { kind: 'yes', detail: {} };
const CANNOT_TELL: Grant = { kind: 'cannot-tell' };

/** OAuth scopes that let write to repos that are there (Hub documentation, `oauth.md`). */
export const OAUTH_WRITE: readonly string[] = ['write-repos', 'manage-repos'];

/** Whether a fine-grained token holds a permission for a repo, or (with `wholeNamespace`) for all of its namespace. */
export function hasScoped(
  principal: Principal,
  permission: string,
  target: { readonly repo: RepoRef; readonly wholeNamespace?: boolean },
): boolean {
  const namespace = namespaceOf(target.repo.id);
  return (principal.fineGrained?.scoped ?? []).some(({ entityType, entityName, permissions }) => {
    if (!permissions.includes(permission)) return false;
    if (entityType === 'user' || entityType === 'org') return sameName(entityName, namespace);
    return target.wholeNamespace !== true && entityType === target.repo.type && sameName(entityName, target.repo.id);
  });
}

/** Whether a token may write to a repo that is there, by its own words. */
export function writeGrant(token: TokenStatus, repo: RepoRef): Grant {
  const { principal } = token;
  if (principal === undefined) return CANNOT_TELL;
  const barred = barredFromNamespace(principal, repo);
  if (barred !== undefined) return barred;
  const power = powerOf(token, { repo, permission: 'repo.write', scopes: OAUTH_WRITE });
  return power.kind === 'yes' ? roleGrant(principal, repo, 'write') : power;
}

/** Whether a token may create a repo, by its own words; `repo.id` is `namespace/name`. */
export function createGrant(token: TokenStatus, repo: RepoRef): Grant {
  if (token.family === 'oidc') return { kind: 'no', code: 'scope-missing', detail: { tokenType: 'oidc' } };
  const { principal } = token;
  if (principal === undefined) return CANNOT_TELL;
  const barred = barredFromNamespace(principal, repo);
  if (barred !== undefined) return barred;
  const power = powerOf(token, {
    repo,
    permission: 'repo.write',
    wholeNamespace: true,
    scopes: ['contribute-repos', 'manage-repos'],
  });
  return power.kind === 'yes' ? roleGrant(principal, repo, 'create') : power;
}

/** Whether a token may open a pull request on a repo that it can read, by its own words. */
export function pullRequestGrant(token: TokenStatus, repo: RepoRef): Grant {
  if (token.family === 'oidc') return { kind: 'no', code: 'scope-missing', detail: { tokenType: 'oidc' } };
  const { principal } = token;
  if (principal === undefined) return CANNOT_TELL;
  const restricted = restrictedGrant(principal, namespaceOf(repo.id));
  if (restricted !== undefined) return restricted;
  if (principal.fineGrained?.global.includes('discussion.write') === true) return YES;
  return powerOf(token, { repo, permission: 'discussion.write', scopes: ['write-discussions'] });
}

function barredFromNamespace(principal: Principal, repo: RepoRef): Grant | undefined {
  if (principal.accountType !== 'user') return undefined;
  const namespace = namespaceOf(repo.id);
  if (isForeign(principal, namespace)) {
    return { kind: 'no', code: 'not-a-member', detail: namespace === undefined ? {} : { org: namespace } };
  }
  return restrictedGrant(principal, namespace);
}

/** What the organization's policies hold against this credential, they hold on its public repos too. */
function restrictedGrant(principal: Principal, namespace: string | undefined): Grant | undefined {
  const membership = membershipIn(principal, namespace);
  const code = restrictionCode(membership);
  return code === undefined ? undefined : { kind: 'no', code, detail: { org: membership?.name ?? '' } };
}

interface Need {
  readonly repo: RepoRef;
  readonly permission: string;
  readonly wholeNamespace?: boolean;
  /** OAuth scopes of which one is enough. */
  readonly scopes: readonly string[];
}

/** The token's own power, before the account's role in an organization is looked at. */
function powerOf(token: TokenStatus, need: Need): Grant {
  const { principal, claims } = token;
  if (principal?.accountType !== 'user') return CANNOT_TELL;
  switch (principal.role ?? 'none') {
    case 'read':
      return { kind: 'no', code: 'read-only-token', detail: {} };
    case 'write':
      return YES;
    case 'fine-grained':
      if (hasScoped(principal, need.permission, need)) return YES;
      if (reachesGroup(principal, need.permission)) return CANNOT_TELL;
      return { kind: 'no', code: 'scope-missing', detail: { permission: need.permission } };
    case 'none':
      return principal.tokenType === 'oauth' ? scopeGrant(claims?.scopes, need) : CANNOT_TELL;
  }
}

/** OAuth scopes are read from the token's own payload, unverified: a hint for an `inferred` verdict, no more. */
function scopeGrant(scopes: readonly string[] | undefined, need: Need): Grant {
  if (scopes === undefined) return CANNOT_TELL;
  if (scopes.some((scope) => need.scopes.includes(scope))) return YES;
  const mayOwnIt = need.permission === 'repo.write' && scopes.includes('contribute-repos');
  if (mayOwnIt) return CANNOT_TELL;
  return { kind: 'no', code: 'scope-missing', detail: { permission: need.scopes[0] ?? '', tokenType: 'oauth' } };
}

/** whoami does not say which repos a resource group holds. */
export function reachesGroup(principal: Principal, permission: string): boolean {
  const scoped = principal.fineGrained?.scoped ?? [];
  return scoped.some(
    ({ entityType, permissions }) => entityType === 'resource-group' && permissions.includes(permission),
  );
}

/** The effective right is the lesser of the token's and the role's (Hub docs, "Access control in organizations"). */
function roleGrant(principal: Principal, repo: RepoRef, doing: 'write' | 'create'): Grant {
  const membership = membershipIn(principal, namespaceOf(repo.id));
  if (sameName(principal.account, namespaceOf(repo.id))) return YES;
  // A fine-grained token names the namespace and whoami does not list it: the account may have left it since.
  if (membership === undefined) return CANNOT_TELL;
  const role = membership.role ?? 'other';
  const detail = { org: membership.name, roleInOrg: role };
  switch (role) {
    case 'admin':
      return { kind: 'yes', detail };
    case 'write':
      return doing === 'write' && mayHaveGroups(membership) ? CANNOT_TELL : { kind: 'yes', detail };
    case 'contributor':
      return doing === 'create' ? { kind: 'yes', detail: { ...detail, contributor: true } } : CANNOT_TELL;
    case 'read':
    case 'no_access':
      return mayBeLiftedByGroup(membership) ? CANNOT_TELL : { kind: 'no', code: 'role-insufficient', detail };
    case 'other':
      return CANNOT_TELL;
  }
}
