/** Rows of which a test takes some by default, others every day; `ROWS=all` takes them all. */

const DAY_MS = 86_400_000;

/** Which part is taken; `ROWS_TURN` repeats another day's. */
const turn = Number(process.env['ROWS_TURN'] ?? Math.floor(Date.now() / DAY_MS));

/** For the names of tests: how to have the same rows again. */
export const SAMPLE = process.env['ROWS'] === 'all' ? 'ROWS=all' : `ROWS_TURN=${String(turn)}`;

/** Every `of`-th row, so that `of` turns in a row take each of them once. */
export function sampleOf<T>(rows: readonly T[], of: number): readonly T[] {
  return process.env['ROWS'] === 'all' ? rows : rows.filter((_, at) => (at + turn) % of === 0);
}

/** Pairs of two lists: each of the longer one's once, with another partner every day, so that each of both is met. */
export function pairsOf<A, B>(longer: readonly A[], shorter: readonly B[]): readonly (readonly [A, B])[] {
  return longer.flatMap((one, at) => {
    const isTaken = (_: B, of: number) => process.env['ROWS'] === 'all' || (at + of + turn) % shorter.length === 0;
    return shorter.filter(isTaken).map((other) => [one, other] as const);
  });
}
