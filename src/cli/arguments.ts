/** The command line's grammar: words → what to do, or what is wrong with them. No word is ever repeated unredacted. */
import type { PlanInput } from '../domain/inputs';
import type { Problem } from '../domain/requirement';

/** What the words ask for. */
export type Command =
  | { readonly kind: 'help' | 'version' | 'demo' }
  | { readonly kind: 'usage'; readonly problems: readonly Problem[] }
  | {
      readonly kind: 'check';
      readonly inputs: Readonly<Partial<Record<PlanInput, string>>>;
      readonly json: boolean;
      readonly tokenFromStdin: boolean;
    }
  | {
      readonly kind: 'merge';
      /** Paths of reports. */
      readonly reports: readonly string[];
      readonly json: boolean;
      /** Where else it goes, as paths. */
      readonly files: Readonly<Partial<Record<MergeFile, string>>>;
    };

/** Options of `merge` that name a file: the merged report, Markdown to append, and outputs in the runner's form to append. */
const MERGE_FILES = ['report', 'summary', 'outputs'] as const;
export type MergeFile = (typeof MERGE_FILES)[number];

/** Options that take every word up to the next option. */
const LISTS = ['models', 'datasets', 'spaces'] as const;
type List = (typeof LISTS)[number];

/** Options that take one word. Where a report, a summary or a comment goes is the Action's business. */
const VALUES = [
  'list',
  'shard',
  'operation',
  'endpoint',
  'expected-account',
  'least-privilege',
  'check-runner',
  'on-missing-token',
  'on-denied',
  'on-unknown',
  'wait-for-access',
  'expires-within',
  'timeout',
  'retries',
  'concurrency',
  'deadline',
] as const satisfies readonly PlanInput[];

const WORDS: Readonly<Partial<Record<string, string>>> = { list: 'FILE', shard: 'K/N' };

export const USAGE = `Usage:
  hf-preflight check [ID...] [--datasets ID...] [--spaces ID...] [--list FILE] [options]
  hf-preflight merge REPORT... [--json] [--report FILE] [--summary FILE] [--outputs FILE]
  hf-preflight demo
  hf-preflight --help | --version

May this token do what the job is about to do? An ID is id[@revision][:operation] or an address of the Hub;
the operations are read, write, create and pull-request.

The token comes from HF_TOKEN, HUGGING_FACE_HUB_TOKEN or the saved login, in this order; never from an argument.
  --token-stdin              read it from standard input instead
  --json                     print the report as JSON
${VALUES.map((name) => `  --${name} ${WORDS[name] ?? 'VALUE'}`).join('\n')}

merge joins the JSON reports of shards, or of other jobs, into one result. It can also write it as JSON (--report), and add
it as Markdown to "$GITHUB_STEP_SUMMARY" (--summary) and as outputs to "$GITHUB_OUTPUT" (--outputs).

Exit code: 0 does not block, 1 blocked, 2 bad usage or input, 3 blocked by unknowns alone.
Inputs, codes and fixes: see the README and docs/troubleshooting.md.
`;

/** Reads the words after the command's name. */
export function parseArguments(words: readonly string[]): Command {
  const [command, ...rest] = words;
  if (command === undefined || command === '--help' || command === '-h' || command === 'help') return { kind: 'help' };
  if (command === '--version' || command === 'version') return { kind: 'version' };
  const parse = Object.hasOwn(COMMANDS, command) ? COMMANDS[command as keyof typeof COMMANDS] : undefined;
  if (parse === undefined) return usage('command', 'must be check, merge or demo');
  return asksForHelp(rest) ? { kind: 'help' } : parse(rest);
}

/** After `--` a word is a file's name or an id, whatever it looks like. */
function asksForHelp(words: readonly string[]): boolean {
  const end = words.indexOf('--');
  return (end < 0 ? words : words.slice(0, end)).some((word) => word === '--help' || word === '-h');
}

const COMMANDS = { check: parseCheck, merge: parseMerge, demo: parseDemo };

function parseDemo(words: readonly string[]): Command {
  return words.length === 0 ? { kind: 'demo' } : usage('demo', 'takes no arguments');
}

