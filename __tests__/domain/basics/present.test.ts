import { expect, test } from '@jest/globals';
import { present } from '../../../src/domain/basics/present';

test('only what is undefined is left out', () => {
  expect(Object.keys(present({ a: undefined, b: null, c: 0, d: '', e: false }))).toEqual(['b', 'c', 'd', 'e']);
});
