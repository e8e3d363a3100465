/** The Hub's decisions about a caller, before they are put into a status and a sentence. */
import type { Caller } from './relation';
import type { Restriction } from './world';

/** What the token lacks: its classic role, a scope, or everything (a kind that can never do this). */
export type TokenLack = 'role' | 'scope' | 'kind';
/** What the account lacks: it is no member of the namespace, or its role is too low. */
export type AccountLack = 'membership' | 'role';

/** `use`: of what is no repo, such as jobs. */
export type Right = 'write' | 'create' | 'pull-request' | 'use';

/** Why something is refused; the words and the status follow from it. */
export type Refusal =
  | { why: 'unknown-credential' }
  | { why: 'expired-credential'; displayName: string }
  /** A right that needs a login, on a repo that everybody may see. */
  | { why: 'login-required' }
  /** Missing, or private and not shown to this caller. */
  | { why: 'not-found' }
  | { why: 'disabled' }
  | { why: 'org-policy'; org: string; restriction: Restriction }
  | { why: 'gate'; state: 'anonymous' | 'not-requested' | 'pending' | 'rejected' | 'reset' }
  /** The account may pass, its token may not. */
  | { why: 'gate-token' }
  /** One lack or both. */
  | { why: 'no-right'; right: Right; token?: TokenLack; account?: AccountLack };

/** Whether somebody may do something; `movedTo` is the new name of a repo that was asked for by its old one. */
export type Decision = { allowed: true; movedTo?: string } | { allowed: false; refusal: Refusal };

/** A decision that is a no, for this reason. */
export const deny = (refusal: Refusal): Decision => ({ allowed: false, refusal });

/** What is wrong with the credential itself, whatever it is used for: it fails on public repos too. */
export function credentialProblem(caller: Caller): Refusal | undefined {
  if (caller.kind === 'unknown') return { why: 'unknown-credential' };
  if (caller.kind === 'expired') return { why: 'expired-credential', displayName: caller.token.displayName };
  return undefined;
}

/** The refusal for want of a right, if anything is lacking. */
export function lacks(
  right: Right,
  token: TokenLack | undefined,
  account: AccountLack | undefined,
): Decision | undefined {
  if (token === undefined && account === undefined) return undefined;
  return deny({ why: 'no-right', right, ...(token && { token }), ...(account && { account }) });
}
