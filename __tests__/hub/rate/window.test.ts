import { expect, test } from '@jest/globals';
import { budgetOf, newRateWindow, observe } from '../../../src/hub/rate/window';

test('replies of one window overtake each other: the smallest number and the earliest end count', () => {
  const window = newRateWindow();
  observe(window, { bucket: 'api', remaining: 8, resetSeconds: 100 }, 0);
  observe(window, { bucket: 'api', remaining: 9, resetSeconds: 102 }, 0);
  expect(window.reading).toMatchObject({ remaining: 8, resetAt: 100_000 });
  observe(window, { bucket: 'api', remaining: 5, resetSeconds: 98 }, 0);
  expect(window.reading).toMatchObject({ remaining: 5, resetAt: 98_000 });
});

test('a later window takes the place of an earlier one, and is not given up for it', () => {
  const window = newRateWindow();
  observe(window, { bucket: 'api', remaining: 1, resetSeconds: 100 }, 0);
  observe(window, { bucket: 'api', remaining: 9, resetSeconds: 300 }, 50_000);
  expect(window.reading).toMatchObject({ remaining: 9, resetAt: 350_000 });
  observe(window, { bucket: 'api', remaining: 0, resetSeconds: 40 }, 60_000);
  expect(window.reading).toMatchObject({ remaining: 9, resetAt: 350_000 });
});

test('a window is as spent as it was told until a second behind its end, which is told in whole seconds', () => {
  const window = newRateWindow();
  observe(window, { bucket: 'api', remaining: 0, resetSeconds: 100 }, 0);
  expect([99_000, 100_000, 100_999].map((now) => budgetOf(window, now))).toEqual([0, 0, 0]);
  expect(budgetOf(window, 101_000)).toBe(Infinity);
});
