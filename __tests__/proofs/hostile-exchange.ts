/** A hostile exchange of the job's identity: whatever is answered, no token but the one that was meant, and no word of the identity. */
import fc from 'fast-check';
import { Secret } from '../../src/domain/text/secret';
import { createRedactor } from '../../src/domain/text/redact';
import { exchangeIdentity, type ExchangeResult } from '../../src/hub/exchange';
import { createDeadline } from '../../src/hub/http/deadline';
import { leaksIn, piecesOf } from './encodings';
import { anything, bent, fill, redirect, sometimes, type HostileReply, type Plain } from './hostile-replies';
import type { HostileServer } from './hostile-server';
import { CLOCK } from '../../src/wire';

/** Invented. */
const IDENTITY = [
  'eyJhbGciOiJSUzI1NiIsImtpZCI6Ing5In0',
  Buffer.from(JSON.stringify({ sub: 'repo:octo/garden:ref:refs/heads/main', jti: 'wPzXqVnK' })).toString('base64url'),
  'ZmXcVbNqWeRtYuIoPaSdFgHjKlZxCvBnMqWeRtYuIoPl',
].join('.');
const GIVEN = ['hf', 'jwt', 'eyJ0eXAiOiJKV1QifQ.eyJzdWIiOiJhY21lIn0.TgByHnUjMkIoLpQaZwSxEdCrFvRtGvBh'].join('_');
const PIECES = piecesOf(IDENTITY);

export interface ExchangeCase {
  readonly kind: 'exchange';
  readonly replies: readonly HostileReply[];
  readonly wire: 'http1' | 'http2';
}

const JSON_TYPE = [['content-type', 'application/json']] as const;

const token: fc.Arbitrary<Plain> = fc
  .record({
    value: fc.oneof({ weight: 4, arbitrary: fc.constant(GIVEN) }, sometimes(GIVEN)),
    seconds: fc.constantFrom(3600, -1, 1e12, '3600', null),
  })
  .map(({ value, seconds }) => ({
    // A token is any word of visible ASCII (RFC 6749, A.12); one that has the identity in it is none.
    truth: /^[!-~]+$/.test(value.replace(/⟦[^⟧]*⟧/g, '')) ? 'token' : 'nought',
    status: 200,
    headers: JSON_TYPE,
    body: JSON.stringify({ access_token: value, token_type: 'bearer', expires_in: seconds }),
  }));

/** What it means is known by its word; the sentence beside it is anybody's. */
const REFUSALS: readonly (readonly [error: string, words: string, status: number, isRefusal: boolean])[] = [
  ['invalid_grant', 'No trusted publisher configured on acme/model', 400, true],
  ['invalid_grant', 'The claims do not match', 400, true],
  ['invalid_target', 'Nobody knows this resource', 400, true],
  ['invalid_grant', 'This operation was aborted', 400, false],
  ['unsupported_grant_type', 'Nobody exchanges here', 400, false],
  ['invalid_client', 'Sign in first', 401, false],
  ['server_error', 'Oh', 500, false],
];

const refusal: fc.Arbitrary<Plain> = fc.constantFrom(...REFUSALS).chain(([error, words, status, isRefusal]) =>
  sometimes(words).map((told) => ({
    // The Hub's trouble is told by its words alone.
    truth: isRefusal || (error === 'invalid_grant' && told !== words) ? ('no' as const) : ('nought' as const),
    status,
    headers: JSON_TYPE,
    body: JSON.stringify({ error, error_description: told }),
  })),
);

export const exchangeCase: fc.Arbitrary<ExchangeCase> = fc.record({
  kind: fc.constant('exchange' as const),
  replies: fc.array(
    bent(
      fc.oneof(
        { weight: 5, arbitrary: token },
        { weight: 4, arbitrary: refusal },
        { weight: 1, arbitrary: anything },
        { weight: 1, arbitrary: redirect },
      ),
    ),
    { minLength: 1, maxLength: 3 },
  ),
  wire: fc.constantFrom('http1' as const, 'http2' as const),
});

const DEADLINE_MS = 900;
const SLACK_MS = 60_000;

/** Everything in such an exchange that must never be. */
export async function playExchange(
  { replies, wire }: ExchangeCase,
  server: HostileServer,
  exchange = exchangeIdentity,
): Promise<string[]> {
  server.play({ whoami: [], others: replies, wire, ending: { kind: 'none', after: 1 } }, IDENTITY);
  const strayed = server.strayed;
  const identity = new Secret(IDENTITY);
  const startedAt = performance.now();
  const result = await exchange({
    endpoint: server.origin,
    clock: CLOCK,
    userAgent: 'proof',
    identity,
    resource: 'acme/model',
    random: () => 0,
    limits: { timeoutMs: 400, retries: 1, concurrency: 1, streams: 1, deadlineMs: DEADLINE_MS },
    redact: createRedactor([identity]),
    deadline: createDeadline(CLOCK, DEADLINE_MS),
    ca: server.ca,
  });
  const elapsedMs = performance.now() - startedAt;
  const { sent } = server;
  const isSaid = (truth: 'token' | 'no') => sent.some((one) => one.truth === truth);
  const { answer } = result;
  const given = sent.flatMap(({ truth, reply }) => (truth === 'token' ? tokenIn(reply.body, server) : []));
  return [
    ...(answer.kind === 'token' && !given.some((one) => answer.token.secret.equals(new Secret(one)))
      ? ['a token that nobody gave']
      : []),
    ...(answer.kind === 'refused' && !isSaid('no') ? ['a refusal that nobody gave'] : []),
    ...leaksIn(said(result), PIECES).map((encoding) => `it shows the identity (${encoding})`),
    ...sent.flatMap(({ method, path, withToken }) =>
      method === 'POST' && path === '/oauth/token' && !withToken ? [] : [`it asked ${method} ${path}`],
    ),
    ...(server.strayed === strayed ? [] : ['another origin was asked']),
    ...(elapsedMs > DEADLINE_MS + SLACK_MS ? [`took ${Math.round(elapsedMs)} ms`] : []),
  ];
}

/** None where what was put into the reply ends its JSON before the end. */
function tokenIn(body: string, { origin, elsewhere }: HostileServer): string[] {
  const text = fill(body, { token: IDENTITY, here: origin, elsewhere });
  try {
    const { access_token: value } = JSON.parse(text) as Record<string, unknown>;
    return typeof value === 'string' ? [value] : [];
  } catch {
    return [];
  }
}

/** All that is ever shown of it. */
function said({ answer, evidence }: ExchangeResult): string {
  return JSON.stringify([answer.kind === 'token' ? answer.expiresInSeconds : answer, evidence]);
}
