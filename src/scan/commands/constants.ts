/** What a script gives to its variables. */
import { matching } from './dollar';
import { beginningOf, textOf, textsOf, type Command, type Constants, type Held, type Word } from './word';

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
  const here = new Values(whole.all, true);
  for (const [index, command] of script.commands.entries()) {
    take(script, index, here);
    use(command, here.all);
    here.use(command);
  }
}

interface Commands {
  readonly commands: readonly Command[];
  readonly text: string;
}

function take({ commands, text }: Commands, index: number, constants: Values): void {
  const words = commands[index]?.words ?? [];
  const [first, name, sign] = words.slice(0, 3).map((word) => beginningOf(word));
  if (first === 'for' && sign === 'in' && name !== undefined)
    constants.loop(name, textsIn(words.slice(3), constants.all));
  for (const word of words) addWord(word, constants);
  takeArray({ commands, text }, index, constants);
}

/** Arrays that are read of one script, and the length of one, in characters. */
const MOST_ARRAYS = 200;
const LONGEST_ARRAY = 20_000;

/** `NAME=(a b)`: each of its lines has become a command. */
function takeArray({ commands, text }: Commands, index: number, constants: Values): void {
  const last = commands[index]?.words.at(-1);
  const name = last && /^(\w+)\+?=$/.exec(beginningOf(last))?.[1];
  const opens = last === undefined ? 0 : last.from + beginningOf(last).length;
  if (name === undefined || text[opens] !== '(' || constants.arrays === MOST_ARRAYS) return;
  const closes = opens + matching(text.slice(opens, opens + LONGEST_ARRAY), 0);
  const items: Word[] = [];
  for (let next = index + 1; (commands[next]?.words[0]?.from ?? closes) < closes; next += 1)
    items.push(...(commands[next]?.words ?? []));
  constants.addArray(name, textsIn(items, constants.all));
}

class Values {
  readonly all: Map<string, Held>;
  /** What a variable got since it was used; `undefined` for something unknown. */
  readonly #own = new Map<string, readonly (string | undefined)[]>();
  readonly #inOrder: boolean;
  arrays = 0;

  constructor(given: Constants, inOrder: boolean) {
    this.all = new Map(given);
    this.#inOrder = inOrder;
  }

  /** @param texts `undefined` where one of them is not known */
  add(name: string, texts: readonly string[] | undefined): void {
    const values = [...new Set([...(this.#own.get(name) ?? []), ...(texts ?? [undefined])])];
    const known = values.flatMap((value) => value ?? []);
    this.#own.set(name, values);
    if (known.length < values.length) this.all.delete(name);
    else this.all.set(name, known.length === 1 ? (known[0] ?? '') : known);
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

  addArray(name: string, texts: readonly string[] | undefined): void {
    this.arrays += 1;
    this.all.delete(name);
    if (texts === undefined) return;
    // `([small]=acme/x)`: under a name.
    const values = texts.map((text) => text.replace(/^\[[^\]]*\]=/, ''));
    this.all.set(`${name}[]`, values);
    for (const [index, value] of values.entries()) this.all.set(`${name}[${String(index)}]`, value);
  }
}

function addWord(word: Word, constants: Values): void {
  for (const part of word.parts)
    if (part.kind === 'variable' && part.sets === true && part.standIn !== undefined && !constants.all.has(part.name))
      constants.add(part.name, [part.standIn]);
  const name = /^([A-Za-z_]\w*)=/.exec(beginningOf(word))?.[1];
  if (name === undefined) return;
  const known = textOf(word, constants.all);
  constants.add(name, 'text' in known ? [known.text.slice(name.length + 1)] : undefined);
}

function textsIn(words: readonly Word[], constants: Constants): string[] | undefined {
  const known = words.flatMap((word) => textsOf(word, constants));
  const texts = known.flatMap((one) => ('text' in one ? [one.text] : []));
  return texts.length === known.length ? texts : undefined;
}
