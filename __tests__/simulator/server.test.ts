import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { connect as connectHttp2 } from 'node:http2';
import { request as requestHttps } from 'node:https';
import type { Socket } from 'node:net';
import { connect as connectTcp } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { X509Certificate } from 'node:crypto';
import { afterEach, describe, expect, test } from '@jest/globals';
import { issueCertificate } from '../hub-fixture/certificate';
import { createDemoWorld } from '../../src/simulator/demo-world';
import type { TestHub, TestHubOptions } from '../hub-fixture/start';
import { startHub } from '../hub-fixture/start';

const CHECK = '/api/models/openai-community/gpt2/auth-check';
const running: TestHub[] = [];

async function start(options: Omit<TestHubOptions, 'world'> = {}) {
  const { world, tokens } = createDemoWorld();
  const hub = await startHub({ world, ...options });
  running.push(hub);
  return { hub, tokens, as: (token: string) => ({ headers: { authorization: `Bearer ${token}` } }) };
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((hub) => hub.close()));
});

/** Holds requests back until so many are there. */
function afterAll(count: number): () => Promise<undefined> {
  const held: (() => void)[] = [];
  return () =>
    new Promise((resolve) => {
      held.push(() => {
        resolve(undefined);
      });
      if (held.length === count) for (const release of held) release();
    });
}

/** Bytes as they arrive on a bare connection until it ends. */
async function bareRequest(hub: TestHub, lines: string[]): Promise<{ text: string; failed: string | undefined }> {
  const socket: Socket = connectTcp(Number(new URL(hub.origin).port), '127.0.0.1');
  let text = '';
  let failed: string | undefined;
  socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
  socket.on('error', (error: NodeJS.ErrnoException) => (failed = error.code));
  socket.write([...lines, 'Host: x', '', ''].join('\r\n'));
  await once(socket, 'close').catch(() => undefined);
  return { text, failed };
}

describe('the request log', () => {
  test('names the credential and keeps the raw header', async () => {
    const { hub, tokens, as } = await start();
    for (const given of [
      {},
      as(tokens.read),
      as(tokens.expired),
      as('hf_nobody'),
      { headers: { authorization: 'Basic eDp5' } },
    ]) {
      await (await fetch(hub.origin + CHECK, given)).arrayBuffer();
    }
    expect(hub.requests.map(({ credential, status }) => [credential, status])).toEqual([
      ['none', 200],
      ['read', 200],
      ['expired', 401],
      ['unknown', 401],
      ['unknown', 401],
    ]);
    expect(hub.requests[1]).toMatchObject({
      method: 'GET',
      path: CHECK,
      protocol: 'http/1.1',
      authorization: `Bearer ${tokens.read}`,
    });
    expect(hub.requests[0]).not.toHaveProperty('authorization');
    hub.clearRequests();
    expect(hub.requests).toEqual([]);
  });

  test('counts connections and requests in flight', async () => {
    const { hub } = await start({ extraRoutes: afterAll(5) });
    await Promise.all(Array.from({ length: 5 }, async () => (await fetch(hub.origin + CHECK)).text()));
    expect(hub.peakInFlight).toBe(5);
    expect(hub.connections).toBeGreaterThan(0);
    expect(new Set(hub.requests.map(({ connection }) => connection)).size).toBe(hub.connections);
  });
});

describe('latency', () => {
  test('is waited before each answer and can be changed', async () => {
    const { hub } = await start({ latencyMs: 3_600_000 });
    const slow = new AbortController();
    const waiting = fetch(hub.origin + CHECK, { signal: slow.signal });
    while (hub.inFlight === 0) await new Promise(setImmediate);
    hub.latencyMs = 0;
    expect(await (await fetch(hub.origin + CHECK)).text()).toBe('OK');
    expect(hub.inFlight).toBe(1);
    slow.abort();
    await expect(waiting).rejects.toThrow(/aborted/);
  });
});

