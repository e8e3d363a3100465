/** Connections in a row without a reply, after which the next is not for free. */
const MOST_BARREN = 8;
const REPLIES_FOR_ONE_MORE = 4;
/** One refusal of many is no reason to ask one after the other. */
const GENTLY = 15 / 16;

/**
 * How many requests may share an HTTP/2 connection, by what the endpoint has shown to accept. Some end a connection after
 * a number of requests, or when too much is asked at once, and whatever is in flight then has to be asked again.
 */
export class Allowance {
  readonly #most: number;
  #allowed: number;
  /** Connections in a row that ended, with no reply from any. */
  #barren = 0;

  /** @param most requests in flight at most; all of them are allowed at first */
  constructor(most: number) {
    this.#most = most;
    this.#allowed = most;
  }

  /** Requests that may be in flight; never none, as the end of one is what lets the next one go. */
  now(): number {
    return Math.max(1, Math.floor(this.#allowed));
  }

  /** A reply came whole; some of them make room for one more. */
  answered(): void {
    this.#barren = 0;
    this.#allowed = Math.min(this.#most, this.#allowed + 1 / REPLIES_FOR_ONE_MORE);
  }

  /** A connection ended with requests in flight, after this many replies: it will accept as many again. */
  lost(replies: number, inFlight: number): void {
    this.#barren += 1;
    this.#limit(replies > 0 ? replies : inFlight / 8);
  }

  /** Whether connections to the endpoint are good for anything: to ask on and on needs a reply now and then. */
  isFruitful(): boolean {
    return this.#barren < MOST_BARREN;
  }

  /** The endpoint refused a stream as one too many, next to this many others. */
  refused(others: number): void {
    this.#limit(others * GENTLY);
  }

  #limit(allowed: number): void {
    this.#allowed = Math.max(1, Math.min(this.#allowed, allowed));
  }
}
