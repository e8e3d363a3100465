/** What the account is to a namespace, according to whoami: owner, member or stranger; and what limits a member. */
import type { OrgMembership, OrgRestriction, Principal } from '../../domain/hub/principal';
import type { LackCode } from '../../domain/hub/codes';

/** What no other step helps against comes first. */
const RESTRICTION_CODES: Readonly<Record<Exclude<OrgRestriction, 'other'>, LackCode>> = {
  'token-revoked': 'org-token-revoked',
  'token-policy': 'org-token-policy',
  sso: 'org-sso',
  mfa: 'org-mfa',
  ip: 'org-ip',
};

/** Logins are compared without case, as the Hub does. */
export function sameName(a: string | undefined, b: string | undefined): boolean {
  return a?.toLowerCase() === b?.toLowerCase() && a !== undefined;
}

/** The account's membership in the organization that a namespace names. */
export function membershipIn(principal: Principal, namespace: string | undefined): OrgMembership | undefined {
  return principal.orgs.find((org) => sameName(org.name, namespace));
}

/** The codes for why this credential may not reach an organization's data, as whoami names them. */
export function restrictionCodes(membership: OrgMembership | undefined): LackCode[] {
  const held: readonly string[] = membership?.restrictions ?? [];
  return Object.entries(RESTRICTION_CODES).flatMap(([restriction, code]) => (held.includes(restriction) ? [code] : []));
}

/** Whether a namespace is the account's own or one of its organizations, or a fine-grained token names it. */
export function isForeign(principal: Principal, namespace: string | undefined): boolean {
  if (namespace === undefined) return true;
  if (sameName(principal.account, namespace) || membershipIn(principal, namespace) !== undefined) return false;
  const scoped = principal.fineGrained?.scoped ?? [];
  return !scoped.some(({ entityName = '' }) => sameName(entityName.split('/', 1)[0], namespace));
}

/**
 * In a resource group the member's role there counts. Only organizations with a plan have groups, and whoami lists
 * only the member's own.
 */
export function mayHaveGroups({ hasPlan, resourceGroups }: OrgMembership): boolean {
  return hasPlan === true || resourceGroups.length > 0;
}

/** A resource group can give a role that the organization as a whole does not. */
export function mayBeLiftedByGroup(membership: OrgMembership): boolean {
  return membership.resourceGroups.some(({ role }) => role !== 'read' && role !== 'no_access');
}
