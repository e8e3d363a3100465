import { describe, expect, test } from '@jest/globals';
import { proxyFor } from '../../../src/hub/http/proxy';

const PROXY = 'http://proxy.example:3128';

describe('proxyFor', () => {
  test.each([
    ['https://huggingface.co', PROXY, '', PROXY],
    ['https://huggingface.co', 'proxy.example:3128', '', PROXY],
    ['https://huggingface.co', ' ', '', undefined],
    ['https://huggingface.co', 'socks5://proxy.example', '', 'invalid'],
    ['https://huggingface.co', 'http://', '', 'invalid'],
    ['http://127.0.0.1:8080', PROXY, '', undefined],
    ['https://localhost:8443', PROXY, '', undefined],
    ['https://[::1]:8443', PROXY, '', undefined],
    ['https://huggingface.co', PROXY, '*', undefined],
    ['https://huggingface.co', PROXY, 'example.org, HuggingFace.co', undefined],
    ['https://hub.acme.example', PROXY, 'acme.example', undefined],
    ['https://hub.acme.example', PROXY, '.acme.example', undefined],
    ['https://hub.acme.example', PROXY, '*.acme.example', undefined],
    ['https://hub.notacme.example', PROXY, 'acme.example', PROXY],
    ['https://hub.acme.example', PROXY, 'hub.acme.example:443', undefined],
    ['https://hub.acme.example:8443', PROXY, 'hub.acme.example:443', PROXY],
    ['https://hub.acme.example', PROXY, ' , ', PROXY],
  ])('%s by %s, but not %s', (endpoint, httpsProxy, noProxy, expected) => {
    const proxy = proxyFor(new URL(endpoint), { httpsProxy, noProxy });
    expect(proxy instanceof URL ? proxy.origin : proxy).toBe(expected);
  });

  test('nothing set', () => {
    expect(proxyFor(new URL('https://huggingface.co'), {})).toBeUndefined();
  });
});
