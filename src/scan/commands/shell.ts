/**
 * A script of a shell → its simple commands, in the order in which they are written. Only words are told apart: quotes,
 * escapes, comments, operators, here-documents. Which command runs, and how often, is not asked.
 */
import { dollarAt, matching } from './dollar';
import { EndLines, hereDocumentAt } from './end-lines';
import type { Command, Part, Word } from './word';

/** Commands that are read of one script; whoever gets as many does not have all of them. */
export const MOST_COMMANDS = 20_000;
const MOST_DEPTH = 8;

/** @param from where in the script the text begins */
export function readShell(text: string, from = 0, depth = 0): Command[] {
  return depth > MOST_DEPTH ? [] : new ShellReader(text, from, depth).read();
}

interface Mutable {
  words: Word[];
  input?: { text: string; from: number; isRaw: boolean };
  isPiped?: true;
}

class ShellReader {
  readonly #text: string;
  readonly #from: number;
  readonly #depth: number;
  readonly #commands: Command[] = [];
  #at = 0;
  #current: Mutable = { words: [] };
  #parts: Part[] = [];
  #begin = -1;
  #isFile = false;
  /** Here-documents whose bodies begin on the next line. */
  #pending: { readonly end: string; readonly isRaw: boolean; readonly command: Mutable }[] = [];
  #ends: EndLines | undefined;

  constructor(text: string, from: number, depth: number) {
    this.#text = text;
    this.#from = from;
    this.#depth = depth;
  }

  read(): Command[] {
    while (this.#at < this.#text.length && this.#commands.length < MOST_COMMANDS) this.#step();
    this.#endCommand();
    return this.#commands;
  }

  #step(): void {
    const character = this.#text[this.#at] ?? '';
    if (character === '\\') this.#escape();
    else if (character === "'") this.#single();
    else if (character === '"') this.#double();
    else if (character === '$') this.#dollar();
    else if (character === '`') this.#nested(this.#at + 1, this.#text.indexOf('`', this.#at + 1));
    else if (this.#text.startsWith('{{', this.#at)) this.#template(this.#at);
    else if (character === '#' && this.#begin < 0) this.#at = this.#endOfLine();
    else if (/\s/.test(character)) this.#blank(character);
    else if (this.#text.startsWith('<<', this.#at)) this.#hereDocument();
    else if (';&|()<>'.includes(character)) this.#operator(character);
    else this.#take(/[^\s\\'"$`;&|()<>{]+|\{/y);
  }

  #take(plain: RegExp): void {
    plain.lastIndex = this.#at;
    const text = plain.exec(this.#text)?.[0] ?? this.#text[this.#at] ?? '';
    this.#add({ kind: 'text', text });
    this.#at += text.length;
  }

  #add(part: Part): void {
    if (this.#begin < 0) this.#begin = this.#at;
    const last = this.#parts.at(-1);
    if (last?.kind === 'text' && part.kind === 'text')
      this.#parts[this.#parts.length - 1] = { kind: 'text', text: last.text + part.text };
    else this.#parts.push(part);
  }

  #escape(): void {
    const next = this.#text[this.#at + 1] ?? '';
    const isBreak = next === '\n' || (next === '\r' && this.#text[this.#at + 2] === '\n');
    if (!isBreak) this.#add({ kind: 'text', text: next });
    this.#at += next === '\r' && isBreak ? 3 : 2;
  }

  #single(): void {
    const end = this.#text.indexOf("'", this.#at + 1);
    const stop = end < 0 ? this.#text.length : end;
    this.#add({ kind: 'text', text: this.#text.slice(this.#at + 1, stop) });
    this.#at = stop + 1;
  }

  #double(): void {
    this.#add({ kind: 'text', text: '' });
    this.#at += 1;
    for (let stop = false; !stop && this.#at < this.#text.length;) {
      const character = this.#text[this.#at] ?? '';
      stop = character === '"';
      if (stop) this.#at += 1;
      else if (character === '$') this.#dollar();
      else if (character === '`') this.#nested(this.#at + 1, this.#text.indexOf('`', this.#at + 1));
      else if (character === '\\') this.#escapeInQuotes();
      else if (this.#text.startsWith('{{', this.#at)) this.#template(this.#at);
      else this.#take(/[^"$`\\{]+|\{/y);
    }
  }

  #escapeInQuotes(): void {
    const next = this.#text[this.#at + 1] ?? '';
    if (next !== '\n') this.#add({ kind: 'text', text: '"$`\\'.includes(next) ? next : `\\${next}` });
    this.#at += 2;
  }

  #dollar(): void {
    const { part, length } = dollarAt(this.#text, this.#at);
    if (part === 'nested') this.#nested(this.#at + 2, matching(this.#text, this.#at + 1));
    else {
      this.#add(part);
      this.#at += length;
    }
  }

  #template(at: number): void {
    const end = this.#text.indexOf('}}', at);
    this.#add({ kind: 'template' });
    this.#at = end < 0 ? this.#text.length : end + 2;
  }

  /** The commands in between are commands of the script; what they print is not known. */
  #nested(from: number, end: number): void {
    const stop = end < 0 ? this.#text.length : end;
    this.#commands.push(...readShell(this.#text.slice(from, stop), this.#from + from, this.#depth + 1));
    this.#add({ kind: 'output' });
    this.#at = stop + 1;
  }

  #blank(character: string): void {
    this.#endWord();
    this.#at += 1;
    if (character !== '\n') return;
    this.#endCommand();
    for (const { end, command, isRaw } of this.#pending.splice(0)) this.#readBody(end, command, isRaw);
  }

  #operator(character: string): void {
    this.#endWord();
    this.#at += 1;
    // What is read or written is no argument.
    this.#isFile = character === '<' || character === '>';
    if (this.#isFile) return;
    this.#endCommand();
    const isPipe = character === '|' && this.#text[this.#at - 2] !== '|' && this.#text[this.#at] !== '|';
    if (isPipe) this.#current.isPiped = true;
  }

  #hereDocument(): void {
    const { length, end, isRaw } = hereDocumentAt(this.#text, this.#at);
    this.#endWord();
    this.#at += length;
    const isFollowed = end !== undefined && this.#pending.length < MOST_DEPTH;
    if (isFollowed) this.#pending.push({ end, isRaw, command: this.#current });
  }

  #readBody(end: string, command: Mutable, isRaw: boolean): void {
    const from = this.#at;
    this.#ends ??= new EndLines(this.#text);
    const line = this.#ends.next(end, from);
    // Without an end it is no here-document that anybody wrote on purpose.
    if (line === undefined) return;
    command.input = { text: this.#text.slice(from, line.from), from: this.#from + from, isRaw };
    this.#at = line.next;
  }

  #endWord(): void {
    if (this.#begin >= 0 && !this.#isFile)
      this.#current.words.push({ parts: this.#parts, from: this.#from + this.#begin });
    if (this.#begin >= 0) this.#isFile = false;
    this.#parts = [];
    this.#begin = -1;
  }

  #endCommand(): void {
    this.#endWord();
    const isFed = this.#pending.some(({ command }) => command === this.#current);
    const isEmpty = !isFed && this.#current.words.length === 0;
    if (!isEmpty) this.#commands.push(this.#current);
    // The command goes on below a `|`.
    this.#current = isEmpty ? this.#current : { words: [] };
  }

  #endOfLine(): number {
    const end = this.#text.indexOf('\n', this.#at);
    return end < 0 ? this.#text.length : end;
  }
}
