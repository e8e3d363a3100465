/** Here-documents: how they begin, and the lines that can end them, each looked for once: a script may begin thousands. */

/** `<<EOF`, `<<-'EOF'`: its length, the word that ends it, and whether its variables stay as they are; `<<<` has no end. */
export function hereDocumentAt(
  text: string,
  at: number,
): { readonly length: number; readonly end?: string; readonly isRaw: boolean } {
  const match = /<<(<)?-?\s*(?:(\\|['"]?)([\w.-]+)\2?)?/y;
  match.lastIndex = at;
  const [whole = '<<', isText, quote = '', end] = match.exec(text) ?? [];
  if (isText !== undefined) return { length: 3, isRaw: false };
  return { length: whole.length, ...(end === undefined ? {} : { end }), isRaw: quote !== '' };
}

interface EndLine {
  readonly from: number;
  /** Where the line after it begins. */
  readonly next: number;
}

/** Finds the line that ends a here-document, in a text that may begin thousands of them. */
export class EndLines {
  readonly #text: string;
  /** By their words, in order; made when the first one is asked for. */
  #lines: Map<string, EndLine[]> | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** The first line at or behind a place that is a word and nothing else. */
  next(word: string, from: number): EndLine | undefined {
    this.#lines ??= wordLines(this.#text);
    const lines = this.#lines.get(word) ?? [];
    let [low, high] = [0, lines.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((lines[middle]?.from ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    return lines[low];
  }
}

function wordLines(text: string): Map<string, EndLine[]> {
  const lines = new Map<string, EndLine[]>();
  for (let from = 0; from < text.length;) {
    const end = text.indexOf('\n', from);
    const stop = end < 0 ? text.length : end;
    const next = end < 0 ? stop : stop + 1;
    const word = text.slice(from, stop).trim();
    const known = lines.get(word);
    if (known !== undefined) known.push({ from, next });
    else if (/^[\w.-]+$/.test(word)) lines.set(word, [{ from, next }]);
    from = next;
  }
  return lines;
}
