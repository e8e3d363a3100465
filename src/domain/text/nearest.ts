/** The word that a misspelt one was meant to be. */

/** Of so many letters one may be wrong: a short word is near to everything. */
const LETTERS_A_MISTAKE = 4;
const MOST_MISTAKES = 2;

/** The known word that begins with what was typed or the other way round, else the one with the fewest mistakes; `undefined` where none is near. */
export function nearest<Word extends string>(typed: string, words: readonly Word[]): Word | undefined {
  const begins = words.find((word) => typed !== '' && (word.startsWith(typed) || typed.startsWith(word)));
  if (begins !== undefined) return begins;
  const most = Math.min(MOST_MISTAKES, Math.floor(typed.length / LETTERS_A_MISTAKE));
  const rated = words.map((word) => ({ word, mistakes: mistakesBetween(typed, word) }));
  const [best] = rated.sort((one, other) => one.mistakes - other.mistakes);
  return best !== undefined && best.mistakes <= most ? best.word : undefined;
}

/** The nearest word, to follow a rule: `; perhaps scan is meant`. Empty where none is near. */
export function meant(typed: string, words: readonly string[]): string {
  const near = nearest(typed, words);
  return near === undefined ? '' : `; perhaps ${near} is meant`;
}

/** Letters that are wrong, missing, too many, or swapped with the next one (optimal string alignment). */
function mistakesBetween(one: string, other: string): number {
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const isSame = one.charAt(row - 1) === other.charAt(at - 1);
      const isSwapped = one.charAt(row - 1) === other.charAt(at - 2) && one.charAt(row - 2) === other.charAt(at - 1);
      const changed = (last[at - 1] ?? 0) + (isSame ? 0 : 1);
      const swapped = row > 1 && at > 1 && isSwapped ? (before[at - 2] ?? 0) + 1 : Infinity;
      next.push(Math.min(changed, (last[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1, swapped));
    }
    before = last;
    last = next;
  }
  return last[other.length] ?? 0;
}
