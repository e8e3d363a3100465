/** Every kind of thing on the Hub that a list may name, as a table. A new kind is a row in `newer-kinds.ts`, and its routes in `hub`. */
import type { Parsed } from '../basics/parsed';
import { nearest } from '../text/nearest';
import type { KindRow } from './kind-row';
import { NEWER_KINDS, NOT_YET } from './newer-kinds';
import { OPERATIONS, type Operation, type OperationRow } from './operations';

export type { ProbeKind } from './operation-row';

/** What every kind that is a git repository takes. */
const GIT = {
  operations: ['read', 'write', 'create', 'pull-request'],
  ids: { shown: '[NAMESPACE/]NAME', fewest: 1, most: 2 },
  revisions: true,
  probes: ['read', 'write', 'exists', 'revision', 'file', 'info', 'about', 'content'],
  hasPages: true,
  hasPublishers: true,
} as const satisfies Partial<KindRow>;

const TABLE = {
  model: {
    ...GIT,
    plural: 'models',
    prefix: '',
    label: 'model',
    input: 'models',
    brings: true,
    confusedWith: ['dataset', 'space', 'kernel'],
  },
  dataset: {
    ...GIT,
    plural: 'datasets',
    prefix: 'datasets/',
    label: 'dataset',
    input: 'datasets',
    confusedWith: ['model', 'space', 'bucket'],
  },
  space: {
    ...GIT,
    plural: 'spaces',
    prefix: 'spaces/',
    label: 'Space',
    input: 'spaces',
    confusedWith: ['model', 'dataset'],
    runsPrograms: true,
    brings: true,
  },
  ...NEWER_KINDS,
} as const satisfies Record<string, KindRow>;

/** The kinds of repository, by the Hub's own word. */
export type RepoType = keyof typeof TABLE;
/** The probes that a kind has routes for. */
export type ProbeOf<Type extends RepoType> = (typeof TABLE)[Type]['probes'][number];

type ListInput = Extract<(typeof TABLE)[RepoType], { readonly input: string }>['input'];

/** What follows from a kind. */
export interface Kind extends Omit<KindRow, 'input' | 'confusedWith'> {
  readonly input?: ListInput;
  readonly confusedWith: readonly RepoType[];
}

export const KINDS: Readonly<Record<RepoType, Kind>> = TABLE;
/** Every repo type, in the order in which lists are read. */
export const REPO_TYPES = Object.keys(TABLE) as readonly RepoType[];

/** The prefixes of the kinds that a job's identity can be exchanged for; models have none. */
export const PUBLISHER_PREFIXES = REPO_TYPES.filter((type) => KINDS[type].hasPublishers === true).map(
  (type) => KINDS[type].prefix,
);

/** What an address without a kind's prefix is. */
export const BARE_TYPE: RepoType = 'model';

/** The inputs that list repos, each with the kind of its bare lines, in the order in which they are read. */
export const LIST_INPUTS = REPO_TYPES.flatMap((type) => {
  const { input } = KINDS[type];
  return input === undefined ? [] : [{ input, type }];
});

/** The operations that lines of the inputs take; the other ones are named on the line. */
export const INPUT_OPERATIONS = GIT.operations;
/** One of those. */
export type ListedOperation = (typeof INPUT_OPERATIONS)[number];

/** What follows from an operation on a kind. */
export function taskOf({ repo, operation }: Task): OperationRow {
  return TASKS[repo.type][operation] ?? OPERATIONS[operation];
}

/** What is to be done with what. */
export interface Task {
  readonly repo: { readonly type: RepoType };
  readonly operation: Operation;
}

type Tasks = Readonly<Partial<Record<Operation, OperationRow>>>;

/** The rows of the operations that differ, put together once. */
const TASKS = Object.fromEntries(
  REPO_TYPES.map((type) => {
    const { differs = {} }: KindRow = KINDS[type];
    const names = KINDS[type].operations.filter((name) => differs[name] !== undefined);
    return [type, Object.fromEntries(names.map((name) => [name, { ...OPERATIONS[name], ...differs[name] }]))];
  }),
) as Readonly<Record<RepoType, Tasks>>;

/** The kind whose prefix a word is, or why nothing behind it can be checked; `undefined` for any other word. */
export function readPrefix(word: string): Parsed<RepoType> | undefined {
  const type = REPO_TYPES.find((known) => KINDS[known].plural === word);
  if (type !== undefined) return { value: type };
  if (NOT_YET.includes(word)) return { rule: `${word} are not supported yet` };
  const meant = [...REPO_TYPES.map((known) => KINDS[known].plural), ...NOT_YET].find(
    (plural) => plural === word.toLowerCase(),
  );
  return meant === undefined ? undefined : { rule: `prefixes are written in lower case: ${meant}/` };
}

/** The kind that a word names by itself, without anything behind it; bare names of the kinds that inputs list are repos. */
export function readBareKind(word: string): RepoType | undefined {
  return REPO_TYPES.find((type) => KINDS[type].plural === word && KINDS[type].input === undefined);
}

/** Shorter words are near to everything. */
const SHORTEST_PREFIX = 4;

/** What an id of more than two parts may have meant by the first, as a sentence about that prefix; empty where it is near to none. */
export function prefixMeant(target: string): string {
  const [first = '', ...rest] = target.split('/');
  if (rest.length < 2 || first.length < SHORTEST_PREFIX || readPrefix(first) !== undefined) return '';
  const near = nearest(
    first.toLowerCase(),
    REPO_TYPES.map((type) => KINDS[type].plural),
  );
  return near === undefined ? '' : `; the prefix is written ${near}/`;
}
