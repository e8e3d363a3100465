/** Where code asks for one operation, kind of repo or code by its name, in place of reading a column of its table. */
import { CODE_NAMES } from '../../src/domain/hub/codes';
import { REPO_TYPES } from '../../src/domain/hub/kinds';
import { OPERATION_NAMES } from '../../src/domain/hub/operations';
import { roomOf, type Scan } from './scan';

const WORDS = new Set<string>([...OPERATION_NAMES, ...REPO_TYPES, ...CODE_NAMES]);

/** Words that are also members of other unions; they count only where the thing compared is called one of `NAMES`. */
const SHARED = new Set<string>([
  // Probes and the roles of tokens.
  ...['read', 'write'],
  // Answers to a probe, why there is none, and refusals.
  ...['not-found', 'revision-not-found', 'disabled', 'gated', 'hub-error', 'rate-limited'],
  ...['org-token-policy', 'org-token-revoked'],
  // Reasons to block a run.
  'token-missing',
]);
const NAMES = new Set(['operation', 'type', 'code', 'repoType', 'doing']);

/**
 * The Hub that the demo talks to has a permission model of its own, and must not share the tables that it is there to
 * test.
 */
const FREE_ROOMS = ['simulator'];

/** A word of the tables, or the beginning that many have in common (`gate-`). */
function beginsOne(text: string): boolean {
  return text !== '' && [...WORDS].some((word) => word.startsWith(text));
}

/** One sentence for each such comparison. */
export function spelledOut({ path, comparisons }: Scan): string[] {
  if (FREE_ROOMS.includes(roomOf(path))) return [];
  return comparisons
    .filter(({ word, subject }) => (NAMES.has(subject) ? beginsOne(word) : WORDS.has(word) && !SHARED.has(word)))
    .map(({ word, subject }) => `${path}: compares ${subject} with '${word}'; make it a column of the table`);
}