describe('TLS', () => {
  test('the certificate is its own authority, for loopback only', async () => {
    const { cert, key } = await issueCertificate();
    const parsed = new X509Certificate(cert);
    expect(parsed.subjectAltName).toBe('DNS:localhost, IP Address:127.0.0.1');
    expect(parsed.ca).toBe(true);
    expect(parsed.verify(parsed.publicKey)).toBe(true);
    expect(Date.parse(parsed.validTo)).toBeGreaterThan(Date.now());
    expect(cert).toMatch(/-----END CERTIFICATE-----\n$/);
    expect(key).toMatch(/^-----BEGIN PRIVATE KEY-----/);
    expect((await issueCertificate()).cert).not.toBe(cert);
  });

  test('HTTP/2: many requests on one connection', async () => {
    const { hub, tokens } = await start({ tls: 'h2', extraRoutes: afterAll(20) });
    const session = connectHttp2(hub.origin, { ca: hub.ca });
    const asked = Array.from({ length: 20 }, async () => {
      const stream = session.request({ ':path': CHECK, authorization: `Bearer ${tokens.read}` });
      const [headers] = (await once(stream, 'response')) as [Record<string, unknown>];
      stream.resume();
      await once(stream, 'end');
      return headers[':status'];
    });
    expect(new Set(await Promise.all(asked))).toEqual(new Set([200]));
    session.close();
    expect(hub.connections).toBe(1);
    expect(hub.peakInFlight).toBe(20);
    expect(hub.requests[0]).toMatchObject({ protocol: 'h2', credential: 'read', path: CHECK });
  });

  test.each(['h2', 'http1'] as const)('HTTP/1.1 is served too (%s), and strangers are not trusted', async (tls) => {
    const { hub } = await start({ tls });
    const ask = (ca?: string): Promise<number | string> =>
      new Promise((resolve) => {
        requestHttps(hub.origin + CHECK, ca === undefined ? {} : { ca }, (reply) => {
          reply.resume();
          resolve(reply.statusCode ?? 0);
        })
          .on('error', (error: NodeJS.ErrnoException) => {
            resolve(error.code ?? '');
          })
          .end();
      });
    expect(await ask(hub.ca)).toBe(200);
    expect(await ask()).toMatch(/SELF_SIGNED|UNABLE_TO_VERIFY/);
    expect(hub.requests.map(({ protocol }) => protocol)).toEqual(['http/1.1']);
  });

  test('two Hubs are trusted by one file with both authorities', async () => {
    const hubs = [await start({ tls: 'http1' }), await start({ tls: 'http1' })].map(({ hub }) => hub);
    const ca = hubs.map((hub) => hub.ca).join('');
    const statuses = hubs.map(async (hub) => {
      const sent = requestHttps(hub.origin + CHECK, { ca }).end();
      const [reply] = (await once(sent, 'response')) as [IncomingMessage];
      reply.resume();
      return reply.statusCode;
    });
    expect(await Promise.all(statuses)).toEqual([200, 200]);
  });

  test.each([
    ['h2', 'h2'],
    ['http1', 'http/1.1'],
  ] as const)('%s settles on %s with a caller that can do both', async (tls, protocol) => {
    const { hub } = await start({ tls });
    const port = Number(new URL(hub.origin).port);
    const socket = connectTls({ port, host: 'localhost', ca: hub.ca, ALPNProtocols: ['h2', 'http/1.1'] });
    await once(socket, 'secureConnect');
    expect(socket.alpnProtocol).toBe(protocol);
    socket.destroy();
  });
});

