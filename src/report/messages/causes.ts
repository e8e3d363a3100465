/** Code → the cause in a few words, and whose turn it is. */
import type { Code } from '../../domain/codes';

/** Who can change it. */
export const OWNERS = {
  account: "the account's owner",
  token: "the token's owner",
  authors: "the repo's authors",
  org: 'an admin of the organization',
  workflow: 'whoever maintains this workflow',
  maintainer: 'a maintainer, after review',
  wait: 'nobody, wait and run it again',
  none: 'nobody',
} as const;
export type Owner = keyof typeof OWNERS;

export interface Cause {
  readonly headline: string;
  readonly owner: Owner;
}

/** A cause for every code. */
export const CAUSES: Readonly<Record<Code, Cause>> = {
  ok: { headline: 'Allowed', owner: 'none' },
  'ok-moved': { headline: 'Allowed, the repo was renamed', owner: 'workflow' },
  'gate-login-required': { headline: 'Gated, and no login reached the Hub', owner: 'token' },
  'gate-not-requested': { headline: 'Gated, conditions not accepted yet', owner: 'account' },
  'gate-pending': { headline: 'Gated, request awaits the authors', owner: 'authors' },
  'gate-rejected': { headline: 'Gated, request rejected', owner: 'authors' },
  'gate-reset': { headline: 'Gated, request was reset', owner: 'account' },
  'gate-token-scope': { headline: 'Token may not read public gated repos', owner: 'token' },
  gated: { headline: 'Gated, state not recognised', owner: 'account' },
  'not-found': { headline: 'Not found, or private', owner: 'workflow' },
  'wrong-type': { headline: 'Listed as the wrong type', owner: 'workflow' },
  disabled: { headline: 'Disabled by the Hub', owner: 'authors' },
  'revision-not-found': { headline: 'Revision not found', owner: 'workflow' },
  'token-invalid': { headline: 'Token not accepted by the Hub', owner: 'token' },
  'token-expired': { headline: 'Token expired', owner: 'token' },
  'token-malformed': { headline: 'Token damaged', owner: 'workflow' },
  'token-missing': { headline: 'No token given', owner: 'workflow' },
  'read-only-token': { headline: 'Token can only read', owner: 'token' },
  'scope-missing': { headline: 'Token lacks a permission', owner: 'token' },
  'role-insufficient': { headline: 'Role in the organization too low', owner: 'org' },
  'not-a-member': { headline: 'Account is not in this namespace', owner: 'org' },
  'org-sso': { headline: 'Organization asks for single sign-on', owner: 'account' },
  'org-mfa': { headline: 'Organization asks for two-factor login', owner: 'account' },
  'org-ip': { headline: 'Organization does not admit this network', owner: 'org' },
  'org-token-policy': { headline: 'Token not approved by the organization', owner: 'org' },
  'org-token-revoked': { headline: 'Token revoked by the organization', owner: 'org' },
  forbidden: { headline: 'Refused, reason not known', owner: 'authors' },
  'hub-unreachable': { headline: 'Hub not reached', owner: 'wait' },
  'hub-error': { headline: 'Hub had a fault', owner: 'wait' },
  'rate-limited': { headline: 'Rate limit reached', owner: 'wait' },
  'unexpected-answer': { headline: 'Answer not understood', owner: 'workflow' },
  'probe-unsupported': { headline: 'This endpoint cannot tell', owner: 'workflow' },
  'secret-withheld': { headline: 'Secrets withheld from this run', owner: 'maintainer' },
};
