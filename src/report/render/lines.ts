/** Text in the width of a terminal: words wrap between them and are never cut, and columns stand below each other. */

/** How wide the lines may be, in cells; absent where nobody wraps, as in a log. */
export type Width = number | undefined;

/** What takes two cells: most emoji, and the letters of East Asia. */
const WIDE = /[\p{Emoji_Presentation}\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/u;
/** What follows a character and takes no cell of its own. */
const NARROW = /\p{M}|\u200d|\ufe0f/u;

/** Mostly nothing has to be counted. */
const PLAIN = /^[ -~]*$/;

/** How many cells of a terminal a text takes. */
export function cells(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let sum = 0;
  for (const character of text) sum += NARROW.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return sum;
}

/** The text, filled up with blanks to a number of cells. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - cells(text)));
}

/**
 * One sentence, or several, as lines; all but the first begin with the margin. A word longer than a line keeps its length,
 * so that an address can be clicked or copied.
 */
export function wrap(text: string, width: Width, margin = ''): string[] {
  if (width === undefined || cells(text) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  let used = 0;
  // Blanks at the start are the first line's own margin.
  for (const word of text.split(/(?<=\S) /)) {
    const size = cells(word);
    if (line !== '' && used + 1 + size > width) {
      lines.push(line);
      line = margin + word.trimStart();
      used = cells(line);
    } else {
      line = line === '' ? word : `${line} ${word}`;
      used += size + (used === 0 ? 0 : 1);
    }
  }
  return [...lines, line];
}

/** A text of several lines, each wrapped; what does not fit stands two blanks deeper than its line began. */
export function wrapLines(text: string, width: Width): string {
  if (width === undefined) return text;
  const lines = text.split('\n').flatMap((line) => wrap(line, width, `${/^ */.exec(line)?.[0] ?? ''}  `));
  return lines.join('\n');
}

/** A longer cell does not push the columns of all other rows out of sight. */
const WIDEST_COLUMN = 60;

/** The widths at which all rows stand below each other; a row with a longer cell stands out. */
export function columnWidths(rows: readonly (readonly string[])[]): number[] {
  const count = mostOf(rows.map((row) => row.length));
  return Array.from({ length: count }, (_, at) =>
    mostOf(rows.map((row) => cells(row[at] ?? '')).filter((size) => size <= WIDEST_COLUMN)),
  );
}

/** Not by `Math.max`: a merged report can have more rows than a call may have arguments. */
function mostOf(sizes: readonly number[]): number {
  return sizes.reduce((most, size) => Math.max(most, size), 0);
}

/** One row, two blanks between its columns and none at its end. */
export function aligned(row: readonly string[], widths: readonly number[]): string {
  return row.map((cell, at) => (at === row.length - 1 ? cell : padded(cell, widths[at] ?? 0))).join('  ');
}
