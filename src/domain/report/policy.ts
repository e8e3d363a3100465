/**
 * The one rule of what a run comes to: the result from facts, and the blocking by policy. It makes the conclusion of a
 * run, and a report that is read back is checked against it.
 */
import type { NoticeFact } from './notice';
import { NOTICES, NOTICE_POLICIES, type NoticePolicy, type NoticeReason } from './notices';
import type { BlockReason, Policies } from '../inputs/policies';
import { isBadToken, type Counts, type Notice, type TokenState } from './report';
import type { RunResult } from './result';

/** Everything that result and blocking depend on. */
export interface PolicyFacts {
  readonly policies: Policies;
  readonly counts: Counts;
  /** Something else has no answer: a shard left no report. */
  readonly unanswered?: boolean;
  readonly token: { readonly state: TokenState };
  /** A line is to be asked with a token of `token-for` that is not there. */
  readonly furtherMissing: boolean;
  /** No repo is listed anywhere, so that the run is about the token. A shard without a line of the list is not such a run. */
  readonly aboutToken: boolean;
  /** Whether the token's account is an expected one. */
  readonly account: 'yes' | 'no' | 'unknown';
  /** The platform withholds secrets from the run. */
  readonly withheld: boolean;
  /** The policies of `fail` that something found breaks. */
  readonly broken: readonly NoticePolicy[];
}

/** What a run came to. */
export function resultOf(facts: PolicyFacts): RunResult {
  const { counts, token, account, withheld, aboutToken } = facts;
  const isWrong = isBadToken(token) || isRequiredAndMissing(facts) || account === 'no' || facts.broken.length > 0;
  if (counts.denied > 0 || isWrong) return 'fail';
  if (isUnknown(facts)) return 'unknown';
  const isMissing = token.state === 'missing';
  if (counts.skipped > 0 || (isMissing && (aboutToken || (withheld && account === 'unknown')))) return 'skipped';
  return 'pass';
}

/** Why the run blocks the job, each reason once, in the order of `BLOCK_REASONS`. */
export function blockReasons(facts: PolicyFacts): BlockReason[] {
  const { policies, counts, token, account } = facts;
  const { onDenied, onUnknown, onMissingToken } = policies;
  const nothingChecked = Object.values(counts).every((count) => count === 0);
  const reasons: BlockReason[] = [];
  if (counts.denied > 0 && onDenied === 'fail') reasons.push('denied');
  // A shard that none of the lines fell into has no denied check, but still a bad token.
  if (nothingChecked && isBadToken(token) && onDenied === 'fail') reasons.push('token');
  if (isRequiredAndMissing(facts) && (onMissingToken === 'fail' || onDenied === 'fail')) reasons.push('token-missing');
  if (isUnknown(facts) && onUnknown === 'fail') reasons.push('unknown');
  if (account === 'no') reasons.push('account-mismatch');
  return [...reasons, ...NOTICE_POLICIES.filter((policy) => facts.broken.includes(policy))];
}

/**
 * A token is required under `on-missing-token: fail`, and, where the platform did not withhold it, when it is what
 * the run is about: no repo is listed, or a certain account is expected.
 */
function isRequiredAndMissing(facts: PolicyFacts): boolean {
  const { policies, token, furtherMissing, account, withheld, aboutToken } = facts;
  if (policies.onMissingToken === 'fail' && furtherMissing) return true;
  if (token.state !== 'missing') return false;
  if (policies.onMissingToken === 'fail') return true;
  return policies.onMissingToken === 'auto' && !withheld && (aboutToken || account === 'unknown');
}

/** A check has no answer; or the token itself, or whose it is, was to be verified and could not be. */
function isUnknown({ counts, unanswered, token, account, aboutToken }: PolicyFacts): boolean {
  const tokenUnknown = token.state === 'unverified' && (aboutToken || account === 'unknown');
  return counts.unknown > 0 || unanswered === true || tokenUnknown;
}

/** Whether the policies make an error of what breaks them; a wrong account always is one. */
const IS_ERROR: Readonly<Record<NoticeReason, (policies: Policies) => boolean>> = {
  'account-mismatch': () => true,
  'least-privilege': ({ leastPrivilege }) => leastPrivilege === 'fail',
  'check-runner': ({ checkRunner }) => checkRunner === 'fail',
  network: ({ network }) => network === 'fail',
  unknown: ({ onUnknown }) => onUnknown === 'fail',
};

/** The level of a notice with a reason to block. */
export function levelFor(reason: NoticeReason, policies: Policies): 'error' | 'warning' {
  return IS_ERROR[reason](policies) ? 'error' : 'warning';
}

/**
 * The reason for which a fact can block a run, if any. The same credential in a second place breaks nothing, and neither
 * does a file that could not be read: it may or may not contain a credential.
 */
export function reasonOf(fact: NoticeFact): NoticeReason | undefined {
  return isSame(fact) || 'unreadable' in fact ? undefined : NOTICES[fact.code].blocks;
}

/** How loud a fact is: an error exactly when it blocks. */
export function levelOf(fact: NoticeFact, policies: Policies): Notice['level'] {
  const reason = reasonOf(fact);
  if (reason !== undefined) return levelFor(reason, policies);
  return NOTICES[fact.code].quiet === true || isSame(fact) ? 'notice' : 'warning';
}

function isSame(fact: NoticeFact): boolean {
  return 'same' in fact && fact.same === true;
}
