/** What a known call is: a row, from which the finder derives all that it looks for. */
import type { Plural } from '../sites/reference';
import type { ReasonName } from '../sites/reasons';
import type { BareNames } from './short-names';

/** Where an argument is: its place among the positional ones, its names among the others. */
export interface Argument {
  readonly at?: number;
  readonly names: readonly string[];
  /** It is a dictionary, and the id is under one of these. */
  readonly entries?: readonly string[];
  /** It may be a text instead. */
  readonly isText?: true;
}

/** A text that the library reads in its own way before it is an id, such as `hf-hub:acme/x`. */
export type Spelling = (text: string) => string | undefined;

/** A call that loads a repo: a row of the table, whose words also decide which files are parsed. */
export interface CallRow {
  /** As it is named in what is told. */
  readonly library: string;
  /** What files are looked through for, where it is neither the name nor the module. */
  readonly word?: string;
  /** Functions, methods or classes. */
  readonly names: readonly string[];
  /**
   * Modules that the name must come from, by the imports of the file; a prefix counts. Absent where the name says enough: then
   * only what comes from {@link FOREIGN} does not count.
   */
  readonly from?: readonly string[];
  /** Classes on which the method is called: only then the row counts. Tried before the rows without. */
  readonly on?: RegExp;
  /** The kind of repo, unless an argument names it. */
  readonly plural: Plural;
  /** The argument that names another kind: `repo_type="dataset"`. */
  readonly kind?: Argument;
  /** The argument that is the id. */
  readonly id: Argument;
  /** The argument that is the revision. */
  readonly revision?: Argument;
  /** Names without an owner; absent: none is an id. */
  readonly bare?: BareNames;
  /** How the text is read before it is an id. */
  readonly spelling?: Spelling;
  /** An argument with a value that is no text is an object of the program, and nothing is loaded. */
  readonly mayBeObject?: true;
  /** The reason where the argument is not there at all; absent: nothing is loaded then. */
  readonly ifMissing?: ReasonName;
  /** Why the id that is written is not what is loaded, where that is so. */
  readonly substitutes?: { readonly reason: ReasonName; readonly unless: RegExp };
  /** Further arguments that name repos, only where they are texts with an owner. */
  readonly also?: readonly (Omit<Argument, 'at'> & { readonly plural: Plural })[];
  /** A list is one id after another. */
  readonly many?: true;
}

/** Libraries with calls of the same names that load from elsewhere. */
export const FOREIGN =
  /^(?:modelscope|paddlenlp|paddle\w*|ppdiffusers|mindnlp|mindspore|mindformers|openmind|openmind_hub|fairseq|torchvision|tensorflow_hub|clip|whisper)(?:\.|$)/;