describe('rate limits', () => {
  test('are told, enforced within a window, and end with it', async () => {
    let now = 1_000_000_000;
    const { hub, tokens, as } = await start({ rateLimits: { enforce: true, quotas: { api: 2 } }, now: () => now });
    const ask = async (given = {}) => (await fetch(hub.origin + CHECK, given)).headers.get('ratelimit');
    const status = async (given = {}) => (await fetch(hub.origin + CHECK, given)).status;
    expect(await ask()).toMatch(/^"api";r=1;t=\d+$/);
    expect(await ask()).toMatch(/^"api";r=0;t=\d+$/);
    expect(await status()).toBe(429);
    expect(await status(as(tokens.read))).toBe(200);
    now += 300_000;
    expect(await status()).toBe(200);
  });

  test("whoami's own limit is told by no header", async () => {
    const { hub, tokens, as } = await start({ rateLimits: { whoami: 1 } });
    const ask = () => fetch(`${hub.origin}/api/whoami-v2`, as(tokens.read));
    expect((await ask()).status).toBe(200);
    const refused = await ask();
    expect(refused.status).toBe(429);
    expect(refused.headers.get('ratelimit')).toMatch(/^"api";r=9\d\d;/);
  });
});

describe('a mirror', () => {
  test('has no auth-check, and says so without a code', async () => {
    const { hub } = await start({ endpointKind: 'mirror' });
    for (const path of [CHECK, `${CHECK}/write`, '/api/models/ada/absent/auth-check']) {
      const reply = await fetch(hub.origin + path);
      expect([reply.status, reply.headers.get('x-error-code')]).toEqual([404, null]);
    }
    expect((await fetch(`${hub.origin}/api/models/openai-community/gpt2`)).status).toBe(200);
  });
});

describe('the demo world', () => {
  test.each([
    ['read', 200, 'user'],
    ['fine-grained', 200, 'user'],
    ['oauth', 200, 'user'],
    ['app', 200, 'app'],
    ['service', 200, 'org'],
    ['sso', 200, 'user'],
    ['publisher', 401, undefined],
    ['expired', 401, undefined],
    ['revoked', 401, undefined],
  ] as const)('whoami of %s: %d %s', async (label, status, type) => {
    const { hub, tokens, as } = await start();
    const reply = await fetch(`${hub.origin}/api/whoami-v2`, as(tokens[label]));
    expect(reply.status).toBe(status);
    expect(((await reply.json()) as { type?: string }).type).toBe(type);
  });

  test('is a fresh copy each time, with the same secrets', () => {
    const [one, two] = [createDemoWorld(), createDemoWorld()];
    one.world.repos.clear();
    expect(two.world.repos.size).toBeGreaterThan(20);
    expect(two.tokens.read).toBe(one.tokens.read);
    expect(two.tokens.read).toMatch(/^hf_[A-Za-z]{34}$/);
    expect(new Set(Object.values(two.tokens)).size).toBe(Object.keys(two.tokens).length);
  });
});

describe('one-segment ids, old addresses, write checks', () => {
  const rows: [string, 'write' | 'read' | 'publisher', number][] = [
    ['/api/models/gpt2-tiny/auth-check', 'read', 200],
    ['/api/datasets/squad/tree/main', 'read', 200],
    ['/datasets/squad/resolve/main/train.csv', 'read', 307],
    ['/api/models/bert-base-uncased/auth-check', 'read', 307],
    ['/bert-base-uncased/resolve/main/model.safetensors', 'read', 302],
    ['/api/models/ada/finetune/auth-check/write', 'write', 200],
    ['/api/models/ada/finetune/auth-check/write', 'read', 403],
    // A Trusted Publisher may write here, and this route still does not know its token.
    ['/api/models/acme/product/auth-check/write', 'publisher', 401],
    ['/api/models/acme/product/auth-check', 'publisher', 200],
    ['/api/whoami-v2', 'publisher', 401],
    ['/api/whoami', 'read', 401],
    ['/api/models/ada/finetune/revision/v1.2', 'read', 200],
    ['/api/models/ada/finetune/revision/v9', 'read', 404],
    ['/api/models/meta-llama/Llama-pending/revision/main', 'read', 200],
    ['/meta-llama/Llama-pending/resolve/v9/config.json', 'read', 403],
    ['/meta-llama/Llama-pending/resolve/main/docs/README.md', 'read', 403],
    ['/meta-llama/Llama-pending/resolve/main/readme.md', 'read', 403],
    ['/api/models/%E0%A4%A', 'read', 400],
    ['/api/unknown', 'read', 404],
  ];
  test.each(rows)('%s as %s: %d', async (path, label, status) => {
    const { hub, tokens, as } = await start();
    const reply = await fetch(hub.origin + path, { ...as(tokens[label]), redirect: 'manual' });
    expect(reply.status).toBe(status);
  });

  test('HEAD sends the length and no body', async () => {
    const { hub } = await start();
    const { text } = await bareRequest(hub, [`HEAD ${CHECK} HTTP/1.0`]);
    expect(text).toMatch(/content-length: 2\r\n/i);
    expect(text.endsWith('\r\n\r\n')).toBe(true);
  });
});

