/** Rows of a table, found by the words of a line: with one search for all, however many rows there are. */
import { inLatin1 } from '../../domain/text/latin1';
import { Words } from './words';
import type { Pattern } from './pattern';

/** Rows in their order. */
export class Rows {
  readonly #rows: readonly Pattern[];
  readonly #words: Words;
  /** The places of the rows that have a word, by the word in Latin-1. */
  readonly #places = new Map<string, number[]>();

  constructor(rows: readonly Pattern[]) {
    this.#rows = rows;
    for (const [place, { words }] of rows.entries()) {
      for (const word of words.map(inLatin1)) this.#places.set(word, [...(this.#places.get(word) ?? []), place]);
    }
    this.#words = new Words([...this.#places.keys()]);
  }

  /** The first row whose text a line has. */
  of(line: string): Pattern | undefined {
    const places = new Set<number>();
    for (const word of this.#words.in(inLatin1(line)))
      for (const place of this.#places.get(word) ?? []) places.add(place);
    if (places.size === 0) return undefined;
    const rows = [...places].sort((one, other) => one - other).map((place) => this.#rows[place]);
    return rows.find((row) => row?.text.test(line));
  }
}
