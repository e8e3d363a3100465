/** Which programs may start a known command, by their words. */
import { PROGRAM_WORDS } from './commands';

/** A program with a call of the table has one of these. */
export const START_WORDS: readonly string[] = [
  'subprocess',
  ...['system', 'popen', 'exec', 'spawn', 'posix_spawn'].map((name) => `os.${name}`),
  'from os',
  'asyncio',
  'anyio',
  'trio',
  'shlex',
  'get_ipython',
  'modal',
  'invoke',
  'fabric',
  'nox',
  'dagger',
  'airflow',
  'sglang',
  'import sh',
  'from sh',
];

const STARTS = new RegExp(`\\b(?:${START_WORDS.join('|').replaceAll('.', '\\.')})`);
// What stands before a word is looked at last: at most places there is no word.
const COMMANDS = new RegExp(
  `(${PROGRAM_WORDS.join('|').replaceAll('.', '\\.')})(?!\\w)(?<![\\w.]\\1)|(?:huggingface|hf)\\.co/`,
);

/** Whether a program can start a known command: it has both a call of the table and a command, as words. */
export function mayStart(text: string): boolean {
  return STARTS.test(text) && COMMANDS.test(text);
}
