/** What can go wrong below HTTP's words: connections, bodies, TLS, proxies. */
import { constants, createSecureServer, type Http2ServerResponse } from 'node:http2';
import { createServer as createTcpServer, connect, type AddressInfo, type Socket } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import type { ProbeAnswer } from '../../../src/domain/hub/probe';
import { Secret } from '../../../src/domain/text/secret';
import { ResponseReader } from '../../../src/hub/http/response-reader';
import { Allowance } from '../../../src/hub/http/allowance';
import { createTransport } from '../../../src/hub/http/transport';
import {
  TOKEN,
  answer,
  answerWhoami,
  closeAll,
  closeLater,
  fakeClock,
  hubAt,
  listen,
  read,
  start,
  type Handler,
  settled,
  TURNS,
} from '../endpoint';
import { whoami } from '../replies';
import { hangUp } from '../../hub-fixture/hang-up';
import { certificate, startTls, streamOf, trusting } from '../tls-endpoint';

afterEach(closeAll);

const MIB = 1024 * 1024;

/** Every form in which the token could show. */
const FORMS = new Secret(TOKEN).maskForms();

function expectNoToken(value: unknown): void {
  const text = JSON.stringify(value) + inspect(value, { depth: 10 });
  for (const form of FORMS) expect(text).not.toContain(form);
}

/**
 * Stops the timers of time-outs while the work is under way, and moves them on by the milliseconds that are due in each
 * turn of the event loop: no test waits, and no busy machine turns an answer into a time-out.
 */
async function onStoppedTimers<T>(work: () => Promise<T>, due: () => number): Promise<T> {
  jest.useFakeTimers({ doNotFake: ['Date', 'hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate'] });
  try {
    const state = { isOver: false };
    const done = work().finally(() => {
      state.isOver = true;
    });
    while (!state.isOver) {
      await new Promise(setImmediate);
      jest.advanceTimersByTime(due());
    }
    return await done;
  } finally {
    jest.useRealTimers();
  }
}

/** So many milliseconds for each one counted, some turns after it. */
function forEach(count: () => number, milliseconds: number): () => number {
  let [told, turns] = [0, 0];
  return () => {
    if (count() === told || (turns += 1) < TURNS) return 0;
    [told, turns] = [told + 1, 0];
    return milliseconds;
  };
}

