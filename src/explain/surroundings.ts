/** The last lines before each message of a log, and what was said of a line that comes again. */
import { Around, BACK } from './around';
import type { Lines, LogLine } from './log-line';
import { Repeats } from './repeats';
import { BACK as REACH, type Hit } from './scanner';

/** Lines ahead, in which git names the server. */
const AHEAD = 5;

/** The last lines before a place that moves on through a log; `T` is what is said of a line. */
export class Surroundings<T> {
  readonly #lines: Lines;
  /** The nearest last; now and then the oldest are dropped. */
  #before: LogLine[] = [];
  /** So many were dropped. */
  #dropped = 0;
  #end = 0;
  readonly #repeats = new Repeats<T>();

  constructor(lines: Lines) {
    this.#lines = lines;
  }

  /** Moves on to a hit. What it gives holds until the next one. */
  at(hit: Hit): Around {
    if (hit.start - this.#end > REACH) this.#drop(this.#before.length);
    for (const line of this.#lines.in(hit.before(this.#end))) this.#before.push(line);
    if (this.#before.length > 10 * BACK) this.#drop(this.#before.length - BACK);
    this.#end = hit.start;
    return new Around(this.#before, hit.line, () => this.#lines.in(hit.after(), AHEAD));
  }

  /**
   * What was said of this line when it was last here, if everything since then is what came before it that time too:
   * logs say the same thousands of times. To be asked after {@link at}.
   */
  again(line: LogLine, say: () => T): T {
    const at = this.#dropped + this.#before.length;
    const since = this.#repeats.since(line, at);
    const isNear = since !== undefined && since <= Math.min(BACK / 2, this.#before.length);
    return this.#repeats.again(line, { at, between: isNear ? this.#before.slice(-since) : undefined }, say);
  }

  #drop(count: number): void {
    this.#before = this.#before.slice(count);
    this.#dropped += count;
  }
}
