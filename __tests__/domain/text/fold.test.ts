import { expect, test } from '@jest/globals';
import { foldings } from '../../../src/domain/text/fold';

test.each([
  ['the last code point', 'a&#x10ffff;b', true],
  ['the last code point, in decimal', 'a&#1114111;b', true],
  ['beyond the last code point', 'a&#x110000;b', false],
  ['a dot', 'a&#x2e;b', true],
  ['a terminal’s sequence without its escape character', 'a[31mb', true],
])('an escape between two letters: %s', (_what, text, isUndone) => {
  expect(foldings(text).includes('ab')).toBe(isUndone);
});

test('escapes of escapes are undone, three times and no more', () => {
  expect(foldings('a%252562c')).toContain('abc');
  expect(foldings('a%25252562c')).not.toContain('abc');
});

test('UTF-8 that was read byte by byte is undone, and nothing is where a character is no byte', () => {
  const bytes = Buffer.from('ä', 'utf8').toString('latin1');
  expect(foldings(`x${bytes}`)).toContain('xa');
  expect(foldings('x\u00ff')).toHaveLength(3);
  expect(foldings('x\u0100')).toHaveLength(2);
});
