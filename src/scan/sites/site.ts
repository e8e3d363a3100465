/** What is found in a file: places that load a repo, and places that load one which cannot be told. */
import type { RepoType } from '../../domain/hub/kinds';
import type { ReasonName } from './reasons';

/** A place in a file that loads a repo. */
export interface Found {
  readonly kind: 'found';
  readonly type: RepoType;
  readonly id: string;
  readonly revision?: string;
  /** Where the call, the key or the command is, from 1. */
  readonly line: number;
  /** Further lines that a comment about it may be on. */
  readonly lines: readonly number[];
  /** By what it is known, such as `transformers from_pretrained`. Our own words. */
  readonly how: string;
}

/** A place that loads some repo, but not one that can be read from the file. */
export interface Unresolved {
  readonly kind: 'unresolved';
  readonly line: number;
  readonly lines: readonly number[];
  readonly how: string;
  readonly reason: ReasonName;
}

/** A place that loads something: what, or why that cannot be told. */
export type Site = Found | Unresolved;

/** Where the texts of a site are, and by what it is known. */
export interface Spot {
  readonly line: number;
  readonly lines: readonly number[];
  readonly how: string;
}

/** One file. */
export interface SourceFile {
  /** Relative to the folder that was named, with `/`. */
  readonly path: string;
  readonly text: string;
  /** Whether there is such a file or folder in the tree: then a loader takes it in the place of a repo. */
  readonly exists: (path: string) => boolean;
  /** Variables of the environment that are given where the text is started: a text, or each of several. */
  readonly environment?: ReadonlyMap<string, string | readonly string[]>;
}
