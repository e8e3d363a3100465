/** The sentences of every code, where others are called anything. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { foreign } from '../domain/text/foreign';
import { ALL_CODES } from './fixture';
import { activeTexts } from './variants';

test.each(ALL_CODES)('%s: is inert in Markdown, and one line, whatever others are called', (code) => {
  fc.assert(
    fc.property(foreign, (said) => {
      expect(activeTexts(code, said)).toEqual([]);
    }),
    { numRuns: 5 },
  );
});

test.each(ALL_CODES)(
  '%s: is inert, and one line, where others are called what Markdown and a runner would act on',
  (code) => {
    expect(activeTexts(code, '@octocat <b>\ud800 https://evil.example `x` | ##[error]::add-mask::')).toEqual([]);
  },
);
