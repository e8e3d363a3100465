import { expect, test } from '@jest/globals';
import { afterFiles, filesToAsk } from '../../../src/checks/access/files';
import type { JudgementInput } from '../../../src/checks/access/input';
import { allowed } from '../../../src/checks/access/verdicts';
import { probeKey, type ProbeAnswer, type ProbeResult } from '../../../src/domain/hub/probe';
import type { Verdict } from '../../../src/domain/report/verdict';
import * as say from '../fixture';

const REGION: ProbeResult = { kind: 'refused', refusal: 'region-blocked' };

interface Told {
  readonly asked: readonly string[];
  readonly verdicts: readonly (readonly [code: string, files: string | undefined, certainty: string])[];
}

/** What becomes of reads that were allowed, by what the files answer; a repo without an answer gives none. */
function told(
  ids: readonly string[],
  files: Readonly<Record<string, ProbeResult>>,
  more: Partial<{
    verdicts: Verdict[];
    input: Partial<JudgementInput>;
    served: string;
    cached: true;
    status: number;
  }> = {},
): Told {
  const answers = new Map<string, ProbeAnswer>();
  const input: JudgementInput = {
    token: say.valid(say.principal()),
    onMissingToken: 'auto',
    withheld: false,
    standing: 'hub',
    ...more.input,
    answer: (probe) =>
      probe.kind === 'read' && probe.repo.id === more.served
        ? { result: say.YES, servedFile: true, evidence: [] }
        : answers.get(probeKey(probe)),
  };
  const requirements = say.planOf({ models: ids.join(' ') }).requirements;
  const judged = { requirements, verdicts: more.verdicts ?? ids.map(() => allowed()), input };
  const probes = filesToAsk(judged);
  for (const probe of probes) {
    const result = files[probe.repo.id];
    if (result !== undefined)
      answers.set(probeKey(probe), {
        result,
        evidence: [{ status: more.status ?? 403, errorMessage: 'Words.' }],
        ...(more.cached && { fromCache: true }),
      });
  }
  return {
    asked: probes.map(({ repo, as }) => `${repo.id}${as === 'nobody' ? '!' : ''}`),
    verdicts: afterFiles(judged).map(({ code, detail, certainty }) => [code, detail.files, certainty]),
  };
}

const OK = ['ok', undefined, 'confirmed'] as const;
const SHUT = ['unexpected-answer', undefined, 'confirmed'] as const;
const WALL: ProbeResult = { kind: 'failed', reason: 'unexpected', detail: 'a web filter', fault: 'web-filter' };
const many = (owner: string, count: number) => Array.from({ length: count }, (_, at) => `${owner}/x${String(at)}`);

test('one file for ten reads, of the owners with the most lines', () => {
  const ids = ['one/x', ...many('two', 3), ...many('five', 5), 'six/x', 'seven/x'];
  const { asked, verdicts } = told(ids, { 'five/x0': say.YES, 'two/x0': say.YES });
  expect(asked).toEqual(['five/x0', 'two/x0']);
  expect(verdicts.map(([, files]) => files ?? '-').join(' ')).toBe('unasked - - - - - - - - unasked unasked');
});

test.each([
  ['served', 200, say.YES, OK],
  ['no such branch, which comes after the gate', 404, { kind: 'revision-not-found' }, OK],
  ['a region', 403, REGION, ['region-blocked', undefined, 'confirmed']],
  ['other words', 403, say.REFUSED, ['forbidden', undefined, 'confirmed']],
  ['a gate', 403, say.PENDING, ['gate-pending', undefined, 'confirmed']],
  ['an error', 503, say.DOWN, ['ok', 'unclear', 'confirmed']],
  ['too many requests', 429, say.DOWN, ['ok', 'unclear', 'confirmed']],
  ['no route', 404, say.NO_ROUTE, ['ok', 'unclear', 'confirmed']],
  ['not found', 404, say.NOT_FOUND, ['ok', 'unclear', 'confirmed']],
  // Downloads begin there, and stop.
  ['no method', 405, say.NO_ROUTE, SHUT],
  ['a login', 401, say.UNAUTHENTICATED, SHUT],
  ['an expired token', 401, { kind: 'expired' }, SHUT],
  ['no reason', 403, WALL, SHUT],
] satisfies [string, number, ProbeResult, Told['verdicts'][number]][])('%s', (_what, status, result, verdict) => {
  expect(told(['acme/x'], { 'acme/x': result }, { status })).toEqual({ asked: ['acme/x'], verdicts: [verdict] });
});

test('who shuts the way to one file shuts the others, and nobody blames the token', () => {
  const { verdicts } = told(['acme/x', 'acme/y', 'other/z'], { 'acme/x': WALL }, { status: 403 });
  expect(verdicts).toEqual([SHUT, ['unexpected-answer', 'elsewhere', 'inferred'], ['ok', 'unasked', 'confirmed']]);
});

test.each([REGION, say.REFUSED, say.PENDING])(
  'a refusal that a cache had stored was said to somebody else: %j',
  (result) => {
    const { verdicts } = told(['acme/x', 'acme/y'], { 'acme/x': result }, { cached: true });
    expect(verdicts).toEqual([
      ['ok', 'unclear', 'confirmed'],
      ['ok', 'unasked', 'confirmed'],
    ]);
  },
);

test('a region is said of all that an owner has; other words only of the repo', () => {
  const region = told(['acme/x', 'ACME/y', 'other/z'], { 'acme/x': REGION }).verdicts;
  expect(region).toEqual([
    ['region-blocked', undefined, 'confirmed'],
    ['region-blocked', 'elsewhere', 'inferred'],
    ['ok', 'unasked', 'confirmed'],
  ]);
  expect(told(['acme/x', 'acme/y'], { 'acme/x': say.REFUSED }).verdicts[1]).toEqual(['ok', 'unasked', 'confirmed']);
});

test('what cannot be blocked so is not asked about: no owner, or the account itself', () => {
  expect(told(['gpt2', 'Ada/x'], {})).toEqual({ asked: [], verdicts: [OK, OK] });
});

test('what was no yes of auth-check is left as it is', () => {
  const verdicts = [allowed(undefined, { detail: { grounds: 'file' } })];
  expect(told(['acme/x'], {}, { verdicts })).toEqual({ asked: [], verdicts: [OK] });
  expect(told(['acme/x:write'], {}).asked).toEqual([]);
  // The window was spent, and the file was the answer.
  expect(told(['acme/x', 'acme/y'], {}, { served: 'acme/x' })).toEqual({ asked: [], verdicts: [OK, OK] });
});

test("without a token nobody asks; a renamed repo is its new owner's", () => {
  const input = { token: { state: 'missing' } } as const;
  expect(told(['acme/x'], { 'acme/x': say.YES }, { input }).asked).toEqual(['acme/x!']);
  expect(told(['acme/x'], {}, { verdicts: [allowed('ada/x')] }).asked).toEqual([]);
});
