/** Parsing within a bound: what nests on one line costs a parser its square, and a file of it would hold up a whole run. */

/** For a file of at most 1 MiB, of which a program takes a second. */
const LONGEST_MS = 3_000;

/** One step over a hostile line takes a tenth of a second, one of a program a microsecond, in which no clock need be asked. */
const STEPS_A_LOOK = 10;

/** A parse that goes on step by step, as those of lezer do. */
interface Stepwise<T> {
  advance(): T | null;
}

/**
 * The result of a parse.
 * @throws {Error} where it takes longer than any program of its size, by a clock that may be set in between: then one file is
 * given up. `performance` loads ten modules of Node, and this room has no process.
 */
export function parsed<T>(parse: Stepwise<T>): T {
  const until = Date.now() + LONGEST_MS;
  for (let steps = 1; ; steps += 1) {
    const tree = parse.advance();
    if (tree !== null) return tree;
    if (steps % STEPS_A_LOOK === 0 && Date.now() > until) throw new Error('the file takes too long to parse');
  }
}
