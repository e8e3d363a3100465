/** One search for many texts at once: does a text contain a long enough piece of any of them? Linear in the text. */
import { SHORTEST_WINDOW as SEED, type Disguise } from './disguises';

interface Place extends Disguise {
  readonly at: number;
}

/** A text that repeats itself has the same seed again and again; the first of them find it as well. */
const MOST_PLACES = 8;

/**
 * Of each text some seeds of eight characters are kept, enough that every piece of its least length contains one; where a
 * seed is met, the piece around it is measured.
 */
export class Windows {
  readonly #seeds = new Map<string, Place[]>();
  /** Whether some seed has a hash that ends so: it saves most of the looking up. */
  readonly #hashes = new Uint8Array(HASHES);

  add({ text, least }: Disguise): void {
    const step = Math.max(1, least - SEED + 1);
    for (let at = 0; at + SEED <= text.length; at += step) {
      const seed = text.slice(at, at + SEED);
      const places = this.#seeds.get(seed);
      if (places !== undefined && places.length < MOST_PLACES) places.push({ text, least, at });
      if (places !== undefined) continue;
      this.#seeds.set(seed, [{ text, least, at }]);
      this.#hashes[hashOf(seed) >>> UNUSED] = 1;
    }
  }

  /** Whether a text, folded as the texts that were added are, holds a piece of one of them. */
  isIn(text: string): boolean {
    let hash = 0;
    for (let end = 0; end < text.length; end += 1) {
      hash = withNext(hash, text.charCodeAt(end));
      if (this.#hashes[hash >>> UNUSED] === 1 && this.#isAround(text, end - SEED + 1)) return true;
    }
    return false;
  }

  #isAround(text: string, at: number): boolean {
    const places = this.#seeds.get(text.slice(Math.max(0, at), at + SEED)) ?? [];
    return places.some((place) => lengthAround(place, text, at) >= place.least);
  }
}

/** Not looked up for each character: where the tests run, a global takes as long as everything else here. */
const { imul } = Math;

const HASHES = 65_536;
const UNUSED = 16;

/** The hash of the last eight characters: each moves the earlier ones by four bits, and the ninth is out of all 32. */
function withNext(hash: number, code: number): number {
  return ((hash << 4) + imul(code, 0x9e3779b1)) | 0;
}

function hashOf(seed: string): number {
  let hash = 0;
  for (let at = 0; at < seed.length; at += 1) hash = withNext(hash, seed.charCodeAt(at));
  return hash;
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
