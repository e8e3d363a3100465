/** What an expression can be, as far as the file tells. */
import type { ReasonName } from '../sites/reasons';

/** What an expression can be. */
export interface Value {
  /** Texts that it can be. */
  readonly texts: readonly string[];
  /** Why it can be something else too, or anything. */
  readonly open?: ReasonName;
  /** It can be what a call returns: for some calls that is an object, and not an id. */
  readonly isCall?: true;
  /** It can be `None`. */
  readonly mayBeNone?: true;
}

/** What has no text and cannot have one. */
export const NOTHING: Value = { texts: [] };
/** `None`. */
export const NONE: Value = { texts: [], mayBeNone: true };
/** Anything at all, and why the file does not say what. */
export const open = (reason: ReasonName): Value => ({ texts: [], open: reason });
/** What a call returns that is not followed: a text, or an object that a loader takes in the place of an id. */
export const CALL_RESULT: Value = { texts: [], open: 'expression', isCall: true };

/** Of what is more than this many texts, the program decides which. */
const MOST_TEXTS = 64;

/** What one of several values can be. */
export function oneOf(values: readonly Value[]): Value {
  const texts = [...new Set(values.flatMap((value) => value.texts))];
  if (texts.length > MOST_TEXTS) return open('expression');
  const left = values.find((value) => value.open !== undefined);
  return {
    texts,
    ...(left?.open === undefined ? {} : { open: left.open }),
    ...(values.some(({ isCall }) => isCall) ? { isCall: true } : {}),
    ...(values.some(({ mayBeNone }) => mayBeNone) ? { mayBeNone: true } : {}),
  };
}

/** The texts of several values one after another. */
export function joined(values: readonly Value[]): Value {
  const left = values.find((value) => value.open !== undefined || value.texts.length === 0);
  if (left !== undefined) return open(left.open ?? 'expression');
  let texts: readonly string[] = [''];
  for (const value of values) {
    texts = texts.flatMap((before) => value.texts.map((text) => before + text));
    if (texts.length > MOST_TEXTS) return open('expression');
  }
  return { texts };
}
