import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  capitalized,
  code,
  listed,
  markdownText,
  name,
  plainText,
  prose,
  sentences,
  text,
  words,
} from '../../../src/domain/text/parts';
import { foreign } from './foreign';

const hostile = fc.oneof(
  foreign.map((said) => name(said)),
  foreign.map((said) => code(said)),
  foreign.map(prose),
);

describe('a sentence with text of others', () => {
  test('is inert in Markdown but for its code spans', () => {
    fc.assert(
      fc.property(hostile, hostile, (one, two) => {
        const shown = markdownText(text`The account ${one}${two} may not, or ${two}.`);
        expect(shown).not.toMatch(/\n/);
        // Whatever stands outside the spans is of our own letters.
        expect(shown.replace(/`[^`]+`/g, '')).toMatch(/^[A-Za-z0-9 '"().,;:?-]*$/);
        expect(shown.replace(/`[^`]+`/g, '')).not.toMatch(/www\.|:\/\//);
      }),
      { numRuns: 500 },
    );
  });

  test('is one line that commands no runner and steers no terminal', () => {
    fc.assert(
      fc.property(hostile, hostile, (one, two) => {
        const shown = plainText(text`x:${one}${two}:#${two}`);
        expect(shown).not.toMatch(/[\p{C}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}]|::|##\[/u);
        expect(shown.length).toBeLessThanOrEqual(2_000);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a sentence', () => {
  const said = text`set ${code('deadline: 360')} for ${name('acme/x')}, ${2} times`;

  test('shows what is to be typed in every medium, and sets names apart where it can', () => {
    expect(plainText(said)).toBe('set `deadline: 360` for acme/x, 2 times');
    expect(markdownText(said)).toBe('set `deadline: 360` for `acme/x`, 2 times');
  });

  test('starts with a capital, but a name stays as it is', () => {
    expect(plainText(capitalized(said))).toMatch(/^Set /);
    expect(plainText(capitalized(text`${name('huggingface_hub')} reads`))).toBe('huggingface_hub reads');
    expect(capitalized([])).toEqual([]);
  });

  test('follows another with a blank, and an empty one leaves none', () => {
    expect(plainText(sentences(text`One.`, [], text`Two.`))).toBe('One. Two.');
  });
});

test('two code spans side by side stay two', () => {
  expect(markdownText(text`${name('a')}${name('b')}`)).toBe('`a` `b`');
});

describe('a list of names', () => {
  const names = (number: number) => Array.from({ length: number }, (_, at) => words(`n${at}`));

  test.each([
    [0, ''],
    [1, 'n0'],
    [2, 'n0 or n1'],
    [3, 'n0, n1 or n2'],
  ])('%i', (number, shown) => {
    expect(plainText(listed(names(number), 'or'))).toBe(shown);
  });

  test('a long one is counted', () => {
    expect(plainText(listed(names(20)))).toMatch(/, n18 and n19$/);
    expect(plainText(listed(names(30)))).toMatch(/, n19 and 10 more$/);
  });
});
