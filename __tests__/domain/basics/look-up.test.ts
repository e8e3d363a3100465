import { expect, test } from '@jest/globals';
import { lookUp } from '../../../src/domain/basics/look-up';

test('a table has its own words only', () => {
  const words = ['here', 'elsewhere', 'constructor', 'toString', '__proto__'];
  expect(words.map((word) => lookUp({ here: 1 }, word))).toEqual([1, undefined, undefined, undefined, undefined]);
});
