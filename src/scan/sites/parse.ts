/** Parsing within a bound: what nests on one line costs a parser its square, and a file of it would hold up a whole run. */

/** For a file of at most 1 MiB, of which a program takes a second. */
const LONGEST_MS = 3_000;

/** A parse that goes on step by step, as those of lezer do. */
interface Stepwise<T> {
  advance(): T | null;
}

/**
 * The result of a parse.
 * @throws {Error} where it takes longer than any program of its size
 */
export function parsed<T>(parse: Stepwise<T>): T {
  const until = performance.now() + LONGEST_MS;
  for (let tree = parse.advance(); ; tree = parse.advance()) {
    if (tree !== null) return tree;
    if (performance.now() > until) throw new Error('the file takes too long to parse');
  }
}
