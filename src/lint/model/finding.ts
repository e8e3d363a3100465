/** What came of looking at files. */
import type { Edit, Level, Rule } from './rule';

/** One mistake. */
export interface Finding {
  readonly rule: Rule;
  readonly level: Level;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly fix: string;
  readonly edit?: Edit;
}

/** One that a comment leaves out. */
export interface Ignored {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly reason?: string;
}

/** The result of `lint`: what the rules found, what comments left out, and what was not looked at as a whole. */
export interface Lint {
  /** By file and place. */
  readonly findings: readonly Finding[];
  readonly ignored: readonly Ignored[];
  /** Files of which not everything was looked at, and the bound that was reached. */
  readonly cut: readonly { readonly file: string; readonly reason: string }[];
}
