import { expect, test } from '@jest/globals';
import { noProxyOf, proxySetting } from '../../../src/domain/machine/proxy';

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
