/** What a run has to check: requirements, where each was listed, and what is wrong with an input. */
import { LIST_INPUTS, type RepoType } from '../hub/kinds';
import type { Operation } from '../hub/operations';
import { listedId, type RepoRef } from '../hub/repo';

/** The inputs that list repos, in the order in which a run reads them. */
export const LISTS = [...LIST_INPUTS.map(({ input }) => input), 'list'] as const;
export type ListName = (typeof LISTS)[number];

/** The inputs that repos come from: lists, and the search of the checkout, which comes last. */
export const SOURCES = [...LISTS, 'discover'] as const;

/** Where a repo was listed: the input and the line in it, from 1. */
export interface Place {
  readonly input: (typeof SOURCES)[number];
  readonly line: number;
  /** The file that the line is in, where the input names folders; untrusted text. */
  readonly file?: string;
}

/** What brings a repo along: the repo whose file names it, and the field. */
export interface Because {
  readonly repo: RepoRef;
  /** Our own words: the file and the field, or the library whose default it is. */
  readonly field: string;
  /** Further repos that bring it along too. */
  readonly also?: readonly RepoRef[];
}

/** One question the user asks: may the token do this operation on this repo? */
export interface Requirement {
  readonly repo: RepoRef;
  readonly operation: Operation;
  /** Every place that listed it, in order; at least one. */
  readonly sources: readonly Place[];
  /** It is not listed itself: what is listed brings it along when it is loaded. */
  readonly because?: Because;
  /** A revision that stood on a `write` line, where it is not looked at. */
  readonly ignoredRevision?: string;
}

/** What is to be done with which repo, wherever it is listed. */
export type RepoOperation = Pick<Requirement, 'repo' | 'operation'>;

/** The same operation on the same revision of the same repo has the same key. */
export function requirementKey({ repo, operation }: RepoOperation): string {
  return JSON.stringify([repo.type, listedId(repo), repo.revision ?? '', operation]);
}

/** What is wrong with an input: its name, its line where it has several, and the rule that it breaks. */
export interface Problem {
  readonly input: string;
  readonly line?: number;
  /** The file that the line is in, where the input names one: escaped and redacted. */
  readonly file?: string;
  /** Our own sentence, without the offending text. */
  readonly rule: string;
  /** The offending text: escaped, redacted, at most 80 characters. */
  readonly quote?: string;
}

/** One list of lines with the type its bare ids have. */
export interface LineList {
  readonly input: ListName;
  readonly type: RepoType;
  readonly text: string;
}
