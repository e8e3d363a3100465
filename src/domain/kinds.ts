/** Every kind of repo on the Hub that a list may name, as a table. A new kind is a row here, and its routes in `hub/routes.ts`. */
import type { Parsed } from './parsed';
import type { Operation } from './operations';

/**
 * `read`: `…/auth-check`; while its window of the rate limit is spent, the Hub's handing out a file is as good a yes.
 * `write`: `…/auth-check/write`. `exists`: repo info, which answers everybody on gated repos too and so proves
 * existence alone. `revision`: `…/revision/{rev}`, not gated. `file`: HEAD on `.gitattributes`, which the gate
 * guards, for endpoints without `auth-check`. `info`: the whole of repo info, for endpoints without that file too: it
 * names files that are there. `about`: what repo info says of the listed revision, and `content`: a small file of it; no verdict
 * rests on these two.
 */
export type ProbeKind = 'read' | 'write' | 'exists' | 'revision' | 'file' | 'info' | 'about' | 'content';

/** What follows from the kind of a repo. */
interface KindRow {
  /** The segment of the Hub's routes and addresses, and the prefix in a list: `datasets/acme/x`. */
  readonly plural: string;
  /** What the Hub's own addresses and our outputs put before an id. */
  readonly prefix: string;
  /** In a sentence, as the Hub writes it. */
  readonly label: string;
  /** The input whose lines are of this kind where they name none; absent: it is listed with its prefix only. */
  readonly input?: string;
  /** What may be asked of it; the first is meant where neither the line nor the input `operation` names one of them. */
  readonly operations: readonly [Operation, ...Operation[]];
  /** It has branches, tags and commits. */
  readonly revisions: boolean;
  /** The probes that the Hub has a route for. */
  readonly probes: readonly ProbeKind[];
  /**
   * Kinds that such an id is looked for under where it is not found: what a reader may have mixed up. Each of them costs
   * one more request for every repo that is not found.
   */
  readonly confusedWith: readonly string[];
  /** It runs a program, for which a plan may be needed: no dry run sees that. */
  readonly runsPrograms?: true;
  /** What loads or builds it can load further repos, which its files name (`follow`). */
  readonly brings?: true;
}

/** What every kind that is a git repository takes. */
const GIT = {
  operations: ['read', 'write', 'create', 'pull-request'],
  revisions: true,
  probes: ['read', 'write', 'exists', 'revision', 'file', 'info', 'about', 'content'],
} as const satisfies Partial<KindRow>;

const TABLE = {
  model: {
    ...GIT,
    plural: 'models',
    prefix: '',
    label: 'model',
    input: 'models',
    brings: true,
    confusedWith: ['dataset', 'space'],
  },
  dataset: {
    ...GIT,
    plural: 'datasets',
    prefix: 'datasets/',
    label: 'dataset',
    input: 'datasets',
    confusedWith: ['model', 'space'],
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

/** What an address without a kind's prefix is. */
export const BARE_TYPE: RepoType = 'model';

/** The inputs that list repos, each with the kind of its bare lines, in the order in which they are read. */
export const LIST_INPUTS = REPO_TYPES.flatMap((type) => {
  const { input } = KINDS[type];
  return input === undefined ? [] : [{ input, type }];
});

/** Prefixes of the Hub's addresses that stand for something which cannot be checked yet. */
const NOT_YET: readonly string[] = ['buckets', 'kernels'];

/** The kind whose prefix a word is, or why nothing behind it can be checked; `undefined` for any other word. */
export function readPrefix(word: string): Parsed<RepoType> | undefined {
  const type = REPO_TYPES.find((known) => KINDS[known].plural === word);
  if (type !== undefined) return { value: type };
  return NOT_YET.includes(word) ? { rule: `${word} are not supported yet` } : undefined;
}
