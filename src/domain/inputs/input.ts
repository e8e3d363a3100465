/** What an input is: a row of the table in `index.ts`, from which parsing, help, `action.yml` and the README derive. */

/** Where an input can be given: as an input of the Action, as an option of the command line. */
export type InputEdge = 'action' | 'cli';

/** What an input's text may be. */
export type InputType =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'flag' }
  | {
      readonly kind: 'number';
      readonly least: number;
      readonly most: number;
      /** Seconds may have decimals, everything else is whole. */
      readonly unit: 'seconds' | 'days' | '';
    }
  /** `form`: what the text stands for, as help writes it, such as `FILE`. */
  | { readonly kind: 'text'; readonly form: string }
  /** `form`: what each line stands for, such as `ID`. `each`: lines are pairs with a sign `=`, and on a command line the option is given once for each, as other words may follow. */
  | { readonly kind: 'lines'; readonly form: string; readonly each?: true }
  /** A credential: it is masked, and never read as text. */
  | { readonly kind: 'secret' }
  /** What only the platform knows, passed as the default of an input. */
  | { readonly kind: 'context' };

/** One input. Texts are Markdown: what is between backticks is code. */
export interface InputRow {
  /** How its text is read. */
  readonly type: InputType;
  /** The edges that have it. */
  readonly edges: readonly InputEdge[];
  /** The value if none is given, as `action.yml` states it; absent if there is none to state. */
  readonly default?: string;
  /** How the default is worked out where it is not fixed. */
  readonly otherwise?: string;
  /** What it means, in a sentence or two, without its values and its default. */
  readonly help: string;
  /** A value that somebody might give. */
  readonly example: string;
  /** The section of the README that has more. */
  readonly section?: string;
  /** Values add up elsewhere, so that of two on a command line the first would be left out without a word. */
  readonly once?: true;
}

/** Rows by the name of the input, in lower case and with hyphens. */
export type InputRows = Readonly<Record<string, InputRow>>;

/** What an input's text becomes. */
export type ValueOf<Row extends InputRow> = Row['type'] extends { readonly kind: 'words'; readonly words: infer Words }
  ? Words extends readonly string[]
    ? Words[number]
    : never
  : Row['type']['kind'] extends 'flag'
    ? boolean
    : Row['type']['kind'] extends 'number'
      ? number
      : string;

/** The values of a group of inputs. */
export type ValuesOf<Rows extends InputRows> = { readonly [Name in keyof Rows]: ValueOf<Rows[Name]> };

/** An input of both edges. */
export const EVERYWHERE = ['action', 'cli'] as const satisfies readonly InputEdge[];
/** An input that the command line has no use for. */
export const ACTION_ONLY = ['action'] as const satisfies readonly InputEdge[];
