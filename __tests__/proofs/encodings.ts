/**
 * Ways in which a secret can be handed back, and whether a text holds eight or more characters of it in one of them. Written for
 * this proof alone: it shares neither code nor definitions with what redacts.
 */

/** `each`: every character by itself, so a piece of the secret is a piece of the result. `whole`: pieces depend on what is around them. */
type Encoding =
  | { readonly each: (character: string) => string }
  | { readonly whole: (text: string) => string; readonly window: number };

const codeOf = (character: string): number => character.charCodeAt(0);
const hex = (character: string): string => codeOf(character).toString(16).padStart(2, '0');
const base64 = (text: string): string => Buffer.from(text).toString('base64').replace(/=+$/, '');
const backwards = (text: string): string => Array.from(text).reverse().join('');
const between = (filler: string): Encoding => ({ each: (character) => character + filler });
const base32 = (text: string): string => {
  const bits = [...Buffer.from(text)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? [])
    .map((five) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.charAt(parseInt(five, 2)))
    .join('');
};

export const ENCODINGS: Readonly<Record<string, Encoding>> = {
  plain: { each: (c) => c },
  upper: { each: (c) => c.toUpperCase() },
  lower: { each: (c) => c.toLowerCase() },
  swapped: { each: (c) => (c === c.toUpperCase() ? c.toLowerCase() : c.toUpperCase()) },
  rot13: { each: (c) => c.replace(/[a-z]/i, (l) => String.fromCharCode(codeOf(l) + (/[a-m]/i.test(l) ? 13 : -13))) },
  reversed: { whole: backwards, window: 8 },
  hex: { each: hex },
  'hex in capitals': { each: (c) => hex(c).toUpperCase() },
  'hex with colons': { each: (c) => `${hex(c)}:` },
  'hex with spaces': { each: (c) => `${hex(c)} ` },
  'hex with 0x': { each: (c) => `0x${hex(c)}, ` },
  'hex dump': { each: (c) => `${hex(c)}-` },
  'hex backwards': { whole: (t) => backwards(Array.from(t, hex).join('')), window: 17 },
  percent: { each: (c) => `%${hex(c)}` },
  'percent in capitals': { each: (c) => `%${hex(c).toUpperCase()}` },
  'percent twice': { each: (c) => `%25${hex(c)}` },
  'percent u': { each: (c) => `%u00${hex(c)}` },
  '\\x': { each: (c) => `\\x${hex(c)}` },
  '\\u': { each: (c) => `\\u00${hex(c)}` },
  '\\u in capitals': { each: (c) => `\\u00${hex(c).toUpperCase()}` },
  '\\u{}': { each: (c) => `\\u{${hex(c)}}` },
  '\\U': { each: (c) => `\\U000000${hex(c)}` },
  'U+': { each: (c) => `U+00${hex(c).toUpperCase()} ` },
  octal: { each: (c) => `\\${codeOf(c).toString(8)}` },
  'octal, four digits': { each: (c) => `\\0${codeOf(c).toString(8)}` },
  'entities, decimal': { each: (c) => `&#${codeOf(c)};` },
  'entities, five digits': { each: (c) => `&#${codeOf(c).toString().padStart(5, '0')};` },
  'entities, hex': { each: (c) => `&#x${hex(c)};` },
  'entities, hex in capitals': { each: (c) => `&#X${hex(c).toUpperCase()};` },
  'decimal codes': { each: (c) => `${codeOf(c)} ` },
  'decimal codes, commas': { each: (c) => `${codeOf(c)},` },
  'octal codes': { each: (c) => `${codeOf(c).toString(8).padStart(3, '0')} ` },
  binary: { each: (c) => `${codeOf(c).toString(2).padStart(8, '0')} ` },
  base64: { whole: base64, window: 12 },
  'base64, one before': { whole: (t) => base64(`:${t}`), window: 12 },
  'base64, two before': { whole: (t) => base64(`u:${t}`), window: 12 },
  base64url: { whole: (t) => Buffer.from(t).toString('base64url'), window: 12 },
  'base64 twice': { whole: (t) => base64(base64(t)), window: 18 },
  'base64 of hex': { whole: (t) => base64(Array.from(t, hex).join('')), window: 24 },
  'hex of base64': { whole: (t) => Array.from(base64(t), hex).join(''), window: 26 },
  'base64 backwards': { whole: (t) => backwards(base64(t)), window: 12 },
  'base64 of the reverse': { whole: (t) => base64(backwards(t)), window: 12 },
  'base64 in lines': { whole: (t) => base64(t).replace(/.{4}/g, '$& '), window: 15 },
  base32: { whole: base32, window: 15 },
  'base32, small': { whole: (t) => base32(t).toLowerCase(), window: 15 },
  spaces: between(' '),
  dashes: between('-'),
  dots: between('.'),
  underscores: between('_'),
  commas: between(', '),
  slashes: between('/'),
  'zero-width spaces': between('\u200b'),
  'soft hyphens': between('\u00ad'),
  'zero-width joiners': between('\u200d'),
  'in quotes': { each: (c) => `"${c}"` },
  'in brackets': { each: (c) => `[${c}]` },
  plus: between('"+"'),
  'full width': { each: (c) => (/[!-~]/.test(c) ? String.fromCodePoint(codeOf(c) + 0xfee0) : c) },
  'bold letters': { each: (c) => letter(c, 0x1d400, 0x1d41a) },
  'letters of a typewriter': { each: (c) => letter(c, 0x1d670, 0x1d68a) },
  'letters in circles': { each: (c) => letter(c, 0x24b6, 0x24d0) },
  'with accents': { each: (c) => `${c}\u0301` },
};

