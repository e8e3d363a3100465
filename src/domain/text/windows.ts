/** One search for many texts at once: does a text contain a long enough piece of any of them? Linear in the text. */
import { SHORTEST_WINDOW as SEED, type Disguise } from './disguises';

/** A seed of a text. */
interface Place extends Disguise {
  readonly at: number;
  /** The number of the place before it whose seed has the same hash; 0 for none. */
  readonly before: number;
}

/** A text that repeats itself has the same seed again and again; the first of them find it as well. */
const MOST_PLACES = 8;

/**
 * Of each text some seeds of eight characters are kept, enough that every piece of its least length contains one; where a
 * seed is met, the piece around it is measured.
 */
export class Windows {
  /** Each with its number; nothing has the number 0. */
  readonly #places: (Place | undefined)[] = [undefined];
  /** By hash, the number of the last place whose seed has it. To fill a `Map` with seeds takes several times as long. */
  readonly #last = new Int32Array(HASHES);

  add({ text, least }: Disguise): void {
    const step = Math.max(1, least - SEED + 1);
    let [hash, next] = [0, SEED - 1];
    for (let end = 0; end < text.length; end += 1) {
      hash = withNext(hash, text.charCodeAt(end));
      if (end !== next) continue;
      next += step;
      const slot = hash >>> UNUSED;
      this.#keep({ text, least, at: end - SEED + 1, before: this.#last[slot] ?? 0 }, slot);
    }
  }

  #keep(place: Place, slot: number): void {
    let same = 0;
    for (let one = this.#at(place.before); one !== undefined; one = this.#at(one.before)) {
      if (hasSeed(one, place.text, place.at)) same += 1;
    }
    if (same < MOST_PLACES) this.#last[slot] = this.#places.push(place) - 1;
  }

  #at(number: number): Place | undefined {
    return this.#places[number];
  }

  /** Whether a text, folded as the texts that were added are, holds a piece of one of them. */
  isIn(text: string): boolean {
    const last = this.#last;
    let hash = 0;
    for (let end = 0; end < text.length; end += 1) {
      hash = withNext(hash, text.charCodeAt(end));
      const number = last[hash >>> UNUSED];
      if (number !== 0 && this.#isAround(text, end - SEED + 1, number ?? 0)) return true;
    }
    return false;
  }

  #isAround(text: string, at: number, number: number): boolean {
    for (let place = this.#at(number); place !== undefined; place = this.#at(place.before)) {
      if (hasSeed(place, text, at) && lengthAround(place, text, at) >= place.least) return true;
    }
    return false;
  }
}

function hasSeed(place: Place, text: string, at: number): boolean {
  if (at < 0) return false;
  for (let by = 0; by < SEED; by += 1) if (place.text[place.at + by] !== text[at + by]) return false;
  return true;
}

/** Not looked up for each character: where the tests run, a global takes as long as everything else here. */
const { imul } = Math;

const HASHES = 65_536;
const UNUSED = 16;

/** The hash of the last eight characters: each moves the earlier ones by four bits, and the ninth is out of all 32. */
function withNext(hash: number, code: number): number {
  return ((hash << 4) + imul(code, 0x9e3779b1)) | 0;
}

/** How many characters the text and the one of the place have in common around their seed, as far as it matters. */
function lengthAround(place: Place, text: string, at: number): number {
  const isSame = (by: number) => {
    const own = place.text[place.at + by];
    return own !== undefined && own === text[at + by];
  };
  let [before, after] = [0, SEED];
  while (before < place.least && isSame(-before - 1)) before += 1;
  while (after < place.least && isSame(after)) after += 1;
  return before + after;
}
