/** No line of a log is taken for a message that is not there. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { onGitHub } from './failures';
import { INNOCENT } from './innocent';
import { INNOCENT_BESIDE } from './innocent-beside';
import { INNOCENT_LATER } from './innocent-later';
import { INNOCENT_OTHERS } from './innocent-others';
import { codesIn, findingsIn } from './read';
import { PREFIXES } from './reported';

const LOGS = Object.entries({ ...INNOCENT, ...INNOCENT_BESIDE, ...INNOCENT_OTHERS, ...INNOCENT_LATER });
/** Each in a step of its own. */
const joined = (logs: readonly string[]) => logs.join('\n##[error]Process completed with exit code 1.\n');

test('there are many of them', () => {
  expect(LOGS.length).toBeGreaterThanOrEqual(158);
});

test.each(LOGS)('%s', (_, log) => {
  expect(findingsIn(log)).toEqual([]);
  expect(findingsIn(onGitHub(log, { script: 'make all', env: 'HF_TOKEN: ***' }))).toEqual([]);
});

test.each(Object.entries(PREFIXES))('with what is put before each line by %s', (_, prefix) => {
  for (const [name, log] of LOGS) {
    const lines = log.split('\n').map((line) => `${prefix}${line}`);
    expect([name, findingsIn(lines.join('\n'))]).toEqual([name, []]);
  }
});

test('all of them, one after the other', () => {
  expect(findingsIn(joined(LOGS.map(([, log]) => log)))).toEqual([]);
});

test('any of them, in any order', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(LOGS.map(([, log]) => log)), (logs) => codesIn(joined(logs)).length === 0),
    { numRuns: 60 },
  );
});

test('any text at all', () => {
  fc.assert(fc.property(fc.string({ maxLength: 400, unit: 'grapheme' }), (text) => codesIn(text).length === 0));
});

test('numbers, paths and words of ordinary logs', () => {
  const word = fc.constantFrom(
    ...['401', '403', '404', '429', '503', 'error', 'token', 'status', 'gated', 'model', 'expired', 'Forbidden'],
    ...['Unauthorized', 'repository', 'not', 'found', 'access', 'denied', 'https://example.com/x', '(401)', 'code:'],
  );
  fc.assert(
    fc.property(fc.array(fc.array(word, { maxLength: 12 }), { maxLength: 12 }), (lines) => {
      return codesIn(lines.map((words) => words.join(' ')).join('\n')).length === 0;
    }),
  );
});
