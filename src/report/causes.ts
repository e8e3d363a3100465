/** Code → the cause in a few words, and whose turn it is. */
import type { Code } from '../domain/verdict';

/** Who can change it. */
export const TURNS = {
  account: "the account's owner",
  token: "the token's owner",
  authors: "the repo's authors",
  org: 'an admin of the organization',
  workflow: 'whoever maintains this workflow',
  maintainer: 'a maintainer, after review',
  wait: 'nobody, wait and run it again',
  none: 'nobody',
} as const;
export type Turn = keyof typeof TURNS;

export interface Cause {
  readonly headline: string;
  readonly turn: Turn;
}

/** A cause for every code. */
export const CAUSES: Readonly<Record<Code, Cause>> = {
  ok: { headline: 'Allowed', turn: 'none' },
  'ok-moved': { headline: 'Allowed, the repo was renamed', turn: 'workflow' },
  'gate-login-required': { headline: 'Gated, and no login reached the Hub', turn: 'token' },
  'gate-not-requested': { headline: 'Gated, conditions not accepted yet', turn: 'account' },
  'gate-pending': { headline: 'Gated, request awaits the authors', turn: 'authors' },
  'gate-rejected': { headline: 'Gated, request rejected', turn: 'authors' },
  'gate-reset': { headline: 'Gated, request was reset', turn: 'account' },
  'gate-token-scope': { headline: 'Token may not read public gated repos', turn: 'token' },
  gated: { headline: 'Gated, state not recognised', turn: 'account' },
  'not-found': { headline: 'Not found, or private', turn: 'workflow' },
  'wrong-type': { headline: 'Listed as the wrong type', turn: 'workflow' },
  disabled: { headline: 'Disabled by the Hub', turn: 'authors' },
  'revision-not-found': { headline: 'Revision not found', turn: 'workflow' },
  'token-invalid': { headline: 'Token not accepted by the Hub', turn: 'token' },
  'token-expired': { headline: 'Token expired', turn: 'token' },
  'token-malformed': { headline: 'Token damaged', turn: 'workflow' },
  'token-missing': { headline: 'No token given', turn: 'workflow' },
  'read-only-token': { headline: 'Token can only read', turn: 'token' },
  'scope-missing': { headline: 'Token lacks a permission', turn: 'token' },
  'role-insufficient': { headline: 'Role in the organization too low', turn: 'org' },
  'not-a-member': { headline: 'Account is not in this namespace', turn: 'org' },
  'org-sso': { headline: 'Organization asks for single sign-on', turn: 'account' },
  'org-mfa': { headline: 'Organization asks for two-factor login', turn: 'account' },
  'org-ip': { headline: 'Organization does not admit this network', turn: 'org' },
  'org-token-policy': { headline: 'Token not approved by the organization', turn: 'org' },
  'org-token-revoked': { headline: 'Token revoked by the organization', turn: 'org' },
  forbidden: { headline: 'Refused, reason not known', turn: 'authors' },
  'hub-unreachable': { headline: 'Hub not reached', turn: 'wait' },
  'hub-error': { headline: 'Hub had a fault', turn: 'wait' },
  'rate-limited': { headline: 'Rate limit reached', turn: 'wait' },
  'unexpected-answer': { headline: 'Answer not understood', turn: 'workflow' },
  'probe-unsupported': { headline: 'This endpoint cannot tell', turn: 'workflow' },
  'secret-withheld': { headline: 'Secrets withheld from this run', turn: 'maintainer' },
};
