import { describe, expect, test } from '@jest/globals';
import { pragmaIn, pragmasIn } from '../../../src/domain/formats/pragma';

describe('a comment', () => {
  test.each([
    ['x = 1  # hf-auth-preflight: ignore', { kind: 'ignore', rules: [] }],
    ['# hf-auth-preflight: ignore[scan]', { kind: 'ignore', rules: ['scan'] }],
    [
      '# hf-auth-preflight: ignore[a, b] since it is an example',
      { kind: 'ignore', rules: ['a', 'b'], reason: 'since it is an example' },
    ],
    ['# hf-auth-preflight: ignore: old', { kind: 'ignore', rules: [], reason: 'old' }],
    ['#hf-auth-preflight:acme/x', { kind: 'repos', items: ['acme/x'] }],
    [
      'a: b # hf-auth-preflight: acme/x@v1, datasets/acme/y',
      { kind: 'repos', items: ['acme/x@v1', 'datasets/acme/y'] },
    ],
    ['// hf-auth-preflight: ignored/x', { kind: 'repos', items: ['ignored/x'] }],
    ['x = "hf-auth-preflight: ignore"', undefined],
    ['x#hf-auth-preflight: ignore', undefined],
    ['# hf-auth-preflight:', undefined],
    ['# hf-auth-preflight ignore', undefined],
  ])('%s', (line, expected) => {
    expect(pragmaIn(line)).toEqual(expected);
  });

  test('speaks for its line, and by itself for the next one too', () => {
    const text = 'a # hf-auth-preflight: ignore\r\n  # hf-auth-preflight: acme/x\nb\n';
    expect(pragmasIn(text)).toEqual([
      { kind: 'ignore', rules: [], line: 1, lines: [1] },
      { kind: 'repos', items: ['acme/x'], line: 2, lines: [2, 3] },
    ]);
  });
});
