import { describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/domain/report/report';
import type { Remedy } from '../../src/domain/report/remedy';
import { plainText, type Text } from '../../src/domain/text/parts';
import { invalidReport } from '../../src/report/invalid';
import { streamJson } from '../../src/report/render/json';
import { ALL_CODES, caseOf, POLICIES, reportOfCase, reportWith, requestFor, SURROUNDINGS, TOKEN } from './fixture';

/** Nothing in these reports has to be escaped, so that they are to come out as they are, but for sentences and pages. */
const whole = (report: Report) => `${JSON.stringify({ ...report, pages: undefined }, asWire, 2)}\n`;

function asWire(name: string, value: unknown): unknown {
  if (name === 'message') return plainText(value as Text);
  if (name === 'caveats') return (value as Text[]).map(plainText);
  if (name !== 'remedy') return value;
  const { text, page } = value as Remedy;
  return { text: plainText(text), url: page?.url };
}

const joined = (report: Report) => [...streamJson(report)].join('');

const { requirement, verdict } = caseOf('gate-pending');
const full = reportWith(ALL_CODES.map(caseOf), {
  token: { ...TOKEN, expiresAt: '2026-12-01T10:00:00Z' },
  runner: [{ client: 'git', source: '~/.netrc', sameAsChecked: false, note: 'It\nhas two lines' }],
  facts: [
    { code: 'offline-mode', variable: 'HF_HUB_OFFLINE' },
    { code: 'account-mismatch', expectedAccounts: ['x'], expectedOrgs: [] },
  ],
  rateLimit: { bucket: 'api', remaining: 3, limit: 500, resetSeconds: 12 },
});

describe('the pieces are what JSON.stringify makes of the whole', () => {
  test.each<readonly [string, Report]>([
    ['no check, no finding', reportWith([])],
    ['one check', reportOfCase(caseOf('ok'))],
    [
      'a check without evidence and without a place',
      reportWith([{ requirement: { ...requirement, sources: [] }, verdict: { ...verdict, evidence: [] } }]),
    ],
    ['every code and every optional field', full],
    ['a field that this version does not know, at the end', { ...full, later: [{ a: [] }, {}] } as Report],
    ['strings with quotes, backslashes and line breaks', { ...full, endpoint: 'a"b\\n\n\u2028}],\n    {é😀' }],
    [
      'bad input',
      invalidReport({
        problems: [
          { input: 'models', line: 3, rule: 'x', quote: 'acme/x' },
          { input: 'timeout', rule: 'y' },
        ],
        policies: POLICIES,
        endpoint: 'https://huggingface.co',
        ciContext: SURROUNDINGS,
        startedAt: 0,
      }),
    ],
  ])('%s', (_, report) => {
    expect(joined(report)).toBe(whole(report));
  });
});

/** Ids as long as a list of repos has them, in as many checks as make several pieces. */
const long = reportWith(
  Array.from({ length: 2_000 }, (_, index) => ({ requirement: requestFor(`acme/model-${String(index)}`), verdict })),
);

test('a long list comes in pieces that stay small, each of whole checks', () => {
  const pieces = [...streamJson(long)];
  expect(pieces.join('')).toBe(whole(long));
  expect(pieces.length).toBeGreaterThan(10);
  for (const piece of pieces) expect(piece.length).toBeLessThan(80_000);
  for (const piece of pieces.slice(0, -1)) expect(piece).toMatch(/\n {4}\}$/);
});
