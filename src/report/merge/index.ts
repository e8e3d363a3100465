/** The reports of many jobs → one, which reads as if one run had asked everything. */
import { BLOCK_REASONS, type BlockReason } from '../../domain/inputs/policies';
import {
  countOutcomes,
  type Check,
  type MergedShards,
  type Notice,
  type Report,
  type TokenState,
} from '../../domain/report/report';
import { RESULTS } from '../../domain/report/result';
import { requirementKey, SOURCES } from '../../domain/inputs/requirement';
import { WORST_FIRST } from '../../domain/hub/codes';
import { VERSION } from '../../domain/version';
import { missingShards } from '../messages/notices';
import { present } from '../../domain/basics/present';

/** Joins reports that fit each other. The result is the first of the contract's order that one of them has. */
export function mergeReports(reports: readonly [Report, ...Report[]]): Report {
  const [first] = reports;
  const invalid = reports.filter(({ result }) => result === 'invalid');
  if (invalid[0] !== undefined) return joinInvalid(invalid[0], invalid);
  const shards = shardsOf(reports);
  const checks = shards === undefined ? unique(reports) : unique(reports).sort(byPlace);
  const notice =
    shards && shards.missing.length > 0
      ? missingShards({ code: 'shard-missing', ...shards, answered: checks.length }, first.policies)
      : undefined;
  const results = [...reports.map(({ result }) => result), ...(notice === undefined ? [] : ['unknown'])];
  const blockedBy = reasonsOf(reports, notice);
  const window = tightest(reports)?.rateLimit;
  const connection = reports.find((report) => report.connection !== undefined)?.connection;
  const exchange = reports.find((report) => report.exchange !== undefined)?.exchange;
  return {
    schema: first.schema,
    tool: { version: VERSION },
    ...runOf(reports),
    ...present({ shards }),
    ...spanOf(reports),
    result: RESULTS.find((result) => results.includes(result)) ?? 'unknown',
    blocked: blockedBy.length > 0,
    blockedBy,
    policies: first.policies,
    endpoint: first.endpoint,
    ...present({ pages: first.pages }),
    counts: countOutcomes(checks.map(({ outcome }) => outcome)),
    token: worstToken(reports),
    ...present({ tokens: furtherTokens(reports), exchange }),
    checks,
    runner: distinct(reports.flatMap(({ runner }) => runner)),
    notices: [...noticesOf(reports, checks.length), ...(notice === undefined ? [] : [notice])],
    ...present({ connection, network: networkOf(reports), rateLimit: window }),
  };
}

/** Bad input comes before everything else, and all of it is reported. */
function joinInvalid(first: Report, invalid: readonly Report[]): Report {
  return { ...first, problems: distinct(invalid.flatMap(({ problems = [] }) => problems)) };
}

function shardsOf(reports: readonly Report[]): MergedShards | undefined {
  const shard = reports[0]?.shard;
  if (shard === undefined) return undefined;
  const there = new Set(reports.map((report) => report.shard?.index));
  const all = Array.from({ length: shard.of }, (_, at) => at + 1);
  return { of: shard.of, listed: shard.listed, missing: all.filter((index) => !there.has(index)) };
}

/** Every check once: the worst outcome, and all places that listed it. */
function unique(reports: readonly Report[]): Check[] {
  const checks = new Map<string, Check>();
  for (const check of reports.flatMap((report) => report.checks)) {
    const key = requirementKey(check);
    const earlier = checks.get(key);
    const worse = earlier !== undefined && rank(earlier) <= rank(check) ? earlier : check;
    checks.set(key, { ...worse, sources: distinct([...(earlier?.sources ?? []), ...check.sources]) });
  }
  return [...checks.values()];
}

function rank({ outcome }: Check): number {
  return WORST_FIRST.indexOf(outcome);
}

/** In order of listing, as one run would have them; what is on one line stays in the order of the shards. */
function byPlace({ sources: [a] }: Check, { sources: [b] }: Check): number {
  if (a === undefined || b === undefined) return 0;
  const list = (input: string) => SOURCES.findIndex((name) => name === input);
  return list(a.input) - list(b.input) || a.line - b.line;
}

