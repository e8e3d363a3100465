/** A secret's core in the encodings in which it can come back, each folded like the text that is searched for it. */
import { fold } from './fold';

/** An encoded core, and how many adjacent characters of it give the secret away. */
export interface Disguise {
  readonly text: string;
  readonly least: number;
}

/** This many adjacent characters of a core are a part of it. Fewer could occur in an ordinary text. */
export const SHORTEST_WINDOW = 8;
/** A password of words shares shorter pieces with ordinary texts. */
const WINDOW_OF_WORDS = 12;
/** More is no credential. */
const LONGEST_CORE = 4096;

/**
 * All disguises of a core: plain, each letter 13 further, the numbers of its characters in base 2, 8, 10 and 16, base32,
 * base64 at each offset, hex and base64 of hex and base64; plain, hex and base64 backwards. Base64url differs from base64
 * only in characters that folding drops. None of a core that is shorter than a window.
 */
export function disguisesOf(secret: string): Disguise[] {
  const text = secret.slice(0, LONGEST_CORE);
  if (fold(text).length < SHORTEST_WINDOW) return [];
  const core = { text, least: windowOf(text) };
  const back = reversed(core);
  const all = [...encodings(core), back, ...transported(back), ...transported(core).map(reversed)];
  return all.map((one) => {
    const folded = fold(one.text);
    return { text: folded, least: Math.min(one.least, folded.length) };
  });
}

/** 8 characters of 36 occur in no text by chance: a JWT and its disguises have 10,000 such pieces of 3 * 10^12. */
function windowOf(core: string): number {
  return mayBeWords(core) ? WINDOW_OF_WORDS : SHORTEST_WINDOW;
}

/** Whether a core does not mix small and large letters, and so perhaps consists of words. */
export function mayBeWords(core: string): boolean {
  return !(/\p{Ll}/u.test(core) && /\p{Lu}/u.test(core));
}

function reversed({ text, least }: Disguise): Disguise {
  return { text: Array.from(text).reverse().join(''), least };
}

function encodings(plain: Disguise): Disguise[] {
  const { text, least } = plain;
  const bytes = [...bytesOf(text)];
  const once = transported(plain);
  return [
    plain,
    { text: text.replace(/[a-z]/gi, rotated), least },
    ...[8, 10].map((base) => ({ text: bytes.map((byte) => byte.toString(base)).join(''), least: 2 * least })),
    ...grouped(plain, BINARY),
    ...grouped(plain, BASE32),
    ...once,
    ...once.flatMap(transported),
  ];
}

/** What libraries and logs make of bytes. */
function transported(one: Disguise): Disguise[] {
  return [...grouped(one, HEX), ...grouped(one, BASE64)];
}

/** Bits in groups, each a character. `offsets`: how many bits of a byte can belong to the group before it. */
interface Base {
  readonly bits: number;
  readonly alphabet: string;
  readonly offsets: readonly number[];
}

const BINARY: Base = { bits: 1, alphabet: '01', offsets: [0] };
const HEX: Base = { bits: 4, alphabet: '0123456789abcdef', offsets: [0] };
const BASE32: Base = { bits: 5, alphabet: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', offsets: [0, 1, 2, 3, 4] };
const BASE64: Base = {
  bits: 6,
  alphabet: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
  offsets: [0, 2, 4],
};

function grouped({ text, least }: Disguise, base: Base): Disguise[] {
  const bytes = bytesOf(text);
  // What is left when the groups at both ends are shared with other characters.
  const whole = Math.floor((8 * least - base.bits + 1) / base.bits);
  return base.offsets.map((offset) => ({ text: inGroups(bytes, base, offset), least: whole }));
}

function inGroups(bytes: Uint8Array, { bits, alphabet }: Base, offset: number): string {
  let encoded = '';
  let [held, count] = [0, -offset];
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff;
    for (count += 8; count >= bits;) {
      count -= bits;
      encoded += alphabet.charAt((held >> count) & (alphabet.length - 1));
    }
  }
  return encoded;
}

const encoder = new TextEncoder();

function bytesOf(text: string): Uint8Array {
  return encoder.encode(text);
}

function rotated(letter: string): string {
  const first = letter < 'a' ? 65 : 97;
  return String.fromCharCode(((letter.charCodeAt(0) - first + 13) % 26) + first);
}
