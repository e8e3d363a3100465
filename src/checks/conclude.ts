/** Facts → the run's result and, by policy, whether it blocks the job. */
import { policyOf, type NoticeFact } from '../domain/notice';
import { listedIn } from '../domain/listing';
import type { Plan } from '../domain/plan';
import {
  countOutcomes,
  isBadToken,
  type BlockReason,
  type Counts,
  type RunResult,
  type TokenFacts,
} from '../domain/report';
import type { Outcome } from '../domain/codes';

/** Everything that the result is made of. */
export interface RunSummary {
  readonly plan: Plan;
  readonly outcomes: readonly Outcome[];
  readonly token: TokenFacts;
  readonly account: 'yes' | 'no' | 'unknown';
  readonly facts: readonly NoticeFact[];
  readonly withheld: boolean;
}

/** What the run came to. */
export interface Conclusion {
  readonly result: RunResult;
  readonly blocked: boolean;
  readonly blockedBy: readonly BlockReason[];
  readonly counts: Counts;
}

/** Concludes a run: the result from facts, the blocking from policy. */
export function conclude(summary: RunSummary): Conclusion {
  const counts = countOutcomes(summary.outcomes);
  const blockedBy = blockReasons(summary, counts);
  return { result: resultOf(summary, counts), blocked: blockedBy.length > 0, blockedBy, counts };
}

function resultOf(summary: RunSummary, counts: Counts): RunResult {
  const { token, account, withheld } = summary;
  const broken = brokenPolicies(summary);
  if (
    counts.denied > 0 ||
    isBadToken(token) ||
    isRequiredAndMissing(summary) ||
    account === 'no' ||
    broken.length > 0
  ) {
    return 'fail';
  }
  if (counts.unknown > 0 || tokenUnknown(summary)) return 'unknown';
  const nothingAsked = isAboutToken(summary) && token.state === 'missing';
  if (counts.skipped > 0 || nothingAsked || (withheld && token.state === 'missing' && account === 'unknown')) {
    return 'skipped';
  }
  return 'pass';
}

function blockReasons(summary: RunSummary, counts: Counts): BlockReason[] {
  const { plan, token, account, outcomes } = summary;
  const { policies } = plan;
  const required = isRequiredAndMissing(summary);
  const reasons: BlockReason[] = [];
  if (counts.denied > 0 && policies.onDenied === 'fail') reasons.push('denied');
  // A shard that none of the lines fell into knows of no denied check, and of the bad token all the same.
  if (outcomes.length === 0 && isBadToken(token) && policies.onDenied === 'fail') reasons.push('token');
  if (required && (policies.onMissingToken === 'fail' || policies.onDenied === 'fail')) reasons.push('token-missing');
  if ((counts.unknown > 0 || tokenUnknown(summary)) && policies.onUnknown === 'fail') reasons.push('unknown');
  if (account === 'no') reasons.push('account-mismatch');
  return [...reasons, ...brokenPolicies(summary)];
}

/** No repo is listed, so that the run is about the token alone. A shard without a line of the list is not such a run. */
function isAboutToken({ plan, outcomes }: RunSummary): boolean {
  return outcomes.length === 0 && listedIn(plan).length === 0;
}

/**
 * A token is required under `on-missing-token: fail`, and, where the platform did not withhold it, when it is what
 * the run is about: no repo is listed, or a certain account is expected.
 */
function isRequiredAndMissing(summary: RunSummary): boolean {
  const { plan, token, account, withheld } = summary;
  if (token.state !== 'missing') return false;
  const { onMissingToken } = plan.policies;
  if (onMissingToken === 'fail') return true;
  return onMissingToken === 'auto' && !withheld && (isAboutToken(summary) || account === 'unknown');
}

/** The token itself, or whose it is, was to be verified and could not be. */
function tokenUnknown(summary: RunSummary): boolean {
  const { token, account } = summary;
  return token.state === 'unverified' && (isAboutToken(summary) || account === 'unknown');
}

function brokenPolicies({ plan, facts }: RunSummary): ('least-privilege' | 'check-runner')[] {
  const { leastPrivilege, checkRunner } = plan.policies;
  const failing = [
    ...(leastPrivilege === 'fail' ? (['least-privilege'] as const) : []),
    ...(checkRunner === 'fail' ? (['check-runner'] as const) : []),
  ];
  return failing.filter((policy) => facts.some((fact) => policyOf(fact) === policy));
}