describe('faults on the bare wire', () => {
  const LINES = [`GET ${CHECK} HTTP/1.1`, 'Connection: close'];

  test('reset: no byte, and the connection is reset', async () => {
    const { hub } = await start();
    hub.fault({ effect: { kind: 'reset' } });
    expect(await bareRequest(hub, LINES)).toEqual({ text: '', failed: 'ECONNRESET' });
  });

  test('truncated: the length promises more than comes', async () => {
    const { hub } = await start();
    hub.fault({ effect: { kind: 'truncated', keep: 1 } });
    const { text, failed } = await bareRequest(hub, LINES);
    expect(text).toMatch(/content-length: 2\r\n/i);
    expect(text.endsWith('\r\n\r\nO')).toBe(true);
    expect(failed).toBeUndefined();
    await expect(fetch(hub.origin + CHECK).then((reply) => reply.text())).rejects.toThrow();
  });

  test('raw: exactly these bytes', async () => {
    const { hub } = await start();
    hub.fault({ effect: { kind: 'raw', bytes: 'HTTP/1.1 200 \x01\r\nbroken' } });
    expect((await bareRequest(hub, LINES)).text).toBe('HTTP/1.1 200 \x01\r\nbroken');
  });

  test('truncated, stream-reset and reset over HTTP/2', async () => {
    const { hub } = await start({ tls: 'h2' });
    const ask = async (kind: 'truncated' | 'stream-reset' | 'reset') => {
      hub.clearFaults();
      hub.fault({ effect: { kind }, times: 1 });
      const session = connectHttp2(hub.origin, { ca: hub.ca });
      session.on('error', () => undefined);
      const stream = session.request({ ':path': CHECK });
      let body = '';
      let status: unknown;
      stream.on('response', (headers) => (status = headers[':status']));
      stream.on('data', (chunk: Buffer) => (body += chunk.toString()));
      stream.on('error', () => undefined);
      await new Promise((resolve) => stream.once('close', resolve));
      const result = { status, body, complete: stream.rstCode === 0, alive: !session.closed && !session.destroyed };
      session.destroy();
      return result;
    };
    expect(await ask('truncated')).toEqual({ status: 200, body: 'O', complete: false, alive: true });
    expect(await ask('stream-reset')).toEqual({ status: undefined, body: '', complete: false, alive: true });
    expect(await ask('reset')).toMatchObject({ status: undefined, body: '', alive: false });
  });
});

