/** Every text that is known, in the order in which a line is held against them: the first that fits is the line's. */
import type { Pattern } from './pattern';
import { CLIENTS } from './clients';
import { ENGINES } from './engines';
import { GIT, LFS } from './git';
import { KEYLESS } from './keyless';
import { LANGUAGES } from './languages';
import { NO_TOKEN } from './no-token';
import { OFFLINE_MODE } from './offline';
import { REMARKS } from './remarks';
import { REQUESTS } from './requests';
import { SENTENCES } from './sentences';
import { STATUS } from './status';
import { STORAGE, WIRE } from './wire';
import { WRAPPERS } from './wrappers';

const PATTERNS: readonly Pattern[] = [
  ...REQUESTS,
  ...STORAGE,
  ...LFS,
  ...ENGINES,
  ...LANGUAGES,
  ...SENTENCES,
  ...KEYLESS,
  ...WRAPPERS,
  ...CLIENTS,
  ...NO_TOKEN,
  ...GIT,
  ...WIRE,
  ...OFFLINE_MODE,
  ...REMARKS,
  ...STATUS,
];

/** The words by which lines are looked for; a line without any of them is never held against a row. */
export const WORDS: readonly string[] = [
  ...new Set(PATTERNS.flatMap(({ words, isNone }) => (isNone === true ? [] : words))),
].filter((word, _, all) => !all.some((other) => other !== word && word.includes(other)));

/** The row whose text a line has. */
export function patternOf(line: string): Pattern | undefined {
  return PATTERNS.find(({ text, words }) => words.some((word) => line.includes(word)) && text.test(line));
}
