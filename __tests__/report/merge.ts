/** Reports and their parts, read back and merged, for the suites of `merge`. */
import { shardOf } from '../../src/domain/inputs/shard';
import type { Report } from '../../src/domain/report/report';
import { createRedactor } from '../../src/domain/text/redact';
import { mergeReports } from '../../src/report/merge';
import { decodeReport } from '../../src/report/merge/decode';
import { streamJson } from '../../src/report/render/json';
import { caseOf, planOf, reportWith, requestFor } from './fixture';

export const decode = (value: unknown) => decodeReport(value, createRedactor([]), { serverUrl: 'https://github.com' });
export const ANONYMOUS = { ...allowed([]).policies, onMissingToken: 'anonymous' } as const;
export const asJson = (report: Report): unknown => JSON.parse([...streamJson(report)].join(''));
/** Read and written again. */
export const reread = (value: unknown) => {
  const read = decode(value);
  return 'rule' in read ? read : asJson(read.value);
};

/** A report on ids that are all allowed; of one part of them where a shard is given. */
export function allowed(ids: readonly string[], shard?: { index: number; of: number }): Report {
  const listed = ids.map((id, at) => requestFor(id, { sources: [{ input: 'list', line: at + 1 }] }));
  const own = shard === undefined ? listed : listed.filter(({ repo }) => shardOf(repo, shard.of) === shard.index);
  const { verdict } = caseOf('ok');
  const plan = planOf(own, shard === undefined ? {} : { shard: { ...shard, listed } });
  return reportWith(
    own.map((requirement) => ({ requirement, verdict })),
    { plan },
  );
}

export const IDS = Array.from({ length: 40 }, (_, at) => `acme/model-${at}`);
export const partsOf = (ids: readonly string[], of: number) =>
  Array.from({ length: of }, (_, at) => allowed(ids, { index: at + 1, of }));
export const merged = (reports: readonly Report[]) => {
  const [first, ...others] = reports;
  if (first === undefined) throw new Error('there is no report');
  return mergeReports([first, ...others]);
};
