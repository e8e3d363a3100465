/** The search for many words at once finds what looking for each of them finds. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LOOKED_FOR } from '../../src/explain';
import { Words } from '../../src/explain/patterns/words';

function slowly(words: readonly string[], text: string, { from, limit }: { from: number; limit: number }): number {
  const places = words.map((word) => text.indexOf(word, from)).filter((at) => at >= 0 && at < limit);
  return Math.min(...places, Infinity);
}

const few = fc.constantFrom('a', 'b', '4', ' ', '\u00e9', '\n');
const word = fc.string({ unit: few, minLength: 3, maxLength: 7 });
const text = fc.string({ unit: few, maxLength: 60 });
const place = fc.nat({ max: 60 });

test('any words in any text, from any place up to any other', () => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), text, place, place, (words, log, from, limit) => {
      const found = new Words(words).first(log, from, limit);
      const slow = slowly(words, log, { from, limit });
      expect(found < 0 ? Infinity : found).toBe(slow);
    }),
    { numRuns: 2000 },
  );
});

test('each word that explain looks for, at the beginning, at the end and in between', () => {
  const words = new Words(LOOKED_FOR);
  const places = LOOKED_FOR.flatMap((one) =>
    ['', 'x', 'a longer line, and then '].flatMap((before) =>
      ['', ' and more\n'].map((after) => ({
        one,
        found: words.first(`${before}${one}${after}`, 0, Infinity),
        at: before.length,
      })),
    ),
  );
  expect(places.filter(({ found, at }) => found !== at)).toEqual([]);
});

test('the words in a text are those that it includes', () => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), text, (words, log) => {
      const found = new Set(new Words(words).in(log));
      expect(found).toEqual(new Set(words.filter((one) => log.includes(one))));
    }),
    { numRuns: 2000 },
  );
});

test('what is no Latin-1 is passed over', () => {
  expect(new Words(['abc']).first('\u6a21\u578b\u4e0b\u8f7dabc', 0, Infinity)).toBe(4);
});

test('no word is so short that little can be skipped', () => {
  expect(LOOKED_FOR.filter(({ length }) => length < 5)).toEqual([]);
});
