/** A sample of the reports and texts that `npm run prove` takes 60,000 and 300,000 new ones of; here they are the same for every change. */
import { expect, test } from '@jest/globals';
import { mergeFigures, parserCalls } from './inputs';

const SEED = 20_261_127;

test('no changed report makes a merged one better than the whole one in it, nor shows a token', () => {
  const { reports, refused, merged, wrong } = mergeFigures(1_000, SEED);
  expect(wrong).toEqual([]);
  expect(refused + merged).toBe(reports);
  // Worth something only where many are refused and some are believed.
  expect(refused).toBeGreaterThan(100);
  expect(merged).toBeGreaterThan(20);
});

test('no parser fails on any text', () => {
  expect(parserCalls(4_000, SEED)).toBeGreaterThanOrEqual(4_000);
});
