/** Words → what a command was given, or what is wrong with them. No word is ever repeated unredacted. */
import { parseArgs } from 'node:util';
import type { Problem } from '../../domain/inputs/requirement';
import type { Arguments, Command, Option } from './command';
import { nearest } from '../../domain/text/nearest';

type Token = NonNullable<ReturnType<typeof tokensOf>>[number];
type OptionToken = Extract<Token, { kind: 'option' }>;

/** What is wrong with the words, and the flags among them: they say how it is told. */
export type Refusal = Pick<Arguments, 'flags'> & { readonly problems: readonly Problem[] };

/** Reads the words after the command's name. */
export function parseArguments(words: readonly string[], command: Command): Arguments | Refusal {
  const reader = new ArgumentReader(command);
  for (const token of tokensOf(words, command)) reader.take(token, words[token.index] ?? '');
  reader.finish();
  const { operands, lists, values, flags, problems } = reader;
  return problems.length > 0 ? { problems, flags } : { operands, lists, values, flags };
}

/** Whether the words ask for help. After `--` a word is a file's name or an id, whatever it looks like. */
export function asksForHelp(words: readonly string[]): boolean {
  return words.slice(0, endOfOptions(words)).some((word) => word === '--help' || word === '-h');
}

function endOfOptions(words: readonly string[]): number {
  const end = words.indexOf('--');
  return end < 0 ? words.length : end;
}

/** Not strict: its own errors would repeat the words. Options are judged here, and only their shape comes from there. */
function tokensOf(words: readonly string[], { groups }: Command) {
  const options = Object.fromEntries(
    groups.flatMap((group) => group.options).map(({ name, takes }) => [name, { type: typeOf(takes) }]),
  );
  const end = endOfOptions(words);
  // The dash of a YAML list that was pasted as text, as in a list: no option has a blank behind it.
  const args = words.map((word, at) => (at < end ? word.replace(/^-\s+/, '') : word));
  return parseArgs({ args, options, strict: false, allowPositionals: true, tokens: true }).tokens;
}

/** The words of a list are those that no option takes. */
function typeOf(takes: Option['takes']): 'string' | 'boolean' {
  return takes === 'nothing' || takes === 'list' ? 'boolean' : 'string';
}

class ArgumentReader {
  readonly operands: string[] = [];
  readonly lists = new Map<string, string[]>();
  readonly values = new Map<string, string>();
  readonly flags = new Set<string>();
  readonly problems: Problem[] = [];
  readonly #command: Command;
  readonly #options: ReadonlyMap<string, Option>;
  /** Where the next bare word belongs. */
  #words: string[] = this.operands;
  /** The option before, if it takes a pair. */
  #pair: string | undefined;
  #unreadable = -1;

  constructor(command: Command) {
    this.#command = command;
    this.#options = new Map(command.groups.flatMap(({ options }) => options).map((option) => [option.name, option]));
  }

