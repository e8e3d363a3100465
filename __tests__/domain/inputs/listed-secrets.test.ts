import { expect, test } from '@jest/globals';
import { OPERATION_NAMES } from '../../../src/domain/hub/operations';
import { shownItem, withoutPrivateKeys } from '../../../src/domain/inputs/listed-secrets';

const key = (breaks: string) => ['-----BEGIN PRIVATE KEY-----', 'not/one', '-----END PRIVATE KEY-----'].join(breaks);

test.each(['\n', '\r\n', '\r'])('each private key is told by the line that it begins in: %j', (breaks) => {
  const text = ['acme/first', key(breaks), '', `acme/next ${key(breaks)}`, 'acme/last'].join(breaks);
  const { text: rest, lines } = withoutPrivateKeys(text);
  expect(lines).toEqual([2, 6]);
  const left = rest.split(/\r\n|\r|\n/);
  expect(left[0]).toBe('acme/first');
  expect(left[5]).toBe('acme/next ');
  expect(left[8]).toBe('acme/last');
});

test.each([
  ['octocat:hunter2@huggingface.co/acme/x', '***@huggingface.co/acme/x'],
  ['https://octocat:hunter2@huggingface.co/acme/x', 'https://***@huggingface.co/acme/x'],
  ['https://huggingface.co/acme/x?token=hunter2#hunter2', 'https://huggingface.co/acme/x'],
  ['acme/x@main', 'acme/x@main'],
  ...OPERATION_NAMES.map((name) => [`acme/x:${name}@main`, `acme/x:${name}@main`] as const),
])('%s is shown as %s', (item, shown) => {
  expect(shownItem(item)).toBe(shown);
});
