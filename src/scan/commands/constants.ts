/** What a script gives to its variables. */
import { WRAPPERS } from '../tables/images';
import { matching } from './dollar';
import { argumentsAt, functionsIn, type Commands } from './functions';
import { READ } from './fed';
import { linesFor } from './printed';
import { readIn, type Row } from './read-in';
import { areSeveral, beginningOf, textsIn, textsOf, type Command, type Constants, type Held, type Word } from './word';

/**
 * `MODEL=acme/x`, `export MODEL=…`, `: ${MODEL:=…}`, `MODELS=(acme/x acme/y)`, `for m in acme/x acme/y`. A variable that gets
 * several values before it is used, as in branches, can have each of them; one that gets something unknown has none.
 * @param use is called with each command and what its variables have there; one that gets its value below has that
 */
export function withConstants(
  script: Commands,
  given: Constants,
  use: (command: Command, constants: Constants) => void,
): void {
  const whole = new Values(given, false);
  for (const [index] of script.commands.entries()) take(script, index, whole);
  const functions = functionsIn(script, whole.all);
  if (functions.length > 0)
    for (const [index, command] of script.commands.entries()) {
      whole.enter(argumentsAt(functions, command));
      take(script, index, whole);
    }
  const here = new Values(whole.all, true);
  for (const [index, command] of script.commands.entries()) {
    here.enter(argumentsAt(functions, command));
    take(script, index, here);
    here.read(linesFor(script, index, here.all));
    for (const constants of here.ways(command)) use(command, constants);
    here.use(command);
  }
}

function take(script: Commands, index: number, constants: Values): void {
  const words = script.commands[index]?.words ?? [];
  const [first, name, sign] = words.slice(0, 3).map((word) => beginningOf(word));
  if (first === 'for' && sign === 'in' && name !== undefined)
    constants.loop(name, splitTexts(textsIn(words.slice(3), constants.all)));
  const rows = readIn(script, index, constants.all);
  if (rows.length > 0) constants.rows(rows);
  addAssignments(words, constants);
  takeArray(script, index, constants);
}

/** `for m in $MODELS`: one word after another of the text. */
function splitTexts(texts: readonly string[] | undefined): string[] | undefined {
  return texts?.flatMap((text) => text.split(/\s+/)).filter((text) => text !== '');
}

/** Arrays that are read of one script, and the length of one, in characters. */
const MOST_ARRAYS = 200;
const LONGEST_ARRAY = 20_000;

/** `NAME=(a b)`: each of its lines has become a command. */
function takeArray({ commands, text }: Commands, index: number, constants: Values): void {
  const last = commands[index]?.words.at(-1);
  const [, name, sign] = /^(\w+)(\+?=)$/.exec(last ? beginningOf(last) : '') ?? [];
  const opens = last === undefined ? 0 : last.from + beginningOf(last).length;
  if (name === undefined || text[opens] !== '(' || constants.arrays === MOST_ARRAYS) return;
  const closes = opens + matching(text.slice(opens, opens + LONGEST_ARRAY), 0);
  const behind = commands.slice(index + 1);
  const end = behind.findIndex(({ words }) => (words[0]?.from ?? closes) >= closes);
  const items = behind.slice(0, end < 0 ? undefined : end).flatMap(({ words }) => words);
  const known = items.flatMap((word) => textsOf(word, constants.all));
  constants.addArray(
    name,
    known.map((one) => ('text' in one ? one.text : UNKNOWN)),
    sign === '+=',
  );
}

/** An item that is not known, as a text that is no id. */
const UNKNOWN = '${?}';

/** Lines that are told apart. */
const MOST_ROWS = 64;

class Values {
  readonly all: Map<string, Held>;
  /** What a variable got since it was used; `undefined` for something unknown. */
  readonly #own = new Map<string, readonly (string | undefined)[]>();
  readonly #inOrder: boolean;
  arrays = 0;
  #entered: readonly string[] = [];
  /** What variables got together, line by line. */
  #rows: readonly Row[] = [];

  constructor(given: Constants, inOrder: boolean) {
    this.all = new Map(given);
    this.#inOrder = inOrder;
  }

