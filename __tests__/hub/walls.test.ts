/** Who answers in place of an endpoint. The scenarios show what is said of it; here: what is taken for it, and what never is. */
import { describe, expect, test } from '@jest/globals';
import { WALLS, wallIn } from '../../src/hub/walls';
import { decodeResult } from '../../src/hub/decode';
import { recorded, reply } from './replies';

const HTML = { 'content-type': 'text/html' };

describe('wallIn', () => {
  test.each([
    ['web-filter', reply(200, HTML, '<title>Cisco Umbrella</title>')],
    ['web-filter', reply(302, { location: 'https://block.opendns.com/?url=x' }, '')],
    ['web-filter', reply(302, { location: 'https://notify.goskope.com/block' }, '')],
    ['web-filter', reply(307, { location: 'https://gateway.zscalertwo.net/auD' }, '')],
    ['sign-in', reply(302, { location: 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize?x' }, '')],
    ['sign-in', reply(302, { location: 'https://id.example/realms/a/protocol/openid-connect/auth?x' }, '')],
    ['sign-in', reply(302, { location: '/login?next=/' }, '')],
    ['sign-in', reply(200, HTML, '<html><head><title>Log in · Acme</title></head></html>')],
    ['firewall', reply(403, { server: 'AkamaiGHost' }, '')],
    ['firewall', reply(403, { server: 'Microsoft-Azure-Application-Gateway/v2' }, '')],
  ])('%s', (fault, given) => {
    expect(wallIn(given)).toMatchObject({ fault, detail: expect.stringMatching(/answered in its place|sign in/) });
  });

  test.each([
    ['Netskope', reply(403, HTML, '<p>Blocked by Netskope</p>')],
    ['Palo Alto Networks', reply(503, HTML, '<p>HAS BEEN BLOCKED in accordance with Company Policy</p>')],
    ['AWS WAF', reply(202, { 'x-amzn-waf-action': 'challenge' }, '')],
    ['AWS WAF', reply(405, { ...HTML, 'x-amzn-waf-action': 'captcha' }, '<p>Human Verification</p>')],
    ['Identity-Aware Proxy', reply(401, { 'x-goog-iap-generated-response': 'true' }, '')],
  ])('%s is named', (who, given) => {
    expect(wallIn(given)?.detail).toContain(who);
  });

  test.each([
    ['a redirect to a repo whose name has the word', reply(307, { location: '/api/models/acme/login-model' }, '')],
    ['storage', reply(302, { location: 'https://us.aws.cdn.hf.co/repos/x?signed=1' }, '')],
    ['a plain page', reply(403, HTML, '<h1>403 Forbidden</h1>')],
    ...Object.entries(recorded).map(([name, given]) => [name, given] as const),
  ])('nobody: %s', (_name, given) => {
    expect(wallIn(given)).toBeUndefined();
  });

  test('every row has a source and one mark', () => {
    for (const { source, header, page } of WALLS) {
      expect(source).toMatch(/\w{3}/);
      expect([header, page].filter((mark) => mark !== undefined)).toHaveLength(1);
    }
  });

  test('it takes nothing from an answer that is understood', () => {
    const words = reply(403, { server: 'AkamaiGHost', 'x-error-code': 'GatedRepo' }, '{"error":"no"}');
    expect(decodeResult('read', words)).toMatchObject({ kind: 'gated' });
    expect(decodeResult('read', reply(200, { server: 'AkamaiGHost' }, 'OK'))).toEqual({ kind: 'yes' });
  });
});