/** A letter of the mathematical alphabets. */
function letter(character: string, upper: number, lower: number): string {
  if (/[A-Z]/.test(character)) return String.fromCodePoint(upper + codeOf(character) - 65);
  return /[a-z]/.test(character) ? String.fromCodePoint(lower + codeOf(character) - 97) : character;
}

/** What nobody but its owner knows of a token: without the prefix that all have. */
export function coreOf(token: string): string {
  return token.replace(/^hf_(?:oauth_|jwt_|app_)?/, '');
}

/** The secret in an encoding. */
export function encoded(name: string, secret: string): string {
  const encoding = ENCODINGS[name];
  if (encoding === undefined) throw new Error(`there is no encoding ${name}`);
  return 'each' in encoding ? Array.from(secret, encoding.each).join('') : encoding.whole(secret);
}

/** Characters of the core that give it away. */
const PIECE = 8;

/** Pieces by their first `PIECE` characters, each with the name of its encoding. None is shorter. */
export type Pieces = ReadonlyMap<string, readonly (readonly [piece: string, name: string])[]>;

const known = new Map<string, Pieces>();

/** Every piece of eight characters of the secret, in every encoding. They are many, so each token's are made once. */
export function piecesOf(token: string): Pieces {
  const pieces = known.get(token) ?? allPiecesOf(token);
  known.set(token, pieces);
  return pieces;
}

function allPiecesOf(token: string): Pieces {
  const core = coreOf(token);
  const pieces = new Map<string, (readonly [string, string])[]>();
  const add = (piece: string, name: string): void => {
    const start = piece.slice(0, PIECE);
    const own = pieces.get(start) ?? [];
    if (own.every(([other]) => other !== piece)) pieces.set(start, [...own, [piece, name]]);
  };
  for (const [name, encoding] of Object.entries(ENCODINGS)) {
    if ('each' in encoding) {
      const written = Array.from(core, encoding.each);
      // What stands between the last character and the next is not part of the piece.
      for (let at = 0; at + PIECE <= core.length; at += 1) {
        const piece = written.slice(at, at + PIECE).join('');
        add(piece.replace(/[\s,:.\-_/"+\u200b\u00ad\u200d]+$/, ''), name);
      }
    } else {
      const text = encoding.whole(core);
      for (let at = 0; at + encoding.window <= text.length; at += 1) add(text.slice(at, at + encoding.window), name);
    }
  }
  return pieces;
}

/** The encodings in which a text holds a piece. */
export function leaksIn(text: string, pieces: Pieces): string[] {
  const found = new Set<string>();
  for (let at = 0; at + PIECE <= text.length; at += 1) {
    for (const [piece, name] of pieces.get(text.slice(at, at + PIECE)) ?? [])
      if (text.startsWith(piece, at)) found.add(name);
  }
  return [...found];
}
