/** What was said of lines that a log repeats. */
import type { LogLine } from './log-line';

/** Where a line stands, and the lines since it was there before; nothing where that is too far back to compare. */
interface Stand {
  readonly at: number;
  readonly between: readonly LogLine[] | undefined;
}

/** So many lines are remembered with what was said of them. */
const MOST = 500;

/** Knows lines of the latest past again, so that a log that repeats itself is read once. */
export class Repeats<T> {
  readonly #known = new Map<LogLine, Stand & { readonly said: T }>();

  /** How many lines ago the line was there before. */
  since(line: LogLine, at: number): number | undefined {
    const known = this.#known.get(line);
    return known === undefined ? undefined : at - known.at;
  }

  /** What was said of it the last time, if the same lines came before it that time and this time; else what is said now. */
  again(line: LogLine, { at, between }: Stand, say: () => T): T {
    const known = this.#known.get(line);
    const isAgain = known?.between !== undefined && between !== undefined && isSame(between, known.between);
    const said = isAgain ? known.said : say();
    if (this.#known.size >= MOST) this.#known.clear();
    // What was said holds within one step.
    const hasStep = between?.some(({ isStep }) => isStep) === true;
    this.#known.set(line, { at, said, between: hasStep ? undefined : between });
    return said;
  }
}

function isSame(one: readonly LogLine[], other: readonly LogLine[]): boolean {
  return one.length === other.length && one.every((line, index) => line === other[index]);
}
