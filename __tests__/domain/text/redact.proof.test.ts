/** The redactor on every encoding of every kind of token, on ordinary text, on text of any kind and on much of it. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createRedactor, SeenSecrets } from '../../../src/domain/text/redact';
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
