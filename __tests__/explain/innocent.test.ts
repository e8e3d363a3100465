/** No line of a log is taken for a message that is not there. */
import { expect, test } from '@jest/globals';
import { onGitHub } from './failures';
import { INNOCENT_LOGS, joined } from './innocent-logs';
import { findingsIn } from './read';

test('there are many of them', () => {
  expect(INNOCENT_LOGS.length).toBeGreaterThanOrEqual(370);
});

test.each(INNOCENT_LOGS)('%s', (_, log) => {
  expect(findingsIn(log)).toEqual([]);
  expect(findingsIn(onGitHub(log, { script: 'make all', env: 'HF_TOKEN: ***' }))).toEqual([]);
});

test('all of them, one after the other', () => {
  expect(findingsIn(joined(INNOCENT_LOGS.map(([, log]) => log)))).toEqual([]);
});
