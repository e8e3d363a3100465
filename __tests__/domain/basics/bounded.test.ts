import { expect, test } from '@jest/globals';
import { createBounded } from '../../../src/domain/basics/bounded';

test('so many are under way at a time, in their order, and the rest is told', async () => {
  const items = Array.from({ length: 7 }, (_, index) => index);
  const bounded = createBounded(items, 3);
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const left: number[] = [bounded.left()];
  const all = bounded.run((item) => {
    begun.push(item);
    left.push(bounded.left());
    return new Promise((resolve) => ends.push(resolve));
  });
  expect(begun).toEqual([0, 1, 2]);
  // Whichever is over first lets the next one begin.
  for (const end of [2, 0, 3, 1, 4, 5, 6]) {
    ends[end]?.();
    await new Promise(setImmediate);
  }
  await all;
  expect(begun).toEqual(items);
  expect(left).toEqual([7, 6, 5, 4, 3, 2, 1, 0]);
});

test('nothing to do is done', async () => {
  const never = () => Promise.reject(new Error('none'));
  await expect(createBounded([], 3).run(never)).resolves.toBeUndefined();
});

test('what goes wrong comes out', async () => {
  await expect(createBounded([1], 3).run(() => Promise.reject(new Error('bad')))).rejects.toThrow('bad');
});
