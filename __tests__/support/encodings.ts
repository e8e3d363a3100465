/** Ways to hand a secret back, written for readers of a log: each can be undone by hand or with one command. */

/** What of a secret is written, and how. `core`: without the prefix that all tokens of its kind have. */
type Encode = (secret: string, core: string) => string;

const codes = (text: string) => [...Buffer.from(text)];
const letters = (text: string) => Array.from(text);
const each = (text: string, write: (code: number) => string, between = '') => codes(text).map(write).join(between);
const hex = (code: number, digits = 2) => code.toString(16).padStart(digits, '0');
const base64 = (text: string, before = '') => Buffer.from(`${before}${text}`).toString('base64');
const reversed = (text: string) => letters(text).reverse().join('');
const middle = (text: string, length: number) => text.slice(Math.floor((text.length - length) / 2)).slice(0, length);
const shifted = (text: string, by: number) => String.fromCodePoint(...codes(text).map((code) => code + by));
/** Letters and digits in another block of Unicode, which begins at `upper`, `lower` and `digit`. */
const inBlock = (text: string, [upper, lower, digit]: readonly [number, number, number]) =>
  letters(text)
    .map((one) => {
      const code = one.charCodeAt(0);
      if (/[A-Z]/.test(one)) return String.fromCodePoint(upper + code - 65);
      if (/[a-z]/.test(one)) return String.fromCodePoint(lower + code - 97);
      return /\d/.test(one) ? String.fromCodePoint(digit + code - 48) : one;
    })
    .join('');

function base32(text: string): string {
  const bits = each(text, (code) => code.toString(2).padStart(8, '0'));
  const groups = bits.match(/.{5}/g) ?? [];
  return groups.map((group) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.charAt(parseInt(group, 2))).join('');
}

const rot13 = (text: string) =>
  text.replace(/[a-z]/gi, (one) => {
    const first = one < 'a' ? 65 : 97;
    return String.fromCharCode(((one.charCodeAt(0) - first + 13) % 26) + first);
  });

