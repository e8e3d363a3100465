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
 * base64 at each offset, hex and base64 of UTF-16 (as PowerShell encodes), hex and base64 of hex and base64; plain, hex and
 * base64 backwards. Base64url differs from base64 only in characters that folding drops. None of a core that is shorter than
 * a window.
 */
export function disguisesOf(secret: string): Disguise[] {
  const text = secret.slice(0, LONGEST_CORE);
  if (fold(text).length < SHORTEST_WINDOW) return [];
  const core = { text, least: windowOf(text) };
  const back = reversed(core);
  const once = transported(core);
  const all = [...encodings(core, once), back, ...transported(back), ...once.map(reversed)];
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

function encodings(plain: Disguise, once: readonly Disguise[]): Disguise[] {
  const { text, least } = plain;
  const bytes = bytesOf(text);
  return [
    plain,
    { text: text.replace(/[a-z]/gi, rotated), least },
    ...[8, 10].map((base) => ({ text: numbers(bytes, base), least: 2 * least })),
    { text: numbers(bytes, 2, 8), least: whole(least, 1) },
    ...[0, 1, 2, 3, 4].map((offset) => ({ text: base32(bytes, offset), least: whole(least, 5) })),
    ...once,
    ...carried(utf16(text), 2 * least - 1),
    ...once.flatMap(transported),
  ];
}

function transported({ text, least }: Disguise): Disguise[] {
  return carried(bytesOf(text), least);
}

/** What libraries and logs make of bytes, of which so many in a row are a part of the secret. */
function carried(bytes: Uint8Array, least: number): Disguise[] {
  const hex = { text: numbers(bytes, 16, 2), least: whole(least, 4) };
  return [hex, ...base64(bytes).map((one) => ({ text: one, least: whole(least, 6) }))];
}

/** Groups of bits that are left whole when those at both ends are shared with other characters. */
function whole(least: number, bits: number): number {
  return Math.floor((8 * least - bits + 1) / bits);
}

/** Each byte as a number. */
function numbers(bytes: Uint8Array, base: number, digits = 1): string {
  return Array.from(bytes, (byte) => byte.toString(base).padStart(digits, '0')).join('');
}

/** Whole groups of six bits, with none, two or one byte in front: after as many characters the bits are of `bytes` alone. */
function base64(bytes: Uint8Array): string[] {
  const binary = String.fromCharCode(...bytes);
  return [
    { front: '', shared: 0 },
    { front: '..', shared: 3 },
    { front: '.', shared: 2 },
  ].map(({ front, shared }) => {
    const groups = Math.floor((8 * (front.length + bytes.length)) / 6);
    return btoa(`${front}${binary}`).slice(shared, groups);
  });
}

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** @param offset how many bits of the first byte belong to the group before it */
function base32(bytes: Uint8Array, offset: number): string {
  let encoded = '';
  let [held, count] = [0, -offset];
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff;
    for (count += 8; count >= 5;) {
      count -= 5;
      encoded += BASE32.charAt((held >> count) & 31);
    }
  }
  return encoded;
}

const encoder = new TextEncoder();

function bytesOf(text: string): Uint8Array {
  return encoder.encode(text);
}

/** Little-endian; the other order is the same bytes but for the first. */
function utf16(text: string): Uint8Array {
  return Uint8Array.from({ length: 2 * text.length }, (_, at) => (text.charCodeAt(at >> 1) >> (8 * (at & 1))) & 0xff);
}

function rotated(letter: string): string {
  const first = letter < 'a' ? 65 : 97;
  return String.fromCharCode(((letter.charCodeAt(0) - first + 13) % 26) + first);
}
