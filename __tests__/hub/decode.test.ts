import type { ProbeKind } from '../../src/domain/hub/kinds';
import { describe, expect, test } from '@jest/globals';
import type { ProbeResult } from '../../src/domain/hub/probe';
import { decodeResult } from '../../src/hub/decode';
import { isFromCache } from '../../src/hub/http/cache';
import { recordReply, type Reply } from '../../src/hub/http/reply';
import { createScrub } from '../../src/hub/http/scrub';
import { createRedactor } from '../../src/domain/text/redact';
import { Secret } from '../../src/domain/text/secret';
import { apiError, JSON_TYPE, recorded, reply, resolveError, TEXT_TYPE } from './replies';

type Row = readonly [name: string, asking: ProbeKind, reply: Reply, said: ProbeResult];
const gated = (
  state: 'login-required' | 'not-requested' | 'pending' | 'rejected' | 'reset' | 'unrecognised',
): ProbeResult => ({
  kind: 'gated',
  state,
});
const refused = (refusal: 'no-write' | 'org-token-policy' | 'org-token-revoked' | 'unrecognised'): ProbeResult => ({
  kind: 'refused',
  refusal,
});

const verdicts: readonly Row[] = [
  ['auth-check says OK', 'read', recorded.ok, { kind: 'yes' }],
  ['auth-check/write says OK', 'write', recorded.ok, { kind: 'yes' }],
  ['OK as JSON', 'write', reply(200, {}, '"OK"'), { kind: 'yes' }],
  ['OK as JSON', 'read', reply(200, {}, '"OK"'), { kind: 'yes' }],
  ['an empty object', 'write', reply(200, {}, {}), { kind: 'yes' }],
  ['gate, nobody logged in', 'read', recorded.gateLoginRequired, gated('login-required')],
  ['gate, never asked', 'read', recorded.gateNotRequested, gated('not-requested')],
  ['gate, pending', 'read', recorded.gatePending, gated('pending')],
  ['gate, rejected', 'read', recorded.gateRejected, gated('rejected')],
  ['gate, reset', 'read', recorded.gateReset, gated('reset')],
  ['gate, new words', 'read', apiError(403, 'Pay first.', 'GatedRepo'), gated('unrecognised')],
  ['gate, no words', 'file', reply(403, { 'x-error-code': 'GatedRepo' }), gated('unrecognised')],
  ['gate on a HEAD', 'file', recorded.fileGatedHead, gated('not-requested')],
  ['fine-grained without the box', 'read', recorded.gateTokenScope, { kind: 'gated-token-scope' }],
  ['missing repo', 'read', recorded.repoNotFound, { kind: 'not-found' }],
  ['missing repo as 401', 'read', apiError(401, 'Repository not found', 'RepoNotFound'), { kind: 'not-found' }],
  ['missing revision', 'revision', recorded.revisionNotFound, { kind: 'revision-not-found' }],
  [
    'missing revision of a file',
    'file',
    resolveError(404, 'x', 'RevisionNotFound', ''),
    { kind: 'revision-not-found' },
  ],
  // As a proxy passes it on that drops the headers.
  ['missing repo, body alone', 'read', reply(404, JSON_TYPE, { error: 'Repository not found' }), { kind: 'not-found' }],
  [
    'missing revision, body alone',
    'revision',
    reply(404, JSON_TYPE, { error: 'Invalid rev id: v9' }),
    { kind: 'revision-not-found' },
  ],
  ['the same words as text', 'read', reply(404, TEXT_TYPE, 'Repository not found'), { kind: 'no-route' }],
  ['no such route', 'read', recorded.noRoute, { kind: 'no-route' }],
  ['no such route, HTML', 'read', reply(404, { 'content-type': 'text/html' }, '<html>'), { kind: 'no-route' }],
  ['bad credentials, 2026', 'read', recorded.badCredentials2026, { kind: 'unauthenticated' }],
  ['bad credentials, 2025', 'file', recorded.badCredentials2025, { kind: 'unauthenticated' }],
  ['expired token', 'read', recorded.expired, { kind: 'expired' }],
  ['disabled repo', 'read', recorded.disabled, { kind: 'disabled' }],
  [
    'disabled, said of the repo itself',
    'read',
    apiError(403, 'This dataset has been disabled by its authors.'),
    { kind: 'disabled' },
  ],
  ['read but not write', 'write', recorded.readNotWrite, refused('no-write')],
  ['pass create_pr=1', 'write', recorded.passCreatePr, refused('no-write')],
  ['authorization error, text alone', 'write', recorded.authorizationError, refused('no-write')],
  ['org token policy', 'read', recorded.orgTokenPolicy, refused('org-token-policy')],
  ['org revoked the token', 'read', recorded.orgTokenRevoked, refused('org-token-revoked')],
  ['refused in new words', 'read', apiError(403, 'Not on Sundays.'), refused('unrecognised')],
  ['refused in new words, body alone', 'read', reply(403, {}, { error: 'Not on Sundays.' }), refused('unrecognised')],
  ['repo info', 'exists', recorded.infoGated, { kind: 'yes' }],
  ['revision info', 'revision', recorded.infoGated, { kind: 'yes' }],
  ['a file', 'file', recorded.fileServed, { kind: 'yes' }],
  ['no such file behind the gate', 'file', recorded.entryNotFound, { kind: 'yes', isAbsent: true }],
];

