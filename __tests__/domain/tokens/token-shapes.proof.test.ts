/** Many values, and what none of them is taken for. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isWholeHubToken } from '../../../src/domain/text/known-tokens';
import { readToken } from '../../../src/domain/tokens/token';

const BODY = `${'kQzT'.repeat(8)}ab`;
const TOKEN = `hf_${BODY}`;

const letters = (length: number) => fc.stringMatching(new RegExp(`^[A-Za-z0-9]{${String(length)}}$`));

test('a value of a whole Hub shape, but for one character repeated', () => {
  fc.assert(
    fc.property(letters(34), fc.constantFrom('hf_'), (body, prefix) => {
      fc.pre(new Set(body).size > 1);
      expect(readToken(`${prefix}${body}`)).toMatchObject({ kind: 'usable', family: 'user-access' });
    }),
  );
  fc.assert(
    fc.property(fc.constantFrom('hf_app_', 'hf_oauth_', 'hf_jwt_', 'hf_s3_'), letters(32), (prefix, body) => {
      fc.pre(new Set(body).size > 1 && !body.startsWith('_'));
      expect(readToken(`${prefix}${body}`).kind).toBe('usable');
    }),
  );
  expect(isWholeHubToken(`hf_${'x'.repeat(34)}`)).toBe(false);
});

test('random words and keys of a registry', () => {
  const word = fc.stringMatching(/^[A-Za-z0-9_.+/=-]{20,80}$/);
  fc.assert(
    fc.property(word, (value) => {
      fc.pre(!/^\W|\W$|\/|^(.)\1*$|__|\.\w{2,5}$|hf|token|key|secret|here|me$/i.test(value));
      expect(readToken(value, false).kind).toBe('usable');
    }),
  );
});

/** Code points that Python 3's `str.isspace` is true for, and so `str.strip` takes off (Unicode 15, CPython). */
const PYTHON_SPACE = [
  ...[0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1c, 0x1d, 0x1e, 0x1f, 0x20, 0x85, 0xa0, 0x1680],
  ...[0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a],
  ...[0x2028, 0x2029, 0x202f, 0x205f, 0x3000],
];

test('outer white space is repaired exactly where the Python client repairs it', () => {
  const repaired: number[] = [];
  for (let code = 0; code <= 0xffff; code += 1) {
    const reading = readToken(`${String.fromCharCode(code)}${TOKEN}${String.fromCharCode(code)}`);
    if (reading.kind === 'usable' && reading.trimmed) repaired.push(code);
  }
  expect(repaired).toEqual(PYTHON_SPACE);
});

test('white space alone is blank', () => {
  for (const code of PYTHON_SPACE) expect(readToken(String.fromCharCode(code).repeat(3))).toEqual({ kind: 'blank' });
  expect(readToken('\ufeff')).not.toEqual({ kind: 'blank' });
});
