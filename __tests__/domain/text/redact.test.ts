import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createGuard, createRedactor, SeenSecrets } from '../../../src/domain/text/redact';
import { Secret } from '../../../src/domain/text/secret';
import { ENCODINGS, TOKENS } from '../../support/encodings';
import { anyCharacter, RUNS } from '../../support/fuzz';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** The same numbers in every run. */
function numbers(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

const wordOf = (next: (most: number) => number, alphabet: string, length: number) =>
  Array.from({ length }, () => alphabet.charAt(next(alphabet.length))).join('');

test('there are at least 50 encodings', () => {
  expect(Object.keys(ENCODINGS).length).toBeGreaterThanOrEqual(50);
});

describe.each(Object.entries(TOKENS))('a token %s', (_kind, { secret, core }) => {
  const redact = createRedactor([new Secret(secret)]);

  test.each(Object.entries(ENCODINGS))('%s drops the sentence that holds it', (_name, encode) => {
    const encoded = encode(secret, core);
    expect(redact(encoded)).toBe('***');
    expect(redact(`The token ${encoded} was refused, ask again.`)).toBe('***');
    expect(redact(`${'x1'.repeat(200)}${encoded}`)).toBe('***');
  });

  test('every piece of its core that is long enough does, and none that is shorter', () => {
    const bare = core.replace(/[._-]/g, '');
    for (let at = 0; at + 8 <= bare.length; at += 1) {
      expect(redact(`see ${bare.slice(at, at + 8)}!`)).toBe('***');
      expect(redact(`see ${bare.slice(at, at + 5)}!`)).toBe(`see ${bare.slice(at, at + 5)}!`);
    }
  });
});

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

/** Sentences and ids that have nothing to do with any token, and what stands in our own pages. */
function corpus(): string[] {
  const next = numbers(7);
  const hex = '0123456789abcdef';
  const pages = ['README.md', 'docs/troubleshooting.md', 'docs/architecture.md', 'CONTRIBUTING.md', 'CHANGELOG.md'];
  const lines = pages.flatMap((page) => readFileSync(page, 'utf8').split('\n'));
  const captures = readFileSync('__tests__/fixtures/captures.json', 'utf8').match(/"(?:[^"\\]|\\.)+"/g) ?? [];
  const ids = Array.from({ length: 2_000 }, () => [
    `Root=1-${wordOf(next, hex, 8)}-${wordOf(next, hex, 24)};${wordOf(next, hex, 8)}-${wordOf(next, hex, 4)}`,
    wordOf(next, LETTERS, 56),
    `${wordOf(next, `${LETTERS}-_`, 54)}==`,
    `acme/${wordOf(next, LETTERS, 20)}@${wordOf(next, hex, 40)}`,
  ]);
  return [...lines, ...captures, ...ids.flat()].filter((line) => line.trim() !== '');
}

describe('ordinary text stays', () => {
  const texts = corpus();
  const shapes = createRedactor([]);

  test('sentences, ids and hashes, whatever the token: none of 1,000,000 is dropped', () => {
    const next = numbers(11);
    const count = Math.ceil(1_000_000 / texts.length);
    // All tokens at once: a text that none of them takes, none takes alone.
    const seen = new SeenSecrets();
    for (let at = 0; at < count; at += 1) seen.add(new Secret(`hf_${wordOf(next, LETTERS.slice(0, 52), 34)}`));
    expect(texts.filter((text) => shapes(text) === text && seen.redact(text) !== text)).toEqual([]);
    expect(texts.length * count).toBeGreaterThanOrEqual(1_000_000);
  });

  test('what the redactor leaves is what it was given, and it leaves the same twice', () => {
    const redact = createRedactor([new Secret(`hf_${'QmZtKvRbXwLpNsDy'.repeat(2)}`)]);
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 300 }), (text) => {
        const once = redact(text);
        expect(redact(once)).toBe(once);
        if (!/:\/\/|hf_|gh[opsur]_|github_pat_|api_org_|oauth_app/.test(text)) expect(once).toBe(text);
      }),
      { numRuns: RUNS },
    );
  });
});

test.each(['a', 'QmZtKvR', '%51', '&#81;', '\\u0051', 'Ａ', '\u001b[', 'hf_'])('a MiB of %j costs no time', (piece) => {
  const redact = createRedactor([new Secret('a'.repeat(5_000)), new Secret(`hf_${'QmZtKvR'.repeat(200)}`)]);
  // Linear time takes milliseconds and quadratic time minutes, on any machine.
  const start = performance.now();
  redact(`${piece.repeat(2 ** 20 / piece.length)} b`.replaceAll('QmZtKvRQ', 'QmZtKvR.'));
  expect(performance.now() - start).toBeLessThan(60_000);
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
