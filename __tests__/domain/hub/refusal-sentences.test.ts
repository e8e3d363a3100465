/** The table of sentences by itself; `hub/sentences.test.ts` has what each is seen in. */
import { expect, test } from '@jest/globals';
import { CODES, CODE_NAMES } from '../../../src/domain/hub/codes';
import { SENTENCES } from '../../../src/domain/hub/refusal-sentences';

test('every code that the Hub states has a sentence, and no other code', () => {
  const stated = CODE_NAMES.filter((code) => 'stated' in CODES[code]);
  const named = [...new Set(SENTENCES.map(({ refusal }) => refusal))].filter((one) => one in CODES);
  expect(named.filter((one) => !stated.some((code) => code === one))).toEqual([]);
  expect(stated.filter((code) => !named.some((one) => one === code))).toEqual([]);
});

test.each(SENTENCES)('$refusal, $source', ({ statuses, words, source, inLogs }) => {
  expect(source).not.toBe('');
  expect(statuses.filter((status) => status < 400 || status > 599)).toEqual([]);
  // Held against lower case, from anywhere in the sentence.
  expect(words.source.replace(/\\[A-Z]/g, '')).not.toMatch(/[A-Z]/);
  expect(words.test('')).toBe(false);
  for (const part of inLogs?.parts ?? []) expect(part.length).toBeGreaterThan(4);
});
