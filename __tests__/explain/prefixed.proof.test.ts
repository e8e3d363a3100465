/** Logs as other systems write them, and any text: the findings do not depend on what stands before a line. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FAILURES } from './failures';
import { INNOCENT_LOGS, joined } from './innocent-logs';
import { codesIn, findingsIn } from './read';
import { PREFIXES } from './reported';
import { THREAD_LOGS } from './thread-logs';

test.each(Object.entries(PREFIXES))('innocent logs stay so with what is put before each line by %s', (_, prefix) => {
  for (const [name, log] of INNOCENT_LOGS) {
    const lines = log.split('\n').map((line) => `${prefix}${line}`);
    expect([name, findingsIn(lines.join('\n'))]).toEqual([name, []]);
  }
});

test('any of them, in any order', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(INNOCENT_LOGS.map(([, log]) => log)), (logs) => codesIn(joined(logs)).length === 0),
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

test.each(Object.entries(PREFIXES))('the same findings with what is put before each line by %s', (_, prefix) => {
  const told = (log: string) =>
    findingsIn(log).map(({ line, repo, tool, causes }) => ({
      line,
      repo,
      tool,
      codes: causes.map(({ code }) => code),
    }));
  for (const { log } of [...Object.values(FAILURES), ...Object.values(THREAD_LOGS)]) {
    const lines = log.split('\n').map((line) => `${prefix}${line}`);
    expect(told(lines.join('\n'))).toEqual(told(log));
  }
});
