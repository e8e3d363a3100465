/** The exchange over each kind of wire, and what each reply to it means. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { addPublisher } from '../../src/simulator/build';
import { createDemoWorld } from '../../src/simulator/demo-world';
import { Secret } from '../../src/domain/text/secret';
import { createRedactor } from '../../src/domain/text/redact';
import { decodeExchange, isTrouble, recordExchange } from '../../src/hub/decode-exchange';
import { exchangeIdentity } from '../../src/hub/exchange';
import { createDeadline } from '../../src/hub/http/deadline';
import { createScrub } from '../../src/hub/http/scrub';
import type { Reply } from '../../src/hub/http/reply';
import { startHub, type TestHubOptions } from '../hub-fixture/start';
import { GITHUB_ISSUER, startIdentityProvider } from '../support/identity-provider';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

const clock = { now: () => Date.now(), sleep: () => Promise.resolve() };
const limits = { timeoutMs: 60_000, retries: 2, concurrency: 4, streams: 4, deadlineMs: 60_000 };

async function exchangeOver(tls: NonNullable<TestHubOptions['tls']>, base = '') {
  const provider = await startIdentityProvider();
  const { world } = createDemoWorld();
  addPublisher(world, { resource: 'acme/product', issuer: GITHUB_ISSUER, claims: { repository: 'octo/garden' } });
  const hub = await startHub({ world, tls, base, issuers: { [provider.issuer]: provider.jwk } });
  closing.push(
    () => provider.close(),
    () => hub.close(),
  );
  const identity = new Secret(await provider.sign(hub.origin));
  const result = await exchangeIdentity({
    endpoint: hub.endpoint,
    limits,
    clock,
    userAgent: 'test',
    identity,
    resource: 'acme/product',
    redact: createRedactor([identity]),
    deadline: createDeadline(clock, 60_000),
    random: () => 0,
    ...(hub.ca === undefined ? {} : { ca: hub.ca }),
  });
  return { hub, result };
}

describe.each([false, 'http1', 'h2'] as const)('over %s', (tls) => {
  test.each(['', '/a/b'])('below %j', async (base) => {
    const { hub, result } = await exchangeOver(tls, base);
    expect(result).toMatchObject({
      answer: { kind: 'token', token: { family: 'oidc' }, expiresInSeconds: 3600 },
      evidence: [{ status: 200 }],
    });
    expect(hub.requests).toMatchObject([{ method: 'POST', path: '/oauth/token', credential: 'none' }]);
    expect(hub.requests[0]?.authorization).toBeUndefined();
  });
});

const IDENTITY = new Secret('eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJlLW9mLXRoZS10ZXN0');
const context = { scrub: createScrub(createRedactor([IDENTITY])), identity: IDENTITY, takesHubTokens: true };

function reply(status: number, body: unknown, headers: Record<string, string> = {}): Reply {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { status, headers: new Map(Object.entries(headers)), body: { kind: 'text', text } };
}
const refusal = (description: unknown, error: unknown = 'invalid_grant', status = 400) =>
  reply(status, { error, error_description: description });
const token = (value: unknown, more: object = {}) => reply(200, { access_token: value, token_type: 'bearer', ...more });

describe('what a reply means', () => {
  test.each([
    ['a token', token('hf_jwt_a.e30.c', { expires_in: 60 }), { kind: 'token', expiresInSeconds: 60 }],
    ['a token of a user', token('hf_oauth_a.e30.c'), { kind: 'token', token: { family: 'oauth' } }],
    [
      'the recorded refusal',
      refusal('No trusted publisher configured on datasets/a/b'),
      { kind: 'refused', cause: 'no-publisher' },
    ],
    [
      'a refusal in other words',
      refusal('The moon is wrong'),
      { kind: 'refused', cause: 'unrecognised', words: 'The moon is wrong' },
    ],
    ['a refusal without words', refusal(undefined), { kind: 'refused', cause: 'unrecognised' }],
    ['a refusal with what is no text', refusal({ a: 1 }), { kind: 'refused', cause: 'unrecognised' }],
    ['codes of other grants', refusal('Invalid code'), { kind: 'refused', words: 'Invalid code' }],
    ['refresh tokens', refusal('Invalid refresh_token'), { kind: 'refused', words: 'Invalid refresh_token' }],
    ['a resource', refusal('no', 'invalid_target'), { kind: 'refused', cause: 'resource' }],
    ['the recorded time-out', refusal('This operation was aborted'), { kind: 'failed', reason: 'hub-error' }],
    ['a time-out in other words', refusal('Request timed out'), { kind: 'failed', reason: 'hub-error' }],
    ['another grant', refusal('x', 'unsupported_grant_type'), { kind: 'no-route' }],
    ['a request that it does not take', refusal('x', 'invalid_request'), { kind: 'failed', reason: 'unexpected' }],
    ['a client that it asks for', refusal('x', 'invalid_client', 401), { kind: 'failed', reason: 'unexpected' }],
    ['a bare 404', reply(404, ''), { kind: 'no-route' }],
    ['a page for 404', reply(404, '<html>', { 'content-type': 'text/html' }), { kind: 'no-route' }],
    ['an error that every object has', refusal('no', 'constructor'), { kind: 'failed' }],
    ['a bare 400', reply(400, ''), { kind: 'failed', reason: 'unexpected' }],
    [
      'a redirect',
      reply(307, '', { location: '/elsewhere' }),
      { kind: 'failed', reason: 'unexpected', detail: 'a redirect of the exchange was not followed' },
    ],
    ['429', refusal('x', 'slow_down', 429), { kind: 'failed', reason: 'rate-limited' }],
    ['502', reply(502, 'x'), { kind: 'failed', reason: 'hub-error' }],
    ['an endless life', token('hf_jwt_a.e30.c', { expires_in: 1e99 }), { kind: 'token' }],
    [
      'the identity itself',
      token('eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJlLW9mLXRoZS10ZXN0'),
      { kind: 'failed' },
    ],
    [
      'the identity within another word',
      token('hf_jwt_eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJlLW9mLXRoZS10ZXN0'),
      { kind: 'failed' },
    ],
    ['blanks around the token', token(' hf_jwt_a.e30.c'), { kind: 'failed' }],
    ['a token and an error at once', token('hf_jwt_a.e30.c', { error: 'invalid_grant' }), { kind: 'failed' }],
    ['a token that no bearer may send', token('hf_jwt_a.e30.c', { token_type: 'N_A' }), { kind: 'failed' }],
    ['a token of no kind', token('hf_jwt_a.e30.c', { token_type: 5 }), { kind: 'failed' }],
    ['the kind in capitals', token('hf_jwt_a.e30.c', { token_type: 'Bearer' }), { kind: 'token' }],
    ['out of a store', { ...token('hf_jwt_a.e30.c'), headers: new Map([['age', '3']]) }, { kind: 'failed' }],
    [
      'a refusal out of a store',
      { ...refusal('No trusted publisher configured on a/b'), headers: new Map([['x-cache', 'HIT']]) },
      { kind: 'failed', reason: 'unexpected' },
    ],
  ])('%s', (_what, one, expected) => {
    expect(decodeExchange(one, context)).toMatchObject(expected);
  });

  test('only trouble is tried again', () => {
    expect(isTrouble(refusal('This operation was aborted'))).toBe(true);
    expect(isTrouble(refusal('No trusted publisher configured on a/b'))).toBe(false);
    expect(isTrouble(refusal('This operation was aborted', 'invalid_grant', 500))).toBe(false);
    expect(isTrouble(refusal(`${'x'.repeat(400)} aborted`))).toBe(false);
  });

  test('evidence has the error in its words, without a secret, and nothing of a success', () => {
    expect(recordExchange(refusal('got eyJzdWIiOiJhIn0.c2lnbmF0dXJl'), context.scrub)).toEqual({
      status: 400,
      errorCode: 'invalid_grant',
      errorMessage: '***',
    });
    expect(recordExchange(token('hf_jwt_a.e30.c'), context.scrub)).toEqual({ status: 200 });
  });
});