/** What a sign-in notice or a gateway says to every path. */
const OBJECTS: readonly object[] = [
  { error: 'no' },
  { detail: 'Please sign in' },
  { ok: false },
  { ok: true },
  { authorized: false },
  { message: 'OK' },
  { captive: true },
  { status: 'OK' },
];

const noAnswers: readonly (readonly [name: string, asking: ProbeKind, reply: Reply, reason: string])[] = [
  ['a login page', 'read', reply(200, { 'content-type': 'text/html' }, '<html>OK</html>'), 'unexpected'],
  [
    'a page that calls itself text',
    'read',
    reply(200, { 'content-type': 'text/plain' }, '\n<!doctype html>'),
    'unexpected',
  ],
  ['a page that says OK', 'read', reply(200, { 'content-type': 'text/html' }, 'OK'), 'unexpected'],
  ['nothing', 'read', reply(200, {}), 'unexpected'],
  ...OBJECTS.flatMap((body) =>
    (['read', 'write'] as const).map(
      (asking) => [`${JSON.stringify(body)} on ${asking}`, asking, reply(200, {}, body), 'unexpected'] as const,
    ),
  ),
  ['an empty object', 'read', reply(200, {}, {}), 'unexpected'],
  ...(['x-error-code', 'x-error-message'] as const).flatMap((name) => [
    [`OK beside ${name}`, 'read', reply(200, { [name]: 'GatedRepo' }, 'OK'), 'unexpected'] as const,
    [`{} beside ${name}`, 'write', reply(200, { [name]: '' }, {}), 'unexpected'] as const,
    [`a repo beside ${name}`, 'exists', reply(200, { [name]: 'x' }, { id: 'a/b' }), 'unexpected'] as const,
    [`a file beside ${name}`, 'file', reply(200, { [name]: 'x', 'x-repo-commit': 'a' }), 'unexpected'] as const,
  ]),
  ['a file that any web server could have', 'file', reply(200, { etag: '"1"' }), 'unexpected'],
  ['an array', 'read', reply(200, {}, []), 'unexpected'],
  ['OK and more', 'write', reply(200, {}, 'OKAY'), 'unexpected'],
  ['no content', 'read', reply(204, {}), 'unexpected'],
  ['an oversized body', 'exists', { status: 200, headers: new Map(), body: { kind: 'oversized' } }, 'unexpected'],
  ['a compressed body', 'read', { status: 200, headers: new Map(), body: { kind: 'encoded' } }, 'unexpected'],
  ['an object that is no repo', 'exists', reply(200, {}, {}), 'unexpected'],
  ['an id that is none', 'exists', reply(200, {}, { id: '../x' }), 'unexpected'],
  ['cut JSON', 'revision', reply(200, {}, '{"id":"a/b"'), 'unexpected'],
  ['a file without the marks of one', 'file', reply(200, {}), 'unexpected'],
  ['a page in place of a file', 'file', reply(200, { 'content-type': 'text/html', etag: '"1"' }), 'unexpected'],
  ['a proxy that wants a login', 'read', reply(401, { 'content-type': 'text/html' }, '<html>'), 'unexpected'],
  ['401 in new words', 'read', apiError(401, 'Who goes there?'), 'unexpected'],
  ['a firewall', 'write', reply(403, { 'content-type': 'text/html' }, '<html>Forbidden</html>'), 'unexpected'],
  ['403 and nothing', 'write', reply(403, {}), 'unexpected'],
  ['403 in plain text', 'read', reply(403, { 'content-type': 'text/plain' }, 'blocked by policy'), 'unexpected'],
  ['an entry where none was asked for', 'read', apiError(404, 'Entry not found', 'EntryNotFound'), 'unexpected'],
  ['an entry in words that say another thing', 'file', apiError(404, 'Sign in first', 'EntryNotFound'), 'unexpected'],
  [
    'an entry with a second message in the header',
    'file',
    apiError(404, 'Entry not found, Sign in first', 'EntryNotFound'),
    'unexpected',
  ],
  [
    'an entry on a page',
    'file',
    reply(404, { 'x-error-code': 'EntryNotFound', 'content-type': 'text/html' }),
    'unexpected',
  ],
  [
    'an entry with another message in the body',
    'content',
    reply(404, { 'x-error-code': 'EntryNotFound', 'x-error-message': 'Entry not found' }, { error: 'Sign in first' }),
    'unexpected',
  ],
  ['404 with a new code', 'read', apiError(404, 'x', 'MoonNotFound'), 'unexpected'],
  ['gone', 'read', reply(410, {}), 'unexpected'],
  ['for legal reasons', 'read', reply(451, {}), 'unexpected'],
  ['a redirect that names no place', 'read', reply(302, {}), 'unexpected'],
  ['too many requests', 'read', recorded.rateLimitedAddress, 'rate-limited'],
  ['a time-out of the Hub', 'read', reply(408, {}), 'hub-error'],
  ["a gateway's page", 'read', recorded.gatewayPage, 'hub-error'],
  ['an error without a name', 'file', reply(599, {}), 'hub-error'],
];

