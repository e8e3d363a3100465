import { expect, test } from '@jest/globals';
import { spell } from '../../src/domain/repo';

/** As huggingface.co's own addresses put it. */
test.each([
  ['model', 'acme/x'],
  ['dataset', 'datasets/acme/x'],
  ['space', 'spaces/acme/x'],
] as const)('a %s is spelled as the Hub addresses it', (type, address) => {
  expect(spell({ type, id: 'acme/x' })).toBe(address);
});
