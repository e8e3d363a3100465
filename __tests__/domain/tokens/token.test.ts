import { inspect } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { handedSecrets } from '../../../src/domain/inputs/credential';
import { Secret } from '../../../src/domain/text/secret';
import { isPlaceholder, readToken } from '../../../src/domain/tokens/token';

const BODY = 'kQzT'.repeat(8) + 'ab';
const TOKEN = `hf_${BODY}`;
const jwt = (payload: object) =>
  ['eyJhbGciOiJub25lIn0', Buffer.from(JSON.stringify(payload)).toString('base64url'), 'c2ln'].join('.');

describe('readToken', () => {
  test.each([
    [TOKEN, 'user-access'],
    [`hf_oauth_${jwt({})}`, 'oauth'],
    [`hf_jwt_${jwt({})}`, 'oidc'],
    [`hf_app_${'a'.repeat(32)}`, 'app'],
    [`hf_s3_${jwt({})}`, 's3'],
    ['hf_enterprise_admin_token', 'unrecognised'],
    ['somethingQuiteNew', 'unrecognised'],
  ])('%s is usable as %s', (raw, family) => {
    expect(readToken(raw)).toMatchObject({ kind: 'usable', family, trimmed: false });
  });

  test.each([
    [`${TOKEN.slice(0, 20)}\n${TOKEN.slice(20)}`, 'line-break'],
    [`${TOKEN.slice(0, 20)} ${TOKEN.slice(20)}`, 'inner-whitespace'],
    [`${TOKEN.slice(0, 20)}\u00a0x`, 'inner-whitespace'],
    [`"${TOKEN}"`, 'quotes'],
    [`'${TOKEN}'`, 'quotes'],
    [`\u201c${TOKEN}\u201d`, 'quotes'],
    [`Bearer ${TOKEN}`, 'bearer-prefix'],
    [`HF_TOKEN=${TOKEN}`, 'assignment'],
    ['${{ secrets.HF_TOKEN }}', 'template'],
    ['$HF_TOKEN', 'template'],
    ['${HF_TOKEN}', 'template'],
    ['hf_xxxxxxxxxxxx', 'placeholder'],
    ['hf_...', 'placeholder'],
    ['<your token>', 'placeholder'],
    ['***', 'masked'],
    ['HF_TOKEN', 'placeholder'],
    [`api_org_${'a'.repeat(34)}`, 'organization-token'],
    [`hf_oauth__refresh_${'a'.repeat(34)}`, 'not-an-access-token'],
    [`${TOKEN}\u00e9`, 'not-ascii'],
    [`hf_\u0007${BODY}`, 'control-character'],
    ['x'.repeat(8193), 'too-long'],
  ])('%j is malformed', (raw, defect) => {
    expect(readToken(raw)).toMatchObject({ kind: 'malformed', defect });
  });

  test('outer whitespace is repaired and told; nothing at all is blank', () => {
    expect(readToken(`\t${TOKEN}\r\n`)).toMatchObject({ kind: 'usable', trimmed: true });
    expect(readToken(' \n')).toEqual({ kind: 'blank' });
  });

  test('claims are read as a hint, and nonsense is none', () => {
    const exp = 1_800_000_000;
    expect(readToken(`hf_oauth_${jwt({ scope: 'openid write-repos', sub: 'me', exp })}`)).toMatchObject({
      claims: { scopes: ['openid', 'write-repos'], expiresAt: new Date(exp * 1000).toISOString() },
    });
    expect(readToken(`hf_oauth_${jwt({ scope: ['a', 1, ''] })}`)).toMatchObject({ claims: { scopes: ['a'] } });
    expect(readToken('hf_oauth_a.!!!.c')).not.toHaveProperty('claims');
    expect(readToken('hf_oauth_a.bm90IGpzb24.c')).not.toHaveProperty('claims');
    expect(readToken(`hf_jwt_${jwt({ exp: -1 })}`)).toMatchObject({ claims: {} });
  });
});

test('words that are no secrets are not masked, everything else is', () => {
  expect(['${{ secrets.HF_TOKEN }}', 'HF_TOKEN', ' null '].every(isPlaceholder)).toBe(true);
  expect([TOKEN, 'your-password-1', 'hf_xxxxxxxx'].some(isPlaceholder)).toBe(false);
});

describe('Secret', () => {
  const secret = new Secret(TOKEN);

  test('cannot print itself', () => {
    const printed = [
      String(secret),
      [secret].join(''),
      JSON.stringify({ secret }),
      inspect({ secret }),
      inspect(secret, { showHidden: true }),
    ];
    for (const text of printed) {
      expect(text).toContain('[secret]');
      expect(text).not.toContain(BODY.slice(0, 6));
    }
    expect(Object.keys(secret)).toEqual([]);
  });

  test('compares by value', () => {
    expect(secret.equals(new Secret(TOKEN))).toBe(true);
    expect(secret.equals(new Secret(`${TOKEN}x`))).toBe(false);
  });

  test('is made of what was handed over as one, but of no placeholder', () => {
    const handed = handedSecrets(['correct-horse', undefined, ' ', '${{ secrets.HF_TOKEN }}', 'HF_TOKEN', 'null']);
    expect(handed.map((secret) => secret.reveal())).toEqual(['correct-horse']);
  });

  test('masks every form it could be seen in', () => {
    const forms = new Secret(` "Bearer ${TOKEN}"\nsecond-line-here `).maskForms();
    expect(forms).toEqual(expect.arrayContaining([TOKEN, 'second-line-here', `Bearer ${TOKEN}`]));
    const plain = secret.maskForms();
    expect(plain).toContain(Buffer.from(TOKEN).toString('base64'));
    expect(plain).toContain(Buffer.from(`hf_user:${TOKEN}`).toString('base64'));
    for (const user of ['a', 'ab', 'abc', 'somebody-else']) {
      const basic = Buffer.from(`${user}:${TOKEN}`).toString('base64');
      expect(plain.some((form) => basic.includes(form))).toBe(true);
    }
    expect(new Secret('a b%c/d=e f').maskForms()).toContain('a%20b%25c%2Fd%3De%20f');
  });

  test('never masks a short word', () => {
    expect(new Secret('abc\nlonger-than-eight\n1234567').maskForms().every((form) => form.length >= 8)).toBe(true);
    expect(new Secret('abc').maskForms().includes('abc')).toBe(false);
  });
});
