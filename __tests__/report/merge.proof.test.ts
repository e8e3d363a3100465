/** What others write is read as a report and merged: text of every kind, reports that were changed, and very many checks. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { RESULTS } from '../../src/domain/report/result';
import type { Report } from '../../src/domain/report/report';
import { inconsistencyOf } from '../../src/report/merge/consistency';
import { mergeConflicts } from '../../src/report/merge/compatibility';
import { renderSummary } from '../../src/report/render/summary';
import { renderText } from '../../src/report/render/text';
import { bytesOf } from '../../src/report/render/sections';
import { viewOf } from '../../src/report/view';
import { ALL_CODES, caseOf, reportOfCase } from './fixture';
import { IDS, asJson, decode, merged, partsOf } from './merge';

describe('fuzz', () => {
  const sources = [...ALL_CODES.map((code) => reportOfCase(caseOf(code))), ...partsOf(IDS, 2)].map(asJson);

  test('whatever is read, nothing is thrown', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(decode(value)).toHaveProperty('rule');
      }),
    );
  });

  /** Puts a value in the place of one somewhere in the report, or takes it away. */
  function spoil(value: unknown, path: readonly number[], put: unknown): unknown {
    const [step, ...rest] = path;
    if (step === undefined || typeof value !== 'object' || value === null) return put;
    const entries = Object.entries(value);
    const chosen = step % (entries.length + 1);
    const changed = entries.flatMap(([name, inner], at): [string, unknown][] => {
      if (at !== chosen) return [[name, inner]];
      return put === undefined && rest.length === 0 ? [] : [[name, spoil(inner, rest, put)]];
    });
    return Array.isArray(value) ? changed.map(([, inner]) => inner) : Object.fromEntries(changed);
  }

  const words = [
    ...RESULTS,
    'allowed',
    'denied',
    'unknown',
    'skipped',
    'ok',
    'warn',
    'fail',
    'valid',
    'invalid',
    'missing',
  ];
  const puts = fc.oneof(
    fc.constant(undefined),
    fc.jsonValue(),
    fc.constantFrom<unknown>(...words, 0, 1, 2, true, false, []),
  );

  test('what passes a spoilt report is no greener than the checks that stand in it', () => {
    const changes = fc.array(fc.tuple(fc.array(fc.nat(40), { minLength: 1, maxLength: 5 }), puts), {
      minLength: 1,
      maxLength: 3,
    });
    let believed = 0;
    const property = fc.property(fc.constantFrom(...sources), changes, (source, all) => {
      const json = all.reduce<unknown>((value, [path, put]) => spoil(value, path, put), source);
      const reading = decode(json);
      if ('rule' in reading || inconsistencyOf(reading.value) !== undefined) return;
      const report = reading.value;
      believed += 1;
      const { checks } = json as { checks: { outcome: string }[] };
      const has = (outcome: string) => checks.some((check) => check.outcome === outcome);
      const read = merged([report]);
      const isStrict = (policy: 'onDenied' | 'onUnknown') => read.policies[policy] === 'fail';
      if (read.result === 'pass') expect(checks.every(({ outcome }) => outcome === 'allowed')).toBe(true);
      if (read.result === 'skipped') expect(has('denied') || has('unknown')).toBe(false);
      if (has('denied') && isStrict('onDenied')) expect(read.blocked).toBe(true);
      if (has('unknown') && isStrict('onUnknown')) expect(read.blocked).toBe(true);
      expect(`${renderText(viewOf(read), { color: false })}${renderSummary(viewOf(read))}`).not.toBe('');
    });
    fc.assert(property, { numRuns: 2000, seed: 6 });
    expect(believed).toBeGreaterThan(100);
  });
});

test('10,000 checks stay quick to tell, and below what GitHub takes', () => {
  const ids = Array.from({ length: 10_000 }, (_, at) => `${'n'.repeat(80)}/${'m'.repeat(80)}-${at}`);
  const [notFound] = reportOfCase(caseOf('not-found')).checks;
  const parts = partsOf(ids, 8).map((part): Report => {
    if (notFound === undefined) throw new Error('there is no check');
    const { code, message, outcome, remedy } = notFound;
    const checks = part.checks.map((check, at) =>
      at % 2 === 0 ? check : { ...check, code, message, outcome, ...(remedy && { remedy }) },
    );
    const denied = checks.filter((check) => check.outcome === 'denied').length;
    const counts = { ...part.counts, denied, allowed: checks.length - denied };
    return { ...part, checks, counts, result: 'fail', blocked: true, blockedBy: ['denied'] };
  });
  const named = parts.map((report) => ({ name: 'x', report }));
  expect(mergeConflicts(named)).toEqual([]);
  expect(bytesOf(renderSummary(viewOf(merged(parts))))).toBeLessThan(1024 * 1024);
});
