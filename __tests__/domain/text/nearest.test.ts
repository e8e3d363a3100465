import { describe, expect, test } from '@jest/globals';
import { COMMANDS } from '../../../src/cli/commands';
import { nearest } from '../../../src/domain/text/nearest';

const WORDS = ['deadline', 'json', 'check', 'lint', 'on-missing-token', 'token-stdin', 'models', 'gate-pending'];

describe('nearest', () => {
  test.each([
    ['deadlin', 'deadline'],
    ['dedline', 'deadline'],
    ['deadlien', 'deadline'],
    ['jsno', 'json'],
    ['chekc', 'check'],
    ['lnit', 'lint'],
    ['on-mising-tokn', 'on-missing-token'],
    ['model', 'models'],
    ['jsonl', 'json'],
    ['gate-pendin', 'gate-pending'],
    ['gate_pending', 'gate-pending'],
  ])('%s is %s', (typed, word) => {
    expect(nearest(typed, WORDS)).toBe(word);
  });

  test.each(['', 'jzqn', 'xyz', 'gpt2', 'acme/finetune', 'deadbeef', 'openai-community/gpt2', 'a'.repeat(5000)])(
    '%j is none of them',
    (typed) => {
      expect(nearest(typed, WORDS)).toBeUndefined();
    },
  );

  test('each command is its own, and none is another one that was misspelt', () => {
    const names = COMMANDS.map(({ name }) => name);
    for (const name of names) expect(nearest(name, names)).toBe(name);
  });
});
