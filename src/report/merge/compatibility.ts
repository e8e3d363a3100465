/** Whether reports can be one: the same question to the same Hub as the same caller, and each shard of one list once. */
import type { Report } from '../../domain/report/report';
import type { Problem } from '../../domain/inputs/requirement';
import { digestOf } from '../../domain/inputs/shard';

/** A report, and what to call the file that it came from: escaped and redacted. */
export interface NamedReport {
  readonly name: string;
  readonly report: Report;
}

/** What all reports must have in common with the first that says it. */
const COMMON: readonly (readonly [rule: string, of: (report: Report) => string | undefined])[] = [
  ['asked another endpoint than the first report', ({ endpoint }) => endpoint],
  ['ran under other policies than the first report', ({ policies }) => JSON.stringify(policies)],
  ['asked as another account than the first report', callerOf],
  ['is no shard while others are, or a shard while others are none', ({ shard }) => String(shard !== undefined)],
  ['is of a list that is split into another number of shards', ({ shard }) => shard && String(shard.of)],
  ['is a shard of another list', ({ shard }) => shard && `${shard.listed} ${shard.digest}`],
  [
    'is a shard of another run',
    ({ shard, run }) => shard && (run === undefined ? 'none' : `${run.repository} ${run.runId}`),
  ],
];

/** Everything that keeps the reports from being one. */
export function mergeConflicts(all: readonly NamedReport[]): Problem[] {
  const problems: Problem[] = [];
  for (const [rule, of] of COMMON) {
    const common = all.map(({ report }) => of(report)).find((value) => value !== undefined);
    const others = all.filter(({ report }) => (of(report) ?? common) !== common);
    problems.push(...others.map(({ name }) => problemOf(name, `${rule}; merge what belongs together`)));
  }
  problems.push(...doubled(all), ...unfinished(all));
  return problems.length > 0 ? problems : incomplete(all.map(({ report }) => report));
}

/** Who asked; unknown where the Hub did not say whose token it is. */
function callerOf({ token }: Report): string | undefined {
  if (token.state === 'missing') return 'nobody';
  return token.account === undefined ? undefined : `account ${token.account.toLowerCase()}`;
}

function doubled(all: readonly NamedReport[]): Problem[] {
  const seen = new Set<number>();
  return all.flatMap(({ name, report: { shard } }) => {
    if (shard === undefined) return [];
    const again = seen.has(shard.index);
    seen.add(shard.index);
    const rule = `is shard ${shard.index} of ${shard.of}, as an earlier one is; merge each shard once`;
    return again ? [problemOf(name, rule)] : [];
  });
}

/** A merged report does not hold what its missing shards would have said, and that must stay visible. */
function unfinished(all: readonly NamedReport[]): Problem[] {
  const lacking = all.filter(({ report: { shards } }) => (shards?.missing.length ?? 0) > 0);
  const rule = 'was merged while shards were missing; merge the reports of all its shards in its place';
  return lacking.map(({ name }) => problemOf(name, rule));
}

/** All shards together are the list, or some of it where shards are missing. */
function incomplete(reports: readonly Report[]): Problem[] {
  const shard = reports[0]?.shard;
  if (shard === undefined) return [];
  const checks = reports.flatMap((report) => report.checks.filter(({ because }) => because === undefined));
  const isWhole = reports.length === shard.of;
  const fits = isWhole
    ? checks.length === shard.listed && digestOf(checks) === shard.digest
    : checks.length <= shard.listed;
  if (fits) return [];
  const rule = `the shards together hold ${checks.length} checks that are not the ${shard.listed} of their list; run all of them again`;
  return [{ input: 'merge', rule }];
}

function problemOf(name: string, rule: string): Problem {
  return { input: 'report', rule, quote: name };
}
