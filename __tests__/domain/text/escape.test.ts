import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { foreign } from './foreign';
import { RUNS } from '../../support/fuzz';
import { forMarkdown, plain, foreignProse } from '../../../src/domain/text/escape';

describe('plain', () => {
  test('is one bounded line that steers no terminal and commands no runner', () => {
    fc.assert(
      fc.property(foreign, (text) => {
        const shown = plain(text);
        expect(shown.length).toBeLessThanOrEqual(300);
        expect(shown).not.toMatch(/[\p{C}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}]/u);
        expect(shown).not.toMatch(/::|##[a-z]*\[/i);
        expect(shown.isWellFormed()).toBe(true);
      }),
      { numRuns: RUNS },
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
    ['##vso[task.setvariable variable=x]y', '# #vso[task.setvariable variable=x]y'],
    ['a ##VSO[task.complete result=Succeeded;]', 'a # #VSO[task.complete result=Succeeded;]'],
    ["##teamcity[buildStatus status='SUCCESS']", "# #teamcity[buildStatus status='SUCCESS']"],
    ['###vso[x]', '## #vso[x]'],
    ['section_start:0:x\r\u001b[0Kx', 'section_start:0:x x'],
    ['travis_fold:start:x\r\u001b[0Kx', 'travis_fold:start:x x'],
    ['a\n--- :x:\n+++ y\n^^^ +++', 'a --- :x: +++ y ^^^ +++'],
    ['\u001b]1338;url=https://evil.example\u0007x', 'x'],
    ['\u001b_bk;t=1764230000000\u0007x', 'x'],
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
      { numRuns: RUNS },
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
      { numRuns: RUNS },
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
