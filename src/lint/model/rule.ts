/** What a rule is: one file of `rules`, from which the registry, the documentation and the tests of its examples follow. */
import type { LintFile } from './file';
import type { Place } from './lines';
import type { Project } from './project';

/** How bad a finding is, by GitHub's names for annotations. */
export type Level = 'error' | 'warning' | 'notice';

/** Replaces a piece of one line. Never a secret's value. */
export interface Edit {
  readonly line: number;
  /** What is there; the first one at or behind the column of the finding. */
  readonly find: string;
  /** Blank takes the whole line away where nothing else is in it. */
  readonly put: string;
}

/** What a rule found in a file. */
export interface Found {
  readonly place: Place;
  /** One sentence; names of the file are in it, values never. */
  readonly message: string;
  /** Where this one is less or more than the rule's level. */
  readonly level?: Level;
  /** What to write instead, where it is more exact than the rule's. */
  readonly fix?: string;
  readonly edit?: Edit;
}

/** A file as documentation and tests show it, with others that it needs. */
export interface Example {
  readonly path: string;
  readonly text: string;
  /** The lines that the rule reports; none for a good example. */
  readonly lines?: readonly number[];
  readonly beside?: Readonly<Record<string, string>>;
  /** What is known of the repository, where it matters. */
  readonly given?: Partial<Pick<Project, 'packages' | 'owner' | 'gated' | 'ignores'>> & {
    readonly tracked?: readonly string[];
    readonly isRepository?: boolean;
  };
}

/** One rule: a file of `rules`, which docs/lint.md, SARIF and its tests follow. */
export interface Rule {
  /** As in reports, in SARIF and in comments that ignore it. */
  readonly id: string;
  /** The mistake in a few words. */
  readonly headline: string;
  /** Of its findings, unless one has a level of its own. */
  readonly level: Level;
  /** What goes wrong, in a sentence or two. */
  readonly why: string;
  /** What to do. */
  readonly fix: string;
  /** What it reports: tests, and examples of docs/lint.md. */
  readonly bad: readonly Example[];
  /** What it does not report: the same. */
  readonly good: readonly Example[];
  /** What any file has that it finds something in: without these words it does not look. */
  readonly words: RegExp;
  /** What it finds in a file. */
  readonly check: (file: LintFile, project: Project) => Iterable<Found>;
}
