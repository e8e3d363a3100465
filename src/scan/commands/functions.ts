/** Functions of a script, and what its commands give them as `$1`, `$2`, … */
import { WRAPPERS } from '../tables/images';
import { beginningOf, textsIn, type Command, type Constants, type Held, type Word } from './word';

/** A script as commands and as a text. */
export interface Commands {
  readonly commands: readonly Command[];
  readonly text: string;
}

/** A function; `from` and `to` in characters of the script. */
export interface ShellFunction {
  readonly from: number;
  readonly to: number;
  /** Place → what the callers give there. */
  readonly given: ReadonlyMap<string, Held>;
}

const HEAD = /^([ \t]*)(?:function[ \t]+([\w-]+)[ \t]*(?:\(\))?|([\w-]+)[ \t]*\(\))\s*\{/gm;
const MOST_FUNCTIONS = 100;
const MOST_PLACES = 9;

/** The functions that somebody in the script calls, with values that are known. */
export function functionsIn({ commands, text }: Commands, constants: Constants): readonly ShellFunction[] {
  return [...text.matchAll(HEAD)].slice(0, MOST_FUNCTIONS).flatMap((match): ShellFunction[] => {
    const [head, indent = '', long, short] = match;
    const name = long ?? short ?? '';
    const from = match.index + head.length;
    const to = endOf(text, from, indent);
    const calls = commands.flatMap(({ words }) => argumentsOf(words, name));
    const places = Array.from({ length: MOST_PLACES }, (_, place) => place);
    const given = places.flatMap((place): [string, Held][] => {
      const words = calls.flatMap((call) => call[place] ?? []);
      const texts = [...new Set(textsIn(words, constants))];
      return texts.length === 0 ? [] : [[String(place + 1), texts.length === 1 ? (texts[0] ?? '') : texts]];
    });
    return given.length === 0 ? [] : [{ from, to, given: new Map(given) }];
  });
}

/** What a command's own function is given. */
export function argumentsAt(
  functions: readonly ShellFunction[],
  { words: [first] }: Command,
): ReadonlyMap<string, Held> {
  const place = first?.from ?? -1;
  return functions.find(({ from, to }) => from <= place && place < to)?.given ?? NONE;
}

const NONE: ReadonlyMap<string, Held> = new Map();

/** Its brace stands under its head, or in the same line. */
function endOf(text: string, from: number, indent: string): number {
  const line = text.indexOf('\n', from);
  const inLine = text.slice(from, line < 0 ? text.length : line).lastIndexOf('}');
  if (inLine >= 0 && text.slice(from, from + inLine).trim() !== '') return from + inLine;
  const end = text.indexOf(`\n${indent}}`, from);
  return end < 0 ? text.length : end;
}

/** The words behind the name, if the command calls the function; `if get acme/x` does. */
function argumentsOf(words: readonly Word[], name: string): (readonly Word[])[] {
  const at = words.findIndex((word) => !WRAPPERS.has(beginningOf(word)));
  const first = words[at];
  const isCall = first?.parts.length === 1 && beginningOf(first) === name;
  return isCall && words.length > at + 1 ? [words.slice(at + 1)] : [];
}
