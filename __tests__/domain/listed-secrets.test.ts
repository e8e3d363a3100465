import { expect, test } from '@jest/globals';
import { withoutPrivateKeys } from '../../src/domain/listed-secrets';

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