  /** @param texts `undefined` where one of them is not known */
  add(name: string, texts: readonly string[] | undefined): void {
    const values = [...new Set([...(this.#own.get(name) ?? []), ...(texts ?? [undefined])])];
    const known = values.flatMap((value) => value ?? []);
    this.#own.set(name, values);
    if (this.#rows[0]?.has(name) === true) this.#rows = [];
    if (known.length < values.length) this.all.delete(name);
    else this.all.set(name, known.length === 1 ? (known[0] ?? '') : known);
  }

  /** What one `read` gives, line by line. */
  rows(rows: readonly Row[]): void {
    for (const name of new Set(rows.flatMap((row) => [...row.keys()])))
      this.loop(
        name,
        rows.flatMap((row) => row.get(name) ?? []),
      );
    this.#rows = rows;
  }

  /** The values at a command; where it mentions several variables that got theirs together, once for each line. */
  ways({ words }: Command): readonly Constants[] {
    const [first, ...more] = this.#rows;
    const names = words.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'variable' ? [part.name] : [])));
    const isTogether = new Set(names.filter((name) => first?.has(name))).size > 1;
    if (first === undefined || !isTogether || more.length >= MOST_ROWS) return [this.all];
    return this.#rows.map((row) => new Map([...this.all, ...row]));
  }

  /** The lines that a command reads. */
  read(lines: readonly string[] | undefined): void {
    if (lines === undefined) this.all.delete(READ);
    else this.all.set(READ, lines);
  }

  /** The variable of a loop has no value from before. */
  loop(name: string, texts: readonly string[] | undefined): void {
    if (this.#inOrder) this.#own.delete(name);
    this.add(name, texts);
  }

  /** What is used is not changed by what comes below. */
  use({ words }: Command): void {
    for (const { parts } of words) for (const part of parts) if (part.kind === 'variable') this.#own.delete(part.name);
  }

  /** In a function of the script, what its callers give it. */
  enter(given: ReadonlyMap<string, Held>): void {
    for (const name of this.#entered) this.all.delete(name);
    this.#entered = [...given.keys()];
    for (const [name, held] of given) this.all.set(name, held);
  }

  /** @param isMore it is added to what the array has */
  addArray(name: string, texts: readonly string[], isMore: boolean): void {
    this.arrays += 1;
    const before = isMore ? this.all.get(`${name}[]`) : undefined;
    this.all.delete(name);
    // `([small]=acme/x)`: under a name.
    const entries = texts.map((text) => /^(?:\[([^\]]*)\]=)?(.*)$/s.exec(text) ?? []);
    const values = [...(areSeveral(before) ? before : []), ...entries.map(({ 2: value = '' }) => value)];
    this.all.set(`${name}[]`, values);
    this.all.set(`${name}[?]`, values);
    for (const [index, value] of values.entries()) this.all.set(`${name}[${String(index)}]`, value);
    for (const [, key, value = ''] of entries) if (key !== undefined) this.all.set(`${name}[${key}]`, value);
  }
}

/** Words that may stand before an assignment. */
const DECLARES = new Set(['export', 'declare', 'local', 'readonly', 'typeset']);

/** `${NAME:=acme/x}`. */
function addStandIns({ parts }: Word, constants: Values): void {
  for (const part of parts)
    if (part.kind === 'variable' && part.sets === true && part.standIn !== undefined && !constants.all.has(part.name))
      constants.add(part.name, [part.standIn]);
}

function addAssignments(words: readonly Word[], constants: Values): void {
  let isBefore = true;
  for (const word of words) {
    addStandIns(word, constants);
    const begin = beginningOf(word);
    const name = /^([A-Za-z_]\w*)=/.exec(begin)?.[1];
    // Behind the program it is an argument: `docker run -e MODEL=acme/x`.
    isBefore &&= name !== undefined || begin.startsWith('-') || DECLARES.has(begin) || WRAPPERS.has(begin);
    if (name === undefined || !isBefore) continue;
    constants.add(
      name,
      textsIn([word], constants.all)?.map((text) => text.slice(name.length + 1)),
    );
  }
}