describe('decodeSaid', () => {
  test.each(verdicts)('%s', (_name, asking, given, said) => {
    expect(decodeResult(asking, given)).toEqual(said);
  });

  test.each(noAnswers)('%s is no answer', (_name, asking, given, reason) => {
    expect(decodeResult(asking, given)).toEqual({ kind: 'failed', reason, detail: expect.any(String) });
  });

  test('no detail repeats what the endpoint said', () => {
    for (const [, asking, given] of noAnswers) {
      const said = decodeResult(asking, given);
      expect(JSON.stringify(said)).not.toMatch(/Sundays|Who goes|blocked by|<html/);
    }
  });
});

describe('exchangeOf', () => {
  const token = `hf_${'q'.repeat(34)}`;
  const scrub = createScrub(createRedactor([new Secret(token)]));

  test('keeps code, message and request id', () => {
    const given = reply(404, {
      'x-error-code': 'RepoNotFound',
      'x-error-message': 'Repository not found',
      'x-amz-cf-id': 'cf',
      'x-amzn-trace-id': 'Root=1-aa',
    });
    expect(recordReply(given, scrub)).toEqual({
      status: 404,
      errorCode: 'RepoNotFound',
      errorMessage: 'Repository not found',
      requestId: 'Root=1-aa',
    });
  });

  test('prefers X-Request-Id, and leaves out what is not there', () => {
    expect(recordReply(recorded.cachedPage, scrub)).toEqual({
      status: 200,
      requestId: 'Root=1-6a45b35d-36a96984746db15079438508',
    });
  });

  test('takes the message from the body where the header is missing', () => {
    expect(recordReply(recorded.rateLimitedAddress, scrub).errorMessage).toMatch(/^We had to rate limit/);
    expect(recordReply(recorded.authorizationError, scrub).errorMessage).toBe('Authorization error.');
  });

  test('cuts at 300 characters, after the secret is gone', () => {
    const said = (words: string) => recordReply(apiError(403, words), scrub).errorMessage;
    expect(said('x'.repeat(400))).toHaveLength(300);
    expect(said(`${'x'.repeat(280)}${token}${'y'.repeat(200)}`)).toBe('***');
    expect(said(`${'x'.repeat(294)}hf_${'Zy9'.repeat(12)}`)).toBe(`${'x'.repeat(294)}***`);
  });

  test.each(['a.', 'hf_', 'a://', '{"error":', '[', ' ', 'hf_jwt_a.', '\u009b]'])(
    'a MiB of %j costs no time',
    (piece) => {
      const given = reply(403, { 'content-type': 'text/plain' }, piece.repeat(2 ** 20 / piece.length));
      // Linear time takes milliseconds and quadratic time minutes, on any machine.
      const start = performance.now();
      decodeResult('read', given);
      expect(recordReply(given, scrub).errorMessage).toBeUndefined();
      expect(performance.now() - start).toBeLessThan(60_000);
    },
  );

  test.each([
    ['as it is', token],
    ['in base64', Buffer.from(`user:${token}`).toString('base64')],
    ["somebody else's", `hf_${'z'.repeat(34)}`],
  ])('an echo of a token %s is gone from every field', (_name, echo) => {
    const given = reply(401, { 'x-error-code': echo, 'x-error-message': `got ${echo}`, 'x-request-id': echo });
    expect(JSON.stringify(recordReply(given, scrub))).not.toContain(echo);
  });
});

describe('isFromCache', () => {
  test.each([
    ['an age', { age: '29' }, true],
    ['a reply that the cache has just fetched', { age: '0' }, false],
    ['a hit', { 'x-cache': 'Hit from cloudfront' }, true],
    ['a refreshed hit', { 'x-cache': 'RefreshHit from cloudfront' }, true],
    ['a miss', { 'x-cache': 'Miss from cloudfront' }, false],
    ['nothing', {}, false],
  ] as const)('%s', (_name, headers, cached) => {
    expect(isFromCache(reply(200, headers))).toBe(cached);
  });
});
