/** What a known key of a configuration is. */
import type { Plural } from '../sites/reference';
import type { Spelling } from './call-row';
import type { BareNames } from './short-names';

/** A key whose value is a repo: a row of the table, whose words also decide which files are parsed. */
export interface KeyRow {
  /** As it is named in what is told. */
  readonly library: string;
  /**
   * The end of the way to the value: keys with dots between them, `[]` for an item of a list, `*_hub` for every key with that
   * ending. `{}` is a key that is itself the id.
   */
  readonly at: readonly string[];
  /** Keys of which the outermost mapping must have one: the mark of the library. */
  readonly document?: readonly string[];
  /** Keys of which the same mapping must have one. */
  readonly beside?: readonly string[];
  /** What the file's text must contain. */
  readonly contains?: string;
  /** The kind of repo, unless a key names it. */
  readonly plural: Plural;
  /** Names without an owner; absent: none is an id. */
  readonly bare?: BareNames;
  /** How the value is read before it is an id. */
  readonly spelling?: Spelling;
  /** The key of the same mapping that names the revision. */
  readonly revision?: string;
  /** The key that names the kind. */
  readonly kind?: string;
  /** A value that is no id is something else that the library takes there, and is not told. */
  readonly loose?: true;
}
