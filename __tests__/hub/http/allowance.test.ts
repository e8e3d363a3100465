import { expect, test } from '@jest/globals';
import { Allowance } from '../../../src/hub/http/allowance';

test('a connection that ends is worth as many requests again as it answered, or an eighth of what it was given', () => {
  const allowance = new Allowance(100);
  expect(allowance.now()).toBe(100);
  allowance.lost(40, 100);
  expect(allowance.now()).toBe(40);
  allowance.lost(0, 40);
  expect(allowance.now()).toBe(5);
  allowance.lost(0, 5);
  expect(allowance.now()).toBe(1);
});

test('a refused stream costs a sixteenth, and never the last one', () => {
  const allowance = new Allowance(100);
  allowance.refused(32);
  expect(allowance.now()).toBe(30);
  allowance.refused(0);
  expect(allowance.now()).toBe(1);
});

test('replies make room again, up to what it began with', () => {
  const allowance = new Allowance(3);
  allowance.lost(1, 3);
  for (let replies = 0; replies < 4; replies += 1) allowance.answered();
  expect(allowance.now()).toBe(2);
  for (let replies = 0; replies < 40; replies += 1) allowance.answered();
  expect(allowance.now()).toBe(3);
});

test('eight connections in a row without a reply are enough, and a reply begins anew', () => {
  const allowance = new Allowance(10);
  for (let ended = 0; ended < 7; ended += 1) allowance.lost(0, 1);
  expect(allowance.isFruitful()).toBe(true);
  allowance.answered();
  for (let ended = 0; ended < 7; ended += 1) allowance.lost(0, 1);
  expect(allowance.isFruitful()).toBe(true);
  allowance.lost(0, 1);
  expect(allowance.isFruitful()).toBe(false);
});
