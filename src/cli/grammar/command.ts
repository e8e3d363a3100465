/** What a command is: a row of the table, from which the grammar of its words and its help derive. */

/** One option. All texts are plain. */
export interface Option {
  /** Without the hyphens. */
  readonly name: string;
  /** `list`: every word up to the next option or `--`; `each`: one pair with a sign `=`, each time that it is given; `file`: a path, which is never blank. */
  readonly takes: 'nothing' | 'value' | 'file' | 'list' | 'each';
  /** What the value stands for in help, such as `FILE`; absent where there is none. */
  readonly form?: string;
  /** What it means and which values it takes. */
  readonly help: string;
  /** What holds where it is not given. */
  readonly default?: string;
  /** What follows the name in an example; blank where nothing does. */
  readonly example: string;
  /** Another value besides is an error; elsewhere the last one holds. */
  readonly once?: true | undefined;
}

/** Options that help shows under one title. */
export interface OptionGroup {
  readonly title: string;
  readonly options: readonly Option[];
}

/** The words of a command that belong to no option. */
export interface Operands {
  /** What each stands for in help, such as `ID`. */
  readonly form: string;
  /** What may follow the first, where that is something else. */
  readonly then?: string;
  readonly help: string;
  /** Our own words for what is missing, if one is required. */
  readonly missing?: string;
  readonly most?: number;
}

/** The words after the command's name, read by its options. */
export interface Arguments {
  /** Words that follow no list. */
  readonly operands: readonly string[];
  /** The words of lists, and the values of what is given once for each. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
  readonly values: ReadonlyMap<string, string>;
  readonly flags: ReadonlySet<string>;
}

/** Runs a command; resolves with the exit code. */
export type Run = (given: Arguments) => Promise<number>;

/** Every command, as it is typed. */
export type CommandName = 'check' | 'scan' | 'lock' | 'lint' | 'explain' | 'merge' | 'report' | 'demo';

/** One command: a row of the table, which its grammar, its help and docs/command-line.md follow. */
export interface Command {
  /** As it is typed. */
  readonly name: CommandName;
  /** One line: what it does. */
  readonly summary: string;
  /** What else there is to know, in paragraphs. */
  readonly details: readonly string[];
  /** Absent where it takes options only. */
  readonly operands?: Operands;
  /** Its options. */
  readonly groups: readonly OptionGroup[];
  /** Whole command lines. */
  readonly examples: readonly string[];
  /** Loads what runs it. */
  readonly load: () => Promise<Run>;
}

/** The command's own name, as people type it. */
export const PROGRAM = 'hf-auth-preflight';

/** What the exit code of a command that judges means. */
export const EXIT_CODES =
  'Exit code: 0 not blocked, 1 blocked, 2 bad usage or input, 3 blocked only by unknown checks.';