  /** @param word the whole word that the token came from */
  take(token: Token, word: string): void {
    if (token.kind === 'option-terminator') this.#words = this.operands;
    if (token.kind === 'positional') this.#takeWord(token.value);
    // A variable that is not set: its value would be left out without a word.
    if (token.kind === 'positional' && token.value.trim() === '')
      this.problems.push({ input: this.#command.name, rule: 'an argument is blank' });
    if (token.kind !== 'option') return;
    const option = word.startsWith('--') ? this.#options.get(token.name) : undefined;
    this.#words = this.operands;
    this.#pair = option?.takes === 'each' ? option.name : undefined;
    if (option === undefined) this.#refuse(token, word);
    else this.#give(option, token);
  }

  /** A second pair is no id. It is not judged as one, which would show it. */
  #takeWord(word: string): void {
    const name = this.#pair;
    if (name !== undefined && /^[^:]*=/.test(word))
      this.#problem(name, 'takes one pair: give the option once for each');
    else this.#words.push(word);
  }

  finish(): void {
    const { name: input, operands } = this.#command;
    for (const [name, words] of this.lists) {
      if (words.length === 0) this.#lacksValue(name, 'an ID');
    }
    const count = this.operands.length;
    if (operands === undefined && count > 0) this.problems.push({ input, rule: 'takes no arguments' });
    if (operands?.missing !== undefined && count === 0) this.problems.push({ input, rule: operands.missing });
    const most = operands?.most ?? count;
    if (count > most)
      this.problems.push({
        input,
        rule: `takes at most ${most} ${(operands?.form ?? 'word').toLowerCase()}${most === 1 ? '' : 's'}`,
      });
  }

  #give({ name, takes }: Option, { value, inlineValue }: OptionToken): void {
    switch (takes) {
      case 'nothing':
        // As the input of the same name is written: the last one counts.
        if (value === undefined || /^true$/i.test(value)) this.flags.add(name);
        else if (/^false$/i.test(value)) this.flags.delete(name);
        else this.#problem(name, 'takes no value');
        return;
      case 'list':
        this.#words = this.lists.get(name) ?? [];
        this.lists.set(name, this.#words);
        if (value !== undefined) this.#words.push(value);
        return;
      case 'value':
      case 'file':
      case 'each':
        this.#giveValue(name, takes, { value, isOwn: inlineValue === true });
    }
  }

  #giveValue(
    name: string,
    takes: 'value' | 'file' | 'each',
    { value = '', isOwn }: { value?: string | undefined; isOwn: boolean },
  ): void {
    // What looks like an option is one, and not the value of the option before it.
    if ((!isOwn && /^-./.test(value)) || value.trim() === '')
      this.#lacksValue(name, takes === 'file' ? 'the path of a file' : 'a value');
    else if (takes === 'file' && value === '-') this.#problem(name, NO_STREAM);
    else if (takes === 'each') this.lists.set(name, [...(this.lists.get(name) ?? []), value]);
    else this.#keep(name, value);
  }

  #keep(name: string, value: string): void {
    const isOther = (this.values.get(name) ?? value) !== value;
    if (isOther && this.#options.get(name)?.once === true) this.#problem(name, 'is given twice, with different values');
    this.values.set(name, value);
  }

  #lacksValue(name: string, what: string): void {
    this.#problem(name, `needs ${what}, as in --${name} ${this.#options.get(name)?.example ?? ''}`);
  }

  #problem(name: string, rule: string): void {
    this.problems.push({ input: `--${name}`, rule });
  }

  #refuse({ name, index }: OptionToken, word: string): void {
    // Letters that are written together are one word.
    if (index === this.#unreadable) return;
    this.#unreadable = index;
    this.problems.push(
      name === 'token' ? TOKEN_ARGUMENT : { input: 'option', rule: unknown(name, word, this.#command) },
    );
  }
}

/** What goes to standard output is the result itself. */
const NO_STREAM = 'writes a file; what goes to standard output is text, or JSON with --json';

/** Arguments are seen by every process of the machine and stay in the shell's history. */
const TOKEN_ARGUMENT: Problem = {
  input: '--token',
  rule: 'is not an option: a token is never an argument. Set HF_TOKEN, or use --token-stdin',
};

/** Only what cannot be a secret is repeated: a word of letters, or a single letter. */
function unknown(name: string, word: string, { groups }: Command): string {
  if (/^-[A-Za-z]$/.test(word)) return `${word} is not known: options have long names, such as --json`;
  const shown = /^[a-z-]+$/.test(name) && word.startsWith('--') ? name.slice(0, 40) : undefined;
  if (shown === undefined) return 'one of the options cannot be read';
  const names = groups.flatMap(({ options }) => options.map((option) => option.name));
  const near = nearest(shown, names);
  return `--${shown} is not known${near === undefined ? '' : `, but --${near} is`}`;
}
