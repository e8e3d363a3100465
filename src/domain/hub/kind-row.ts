/** What follows from a kind: the columns of the table in `kinds.ts`. */
import type { OperationRow, ProbeKind } from './operation-row';
import type { Operation } from './operations';

/** How what a line of this kind names is written after the prefix. */
export interface IdForm {
  /** As the documentation shows it, after the prefix. */
  readonly shown: string;
  readonly fewest: 0 | 1 | 2;
  readonly most: 1 | 2;
  /** A single name is a namespace, and not an old repo without one. */
  readonly isNamespace?: true;
}

/** What follows from the kind of what a line names. */
export interface KindRow {
  /** The segment of the Hub's routes and addresses, and the prefix in a list: `datasets/acme/x`. */
  readonly plural: string;
  /** What the Hub's own addresses and our outputs put before an id. */
  readonly prefix: string;
  /** In a sentence, as the Hub writes it. */
  readonly label: string;
  /** The same before a whole namespace: `jobs of acme`. */
  readonly wholeLabel?: string;
  /** The input whose lines are of this kind where they name none; absent: it is listed with its prefix only. */
  readonly input?: string;
  /** How its ids are written. */
  readonly ids: IdForm;
  /** What may be asked of it; the first is meant where neither the line nor the input `operation` names one of them. */
  readonly operations: readonly [Operation, ...Operation[]];
  /** Where an operation is another one here than on a git repository. */
  readonly differs?: Readonly<Partial<Record<Operation, Partial<OperationRow>>>>;
  /** It has branches, tags and commits. */
  readonly revisions: boolean;
  /** The probes that the Hub has a route for. */
  readonly probes: readonly ProbeKind[];
  /**
   * Kinds that such an id is looked for under where it is not found: what a reader may have mixed up. Each of them costs
   * one more request for every repo that is not found.
   */
  readonly confusedWith: readonly string[];
  /** The Hub has an address with the prefix for it; else the namespace's page is the nearest. */
  readonly hasPages: boolean;
  /** A job's identity can be exchanged for a token of one of them (Hub documentation, `trusted-publishers.md`). */
  readonly hasPublishers?: true;
  /** It runs a program, for which a plan may be needed: no dry run sees that. */
  readonly runsPrograms?: true;
  /** What loads or builds it can load further repos, which its files name (`follow`). */
  readonly brings?: true;
}
