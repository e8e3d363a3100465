import { describe, expect, test } from '@jest/globals';
import { createRedactor } from '../../src/domain/text/redact';
import { Secret } from '../../src/domain/text/secret';
import { decodeWhoami } from '../../src/hub/decode-whoami';
import { createScrub } from '../../src/hub/http/scrub';
import { apiError, recorded, reply, whoami } from './replies';

const token = `hf_${'q'.repeat(34)}`;
const scrub = createScrub(createRedactor([new Secret(token)]));
const known = (body: unknown) => decodeWhoami(reply(200, {}, body), scrub);

/** The captured reply with other words in `auth`. */
const withAuth = (auth: unknown, more: object = {}) => ({ ...whoami.classicWrite, ...more, auth });
const withRole = (role: unknown) => withAuth({ type: 'access_token', accessToken: { displayName: 'x', role } });

describe('decodeWhoami', () => {
  test('a classic write token', () => {
    expect(known(whoami.classicWrite)).toEqual({
      kind: 'known',
      principal: {
        accountType: 'user',
        account: 'OwnerOfTheGatedModel',
        tokenType: 'user-access',
        role: 'write',
        tokenName: 'orig',
        isPro: false,
        orgs: [],
      },
    });
  });

  test('a fine-grained token', () => {
    expect(known(whoami.fineGrained)).toMatchObject({
      principal: {
        role: 'fine-grained',
        fineGrained: {
          global: ['discussion.write', 'post.write'],
          scoped: [
            { entityType: 'user', entityName: 'alice', permissions: ['repo.content.read', 'repo.write'] },
            { entityType: 'resource-group', permissions: ['repo.content.read'] },
          ],
        },
      },
    });
  });

  test('organizations; what is new becomes "other", what has no name is left out', () => {
    expect(known(whoami.orgMember)).toMatchObject({
      principal: {
        role: 'read',
        orgs: [
          {
            name: 'example-org',
            role: 'no_access',
            hasPlan: true,
            isSpent: true,
            restrictions: ['sso', 'other'],
            resourceGroups: [{ name: 'Research', role: 'other' }],
          },
          { name: 'bare', restrictions: [], resourceGroups: [] },
        ],
      },
    });
  });

  test('OAuth with its end', () => {
    expect(known(whoami.oauth)).toMatchObject({
      principal: { tokenType: 'oauth', expiresAt: '2027-08-05T00:00:00.000Z' },
    });
  });

  test('an app', () => {
    expect(known(whoami.app)).toMatchObject({
      principal: {
        accountType: 'app',
        tokenType: 'app',
        orgs: [],
        appRole: 'contributor',
      },
    });
  });

  test.each([
    ['read', 'read'],
    ['write', 'write'],
    ['god', 'write'],
    ['admin', 'write'],
    ['fineGrained', 'fine-grained'],
    ['contributor', undefined],
    [7, undefined],
  ])('the role %s is %s', (role, expected) => {
    expect(known(withRole(role))).toHaveProperty('principal.account', 'OwnerOfTheGatedModel');
    const answer = known(withRole(role));
    expect(answer.kind === 'known' ? answer.principal.role : 'no principal').toBe(expected);
  });

  test.each([
    ['access_token', 'user', 'user-access'],
    ['access_token', 'org', 'service'],
    ['oauth', 'user', 'oauth'],
    ['app_token', 'app', 'app'],
    ['app_token_as_user', 'user', 'other'],
    ['quantum', 'robot', 'other'],
  ])('auth %s of a %s is %s', (type, principal, expected) => {
    expect(known(withAuth({ type }, { type: principal }))).toHaveProperty('principal.tokenType', expected);
  });

  test.each([
    ['the word of auth-check', 'OK'],
    ['nothing', ''],
    ['an array', []],
    ['an empty object', {}],
    ['a sign-in notice', { detail: 'Please sign in' }],
    ['a health page', { name: 'gateway', status: 'ok', version: '1.2.3' }],
    ['no name', { ...whoami.classicWrite, name: undefined }],
    ['a blank name', { ...whoami.classicWrite, name: ' ' }],
    ['an error', { error: 'no' }],
  ])('200 with %s is no account, and so no Hub', (_name, body) => {
    expect(known(body)).toEqual({ kind: 'no-hub', detail: expect.stringContaining('no Hub') });
    expect(decodeWhoami(reply(200, { age: '9' }, body), scrub)).toMatchObject({ kind: 'no-hub' });
  });

  test('200 with a web page is no answer: servers show one for the routes that they lack', () => {
    const detail = expect.stringContaining('web page');
    expect(known('<html>Sign in</html>')).toEqual({ kind: 'failed', reason: 'unexpected', detail });
  });

  test.each([
    ['no auth, as some mirrors', { name: 'alice', orgs: [] }],
    ['an auth of an empty type', withAuth({ type: '', accessToken: { role: 'write' } })],
    ['an auth without a type, as some mirrors', withAuth({ accessToken: { role: 'write' } })],
    ['an endless name', { ...whoami.classicWrite, name: 'x'.repeat(300) }],
  ])('200 with %s is an account that is not understood', (_name, body) => {
    expect(known(body)).toMatchObject({ kind: 'failed', reason: 'unexpected' });
  });

  test.each([
    ['compressed', { kind: 'encoded' } as const],
    ['longer than anybody reads', { kind: 'oversized' } as const],
  ])('200 that is %s proves nothing either way', (_name, body) => {
    expect(decodeWhoami({ status: 200, headers: new Map(), body }, scrub)).toMatchObject({ kind: 'failed' });
  });

  test.each(['x-error-code', 'x-error-message'])('an account beside %s contradicts itself', (name) => {
    expect(decodeWhoami(reply(200, { [name]: 'x' }, whoami.classicWrite), scrub)).toMatchObject({ kind: 'failed' });
  });

  test.each([404, 400, 405, 501])('%s, where a mirror has no such route, is no more than no answer', (status) => {
    expect(decodeWhoami(reply(status, {}, 'no'), scrub)).toMatchObject({ kind: 'failed' });
  });

  test('a shared cache knows nothing of this token', () => {
    const cached = reply(200, { age: '3' }, whoami.classicWrite);
    expect(decodeWhoami(cached, scrub)).toMatchObject({ kind: 'failed', reason: 'unexpected' });
  });

  test.each([
    ['2026', recorded.badCredentials2026, { kind: 'refused', expired: false }],
    ['2025', recorded.badCredentials2025, { kind: 'refused', expired: false }],
    ['expired', recorded.expired, { kind: 'refused', expired: true }],
    [
      'a proxy',
      reply(401, { 'content-type': 'text/html' }, '<html>'),
      { kind: 'failed', reason: 'unexpected', fault: 'login' },
    ],
    [
      'other words',
      apiError(401, 'Go away.'),
      { kind: 'failed', reason: 'unexpected', fault: 'login', words: 'Go away.' },
    ],
    [
      'an account that is shut',
      apiError(403, 'Your account is locked.'),
      { kind: 'failed', reason: 'unexpected', words: 'Your account is locked.' },
    ],
    [
      'the token in the words',
      apiError(403, `No ${token}`),
      { kind: 'failed', reason: 'unexpected', words: expect.not.stringContaining(token) },
    ],
    [
      'no such route',
      recorded.noRoute,
      { kind: 'failed', reason: 'unexpected', words: expect.stringContaining('the page') },
    ],
    [
      'limited',
      recorded.rateLimitedAddress,
      { kind: 'failed', reason: 'rate-limited', words: expect.stringContaining('rate limit your IP') },
    ],
    ['down', recorded.gatewayPage, { kind: 'failed', reason: 'hub-error' }],
  ])('%s', (_name, given, expected) => {
    expect(decodeWhoami(given, scrub)).toEqual({
      ...(expected.kind === 'failed' ? { detail: expect.any(String) } : {}),
      ...expected,
    });
  });

  test('an echo of the token in any field is gone', () => {
    const poisoned = JSON.parse(
      JSON.stringify({ ...whoami.orgMember, scope: whoami.app.scope, auth: whoami.fineGrained.auth }).replace(
        /"(?:alice|example-org|Research|custom-research-role|deployement|sso|discussion\.write|repo\.write|org\/bare|bucket)"/g,
        JSON.stringify(`x${token}`),
      ),
    ) as unknown;
    const answer = known(poisoned);
    expect(answer.kind).toBe('known');
    expect(JSON.stringify(answer)).not.toContain(token);
  });
});
