/**
 * What a token says of itself: arithmetic over whoami's roles, scopes and permissions. It picks the reason of a
 * refusal, and it decides by itself only if the Hub has no probe (`create`, `pull-request`, endpoints without
 * `auth-check`).
 */
import type { Principal } from '../../domain/hub/principal';
import { taskOf } from '../../domain/hub/kinds';
import type { Operation, OperationRow, Right } from '../../domain/hub/operations';
import { present } from '../../domain/basics/present';
import { namespaceOf, type RepoRef } from '../../domain/hub/repo';
import type { Detail, Lack } from '../../domain/report/verdict';
import { isForeign, mayBeLiftedByGroup, mayHaveGroups, membershipIn, restrictionCodes, sameName } from './membership';
import type { TokenStatus } from './input';

/** What the token's own words come to. */
export type Grant =
  | { readonly kind: 'yes'; readonly detail: Detail }
  | ({ readonly kind: 'no' } & Lack)
  | { readonly kind: 'cannot-tell' };

const YES: Grant = { kind: 'yes', detail: {} };
const CANNOT_TELL: Grant = { kind: 'cannot-tell' };

/** Whether a fine-grained token holds a permission for a repo, or (with `wholeNamespace`) for all of its namespace. */
export function hasScoped(
  principal: Principal,
  permission: string,
  target: { readonly repo: RepoRef; readonly wholeNamespace?: boolean },
): boolean {
  const namespace = namespaceOf(target.repo);
  return (principal.fineGrained?.scoped ?? []).some(({ entityType, entityName, permissions }) => {
    if (!permissions.includes(permission)) return false;
    if (entityType === 'user' || entityType === 'org') return sameName(entityName, namespace);
    return target.wholeNamespace !== true && entityType === target.repo.type && sameName(entityName, target.repo.id);
  });
}

/** Whether a token may do it, by its own words; `repo.id` is `namespace/name` unless it is an old one-segment id. */
export function grantOf(operation: Operation, token: TokenStatus, repo: RepoRef): Grant {
  const row = taskOf({ repo, operation });
  if (row.right.beyondPublisher === true && token.family === 'oidc') {
    return { kind: 'no', code: 'scope-missing', detail: { tokenType: 'oidc' } };
  }
  // "Read-only" (Hub documentation, `trusted-publishers.md`, on the CI/CD identity of an account).
  if (token.resource?.kind === 'user' && row.writes) {
    return { kind: 'no', code: 'scope-missing', detail: { tokenType: 'identity' } };
  }
  const { principal } = token;
  if (principal === undefined) return CANNOT_TELL;
  const [barred] = barsOf(principal, repo, row);
  if (barred !== undefined) return { kind: 'no', ...barred };
  const power = ownWord(token, powerOf(token, repo, row.right));
  if (power.kind !== 'yes' || row.roles === undefined || holdsGlobally(principal, repo, row.right)) return power;
  const grant = roleGrant(principal, repo, row.roles);
  return grant.kind === 'yes' ? { ...grant, detail: { ...grant.detail, ...power.detail } } : grant;
}

/** A CI/CD identity is given its scopes when it is made, and none afterwards (hub-docs#2729, 2026-08-25). */
function ownWord({ resource }: TokenStatus, power: Grant): Grant {
  const isIdentity = power.kind === 'no' && resource?.kind === 'user';
  return isIdentity ? { ...power, detail: { ...power.detail, tokenType: 'identity' } } : power;
}

/** Everything that a token's own words put in the way of an operation, what helps against nothing else first. */
export function lacksOf(operation: Operation, token: TokenStatus, repo: RepoRef): Lack[] {
  const row = taskOf({ repo, operation });
  const { principal } = token;
  if (principal === undefined) return [];
  // Whoever may see a repo may read it by any token of theirs, except for the scopes that the Hub itself names.
  const power = row.writes ? [powerOf(token, repo, row.right)] : [];
  const role = row.roles === undefined ? [] : [roleGrant(principal, repo, row.roles)];
  const lacking = [...power, ...role].flatMap((grant) => (grant.kind === 'no' ? [grant] : []));
  return [...barsOf(principal, repo, row), ...lacking.map(({ code, detail }) => ({ code, detail }))];
}

/** What keeps the account out of the namespace, whatever token it has. */
function barsOf(principal: Principal, repo: RepoRef, { membersOnly }: OperationRow): Lack[] {
  const namespace = namespaceOf(repo);
  if (membersOnly && principal.accountType === 'user' && isForeign(principal, namespace)) {
    return [{ code: 'not-a-member', detail: present({ org: namespace }) }];
  }
  if (membersOnly && principal.accountType !== 'user') return [];
  // What the organization's policies hold against this credential, they hold on its public repos too.
  const membership = membershipIn(principal, namespace);
  return restrictionCodes(membership).map((code) => ({ code, detail: { org: membership?.name ?? '' } }));
}

