import { expect, test } from '@jest/globals';
import { patienceFor } from '../../src/action/github/patience';

const START = Date.parse('2026-11-22T12:00:00Z');
const report = { startedAt: new Date(START).toISOString() };
const inputs = (deadline: string, wait = '0') => ({ INPUT_DEADLINE: deadline, 'INPUT_WAIT-FOR-ACCESS': wait });

test.each([
  ['an early end leaves all of it', inputs('120'), 2_000, 15_000],
  ['a short deadline leaves less', inputs('5'), 5_000, 3_500],
  ['the wait for gates is not counted', inputs('5', '60'), 65_000, 3_500],
  ['after the deadline one request has a chance', inputs('5'), 9_000, 700],
  ['bad input counts as none', inputs('soon'), 110_000, 13_500],
  ['no input is the default', {}, 110_000, 13_500],
])('%s', (_what, env, goneMs, expected) => {
  expect(patienceFor(report, env, START + goneMs)).toBe(expected);
});
