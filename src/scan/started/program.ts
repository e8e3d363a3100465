/** What the commands of a program are read with. */
import type { Evaluator } from '../python/evaluate';
import type { Source } from '../python/tree';
import type { LineIndex } from '../sites/line-index';
import type { SourceFile } from '../sites/site';

/** What a program's commands are read with. */
export interface Program {
  readonly source: Source;
  readonly evaluator: Evaluator;
  readonly lines: LineIndex;
  readonly file: SourceFile;
  readonly budget: Budget;
}

/** What the commands of one file may cost together, in characters, words and steps: a name may lead to the same text many times. */
const MOST_SPENT = 2_000_000;

/** What is left of that for one file. */
export class Budget {
  #left = MOST_SPENT;

  /** Whether nothing more is read. */
  get isSpent(): boolean {
    return this.#left < 0;
  }

  /** @returns whether it may be done */
  take(cost: number): boolean {
    this.#left -= cost;
    return this.#left >= 0;
  }
}
