import { expect, test } from '@jest/globals';
import { certificateChecksOff, hazardOf, isHub, parseEndpoint } from '../../../src/domain/inputs/endpoint';

const UNCHECKED = 'unchecked-certificate';

test.each([
  ['https://huggingface.co', undefined, UNCHECKED],
  ['https://127.0.0.1:8443', undefined, UNCHECKED],
  ['https://ghes.example/api/v3', undefined, UNCHECKED],
  ['http://127.0.0.1:8080', undefined, undefined],
  ['http://[::1]:8080', undefined, undefined],
  ['http://localhost', undefined, undefined],
  ['http://huggingface.co', 'plain-http', 'plain-http'],
  ['http://127.0.0.1.nip.io', 'plain-http', 'plain-http'],
  ['ftp://127.0.0.1', 'plain-http', 'plain-http'],
])('a token to %s: %s, and %s without certificate checks', (address, checked, unchecked) => {
  const url = new URL(address);
  expect(hazardOf(url, { certificateChecksOff: false })).toBe(checked);
  expect(hazardOf(url, { certificateChecksOff: true })).toBe(unchecked);
});

test.each([
  ['0', true],
  ['1', false],
  ['', false],
  ['00', false],
  ['false', false],
  [undefined, false],
])('NODE_TLS_REJECT_UNAUTHORIZED=%s turns the checks off: %s', (value, expected) => {
  expect(certificateChecksOff({ NODE_TLS_REJECT_UNAUTHORIZED: value })).toBe(expected);
});

test.each([
  ['https://huggingface.co', true],
  ['https://huggingface.co/', true],
  ['https://hf.co', true],
  ['https://huggingface.co:8443', false],
  ['https://huggingface.co/artifactory', false],
  ['http://huggingface.co', false],
  ['https://huggingface.co.example', false],
  ['https://mirror.example', false],
])('%s is the Hub itself: %s', (endpoint, expected) => {
  expect(isHub(endpoint)).toBe(expected);
});

test.each([
  'https://router.huggingface.co/v1',
  'https://api-inference.huggingface.co',
  'https://datasets-server.huggingface.co',
  'https://abc123.us-east-1.aws.endpoints.huggingface.cloud',
  'https://api.endpoints.huggingface.cloud/v2',
  'https://s3.hf.co/acme',
  'https://cdn-lfs-us-1.hf.co',
  'https://us.aws.cdn.hf.co',
  'https://cas-server.xethub.hf.co',
])('%s is no Hub', (address) => {
  expect(parseEndpoint(address)).toEqual({
    rule: 'is another service of Hugging Face, not the Hub: https://huggingface.co',
  });
});

// Other deployments of the Hub, and what people run in a Space or call so themselves.
test.each([
  'https://hub-ci.huggingface.co',
  'https://acme-mirror.hf.space',
  'https://router.huggingface.co.acme.example',
])('%s may be a Hub', (address) => {
  expect(parseEndpoint(address)).toEqual({ value: address });
});

test.each(['https://huggingface.co,', 'https://huggingface.co;'])('%s is no address', (address) => {
  expect(parseEndpoint(address)).toEqual({ rule: 'must be an address such as https://huggingface.co' });
});

test.each(['https://[::1]:8443', 'https://hub_1.acme.example', 'https://b\u00fccher.example'])(
  '%s is one',
  (address) => {
    expect(parseEndpoint(address)).toHaveProperty('value');
  },
);

test('an address in quotes says so', () => {
  expect(parseEndpoint('"https://huggingface.co"')).toEqual({ rule: 'is in quotes; set it without them' });
});
