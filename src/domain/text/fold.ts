/** What is left of a text when everything is taken away that can be put around the characters of a secret. */

import { visible } from './visible';

/** Ways to write one character by its code. Where it fits, the mark in front may be lost, as an id has none. */
const ESCAPES: readonly (readonly [escape: RegExp, base: number])[] = [
  [/(?:&(?:amp;)*)?#x([0-9a-f]{1,6});?/gi, 16],
  [/(?:&(?:amp;)*)?#([0-9]{1,7});?/g, 10],
  [/\\?u\{([0-9a-f]{1,6})\}/gi, 16],
  [/\\U([0-9a-f]{8})/gi, 16],
  [/[\\%]?u[^a-z0-9]?([0-9a-f]{4})/gi, 16],
  [/(?:[\\0]?x|%|=)([0-9a-f]{2})/gi, 16],
  [/\\0?([0-3][0-7]{2})/g, 8],
  // What is left of a terminal's sequence that has lost its escape character.
  [/[^a-z0-9][0-9;]{1,9}()m/gi, 10],
];

/** Escapes of escapes: `%2541`, `\\u0041` in JSON in JSON. */
const MOST_LAYERS = 3;

const LAST_CODE_POINT = 0x10ffff;

/**
 * Every reading of a text in which a secret's characters can be adjacent: as it is seen and with its escapes undone,
 * each folded. Mostly that is one.
 */
export function foldings(text: string): string[] {
  let last = visible(text);
  const readings = new Set([last]);
  for (let layer = 0; layer < MOST_LAYERS && mayBeEscaped(last); layer += 1) {
    const before = last;
    // After each kind of escape: what one kind hides may look like another, as `xEd` in a secret does.
    for (const escape of ESCAPES) {
      const shown = last;
      last = unescaped(last, escape);
      if (last !== shown) readings.add(last);
    }
    if (last === before) break;
  }
  return [...readings].flatMap((reading) => (isAscii(reading) ? [foldAscii(reading)] : foldingsOfWide(reading)));
}

/** Only letters and digits, in lower case and in their plainest form: `Ａ`, `𝐚` and `á` are `a`. */
export function fold(text: string): string {
  if (isAscii(text)) return foldAscii(text);
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function foldAscii(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, '');
}

/** A header is read byte by byte, so UTF-8 cannot be recognised there: it is tried. */
function foldingsOfWide(text: string): string[] {
  const ascii = fold(text.replace(/[^\u0000-\u007f]+/g, '')); // eslint-disable-line no-control-regex -- everything beyond ASCII
  const utf8 = fromUtf8(text);
  return [fold(text), ascii, ...(utf8 === undefined ? [] : [fold(utf8)])];
}

function fromUtf8(text: string): string | undefined {
  const codes = Array.from(text, (character) => character.charCodeAt(0));
  if (codes.some((code) => code > 0xff)) return undefined;
  return new TextDecoder().decode(Uint8Array.from(codes));
}

/** Whether any of the ways is there: each begins or ends with one of these. */
function mayBeEscaped(text: string): boolean {
  return /#x?[0-9a-f]|u\{|u[^a-z0-9]?[0-9a-f]{4}|[x%=][0-9a-f]{2}|\\[0-3][0-7]|[0-9;]m/i.test(text);
}

function unescaped(text: string, [escape, base]: (typeof ESCAPES)[number]): string {
  return text.replace(escape, (written, digits: string) => {
    const code = parseInt(digits, base);
    if (digits === '') return '';
    return code <= LAST_CODE_POINT ? String.fromCodePoint(code) : written;
  });
}

function isAscii(text: string): boolean {
  return /^[\u0000-\u007f]*$/.test(text); // eslint-disable-line no-control-regex -- what ASCII is
}