function reasonsOf(reports: readonly Report[], notice: Notice | undefined): BlockReason[] {
  const given = new Set(reports.flatMap(({ blockedBy }) => blockedBy));
  if (notice?.level === 'error') given.add('unknown');
  // A bad token denies every check; a job that had none to deny says so in the token's own name.
  if (given.has('denied')) given.delete('token');
  return BLOCK_REASONS.filter((reason) => given.has(reason));
}

/** The latest attempt of the run that all are of. */
function runOf(reports: readonly Report[]): Pick<Report, 'run'> {
  const runs = distinct(reports.map(({ run }) => run && { ...run, attempt: '' }));
  const attempts = reports.map(({ run }) => run?.attempt ?? '').sort((a, b) => Number(b) - Number(a));
  const [run, ...others] = runs;
  return run === undefined || others.length > 0 ? {} : { run: { ...run, attempt: attempts[0] ?? '' } };
}

function spanOf(reports: readonly Report[]): Pick<Report, 'startedAt' | 'elapsedMs'> {
  const spans = reports.map(({ startedAt, elapsedMs }) => ({ from: Date.parse(startedAt), elapsedMs }));
  const from = Math.min(...spans.map((span) => span.from));
  const to = Math.max(...spans.map((span) => span.from + span.elapsedMs));
  return { startedAt: new Date(from).toISOString(), elapsedMs: to - from };
}

const WORST_TOKEN_FIRST: readonly TokenState[] = ['invalid', 'expired', 'malformed', 'missing', 'unverified', 'valid'];

function worstToken(reports: readonly [Report, ...Report[]]): Report['token'] {
  const worst = WORST_TOKEN_FIRST.flatMap((state) => reports.filter(({ token }) => token.state === state));
  return (worst[0] ?? reports[0]).token;
}

/** Each further token once, in its worst state, with all of its checks. */
function furtherTokens(reports: readonly Report[]): Report['tokens'] {
  const all = reports.flatMap(({ tokens = [] }) => tokens);
  const keys = distinct(all.map(({ source, pattern }) => ({ source, pattern })));
  const joined = keys.flatMap(({ source, pattern }) => {
    const own = all.filter((token) => token.source === source && token.pattern === pattern);
    const [worst] = WORST_TOKEN_FIRST.flatMap((state) => own.filter((token) => token.state === state));
    return worst === undefined ? [] : [{ ...worst, checks: own.reduce((sum, { checks }) => sum + checks, 0) }];
  });
  return joined.length === 0 ? undefined : joined;
}

/** Of the runners of all jobs: what one of them cannot reach is blocked. */
function networkOf(reports: readonly Report[]): Report['network'] {
  const all = reports.flatMap(({ network }) => network ?? []);
  if (all.length === 0) return undefined;
  const [unknown] = all.flatMap((one) => one.unknown ?? []);
  const asked = distinct(all.flatMap((one) => one.asked));
  return { asked, blocked: distinct(all.flatMap(({ blocked }) => blocked)), ...present({ unknown }) };
}

/** The report with the least left of its rate limit. */
function tightest(reports: readonly Report[]): Report | undefined {
  const left = ({ rateLimit }: Report) => (rateLimit === undefined ? 2 : rateLimit.remaining / (rateLimit.limit || 1));
  return [...reports].sort((a, b) => left(a) - left(b))[0];
}

function noticesOf(reports: readonly Report[], checks: number): Notice[] {
  const low = tightest(reports);
  // One of them may have been about the token alone.
  const holds = ({ code }: Notice, report: Report) =>
    code === 'rate-limit-low' ? report === low : code !== 'nothing-listed' || checks === 0;
  return distinct(reports.flatMap((report) => report.notices.filter((notice) => holds(notice, report))));
}

/** Each value once, by what it says. */
function distinct<T>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
