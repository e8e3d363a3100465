/**
 * Finds the first of many words in a text: Wu and Manber's search (TR-94-17, University of Arizona), which skips what no word can hold and so
 * reads every third character of a log. Its time does not grow with the number of the words, as a regular expression's does.
 */

/** Characters that are looked at together. */
const BLOCK = 3;
/** Entries of the tables: a quarter of a megabyte. */
const SIZE = 1 << 18;

/** The tables for one set of words: made once, and then used for every piece of a log. */
export class Words {
  /** All words are told apart by so many of their first characters. */
  readonly #width: number;
  /** How far to move on from a place where a block ends; 0 where a word may. */
  readonly #moves: Uint8Array;
  /** The words, by the block at which their first characters end. */
  readonly #ending = new Map<number, string[]>();

  /** @param words of three characters at least, in Latin-1; the shortest decides how far it can skip */
  constructor(words: readonly string[]) {
    this.#width = Math.min(...words.map(({ length }) => length), 255);
    this.#moves = new Uint8Array(SIZE).fill(this.#width - BLOCK + 1);
    // V8 keeps strings in several forms, and code that has met more than four of them is slow: the words are read out of one.
    const text = words.join('');
    let start = 0;
    for (const word of words) {
      this.#add(word, text, start);
      start += word.length;
    }
  }

  #add(word: string, text: string, start: number): void {
    const last = this.#width - 1;
    for (let at = BLOCK - 1; at <= last; at += 1) {
      const block = blockAt(text, start + at);
      this.#moves[block] = Math.min(this.#moves[block] ?? 0, last - at);
    }
    const block = blockAt(text, start + last);
    this.#ending.set(block, [...(this.#ending.get(block) ?? []), word]);
  }

  /** Where the first word begins, at `from` or behind it and before `limit`; -1 where there is none. */
  first(text: string, from: number, limit: number): number {
    const last = this.#width - 1;
    const end = Math.min(limit + last, text.length);
    for (let at = from + last; at < end;) {
      const block = blockAt(text, at);
      const move = this.#moves[block] ?? 1;
      if (move === 0 && this.#beginsAt(text, at - last, block)) return at - last;
      at += move === 0 ? 1 : move;
    }
    return -1;
  }

  /** The words that a text has; one of them more than once where it is there more than once. */
  in(text: string): readonly string[] {
    const found: string[] = [];
    for (let at = this.first(text, 0, Infinity); at >= 0; at = this.first(text, at + 1, Infinity)) {
      const words = this.#ending.get(blockAt(text, at + this.#width - 1)) ?? [];
      for (const word of words) if (text.startsWith(word, at)) found.push(word);
    }
    return found;
  }

  #beginsAt(text: string, start: number, block: number): boolean {
    return this.#ending.get(block)?.some((word) => text.startsWith(word, start)) === true;
  }
}

/** The characters that end at a place, as one number. */
function blockAt(text: string, at: number): number {
  return ((text.charCodeAt(at - 2) << 12) ^ (text.charCodeAt(at - 1) << 6) ^ text.charCodeAt(at)) & (SIZE - 1);
}
