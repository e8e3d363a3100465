/** Every text that is known, in the order in which a line is held against them: the first that fits is the line's. */
import { Words } from './words';
import type { Pattern } from './pattern';
import { CLIENTS } from './clients';
import { ENGINES } from './engines';
import { EXCEPTIONS } from './exceptions';
import { GIT, LFS } from './git';
import { GIT_LANGUAGES } from './git-languages';
import { KEYLESS } from './keyless';
import { LANGUAGES } from './languages';
import { NO_TOKEN } from './no-token';
import { OFFLINE_MODE } from './offline';
import { OWN_REMARKS, OWN_WORDS } from './own-words';
import { REMARKS } from './remarks';
import { REQUESTS } from './requests';
import { Rows } from './rows';
import { SENTENCES } from './sentences';
import { STATUS } from './status';
import { STORAGE, XET_REMARKS } from './storage';
import { WIRE } from './wire';
import { WRAPPERS } from './wrappers';

/** Every row, in that order. */
export const PATTERNS: readonly Pattern[] = [
  ...REQUESTS,
  ...STORAGE,
  ...LFS,
  ...ENGINES,
  ...LANGUAGES,
  ...SENTENCES,
  ...KEYLESS,
  ...OWN_WORDS,
  ...WRAPPERS,
  ...CLIENTS,
  ...NO_TOKEN,
  ...GIT,
  ...GIT_LANGUAGES,
  ...WIRE,
  ...OFFLINE_MODE,
  ...OWN_REMARKS,
  ...REMARKS,
  ...EXCEPTIONS,
  ...STATUS,
  ...XET_REMARKS,
];

/** The rows of the Hub's own sentences. */
const STATED = SENTENCES.filter(({ causes }) => causes.length > 0);
const ALL = new Rows(PATTERNS);
const OF_HUB = new Rows(STATED);

/** Words that are left of a sentence where a line ends within those that it is known by. */
const HALVES: readonly string[] = [
  ...['enable access to public', 'gated repositories', 'Your request to access', 'awaiting a', 'been rejected by'],
  ...[
    'the authorized list',
    'authenticated to access',
    'have access to it',
    'must be authenticated',
    'User Access Token',
  ],
  ...['We had to rate', 'rate limit your', 'hit the quota of', 'Access to this resource', 'a query parameter'],
  ...['You have read access', 'the required permissions', "don't have the rights", 'under this namespace'],
];

/** Words of a sentence, or of a part of one. */
const PARTS: readonly string[] = [...new Set([...STATED.flatMap(({ words }) => words), ...HALVES])];

const PART = new Words(PARTS);

/** Whether a text has words of a sentence. */
export function hasPart(text: string): boolean {
  return PART.first(text, 0, Infinity) >= 0;
}

/** Where a sentence of the Hub begins in a text. */
export function sentenceIn(text: string): number | undefined {
  return OF_HUB.of(text)?.text.exec(text)?.index;
}

/** The words by which lines are looked for; a line without any of them is never held against a row. */
export const WORDS: readonly string[] = [
  ...new Set([...PATTERNS.flatMap(({ words, isNone }) => (isNone === true ? [] : words)), ...PARTS]),
].filter((word, _, all) => !all.some((other) => other !== word && word.includes(other)));

/** The row whose text a line has. */
export function patternOf(line: string): Pattern | undefined {
  return ALL.of(line);
}