describe('faults', () => {
  test("a status, headers and body of one's own, for the next n requests, by path and method", async () => {
    const { hub } = await start();
    hub.fault({
      path: 'gpt2/auth-check',
      method: 'GET',
      times: 2,
      effect: { kind: 'reply', status: 503, headers: { 'retry-after': '7' }, body: 'busy' },
    });
    const ask = async (path = CHECK, method = 'GET') => (await fetch(hub.origin + path, { method })).status;
    expect(await ask('/api/datasets/squad')).toBe(200);
    expect(await ask(CHECK, 'HEAD')).toBe(200);
    const first = await fetch(hub.origin + CHECK);
    expect([first.status, first.headers.get('retry-after'), await first.text()]).toEqual([503, '7', 'busy']);
    expect(await ask()).toBe(503);
    expect(await ask()).toBe(200);
  });

  test('HTML, redirects, cache headers and another content type', async () => {
    const { hub } = await start();
    const ask = async (effect: Parameters<TestHub['fault']>[0]['effect']) => {
      hub.fault({ effect, times: 1 });
      return fetch(hub.origin + CHECK, { redirect: 'manual' });
    };
    const html = await ask({ kind: 'html', status: 502 });
    expect([html.status, html.headers.get('content-type'), html.headers.get('x-request-id')]).toEqual([
      502,
      'text/html; charset=utf-8',
      null,
    ]);
    const away = await ask({ kind: 'redirect', to: 'https://elsewhere.example/x', status: 302 });
    expect([away.status, away.headers.get('location')]).toEqual([302, 'https://elsewhere.example/x']);
    expect((await ask({ kind: 'redirect-loop' })).headers.get('location')).toBe(CHECK);
    const cached = await ask({
      kind: 'headers',
      set: { age: '29', 'x-cache': 'Hit from cloudfront', 'content-type': 'text/html' },
    });
    expect(cached.status).toBe(200);
    expect([cached.headers.get('age'), cached.headers.get('x-cache'), cached.headers.get('content-type')]).toEqual([
      '29',
      'Hit from cloudfront',
      'text/html',
    ]);
    expect(await cached.text()).toBe('OK');
  });

  test('echo of the token in body and headers', async () => {
    const { hub, tokens, as } = await start();
    hub.fault({ effect: { kind: 'echo-token', status: 403 } });
    const reply = await fetch(hub.origin + CHECK, as(tokens.read));
    expect(reply.status).toBe(403);
    expect(reply.headers.get('x-error-message')).toContain(tokens.read);
    expect(reply.headers.get('x-request-id')).toContain(tokens.read);
    expect(await reply.text()).toContain(tokens.read);
  });

  test('a header that cannot be sent ends the request, not the process', async () => {
    const { hub } = await start();
    hub.fault({ effect: { kind: 'reply', status: 200, headers: { 'x-bad': 'a\nb' } }, times: 1 });
    await expect(fetch(hub.origin + CHECK)).rejects.toThrow(/fetch failed/);
    expect((await fetch(hub.origin + CHECK)).status).toBe(200);
  });

  test('hang: nothing ever comes, and the server can still be closed', async () => {
    const { hub } = await start();
    hub.fault({ effect: { kind: 'hang' } });
    await expect(fetch(hub.origin + CHECK, { signal: AbortSignal.timeout(80) })).rejects.toThrow(/timeout|aborted/i);
    const waiting = fetch(hub.origin + CHECK).then(
      () => 'answered',
      () => 'cut',
    );
    await new Promise((resolve) => setTimeout(resolve, 30));
    await hub.close();
    running.length = 0;
    expect(await waiting).toBe('cut');
  });

  test('slow: the whole body, byte by byte', async () => {
    const { hub } = await start();
    hub.fault({ effect: { kind: 'slow', everyMs: 30 } });
    const begun = performance.now();
    expect(await (await fetch(hub.origin + CHECK)).text()).toBe('OK');
    expect(performance.now() - begun).toBeGreaterThan(50);
  });

  test.each([false, 'h2'] as const)('endless: more than any cap, until the caller leaves (tls: %s)', async (tls) => {
    const { hub } = await start({ tls });
    hub.fault({ effect: { kind: 'endless' } });
    let received = 0;
    if (tls === false) {
      for await (const chunk of (await fetch(hub.origin + CHECK)).body ?? []) {
        received += (chunk as Uint8Array).length;
        if (received > 3_000_000) break;
      }
    } else {
      const session = connectHttp2(hub.origin, { ca: hub.ca });
      for await (const chunk of session.request({ ':path': CHECK }) as AsyncIterable<Buffer>) {
        received += chunk.length;
        if (received > 3_000_000) break;
      }
      session.destroy();
    }
    expect(received).toBeGreaterThan(3_000_000);
  });
});
