import { expect, test } from '@jest/globals';
import { noProxyOf, proxySetting, proxyUse } from '../../../src/domain/machine/proxy';

const P = 'http://proxy.acme.example:3128';

test.each([
  [{}, undefined],
  [{ https_proxy: P, HTTPS_PROXY: 'other', all_proxy: 'other' }, 'https_proxy'],
  [{ HTTPS_PROXY: P, all_proxy: 'other', ALL_PROXY: 'other' }, 'HTTPS_PROXY'],
  [{ https_proxy: P, HTTPS_PROXY: '' }, 'https_proxy'],
  [{ HTTPS_PROXY: ' ', all_proxy: P }, 'all_proxy'],
  [{ ALL_PROXY: P }, 'ALL_PROXY'],
  [{ https_proxy: '', HTTPS_PROXY: P }, undefined],
  [{ https_proxy: '', HTTPS_PROXY: P, ALL_PROXY: P }, 'ALL_PROXY'],
  [{ all_proxy: '', ALL_PROXY: P }, undefined],
  [{ http_proxy: P, HTTP_PROXY: P }, undefined],
])('%j: %s', (env, variable) => {
  expect(proxySetting(env)).toEqual(variable === undefined ? undefined : { variable, value: P });
});

test.each([
  [{ no_proxy: 'a', NO_PROXY: 'b' }, 'a'],
  [{ NO_PROXY: 'b' }, 'b'],
  [{ no_proxy: '', NO_PROXY: 'b' }, undefined],
])('%j: past it goes %s', (env, hosts) => {
  expect(noProxyOf(env)).toBe(hosts);
});

const HUB = new URL('https://huggingface.co');

test.each([
  [{}, undefined],
  [{ HTTPS_PROXY: P }, { variable: 'HTTPS_PROXY' }],
  [{ HTTPS_PROXY: P, NO_PROXY: 'acme.example' }, { variable: 'HTTPS_PROXY' }],
  [
    { HTTPS_PROXY: P, NO_PROXY: '.co' },
    { variable: 'HTTPS_PROXY', past: { why: 'excepted', by: 'NO_PROXY' } },
  ],
  [
    { ALL_PROXY: P, no_proxy: '*' },
    { variable: 'ALL_PROXY', past: { why: 'excepted', by: 'no_proxy' } },
  ],
  [{ HTTPS_PROXY: P, no_proxy: '', NO_PROXY: '*' }, { variable: 'HTTPS_PROXY' }],
  [
    { https_proxy: '', HTTPS_PROXY: P },
    { variable: 'HTTPS_PROXY', past: { why: 'hidden', by: 'https_proxy' } },
  ],
  [{ http_proxy: P }, { variable: 'http_proxy', past: { why: 'plain-http' } }],
  [
    { HTTP_PROXY: P, HTTPS_PROXY: ' ' },
    { variable: 'HTTP_PROXY', past: { why: 'plain-http' } },
  ],
])('%j: what becomes of the proxy is %j', (env, use) => {
  expect(proxyUse(env, HUB)).toEqual(use);
});

test('plain HTTP goes past every proxy, which needs no word', () => {
  const endpoint = new URL('http://127.0.0.1:8080');
  expect(proxyUse({ HTTP_PROXY: P }, endpoint)).toBeUndefined();
  expect(proxyUse({ HTTPS_PROXY: P, NO_PROXY: '*' }, endpoint)).toEqual({ variable: 'HTTPS_PROXY' });
});
