/** Whether a report's own parts say the same of each other: a result that its checks do not bear out is never passed on. */
import { RESULTS, type BlockReason, type RunResult } from '../../domain/result';
import { countOutcomes, isBadToken, type Report } from '../../domain/report';
import type { NoticeCode } from '../../domain/notice';
import { digestOf, shardOf } from '../../domain/shard';
import { OUTCOMES, outcomeOf } from '../../domain/codes';

/** What is wrong with the report, in our own words; `undefined` where it bears itself out. */
export function inconsistencyOf(report: Report): string | undefined {
  const { result, blocked, blockedBy } = report;
  if (report.checks.some(({ code, outcome }) => outcomeOf(code) !== outcome))
    return 'holds a code that belongs to another outcome';
  const counts = countOutcomes(report.checks.map(({ outcome }) => outcome));
  if (OUTCOMES.some((outcome) => report.counts[outcome] !== counts[outcome]))
    return 'counts other checks than it holds';
  if (blocked !== blockedBy.length > 0) return 'says why it blocks and that it does not, or the other way round';
  if ((result === 'invalid') !== blockedBy.includes('invalid')) return 'takes its input for bad and for good';
  if (result === 'invalid')
    return (report.problems ?? []).length === 0 ? 'takes its input for bad and does not say why' : undefined;
  if (RESULTS.indexOf(result) > RESULTS.indexOf(leastOf(report)))
    return `has the result ${result}, which its checks contradict`;
  const silent = reasonsFor(report).find((reason) => !blockedBy.includes(reason));
  if (silent !== undefined) return `does not block for "${silent}", which its checks and policies ask for`;
  // Whatever makes a run fail blocks it, except a denied check and a bad or missing token under `on-denied: warn`.
  if (result === 'fail' && !blocked && report.policies.onDenied === 'fail')
    return 'fails and does not block, which its policies ask for';
  return shardContradiction(report);
}

/** The best result that the report can have by what it holds. */
function leastOf(report: Report): RunResult {
  const { counts, token, shards } = report;
  if (counts.denied > 0 || reasonsOfToken(report).length > 0 || isBadToken(token)) return 'fail';
  const alone = isAboutToken(report) ? token.state : 'valid';
  const isMissing = shards !== undefined && shards.missing.length > 0;
  if (counts.unknown > 0 || isMissing || alone === 'unverified') return 'unknown';
  return counts.skipped > 0 || alone === 'missing' ? 'skipped' : 'pass';
}

/** No repo was listed; a shard without a line of the list is not such a run. */
function isAboutToken({ checks, shard }: Report): boolean {
  return checks.length === 0 && (shard?.listed ?? 0) === 0;
}

/** The reasons that must be among those of the report. */
function reasonsFor(report: Report): BlockReason[] {
  const { counts, result, policies, checks, token } = report;
  const isUnknown = counts.unknown > 0 || result === 'unknown';
  const isBadAlone = checks.length === 0 && isBadToken(token);
  return [
    ...(counts.denied > 0 && policies.onDenied === 'fail' ? (['denied'] as const) : []),
    ...(isBadAlone && policies.onDenied === 'fail' ? (['token'] as const) : []),
    ...(isUnknown && policies.onUnknown === 'fail' ? (['unknown'] as const) : []),
    ...reasonsOfToken(report),
  ];
}

/** What blocks whatever the checks came to: a notice is an error exactly when it does. */
function reasonsOfToken({ policies, token, notices }: Report): BlockReason[] {
  const errors = notices.filter(({ code, level }) => level === 'error' && code !== 'shard-missing');
  return [
    ...(token.state === 'missing' && policies.onMissingToken === 'fail' ? (['token-missing'] as const) : []),
    ...errors.map(({ code }) => POLICIES[code] ?? 'check-runner'),
  ];
}

const POLICIES: Readonly<Partial<Record<NoticeCode, BlockReason>>> = {
  'account-mismatch': 'account-mismatch',
  'token-overprivileged': 'least-privilege',
};

function shardContradiction({ shard, checks }: Report): string | undefined {
  if (shard === undefined) return undefined;
  const { index, of, listed, digest } = shard;
  if (index < 1 || index > of) return `is shard ${index} of ${of}`;
  if (checks.some(({ repo }) => shardOf(repo, of) !== index)) return 'holds a check that belongs to another shard';
  const isWhole = listed === checks.length && digest === digestOf(checks);
  return listed < checks.length || (of === 1 && !isWhole) ? 'holds other checks than its list' : undefined;
}
