/** The values of an input, in words: every input has a sentence that fits what it takes, or takes any text. */
import { expect, test } from '@jest/globals';
import { valuesOf } from '../../../src/domain/inputs/input-words';
import { INPUTS } from '../../../src/domain/inputs';

const FORMS = {
  words: /^Values: (?:`[^`]+`, )*`[^`]+` or `[^`]+`\.$/,
  flag: /^Values: `true` or `false`\.$/,
  number: /^(?:A whole number|Whole days|Seconds), \d+ to \d+\.$/,
  text: /^For example `[^`]+`\.$/,
  lines: /^$/,
  secret: /^$/,
  context: /^$/,
} as const;

test.each(Object.entries(INPUTS))('%s', (_name, row) => {
  expect(valuesOf(row)).toMatch(FORMS[row.type.kind]);
});

test('every kind of input is among them', () => {
  expect(new Set(Object.values(INPUTS).map(({ type }) => type.kind))).toEqual(new Set(Object.keys(FORMS)));
});