/** A server that writes bytes of its own. */
async function raw(onSocket: (socket: Socket, index: number) => void): Promise<string> {
  let count = 0;
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    onSocket(socket, count);
    count += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closeLater({
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const failure = ({ result }: ProbeAnswer) => (result.kind === 'failed' ? [result.reason, result.detail] : result.kind);

describe('broken replies', () => {
  const cases: readonly (readonly [
    name: string,
    onSocket: (socket: Socket) => void,
    reason: string,
    detail: RegExp,
  ])[] = [
    ['reset', (socket) => socket.resetAndDestroy(), 'unreachable', /reset|closed/],
    ['closed without a word', (socket) => socket.once('data', () => socket.end()), 'unreachable', /closed/],
    [
      'cut in the body',
      (socket) => socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nOK')),
      'unexpected',
      /broke off/,
    ],
    [
      'cut in a chunk',
      (socket) => socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n9\r\nOK')),
      'unexpected',
      /broke off/,
    ],
    [
      'not HTTP',
      (socket) => socket.once('data', () => socket.end('SSH-2.0-OpenSSH_9.6\r\n')),
      'unexpected',
      /not HTTP/,
    ],
    [
      'headers beyond measure',
      (socket) => socket.once('data', () => socket.write(`HTTP/1.1 200 OK\r\nx-a: ${'a'.repeat(100_000)}\r\n\r\n`)),
      'unexpected',
      /headers/,
    ],
  ];

  test.each(cases)('%s', async (_name, onSocket, reason, detail) => {
    let connections = 0;
    const origin = await raw((socket) => {
      connections += 1;
      onSocket(socket);
    });
    const clock = fakeClock();
    const got = await hubAt(origin, { clock, limits: { retries: 1 } }).probe(read('a/b'));
    expect(failure(got)).toEqual([reason, expect.stringMatching(detail)]);
    expect(clock.waits).toHaveLength(reason === 'unexpected' && detail.source.includes('headers') ? 0 : 1);
    expect(connections).toBeGreaterThanOrEqual(1);
    expectNoToken(got);
  });

  test.each([
    ['never answered', ''],
    ['headers that never end', 'HTTP/1.1 200 OK\r\nx-a: '],
    ['a body that never ends', 'HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nOK'],
  ])('%s', async (_name, words) => {
    let requests = 0;
    const origin = await raw((socket) => {
      socket.once('data', () => {
        requests += 1;
        socket.write(words);
      });
    });
    const clock = fakeClock();
    const hub = hubAt(origin, { clock, limits: { timeoutMs: 1_000, retries: 1 } });
    const got = await onStoppedTimers(
      () => hub.probe(read('a/b')),
      forEach(() => requests, 1_000),
    );
    expect(failure(got)).toEqual(['unreachable', 'no answer within 1 s']);
    expect(clock.waits).toHaveLength(1);
    expect(requests).toBe(2);
    expectNoToken(got);
  });

  test('a reset is asked again', async () => {
    const origin = await raw((socket, index) => {
      if (index === 0) socket.resetAndDestroy();
      else socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nOK'));
    });
    expect((await hubAt(origin).probe(read('a/b'))).result).toEqual({ kind: 'yes' });
  });

  test('a reply that broke off is asked again', async () => {
    const origin = await raw((socket, index) => {
      const length = index === 0 ? 9 : 2;
      socket.once('data', () => socket.end(`HTTP/1.1 200 OK\r\ncontent-length: ${length}\r\n\r\nOK`));
    });
    expect((await hubAt(origin).probe(read('a/b'))).result).toEqual({ kind: 'yes' });
  });

  test('nobody listens', async () => {
    const closed = await start(() => undefined);
    await closed.close();
    const got = await hubAt(closed.origin).probe(read('a/b'));
    expect(failure(got)).toEqual(['unreachable', 'the connection was refused']);
    expect(got.evidence).toEqual([]);
  });

  test('a name that does not exist', async () => {
    const got = await hubAt('https://hub.invalid', { limits: { retries: 0 } }).probe(read('a/b'));
    expect(failure(got)).toEqual(['unreachable', expect.stringMatching(/DNS/)]);
  });

  test.each(['http', 'h2'] as const)('a token that no header can carry is not sent, nor told (%s)', async (over) => {
    const reply: Handler = (_request, response) => {
      answer(response, 200, 'OK');
    };
    const endpoint = over === 'h2' ? await startTls('h2', reply) : await start(reply);
    const secret = new Secret(`${TOKEN}\nx`);
    const got = await hubAt(endpoint.origin, { ...trusting, secret }).probe(read('a/b'));
    expect(failure(got)).toEqual(['unexpected', 'the request could not be built']);
    expect(endpoint.seen).toEqual([]);
    expectNoToken(got);
  });

  test('an echo of the token travels nowhere', async () => {
    const endpoint = await start((request, response) => {
      const echo = request.headers.authorization ?? '';
      const basic = Buffer.from(`user:${echo.slice(7)}`).toString('base64');
      const status = request.url?.includes('whoami') === true ? 200 : 403;
      const body = { ...whoami.classicWrite, name: echo, error: `${echo} ${basic}` };
      answer(response, status, body, { 'x-request-id': echo, 'x-error-code': basic });
    });
    const hub = hubAt(endpoint.origin);
    expectNoToken([await hub.whoami(), await hub.probe(read('a/b')), hub]);
    expect(endpoint.seen).toHaveLength(3);
  });
});

describe('the cap on bodies', () => {
  const exists = { kind: 'exists', repo: { type: 'model', id: 'a/b' }, as: 'token' } as const;
  const padded = (bytes: number) => {
    const frame = JSON.stringify({ id: 'a/b', pad: '' });
    return frame.replace('""', `"${'x'.repeat(bytes - frame.length)}"`);
  };

  test.each([
    [MIB, 'yes'],
    [MIB + 1, ['unexpected', 'the reply was longer than 1 MiB']],
  ] as const)('%i bytes', async (bytes, expected) => {
    const endpoint = await start((_request, response) => {
      answer(response, 200, padded(bytes));
    });
    expect(failure(await hubAt(endpoint.origin).probe(exists))).toEqual(expected);
  });

  test.each(['h1', 'h2'] as const)("endless bodies are dropped and stand in nobody's way (%s)", async (protocol) => {
    let sent = 0;
    const drops = new Set<string>();
    const endpoint = await startTls(protocol, (request, response) => {
      if (request.url?.endsWith('/auth-check') === true) {
        answer(response, 200, 'OK');
        return;
      }
      response.on('error', () => undefined);
      // HTTP/1.1 tells of a dropped connection by the one event, HTTP/2 of a reset stream by the other.
      response.on('close', () => drops.add(request.url ?? ''));
      request.on('aborted', () => drops.add(request.url ?? ''));
      const pour = () => {
        let hasRoom = true;
        for (; hasRoom && !response.destroyed; sent += 65_536) hasRoom = response.write('x'.repeat(65_536));
      };
      response.on('drain', pour);
      response.writeHead(200);
      pour();
    });
    const hub = hubAt(endpoint.origin, trusting);
    for (const id of ['a/b', 'a/c', 'a/d', 'a/e']) {
      const got = await hub.probe({ ...exists, repo: { type: 'model', id } });
      expect(failure(got)).toEqual(['unexpected', 'the reply was longer than 1 MiB']);
      expect((await hub.probe(read(id))).result).toEqual({ kind: 'yes' });
    }
    expect(drops.size).toBe(4);
    expect(sent).toBeGreaterThan(4 * MIB);
    expect(sent).toBeLessThan(16 * MIB);
  });

  test('a compressed body is not read', async () => {
    const endpoint = await start((_request, response) => {
      answer(response, 200, 'OK', { 'content-encoding': 'gzip' });
    });
    expect(failure(await hubAt(endpoint.origin).probe(read('a/b')))).toEqual(['unexpected', expect.any(String)]);
  });
});

describe('TLS', () => {
  const many = (origin: string, count: number) => {
    const hub = hubAt(origin, { ...trusting, limits: { concurrency: 4, streams: 8 } });
    const answers = Array.from({ length: count }, (_, index) => hub.probe(read(`a/r${index}`)));
    return Promise.all([hub.whoami(), ...answers]);
  };
  const handler: Handler = (request, response) => {
    void settled().then(() => {
      if (request.url?.startsWith('/api/whoami-v2') === true) answerWhoami(request, response, whoami.oauth);
      else answer(response, 200, 'OK');
    });
  };

  test('with HTTP/2 everything shares one connection, at once', async () => {
    let running = 0;
    let most = 0;
    const endpoint = await startTls('h2', (request, response, index) => {
      expect(request.httpVersion).toBe('2.0');
      running += 1;
      most = Math.max(most, running);
      response.on('close', () => {
        running -= 1;
      });
      handler(request, response, index);
    });
    const [identity, ...answers] = await many(endpoint.origin, 40);
    expect(identity.kind).toBe('known');
    expect(answers.filter(({ result }) => result.kind === 'yes')).toHaveLength(40);
    expect(endpoint.connections()).toBe(1);
    expect(endpoint.seen).toHaveLength(43);
    expect(most).toBe(8);
  });

  test('all that HTTP/2 has room for leaves before the first answer', async () => {
    const held: (() => void)[] = [];
    const endpoint = await startTls('h2', (_request, response) => {
      held.push(() => {
        answer(response, 200, 'OK');
      });
      if (held.length === 8) for (const reply of held) reply();
    });
    const hub = hubAt(endpoint.origin, { ...trusting, limits: { concurrency: 4, streams: 8, retries: 0 } });
    const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => hub.probe(read(`a/r${index}`))));
    expect(answers.map(({ result }) => result.kind)).toEqual(answers.map(() => 'yes'));
  });

  test('with HTTP/1.1 connections are kept and bounded', async () => {
    const endpoint = await startTls('h1', handler);
    const [, ...answers] = await many(endpoint.origin, 40);
    expect(answers.filter(({ result }) => result.kind === 'yes')).toHaveLength(40);
    expect(endpoint.connections()).toBe(4);
  });

  test.each(['h1', 'h2'] as const)('says when the first request is under way (%s)', async (protocol) => {
    let reply: () => void = () => undefined;
    const endpoint = await startTls(protocol, (_request, response) => {
      reply = () => {
        answer(response, 200, 'OK');
      };
    });
    const hub = hubAt(endpoint.origin, trusting);
    let isUnderWay = false;
    void hub.firstRequestSent().then(() => {
      isUnderWay = true;
    });
    await new Promise(setImmediate);
    expect(isUnderWay).toBe(false);
    const asked = hub.probe(read('a/b'));
    await hub.firstRequestSent();
    while (endpoint.seen.length === 0) await new Promise(setImmediate);
    reply();
    expect((await asked).result).toEqual({ kind: 'yes' });
  });

  test('a request that cannot leave is over before it is under way', async () => {
    const hub = hubAt('https://127.0.0.1:9', { limits: { retries: 0 } });
    const asked = hub.probe(read('a/b'));
    await hub.firstRequestSent();
    expect(failure(await asked)).toEqual(['unreachable', 'the connection was refused']);
  });

  test.each(['h1', 'h2'] as const)('a lost connection is made anew (%s)', async (protocol) => {
    const endpoint = await startTls(protocol, (request, response, index) => {
      if (index > 0) answer(response, 200, 'OK');
      else if ('stream' in request) hangUp(streamOf(request).session);
      else request.socket.destroy();
    });
    const hub = hubAt(endpoint.origin, trusting);
    expect((await hub.probe(read('a/b'))).result).toEqual({ kind: 'yes' });
    expect((await hub.probe(read('a/c'))).result).toEqual({ kind: 'yes' });
    expect(endpoint.connections()).toBeGreaterThan(1);
    expect(endpoint.seen).toHaveLength(3);
  });

  test('an HTTP/2 connection that takes no further request still brings what it was asked', async () => {
    let answerFirst: () => void = () => undefined;
    const endpoint = await startTls('h2', (request, response, index) => {
      const reply = () => {
        answer(response, 200, 'OK');
      };
      if (index > 0) {
        reply();
        return;
      }
      answerFirst = reply;
      streamOf(request).session?.goaway();
    });
    const hub = hubAt(endpoint.origin, { ...trusting, limits: { retries: 1 } });
    const first = hub.probe(read('a/b'));
    while (endpoint.seen.length === 0) await new Promise(setImmediate);
    await settled();
    expect((await hub.probe(read('a/c'))).result).toEqual({ kind: 'yes' });
    answerFirst();
    expect((await first).result).toEqual({ kind: 'yes' });
    expect(endpoint.seen.filter((line) => line.includes('a/b'))).toHaveLength(1);
    expect(endpoint.connections()).toBe(2);
  });

  test.each([
    ['before its reply', 'unreachable', /closed|reset/],
    ['within its reply', 'unexpected', /broke off/],
  ] as const)('an HTTP/2 stream that is reset %s is asked again', async (when, reason, detail) => {
    const endpoint = await startTls('h2', (request, response) => {
      if (when === 'before its reply') {
        streamOf(request).close(8);
        return;
      }
      response.writeHead(200);
      response.write('O');
      void settled().then(() => {
        streamOf(request).close(8);
      });
    });
    const got = await hubAt(endpoint.origin, { ...trusting, limits: { retries: 1 } }).probe(read('a/b'));
    expect(failure(got)).toEqual([reason, expect.stringMatching(detail)]);
    expect(endpoint.seen).toHaveLength(2);
    expect(endpoint.connections()).toBe(1);
  });

  test('an HTTP/2 connection that is reset before anything was sent is made anew', async () => {
    let count = 0;
    const server = createSecureServer(certificate, (_request, response) => {
      answer(response as never, 200, 'OK');
    });
    const origin = await raw((socket) => {
      count += 1;
      const far = connect((server.address() as AddressInfo).port, '127.0.0.1');
      const isFirst = count === 1;
      far
        .on('error', () => undefined)
        .on('data', (data) => {
          socket.write(data);
          // TLS is through on our side, and undici is still being loaded.
          if (isFirst) setTimeout(() => socket.resetAndDestroy(), 1);
        });
      socket.on('data', (data) => far.write(data)).on('close', () => far.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closeLater({
      close: () =>
        new Promise((resolve) =>
          server.close(() => {
            resolve();
          }),
        ),
    });
    const hub = hubAt(origin.replace('http:', 'https:'), trusting);
    expect((await hub.probe(read('a/b'))).result).toEqual({ kind: 'yes' });
    expect(count).toBe(2);
  });

  test("the endpoint's own limit of streams is not outrun: nobody is timed out for a wait behind others", async () => {
    let running = 0;
    const server = createSecureServer({ ...certificate, settings: { maxConcurrentStreams: 1 } });
    const endpoint = await listen(
      (listener) => server.on('request', listener as never),
      'https',
      (_request, response) => {
        running += 1;
        expect(running).toBe(1);
        setTimeout(() => {
          running -= 1;
          answer(response, 200, 'OK');
        }, 50);
      },
    );
    closeLater(endpoint);
    const hub = hubAt(endpoint.origin, {
      ...trusting,
      limits: { concurrency: 4, streams: 64, timeoutMs: 2_500, retries: 0 },
    });
    const answers = await onStoppedTimers(
      async () => {
        await hub.probe(read('a/first'));
        return Promise.all(Array.from({ length: 60 }, (_, index) => hub.probe(read(`a/r${index}`))));
      },
      () => running * 50,
    );
    expect(answers.filter(({ result }) => result.kind !== 'yes')).toEqual([]);
    expect(endpoint.connections()).toBe(1);
  });

  test.each([
    [constants.NGHTTP2_REFUSED_STREAM, 'yes', 1],
    [constants.NGHTTP2_ENHANCE_YOUR_CALM, 'yes', 1],
    [constants.NGHTTP2_INTERNAL_ERROR, 'failed', 0],
  ])('a stream that ends with code %i beside others: %s', async (code, kind, again) => {
    let asked = 0;
    let release = () => undefined as unknown;
    const endpoint = await startTls('h2', (request, response) => {
      if (request.url?.includes('held') === true)
        release = () => {
          answer(response, 200, 'OK');
        };
      else if (request.url?.includes('refused') !== true || asked++ > 0) answer(response, 200, 'OK');
      else {
        const { stream } = response as unknown as Http2ServerResponse;
        // The one beside it goes on until the refusal has left: its end makes room.
        stream.once('close', () => setTimeout(release, 50));
        stream.close(code);
      }
    });
    const hub = hubAt(endpoint.origin, { ...trusting, limits: { retries: 0, timeoutMs: 60_000 } });
    await hub.probe(read('a/first'));
    const [held, refused] = await Promise.all([hub.probe(read('a/held')), hub.probe(read('a/refused'))]);
    expect([held.result.kind, refused.result.kind, asked]).toEqual(['yes', kind, 1 + again]);
  });

  test('a slow HTTP/2 reply is given up, and the connection kept', async () => {
    let slowOnes = 0;
    let isAnswered = false;
    const endpoint = await startTls('h2', (request, response) => {
      if (request.url?.includes('slow') === true) slowOnes += 1;
      else answer(response, 200, 'OK');
    });
    const hub = hubAt(endpoint.origin, { ...trusting, limits: { timeoutMs: 2_000, retries: 0 } });
    const [slow, other] = await onStoppedTimers(
      async () => {
        const given = hub.probe(read('a/slow'));
        const answered = await hub.probe(read('a/b'));
        isAnswered = true;
        return [await given, answered];
      },
      forEach(() => (isAnswered ? slowOnes : 0), 2_000),
    );
    expect([slow.result.kind, other.result.kind]).toEqual(['failed', 'yes']);
    expect((await hub.probe(read('a/c'))).result).toEqual({ kind: 'yes' });
    expect(endpoint.connections()).toBe(1);
  });

  test('an HTTP/2 connection that has fallen silent is given up with the first time-out', async () => {
    const silent = new Set<unknown>();
    const endpoint = await startTls('h2', (request, response) => {
      const { session } = streamOf(request);
      if (silent.size === 0) silent.add(session);
      if (!silent.has(session)) answer(response, 200, 'OK');
    });
    const hub = hubAt(endpoint.origin, { ...trusting, limits: { timeoutMs: 2_000, retries: 1 } });
    const answers = await onStoppedTimers(
      () => Promise.all(['a/b', 'a/c'].map((id) => hub.probe(read(id)))),
      forEach(() => (endpoint.seen.length < 2 ? 0 : 1), 2_000),
    );
    expect(answers.map(({ result }) => result.kind)).toEqual(['yes', 'yes']);
    expect(endpoint.connections()).toBe(2);
  });

  test('an authority that is not known', async () => {
    const endpoint = await startTls('h2', handler);
    const clock = fakeClock();
    const got = await hubAt(endpoint.origin, { clock }).probe(read('a/b'));
    expect(failure(got)).toEqual(['unreachable', 'the certificate of the endpoint is not trusted here']);
    expect(clock.waits).toEqual([]);
    expect(endpoint.seen).toEqual([]);
  });

  test.each([
    ['localhost', 'localhost'],
    ['127.0.0.1', false],
  ])('the handshake names a host, and no address: %s', async (host, expected) => {
    let named: unknown;
    const endpoint = await startTls('h1', (request, response) => {
      named = Reflect.get(request.socket, 'servername');
      answer(response, 200, 'OK');
    });
    const hub = hubAt(endpoint.origin.replace('127.0.0.1', host), trusting);
    expect((await hub.probe(read('a/b'))).result).toEqual({ kind: 'yes' });
    expect(named).toBe(expected);
  });

  test('a name that the certificate does not hold', async () => {
    const endpoint = await startTls('h2', handler);
    const origin = endpoint.origin.replace('127.0.0.1', '[::ffff:127.0.0.1]');
    const got = await hubAt(origin, trusting).probe(read('a/b'));
    expect(failure(got)).toEqual(['unreachable', expect.stringMatching(/TLS/)]);
    expect(endpoint.seen).toEqual([]);
  });

  test('TLS spoken to a server that speaks none', async () => {
    const endpoint = await start(handler);
    const got = await hubAt(endpoint.origin.replace('http:', 'https:'), { limits: { retries: 0 } }).probe(read('a/b'));
    expect(failure(got)).toEqual(['unreachable', expect.stringMatching(/TLS|closed|reset/)]);
  });
});

describe('proxies', () => {
  /** Tunnels everything to one port, whatever name was asked for. */
  async function proxyTo(target: string, status = 200) {
    const asked: string[] = [];
    const origin = await raw((socket) => {
      socket.once('data', (head) => {
        asked.push(head.toString('latin1'));
        socket.write(`HTTP/1.1 ${status} x\r\n\r\n`);
        if (status !== 200) return;
        const inner = connect(Number(new URL(target).port), '127.0.0.1');
        inner.on('error', () => undefined);
        socket.pipe(inner).pipe(socket);
      });
    });
    return { origin, asked };
  }

  test('a tunnel carries the token inside TLS alone', async () => {
    const endpoint = await startTls('h2', (_request, response) => {
      answer(response, 200, 'OK');
    });
    const proxy = await proxyTo(endpoint.origin);
    // The test's certificate does not hold the name, so the handshake fails behind a tunnel that was asked for rightly.
    const options = { ...trusting, proxy: { httpsProxy: proxy.origin }, limits: { retries: 0 } };
    const got = await hubAt('https://hub.invalid', options).probe(read('a/b'));
    expect(failure(got)).toEqual(['unreachable', expect.stringMatching(/TLS/)]);
    expect(proxy.asked).toEqual([expect.stringMatching(/^CONNECT hub\.invalid:443 HTTP\/1\.1\r\n/)]);
    expectNoToken([proxy.asked, got]);
  });

  test('behind a tunnel the endpoint answers', async () => {
    const endpoint = await startTls('h1', (_request, response) => {
      answer(response, 200, 'OK');
    });
    const proxy = await proxyTo(endpoint.origin);
    // Built here, as a hub never takes a proxy to loopback.
    const transport = createTransport({
      endpoint: new URL(endpoint.origin),
      proxy: new URL(proxy.origin),
      ca: certificate.cert,
      timeoutMs: 60_000,
      connections: 2,
      allowance: new Allowance(2),
      onCapacityChange: () => undefined,
    });
    const { port } = new URL(endpoint.origin);
    const reader = new ResponseReader();
    (await transport.connection()).send({ method: 'GET', path: '/x', headers: {} }, reader);
    expect(await reader.reply).toMatchObject({ status: 200, body: { kind: 'text', text: 'OK' } });
    expect(endpoint.seen).toEqual(['GET /x']);
    expect(proxy.asked).toEqual([expect.stringContaining(`CONNECT 127.0.0.1:${port} `)]);
    transport.destroy();
  });

  test('a proxy that refuses', async () => {
    const proxy = await proxyTo('http://127.0.0.1:9', 407);
    const options = { proxy: { httpsProxy: proxy.origin }, limits: { retries: 0 } };
    const got = await hubAt('https://hub.invalid', options).probe(read('a/b'));
    expect(failure(got)).toEqual([
      'unreachable',
      `the proxy ${new URL(proxy.origin).host} asks for a login of its own (407)`,
    ]);
  });

  test('a proxy address that is none', async () => {
    const got = await hubAt('https://hub.invalid', { proxy: { httpsProxy: 'ftp://x' } }).probe(read('a/b'));
    expect(failure(got)).toEqual([
      'unreachable',
      'the proxy address is not that of an HTTP proxy, and SOCKS is not supported',
    ]);
  });

  test('loopback goes past every proxy', async () => {
    const endpoint = await startTls('h2', (_request, response) => {
      answer(response, 200, 'OK');
    });
    const hub = hubAt(endpoint.origin, { ...trusting, proxy: { httpsProxy: 'http://127.0.0.1:9' } });
    expect((await hub.probe(read('a/b'))).result).toEqual({ kind: 'yes' });
  });
});

describe('the end', () => {
  test('close ends what is in flight, what waits and what is queued', async () => {
    const endpoint = await start(() => undefined);
    const hub = hubAt(endpoint.origin, { limits: { concurrency: 1 } });
    const answers = Promise.all([hub.whoami(), hub.probe(read('a/b')), hub.probe(read('a/c'))]);
    hub.close();
    for (const one of await answers) expect(JSON.stringify(one)).toMatch(/"failed"|unreachable/);
    expect((await hub.probe(read('a/d'))).result.kind).toBe('failed');
  });

  test('close says that the run was ended, and asks nothing again', async () => {
    const endpoint = await start(() => {
      hub.close();
    });
    const hub = hubAt(endpoint.origin);
    const got = await hub.probe(read('a/b'));
    expect(failure(got)).toEqual(['unreachable', 'the run was interrupted']);
    expect(endpoint.seen).toHaveLength(1);
  });
});
