/** A word of a command line, as the shell puts it together. */
import type { ReasonName } from '../sites/reasons';

/** A part of a word. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  /**
   * `$NAME`, `${NAME:-default}`; what else can be done with a variable cannot be followed. `NAME[]` is all of an array, `NAME[0]`
   * one of it, `NAME[?]` one that only the run decides; `matrix.NAME` and `inputs.NAME` are of a workflow. `sets`: the variable gets the default.
   */
  | { readonly kind: 'variable'; readonly name: string; readonly standIn?: string; readonly sets?: true }
  /** What a template fills in before there is a script: `${{ inputs.model }}`, `{{ .Values.model }}`. */
  | { readonly kind: 'template' }
  /** What a command prints. */
  | { readonly kind: 'output' };

/** A word of a command, in parts: some are known only when it runs. */
export interface Word {
  readonly parts: readonly Part[];
  /** Where it begins, in characters of the script. */
  readonly from: number;
}

/** One simple command. */
export interface Command {
  readonly words: readonly Word[];
  /** What a here-document passes to its standard input. `isRaw`: its variables stay as they are. */
  readonly input?: { readonly text: string; readonly from: number; readonly isRaw: boolean };
  /** It reads what the command before it prints. */
  readonly isPiped?: true;
}

/** What is known of a word: its text, or why it has none. */
export type WordText = { readonly text: string } | { readonly open: ReasonName };

/** What a variable has: a text, each of several, or something that cannot be told. */
export type Held = string | readonly string[] | { readonly open: ReasonName };

/** Variables of which the file says something. */
export type Constants = ReadonlyMap<string, Held>;

/** Whether a variable has each of several texts. */
export function areSeveral(held: Held | undefined): held is readonly string[] {
  return Array.isArray(held);
}

/** The variables that have a text, or each of several. */
export function knownOf(constants: Constants): ReadonlyMap<string, string | readonly string[]> {
  const isKnown = (held: Held): held is string | readonly string[] => typeof held === 'string' || areSeveral(held);
  return new Map([...constants].flatMap(([name, held]) => (isKnown(held) ? [[name, held] as const] : [])));
}

/** A word's text, as far as constants tell it, or why it cannot be told. */
export function textOf({ parts }: Word, constants: Constants): WordText {
  let text = '';
  for (const part of parts) {
    if (part.kind === 'text') text += part.text;
    else if (part.kind === 'template') return { open: 'template' };
    else if (part.kind === 'output') return { open: 'expression' };
    else {
      const value = constants.get(part.name) ?? part.standIn;
      if (typeof value === 'object' && 'open' in value) return value;
      if (typeof value !== 'string') return { open: part.name.includes('.') ? 'template' : 'environment' };
      text += value;
    }
  }
  return { text };
}

/** More values of one word than anybody wrote. */
const MOST_TEXTS = 64;

/** What a word can be, with each of the values of its variables. */
export function textsOf(word: Word, constants: Constants): readonly WordText[] {
  const names = word.parts.flatMap((part) => (part.kind === 'variable' ? [part.name] : []));
  const several = [...new Set(names)].filter((name) => areSeveral(constants.get(name)));
  let given = [constants];
  for (const name of several) {
    const values = constants.get(name);
    if (!areSeveral(values) || values.length * given.length > MOST_TEXTS) return [textOf(word, constants)];
    given = given.flatMap((one) => values.map((value) => new Overlay(one, name, value)));
  }
  return given.map((one) => textOf(word, one));
}

/** What words can be, one after another; `undefined` where one of them is not known. */
export function textsIn(words: readonly Word[], constants: Constants): string[] | undefined {
  const known = words.flatMap((word) => textsOf(word, constants));
  const texts = known.flatMap((one) => ('text' in one ? [one.text] : []));
  return texts.length === known.length ? texts : undefined;
}

/** Constants with another value of one of them. */
class Overlay extends Map<string, Held> {
  readonly #below: Constants;

  constructor(below: Constants, name: string, value: string) {
    super([[name, value]]);
    this.#below = below;
  }

  override get(name: string): Held | undefined {
    return super.get(name) ?? this.#below.get(name);
  }
}

/** The beginning that is known: `--model=` of `--model=$MODEL`. */
export function beginningOf({ parts }: Word): string {
  const [first] = parts;
  return first?.kind === 'text' ? first.text : '';
}

/** The word without its first characters, which are plain. */
export function without(word: Word, characters: number): Word {
  const [first, ...rest] = word.parts;
  if (first?.kind !== 'text') return word;
  const text = first.text.slice(characters);
  return { from: word.from, parts: text === '' ? rest : [{ kind: 'text', text }, ...rest] };
}

/** A word of nothing but text. */
export function plainWord(text: string, from: number): Word {
  return { parts: [{ kind: 'text', text }], from };
}