/** By name. */
export const ENCODINGS: Readonly<Record<string, Encode>> = {
  'as it is': (secret) => secret,
  'without its prefix': (_, core) => core,
  'its first half': (secret) => secret.slice(0, secret.length / 2),
  'its second half': (secret) => secret.slice(secret.length / 2),
  'the first 12 of its core': (_, core) => core.slice(0, 12),
  'the last 12': (secret) => secret.slice(-12),
  '12 from its middle': (_, core) => middle(core, 12),
  'in capitals': (secret) => secret.toUpperCase(),
  'in small letters': (secret) => secret.toLowerCase(),
  reversed: (secret) => reversed(secret),
  'its core reversed': (_, core) => reversed(core),
  'glued to words': (secret) => `train${secret}epoch`,
  'in quotes': (secret) => `"${secret}"`,
  'with blanks between': (secret) => letters(secret).join(' '),
  'with dashes between': (secret) => letters(secret).join('-'),
  'with dots between': (_, core) => letters(core).join('.'),
  'with underscores between': (_, core) => letters(core).join('_'),
  'in groups of four': (_, core) => (core.match(/.{1,4}/g) ?? []).join('-'),
  'on several lines': (secret) => (secret.match(/.{1,9}/g) ?? []).join('\n'),
  'with zero-width spaces': (secret) => letters(secret).join('\u200b'),
  'with zero-width joiners': (secret) => letters(secret).join('\u200d'),
  'with soft hyphens': (secret) => letters(secret).join('\u00ad'),
  'with byte order marks': (secret) => letters(secret).join('\ufeff'),
  'with bidi marks': (secret) => `\u202e${letters(secret).join('\u200f')}`,
  'with combining marks': (secret) => letters(secret).join('\u0301'),
  'with terminal colours': (secret) => letters(secret).join('\u001b[31m'),
  'with emoji between': (secret) => letters(secret).join('\u{1f511}'),
  'with NULs (UTF-16)': (secret) => letters(secret).join('\u0000'),
  'with one letter changed': (_, core) => `${core.slice(0, 14)}*${core.slice(15)}`,
  'with stars in its middle': (_, core) => `${core.slice(0, 9)}****${core.slice(-9)}`,
  'percent-encoded': (secret) => each(secret, (code) => `%${hex(code)}`),
  'percent-encoded twice': (secret) => each(secret, (code) => `%25${hex(code).toUpperCase()}`),
  'in %u escapes': (secret) => each(secret, (code) => `%u${hex(code, 4)}`),
  'in \\u escapes': (secret) => each(secret, (code) => `\\u${hex(code, 4)}`),
  'in \\u{} escapes': (secret) => each(secret, (code) => `\\u{${hex(code)}}`),
  'in \\x escapes': (secret) => each(secret, (code) => `\\x${hex(code)}`),
  'in octal escapes': (secret) => each(secret, (code) => `\\${code.toString(8).padStart(3, '0')}`),
  'in decimal entities': (secret) => each(secret, (code) => `&#${String(code)};`),
  'in hex entities': (secret) => each(secret, (code) => `&#x${hex(code)};`),
  'in entities without semicolons': (secret) => each(secret, (code) => `&#${String(code).padStart(4, '0')}`),
  'in entities of entities': (secret) => each(secret, (code) => `&amp;#${String(code)};`),
  'in quoted-printable': (secret) => each(secret, (code) => `=${hex(code).toUpperCase()}`),
  'in U+ notation': (secret) => each(secret, (code) => `U+${hex(code, 4)}`, ' '),
  'in hex': (secret) => each(secret, (code) => hex(code)),
  'in capital hex': (secret) => each(secret, (code) => hex(code).toUpperCase()),
  'in hex with colons': (secret) => each(secret, (code) => hex(code), ':'),
  'in hex with blanks': (_, core) => each(core, (code) => hex(code), ' '),
  'in 0x hex': (secret) => each(secret, (code) => `0x${hex(code)}`, ', '),
  'in hex, reversed': (secret) => reversed(each(secret, (code) => hex(code))),
  'reversed, in hex': (secret) => each(reversed(secret), (code) => hex(code)),
  'in base64': (secret) => base64(secret),
  'in base64 of UTF-16': (secret) => Buffer.from(secret, 'utf16le').toString('base64'),
  'in hex of UTF-16': (_, core) => Buffer.from(core, 'utf16le').toString('hex'),
  'in UTF-7': (secret) => `+${Buffer.from(`x${secret}`, 'utf16le').swap16().toString('base64')}-`,
  'in base64, without padding': (_, core) => base64(core).replace(/=+$/, ''),
  'in base64url': (secret) => Buffer.from(secret).toString('base64url'),
  'in base64 behind one byte': (secret) => base64(secret, ':'),
  'in base64 behind two bytes': (secret) => base64(secret, 'u:'),
  'in base64 behind a user': (secret) => base64(secret, 'somebody:'),
  'in base64 on several lines': (secret) => (base64(secret).match(/.{1,16}/g) ?? []).join('\r\n'),
  'in base64, reversed': (secret) => reversed(base64(secret)),
  'reversed, in base64': (secret) => base64(reversed(secret)),
  'in base64, percent-encoded': (secret) => each(base64(secret), (code) => `%${hex(code)}`),
  'in base64 of base64': (secret) => base64(base64(secret, 'u:'), 'x'),
  'in base64 of hex': (secret) => base64(each(secret, (code) => hex(code))),
  'in hex of base64': (secret) => each(base64(secret), (code) => hex(code)),
  'half of its base64': (secret) => base64(secret).slice(0, 24),
  'in base32': (secret) => base32(secret),
  'in decimal numbers': (secret) => codes(secret).join(' '),
  'in octal numbers': (secret) => each(secret, (code) => code.toString(8), ' '),
  'in binary numbers': (secret) => each(secret, (code) => code.toString(2).padStart(8, '0'), ' '),
  'in rot13': (secret) => rot13(secret),
  'in fullwidth letters': (secret) => shifted(secret, 0xfee0),
  'in bold letters': (secret) => inBlock(secret, [0x1d400, 0x1d41a, 0x1d7ce]),
  'in monospace letters': (secret) => inBlock(secret, [0x1d670, 0x1d68a, 0x1d7f6]),
  'in circled letters': (_, core) => inBlock(core, [0x24b6, 0x24d0, 48]),
  'in UTF-8 read byte by byte': (secret) => Buffer.from(letters(secret).join('\u200b')).toString('latin1'),
};

/** Tokens of the lengths that the Hub gives out, made up: 37 and 40 characters, and a JWT. */
export const TOKENS: Readonly<Record<string, { readonly secret: string; readonly core: string }>> = {
  'of 37 characters': token('hf_', 'QmZtKvRbXwLpNsDyHcGjFaUeTiOqBnVxMz'),
  'of 40 characters': token('hf_app_', 'q7Kd92LmXw4Tz8Rb1Vn5Yc3Hs6Gf0JpQa'),
  'that is a JWT': token(
    'hf_jwt_',
    [
      Buffer.from('{"alg":"ES256","typ":"JWT","kid":"k-7"}').toString('base64url'),
      Buffer.from('{"sub":"models/acme/product","scope":"repo.write","exp":1795000000}').toString('base64url'),
      'Zk3vQ9xT1mBw8RcYd5LuHs7NfJp2Ga6KeViXo4ZtMqWr0CyDbEhSgUjPlAnOIk1z2Yx3Wv4Ut5Sr6Qp7On8Ml9Kj0',
    ].join('.'),
  ),
};

function token(prefix: string, core: string) {
  return { secret: `${prefix}${core}`, core };
}
