import { describe, expect, test } from '@jest/globals';
import { createGuard, createRedactor, SeenSecrets } from '../../../src/domain/text/redact';
import { Secret } from '../../../src/domain/text/secret';

describe('what it knows', () => {
  test.each([
    ['the token in an assignment', `HF_TOKEN=hf_${'QmZtKvRbXwLpNsDy'.repeat(2)}`, 'QmZtKvRbXw', 'HF_TOKEN has expired'],
    ['the token behind Bearer', `Bearer hf_${'QmZtKvRbXwLpNsDy'.repeat(2)}`, 'ZtKvRbXwLp', 'the bearer of it'],
    ['a token with a break in it', 'hf_QmZtKvRbXwLpNsDy\nHcGjFaUeTiOqBnVxMz', 'HcGjFaUeTi', 'fine'],
    ['a password of words, from 12 letters on', 'correct-horse-battery', 'correct horse', 'a battery'],
    ['one that is shorter than that, whole', 'hunterzz', 'HUNTER-ZZ', 'hunters'],
    ['one in another script', 'пароль-секрет', 'Пароль секрет', 'пароль'],
    ['one without letters', '!!##$$%%&&', 'x!!##$$%%&&y', '!!##'],
  ])('%s', (_what, value, hidden, shown) => {
    const redact = createRedactor([new Secret(value)]);
    expect(redact(`so ${hidden} it is`)).toBe('***');
    expect(redact(`so ${shown} it is`)).toBe(`so ${shown} it is`);
  });

  test.each(['', 'u', 'us', 'user:'])('base64 of it behind "%s"', (before) => {
    const token = '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';
    expect(createRedactor([new Secret(token)])(btoa(`${before}${token}`).slice(8, -4))).toBe('***');
  });

  test('a secret that is found later counts from then on', () => {
    const seen = new SeenSecrets();
    const text = 'QmZtKvRbXwLp';
    expect(seen.redact(text)).toBe(text);
    seen.add(new Secret(`hf_${text}NsDyHcGjFa`));
    expect(seen.redact(text)).toBe('***');
  });

  test('token-shaped text and logins in addresses go, whoever’s they are', () => {
    const redact = createRedactor([]);
    expect(redact(`another hf_${'Z'.repeat(34)}`)).toBe('another ***');
    expect(redact(`trainhf_${'Zy9'.repeat(12)}`)).toBe('train***');
    expect(redact('https://user:password@host/x')).toBe('https://***@host/x');
    expect(redact('no secret')).toBe('no secret');
  });
});

describe('what a user wrote to be shown', () => {
  test.each([
    ['a token of the Hub', `hf_${'Ab3dE'.repeat(7).slice(0, 34)}`],
    ['a password of words', 'acme-models-reader-2026'],
    ['a short word with odd characters', 'a/b:c!d?'],
  ])('%s: the whole is a secret, with anything around it; what is no piece of it is none', (_what, secret) => {
    const { holdsSecret } = createGuard([new Secret(secret)]);
    expect(holdsSecret(secret)).toBe(true);
    expect(holdsSecret(`acme/${secret}@main`)).toBe(true);
    expect(holdsSecret('acme-models/reader')).toBe(false);
    expect(holdsSecret('alice/private')).toBe(false);
  });

  test('a piece of what mixes small and large letters is one, of a password of words it is none', () => {
    const token = `hf_${'Ab3dE'.repeat(7).slice(0, 34)}`;
    expect(createGuard([new Secret(token)]).holdsSecret(token.slice(5, 17))).toBe(true);
    expect(createGuard([new Secret('acme-models-reader-2026')]).holdsSecret('acme-models-reader')).toBe(false);
  });

  test('what has the shape of a token is one, whoever it belongs to', () => {
    const { holdsSecret } = createGuard([]);
    expect(holdsSecret(`acme/hf_${'Ab3dE'.repeat(7).slice(0, 34)}`)).toBe(true);
    expect(holdsSecret(`ghp_${'Ab3dE'.repeat(8).slice(0, 36)}`)).toBe(true);
    expect(holdsSecret('meta-llama/Llama-3.2-1B')).toBe(false);
  });
});

test('a password of words hides no sentence about a repo with some of the same words', () => {
  const redact = createRedactor([new Secret('acme-models-reader-2026')]);
  expect(redact('repository "acme-models/x" not found')).toBe('repository "acme-models/x" not found');
  expect(redact('key acme-models-reader refused')).toBe('***');
});
