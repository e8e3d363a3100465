/** Looks for words in a log of any length, in pieces: the lines that have one, each with its number and surroundings. */
import { Words } from './patterns/words';

/** Characters of a line on either side of the words that are looked at; a longer line is cut there. */
const MOST_BEFORE = 4_000;
const MOST_AFTER = 8_000;
/** Characters kept before the place that is looked at, and waited for behind it. */
export const BACK = 32 * 1024;
const AHEAD = 16 * 1024;
/** So much is gathered before it is looked at: each look costs a copy of what is kept. */
const GATHERED = 512 * 1024;

/** One line with words in it, in Latin-1. */
export interface Hit {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  /** Where in the text the words are. */
  readonly at: number;
  /** Where the line begins, in characters of the log. */
  readonly start: number;
  /** What stands before the line, from a place on or from as far back as is known; and after it. */
  readonly before: (from: number) => string;
  readonly after: () => string;
}

/** Finds in a text of any length, given in pieces, the lines with a word that a message can begin with; drops what it has looked at. */
export class Scanner {
  readonly #words: Words;
  #text = '';
  /** What was looked at. */
  #done = 0;
  /** Line breaks are counted up to here. */
  #counted = 0;
  #line = 1;
  /** What was dropped. */
  #base = 0;

  constructor(words: readonly string[]) {
    this.#words = new Words(words);
  }

  /** The hits that a further piece completes. */
  *push(piece: string): Generator<Hit> {
    this.#text += piece;
    if (this.#text.length - this.#done < GATHERED) return;
    const limit = this.#text.length - AHEAD;
    const line = this.#text.lastIndexOf('\n', limit) + 1;
    yield* this.#look(line > this.#done ? line : limit);
    const kept = Math.max(0, this.#done - BACK);
    this.#count(kept);
    this.#text = this.#text.slice(kept);
    this.#done -= kept;
    this.#counted -= kept;
    this.#base += kept;
  }

  /** The rest of the hits. */
  *end(): Generator<Hit> {
    yield* this.#look(this.#text.length);
  }

  /** Lines so far. */
  lines(): number {
    this.#count(this.#text.length);
    return this.#text.endsWith('\n') || this.#text === '' ? this.#line - 1 : this.#line;
  }

  *#look(limit: number): Generator<Hit> {
    for (let from = this.#done; ;) {
      const found = this.#words.first(this.#text, from, limit);
      if (found < 0) break;
      const hit = this.#hitAt(found);
      yield hit;
      from = found - hit.at + hit.text.length;
    }
    this.#done = limit;
  }

  #hitAt(index: number): Hit {
    const text = this.#text;
    const base = this.#base;
    // Of a line without end no more is looked at for each hit in it.
    const first = Math.max(0, index - MOST_BEFORE);
    const start = first + text.slice(first, index).lastIndexOf('\n') + 1;
    const next = text.slice(index, index + MOST_AFTER).indexOf('\n');
    const end = Math.min(index + (next < 0 ? MOST_AFTER : next), text.length);
    this.#count(start);
    return {
      line: this.#line,
      text: text.slice(start, end),
      at: index - start,
      start: base + start,
      before: (from) => text.slice(Math.max(0, start - BACK, from - base), start),
      after: () => text.slice(end, end + AHEAD / 2),
    };
  }

  #count(to: number): void {
    for (let next = this.#text.indexOf('\n', this.#counted); next >= 0 && next < to;) {
      this.#line += 1;
      next = this.#text.indexOf('\n', next + 1);
    }
    this.#counted = Math.max(this.#counted, to);
  }
}
