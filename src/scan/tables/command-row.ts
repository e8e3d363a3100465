/** What a known command of a shell is. */
import type { Plural } from '../sites/reference';
import type { BareNames } from './short-names';
import type { Spelling } from './call-row';

/** An option that names a repo. */
export interface RepoOption {
  readonly names: readonly string[];
  readonly plural: Plural;
  readonly bare?: BareNames;
  readonly spelling?: Spelling;
  /** All words up to the next option, and not only the first. */
  readonly many?: true;
  /** A value that is no id is something else that the program takes there, and is not told. */
  readonly loose?: true;
}

/** A command that loads a repo: a row of the table, whose words also decide which files are read. */
export interface CommandRow {
  /** As it is named in what is told. */
  readonly tool: string;
  /** The words that begin the command, one of these ways. The first may have a folder before it. */
  readonly words: readonly (readonly string[])[];
  /** The place of the id among the words that are no option. */
  readonly at?: number;
  /** All the words that are no option are ids. */
  readonly all?: true;
  /** The kind of repo, unless an option names it. */
  readonly plural: Plural;
  /** Names without an owner; absent: none is an id. */
  readonly bare?: BareNames;
  /** How the word is read before it is an id. */
  readonly spelling?: Spelling;
  /** Options whose value names the kind. */
  readonly kind?: readonly string[];
  /** Options whose value is the revision. */
  readonly revision?: readonly string[];
  /** Options without a value. */
  readonly flags?: readonly string[];
  /** Options that name further repos. */
  readonly options?: readonly RepoOption[];
  /** It takes keys of its configuration too: `model_name_or_path=acme/x`. */
  readonly overrides?: true;
  /** It asks another hub, unless one of these says that it is this one. */
  readonly ifAsked?: { readonly option: string; readonly variable: string };
  /** What files are looked through for, where the last of the words is in too many of them. */
  readonly word?: string;
  /** As of a {@link RepoOption}. */
  readonly loose?: true;
  /** Only addresses of the Hub count: the program takes any. */
  readonly addresses?: true;
}
