/** Parsing within a bound: what nests on one line costs a parser its square, and a file of it would hold up a whole run. */

/** For a file of at most 1 MiB, of which a program takes a second. */
const LONGEST_MS = 3_000;

/** Most parses are over before the clock is looked at, which loads modules of Node that nothing else needs. */
const STEPS_A_LOOK = 500;

/** A parse that goes on step by step, as those of lezer do. */
interface Stepwise<T> {
  advance(): T | null;
}

/**
 * The result of a parse.
 * @throws {Error} where it takes longer than any program of its size
 */
export function parsed<T>(parse: Stepwise<T>): T {
  let until: number | undefined;
  for (let steps = 1; ; steps += 1) {
    const tree = parse.advance();
    if (tree !== null) return tree;
    if (steps % STEPS_A_LOOK !== 0) continue;
    until ??= performance.now() + LONGEST_MS;
    if (performance.now() > until) throw new Error('the file takes too long to parse');
  }
}