function usage(input: string, rule: string): Command {
  return { kind: 'usage', problems: [{ input, rule }] };
}

/** What has been read of the words of `check`. */
class Reading {
  readonly lists: Record<List, string[]> = { models: [], datasets: [], spaces: [] };
  readonly values = new Map<(typeof VALUES)[number], string>();
  readonly flags = new Set<string>();
  readonly problems: Problem[] = [];
}

function parseCheck(words: readonly string[]): Command {
  const reading = new Reading();
  const queue = [...words];
  let list: List = 'models';
  for (let word = queue.shift(); word !== undefined; word = queue.shift()) {
    if (word === '--') reading.lists[list].push(...queue.splice(0));
    else if (word.startsWith('-') && word !== '-') list = readOption(reading, word, queue) ?? 'models';
    else reading.lists[list].push(word);
  }
  if (reading.problems.length > 0) return { kind: 'usage', problems: reading.problems };
  const inputs: Partial<Record<PlanInput, string>> = Object.fromEntries(reading.values);
  for (const name of LISTS) inputs[name] = reading.lists[name].join('\n');
  return {
    kind: 'check',
    inputs,
    json: reading.flags.has('json'),
    tokenFromStdin: reading.flags.has('token-stdin'),
  };
}

/** Reads one option with its value; returns the list that the next bare words belong to. */
function readOption(reading: Reading, word: string, queue: string[]): List | undefined {
  const [, name = '', inline] = /^--([a-z-]+)(?:=([\s\S]*))?$/.exec(word) ?? [];
  const list = LISTS.find((known) => known === name);
  if (list !== undefined) {
    if (inline !== undefined) reading.lists[list].push(inline);
    return list;
  }
  const value = VALUES.find((known) => known === name);
  if (value !== undefined) {
    const given = inline ?? queue.shift();
    if (given === undefined) reading.problems.push({ input: `--${name}`, rule: 'needs a value' });
    else reading.values.set(value, given);
  } else if ((name === 'json' || name === 'token-stdin') && inline === undefined) {
    reading.flags.add(name);
  } else {
    reading.problems.push(name === 'token' ? TOKEN_ARGUMENT : { input: 'option', rule: unknownOption(name) });
  }
  return undefined;
}

/** Arguments are seen by every process of the machine and stay in the shell's history. */
const TOKEN_ARGUMENT: Problem = {
  input: '--token',
  rule: 'is not an option: a token is never an argument. Set HF_TOKEN, or use --token-stdin',
};

function unknownOption(name: string): string {
  return name === ''
    ? 'one of the options cannot be read; see --help'
    : `--${name.slice(0, 40)} is not known; see --help`;
}

/** More reports than a matrix has jobs are no reports of one. */
const MOST_REPORTS = 256;

function parseMerge(words: readonly string[]): Command {
  const reports: string[] = [];
  const files: Partial<Record<MergeFile, string>> = {};
  const problems: Problem[] = [];
  let json = false;
  const queue = [...words];
  for (let word = queue.shift(); word !== undefined; word = queue.shift()) {
    const [, name, inline] = /^--([a-z-]+)(?:=([\s\S]*))?$/.exec(word) ?? [];
    const file = MERGE_FILES.find((known) => known === name);
    if (word === '--') reports.push(...queue.splice(0));
    else if (!word.startsWith('-')) reports.push(word);
    else if (word === '--json') json = true;
    else if (file === undefined) problems.push({ input: 'option', rule: unknownOption(name ?? '') });
    else {
      const given = inline ?? queue.shift() ?? '';
      if (given === '') problems.push({ input: `--${file}`, rule: 'needs the path of a file' });
      files[file] = given;
    }
  }
  if (reports.length === 0) problems.push({ input: 'merge', rule: 'needs the paths of the reports to join' });
  if (reports.length > MOST_REPORTS) problems.push({ input: 'merge', rule: `takes at most ${MOST_REPORTS} reports` });
  return problems.length > 0 ? { kind: 'usage', problems } : { kind: 'merge', reports, json, files };
}
