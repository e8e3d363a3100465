import { expect, test } from '@jest/globals';
import { revisionProblem, spell } from '../../../src/domain/hub/repo';

/** As huggingface.co's own addresses put it. */
test.each([
  ['model', 'acme/x'],
  ['dataset', 'datasets/acme/x'],
  ['space', 'spaces/acme/x'],
] as const)('a %s is spelled as the Hub addresses it', (type, address) => {
  expect(spell({ type, id: 'acme/x' })).toBe(address);
});

test.each([
  ['main', true],
  ['refs/pr/1', true],
  ['v1.0_ü', true],
  ['v1 x', false],
  ['v1\n', false],
  [' v1', false],
  ['a..b', false],
  ['a@{1}', false],
  ['/a', false],
  ['a/', false],
  ['', false],
  ['x'.repeat(256), false],
])('the revision %j is one: %s', (revision, isOne) => {
  expect(revisionProblem(revision) === undefined).toBe(isOne);
});
