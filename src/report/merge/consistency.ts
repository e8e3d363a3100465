/** Whether a report's parts agree with each other: a result that its checks do not support is never passed on. */
import { NOTICES, NOTICE_POLICIES, type NoticeReason } from '../../domain/report/notices';
import { blockReasons, resultOf, type PolicyFacts } from '../../domain/report/policy';
import { countOutcomes, isBadToken, type Report } from '../../domain/report/report';
import { RESULTS } from '../../domain/report/result';
import { digestOf, shardOf } from '../../domain/inputs/shard';
import { OUTCOMES, outcomeOf } from '../../domain/hub/codes';

/** What is wrong with the report, in our own words; `undefined` if it is consistent. */
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
  const errors = report.notices.filter(({ level }) => level === 'error').map(({ code }) => NOTICES[code].blocks);
  if (errors.includes(undefined)) return 'holds a notice that is an error and never can be one';
  const facts = factsOf(report, errors);
  if (RESULTS.indexOf(result) > RESULTS.indexOf(resultOf(facts)))
    return `has the result ${result}, which its checks contradict`;
  const silent = blockReasons(facts).find((reason) => !blockedBy.includes(reason));
  if (silent !== undefined) return `does not block for "${silent}", which its checks and policies ask for`;
  return leniency(report) ?? partContradiction(report);
}

/**
 * Whatever makes a run fail blocks it, except a denied check and a bad or missing token under `on-denied: warn`, and a bad token
 * that no line is asked with.
 */
function leniency({ result, blocked, policies, token, checks, counts }: Report): string | undefined {
  if (result !== 'fail' || blocked || policies.onDenied === 'warn') return undefined;
  const isUsedByNone = checks.length > 0 && checks.every(({ tokenFrom }) => tokenFrom !== undefined);
  return isBadToken(token) && counts.denied === 0 && isUsedByNone
    ? undefined
    : 'fails and does not block, which its policies ask for';
}

/** What a part of the report says that others do not bear out. */
function partContradiction(report: Report): string | undefined {
  return networkContradiction(report) ?? shardContradiction(report);
}

/**
 * What the rule needs to know, as far as the report shows it; what it does not show is taken for what makes the best of
 * it: the account is the expected one where no notice says otherwise.
 */
function factsOf(report: Report, errors: readonly (NoticeReason | undefined)[]): PolicyFacts {
  const { policies, counts, token, tokens = [], checks, shard, shards, result } = report;
  const missing: readonly unknown[] = tokens.filter(({ state }) => state === 'missing').map(({ source }) => source);
  const listed = shard?.listed ?? shards?.listed ?? 0;
  return {
    policies,
    counts,
    unanswered: result === 'unknown' || (shards?.missing.length ?? 0) > 0 || errors.includes('unknown'),
    token,
    furtherMissing: checks.some(({ tokenFrom }) => missing.includes(tokenFrom)),
    aboutToken: checks.length === 0 && listed === 0,
    account: errors.includes('account-mismatch') ? 'no' : 'yes',
    withheld: token.reason === 'fork' || token.reason === 'dependabot',
    broken: NOTICE_POLICIES.filter((policy) => errors.includes(policy)),
  };
}

function shardContradiction({ shard, checks: all }: Report): string | undefined {
  if (shard === undefined) return undefined;
  // What a line pulls in is in no list.
  const checks = all.filter(({ because }) => because === undefined);
  const { index, of, listed, digest } = shard;
  if (index < 1 || index > of) return `is shard ${index} of ${of}`;
  if (checks.some(({ repo }) => shardOf(repo, of) !== index)) return 'holds a check that belongs to another shard';
  const isWhole = listed === checks.length && digest === digestOf(checks);
  return listed < checks.length || (of === 1 && !isWhole) ? 'holds other checks than its list' : undefined;
}

function networkContradiction({ network, notices }: Report): string | undefined {
  const isBlocked = (network?.blocked.length ?? 0) > 0;
  const isTold = notices.some(({ code }) => NOTICES[code].blocks === 'network');
  return isBlocked === isTold ? undefined : 'names blocked hosts and does not tell of them, or the other way round';
}
