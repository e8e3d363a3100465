import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { forMarkdown, plain, foreignProse } from '../../../src/domain/text/escape';

const NASTY = [
  '::error::x',
  '::add-mask::a',
  '##[error]x',
  '###[group]',
  '\u001b[31mred\u001b[0m',
  '\u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007',
  '\u009b31m',
  '\u202Egnp.exe',
  '\u2066\u200B\uFEFF\u00AD\u3164',
  '<script>alert(1)</script>',
  '<!-- hf-auth-preflight:x -->',
  '![x](https://evil.example/x.png)',
  '[a](javascript:alert(1))',
  '@octocat',
  'acme/x#1',
  'GH-1',
  'www.evil.example',
  'https://evil.example',
  'me@evil.example',
  ':tada:',
  '`code` ``',
  '| a | b |',
  '\\`',
  '$`x`$',
  '\r\n# Title\n- [ ] x',
  '\u2028\u2029\u0085',
  '\ud800',
  '\u{1F600}',
];

const foreign = fc
  .array(
    fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 20 }), fc.string({ maxLength: 20 })),
    {
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(''));

describe('plain', () => {
  test('is one bounded line that steers no terminal and commands no runner', () => {
    fc.assert(
      fc.property(foreign, (text) => {
        const shown = plain(text);
        expect(shown.length).toBeLessThanOrEqual(300);
        expect(shown).not.toMatch(/[\p{C}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}]/u);
        expect(shown).not.toMatch(/::|##\[/);
        expect(shown.isWellFormed()).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('is the same when done twice', () => {
    fc.assert(
      fc.property(foreign, (text) => {
        expect(plain(plain(text))).toBe(plain(text));
      }),
    );
  });

  test.each([
    ['a plain sentence, kept.', 'a plain sentence, kept.'],
    ['\u001b[1;31mred\u001b[0m', 'red'],
    // Where the beginnings were each read to the end, a long text of them took hours.
    ['\u009b]a\u009b]b\u0007c', ']ac'],
    ['two\nlines\tand  blanks ', 'two lines and blanks'],
    ['::error::x', ': :error: :x'],
    ['a ##[error]b', 'a # #[error]b'],
    ['x'.repeat(301), `${'x'.repeat(299)}…`],
    [`${'x'.repeat(298)}\u{1F600}y`, `${'x'.repeat(298)}…`],
  ])('%j', (text, shown) => {
    expect(plain(text)).toBe(shown);
  });
});

describe('forMarkdown', () => {
  test('is exactly one code span, on one line, with nothing that ends it or a table cell', () => {
    fc.assert(
      fc.property(foreign, (text) => {
        const shown = forMarkdown(text);
        expect(shown).toMatch(/^`[^`|\n\r]+`$|^\(empty\)$/);
      }),
      { numRuns: 2_000 },
    );
  });

  test('nothing is told to be nothing', () => {
    expect(forMarkdown('\u200B')).toBe('(empty)');
  });
});

describe('foreignProse', () => {
  /** What is left outside code spans has only letters, digits and the punctuation of a sentence. */
  test('leaves nothing outside code spans that Markdown, HTML or GitHub would act on', () => {
    fc.assert(
      fc.property(foreign, (text) => {
        const outside = foreignProse(`The account ${plain(text)} may not.`).replace(/`[^`]+`/g, '');
        expect(outside).toMatch(/^[A-Za-z0-9 '"().,;:?-]*$/);
        expect(outside).not.toMatch(/www\.|:\/\/|\d{7}|[A-Za-z]-\d|^\s*(?:[-+*#>]|\d+[.)])/);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    ['It reads HF_TOKEN, not (X_Y).', 'It reads `HF_TOKEN`, not (`X_Y`).'],
    ['Ends on 2026-10-06, "soon".', 'Ends on 2026-10-06, "soon".'],
    ["The Hub's own 1.0 words", "The Hub's own 1.0 words"],
    ['hello @octocat', 'hello `@octocat`'],
    ['Write `a: ${{ b }}` | here', 'Write `a: ${{ b }}` `¦` here'],
    ['see GH-12 and abc1234', 'see `GH-12` and `abc1234`'],
  ])('%j', (sentence, shown) => {
    expect(foreignProse(sentence)).toBe(shown);
  });
});
