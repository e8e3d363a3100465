/** What a message is known by, and what it can mean: a row of the tables in `patterns`. */
import type { Code } from '../../domain/hub/codes';
import type { Operation } from '../../domain/hub/operations';
import type { Text } from '../../domain/text/parts';

/** One thing that a message can mean, and why it can. Plain words of ours. */
export interface Cause {
  readonly code: Code;
  readonly why: string;
  /** What to do, where it is not what the code's record says; whoever set up the run can do it. */
  readonly fix?: Text;
}

/**
 * How much a text says of the cause, the most first. The Hub's own sentence outranks the words of the client that
 * printed it, these the state of the connection, that a status, and all of them what a client adds to every failure.
 */
export const WEIGHTS = ['sentence', 'client', 'wire', 'status', 'remark'] as const;
export type Weight = (typeof WEIGHTS)[number];

/** One text that clients of the Hub print. */
export interface Pattern {
  /** Held against one line without colours and time stamp. Groups: `id` and `kind` of the repo, `revision`. */
  readonly text: RegExp;
  /** Words of which every such text has one: a line without any word of any row is never looked at. */
  readonly words: readonly string[];
  /** How much it says of the cause. */
  readonly weight: Weight;
  /**
   * What must be near for the line to count, as others print such words too: `hub`, something of the Hub; `close`, the
   * same in the same error; `beside`, that as well, and it does not count where it was pasted without its surroundings.
   * Absent: nobody else says so.
   */
  readonly needs?: 'hub' | 'close' | 'beside';
  /** What must be near in the place of the Hub's name. */
  readonly near?: RegExp;
  /** Likeliest first. None: it is known, and no code of ours explains it, nor what is printed beside it. */
  readonly causes: readonly Cause[];
  /** Codes beside whose messages it is printed too, where it adds nothing. */
  readonly beside?: readonly Code[];
  /** Who prints it, where only one does. */
  readonly tool?: string;
  /** What the call was about to do, where the text says it. */
  readonly operation?: Operation;
  /** No failure at all: such a line is passed over, and its words are not looked for. */
  readonly isNone?: true;
  /** Only the known words are shown: the rest of such a line is a piece of a token, in whatever form. */
  readonly shows?: 'match';
}

/** Causes in the order of the record: the likeliest first. */
export function causes(whys: Partial<Readonly<Record<Code, string>>>): readonly Cause[] {
  return (Object.keys(whys) as Code[]).map((code) => ({ code, why: whys[code] ?? '' }));
}

/** Some of a list, in its order. */
export function only(all: readonly Cause[], codes: readonly Code[]): readonly Cause[] {
  return all.filter(({ code }) => codes.includes(code));
}

/** The codes of a list. */
export function codesOf(all: readonly Cause[]): Code[] {
  return all.map(({ code }) => code);
}