function holdsGlobally({ account, fineGrained }: Principal, repo: RepoRef, { global, permission }: Right): boolean {
  if (global === undefined || fineGrained?.global.includes(permission) !== true) return false;
  return global === 'everywhere' || sameName(account, namespaceOf(repo));
}

const READ_ONLY: Grant = { kind: 'no', code: 'read-only-token', detail: {} };

/** The token's own power, before the account's role in an organization is looked at. */
function powerOf({ principal, claims }: TokenStatus, repo: RepoRef, right: Right): Grant {
  if (principal === undefined) return CANNOT_TELL;
  if (holdsGlobally(principal, repo, right)) return YES;
  if (principal.tokenType === 'service') return serviceGrant(principal, repo, right);
  if (principal.accountType !== 'user') return CANNOT_TELL;
  switch (principal.role ?? 'none') {
    case 'read':
      return right.anyRole === true ? YES : READ_ONLY;
    case 'write':
      return YES;
    case 'fine-grained':
      return scopedGrant(principal, repo, right);
    case 'none':
      return principal.tokenType === 'oauth' ? scopeGrant(claims?.scopes, right) : CANNOT_TELL;
  }
}

/** What its entries give a fine-grained token. */
function scopedGrant(principal: Principal, repo: RepoRef, right: Right): Grant {
  const { permission, creatorPermission, partialPermission, wholeNamespace } = right;
  const holds = (one: string | undefined) =>
    one !== undefined && hasScoped(principal, one, { repo, ...present({ wholeNamespace }) });
  if (holds(permission)) return YES;
  if (holds(creatorPermission)) return { kind: 'yes', detail: { contributor: true } };
  const inGroup = [permission, creatorPermission, partialPermission].some(
    (one) => one !== undefined && reachesGroup(principal, one),
  );
  if (holds(partialPermission) || inGroup) return CANNOT_TELL;
  return { kind: 'no', code: 'scope-missing', detail: { permission } };
}

/** What creates in its whole organization, or spends its credit, is documented for service accounts; a no is not, nor what else they can do. */
function serviceGrant(principal: Principal, repo: RepoRef, right: Right): Grant {
  const isWhole = right.wholeNamespace === true || right.anyRole === true;
  const grant = isWhole ? scopedGrant(principal, repo, right) : CANNOT_TELL;
  return grant.kind === 'yes' ? grant : CANNOT_TELL;
}

/** OAuth scopes are read from the token's own payload, unverified: a hint for an `inferred` verdict, no more. */
function scopeGrant(held: readonly string[] | undefined, { scopes, partialScope }: Right): Grant {
  if (held === undefined) return CANNOT_TELL;
  if (held.some((scope) => scopes.includes(scope))) return YES;
  if (partialScope !== undefined && held.includes(partialScope)) return CANNOT_TELL;
  return { kind: 'no', code: 'scope-missing', detail: { permission: scopes[0] ?? '', tokenType: 'oauth' } };
}

/** whoami does not say which repos a resource group holds. */
export function reachesGroup(principal: Principal, permission: string): boolean {
  const scoped = principal.fineGrained?.scoped ?? [];
  return scoped.some(
    ({ entityType, permissions }) => entityType === 'resource-group' && permissions.includes(permission),
  );
}

/** The effective right is the lesser of the token's and the role's (Hub docs, "Access control in organizations"). */
function roleGrant(principal: Principal, repo: RepoRef, roles: NonNullable<OperationRow['roles']>): Grant {
  const membership = membershipIn(principal, namespaceOf(repo));
  if (sameName(principal.account, namespaceOf(repo))) return YES;
  // A fine-grained token names the namespace and whoami does not list it: the account may have left it since.
  if (membership === undefined) return CANNOT_TELL;
  const role = membership.role ?? 'other';
  if (role === 'other') return CANNOT_TELL;
  const detail = { org: membership.name, roleInOrg: role };
  switch (roles[role]) {
    case 'yes':
      return { kind: 'yes', detail };
    case 'unless-in-group':
      return mayHaveGroups(membership) ? CANNOT_TELL : { kind: 'yes', detail };
    case 'as-creator':
      return { kind: 'yes', detail: { ...detail, contributor: true } };
    case 'on-own-repos':
    case 'cannot-tell':
      return CANNOT_TELL;
    case 'no':
      return mayBeLiftedByGroup(membership) ? CANNOT_TELL : { kind: 'no', code: 'role-insufficient', detail };
  }
}
