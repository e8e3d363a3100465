/** Connections and streams of HTTP/2 that end early: the answers are those that HTTP/1.1 would bring. */
import type { Http2Session } from 'node:http2';
import { createServer as createTlsServer, type TLSSocket } from 'node:tls';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { answer, closeAll, closeLater, fakeClock, hubAt, read, settled } from '../endpoint';
import { hangUp } from '../../hub-fixture/hang-up';
import { certificate, startTls, streamOf, trusting } from '../tls-endpoint';

afterEach(closeAll);

const STREAMS = 64;

/** How many requests a session has brought, this one counted. */
function createCounter(): (session: Http2Session) => number {
  const counts = new WeakMap<Http2Session, number>();
  return (session) => {
    const count = (counts.get(session) ?? 0) + 1;
    counts.set(session, count);
    return count;
  };
}

/** All asked at once; what came of each, and the waits between attempts. */
async function askAll(origin: string, count: number, retries = 1) {
  const clock = fakeClock();
  const hub = hubAt(origin, { ...trusting, clock, limits: { streams: STREAMS, retries } });
  const answers = await Promise.all(Array.from({ length: count }, (_, index) => hub.probe(read(`a/r${index}`))));
  return { kinds: answers.map(({ result }) => result.kind), waits: clock.waits };
}

const yes = (count: number) => Array.from({ length: count }, () => 'yes');

/** An endpoint's way to end, told of each request; whether it is answered all the same. */
type Ending = (session: Http2Session, stream: ReturnType<typeof streamOf>, nth: number) => boolean;

const ENDINGS: readonly (readonly [what: string, connections: number, ending: Ending])[] = [
  ...[1, 5, 20].map(
    (last) =>
      [
        `gracefully after ${last} requests (nginx keepalive_requests, Envoy max_requests_per_connection)`,
        Math.ceil(100 / last),
        (session: Http2Session, _stream: unknown, nth: number) => {
          if (nth === last) session.close();
          return true;
        },
      ] as const,
  ),
  [
    'with a GOAWAY that names the last stream, then the socket (a load balancer that drains)',
    10,
    (session, stream, nth) => {
      if (nth === 10) {
        session.goaway(0, stream.id ?? 0);
        void settled().then(() => {
          hangUp(session);
        });
      }
      return nth <= 10;
    },
  ],
  [
    'without a word, with others in flight (a process that is killed)',
    10,
    (session, _stream, nth) => {
      if (nth === 10)
        void settled().then(() => {
          hangUp(session);
        });
      return nth <= 10;
    },
  ],
];

test.each(ENDINGS)('a connection that ends %s costs no answer', async (_what, connections, ending) => {
  const count = createCounter();
  const endpoint = await startTls('h2', (request, response) => {
    const stream = streamOf(request);
    if (stream.session === undefined) return;
    if (ending(stream.session, stream, count(stream.session))) setImmediate(answer, response, 200, 'OK');
  });
  const { kinds, waits } = await askAll(endpoint.origin, 100);
  expect(kinds).toEqual(yes(100));
  // Of a request that was alone on it nobody knows that it was not the cause: that is one a connection at most.
  expect(waits.length).toBeLessThanOrEqual(endpoint.connections());
  // As many as it takes, and some whose end came between a reply and the next request.
  expect(endpoint.connections()).toBeLessThanOrEqual(2 * connections + 20);
});

test.each([
  ['REFUSED_STREAM', 7],
  ['ENHANCE_YOUR_CALM', 11],
] as const)('an endpoint that says %s above so many streams is asked for no more at a time', async (_what, code) => {
  let running = 0;
  let refused = 0;
  const endpoint = await startTls('h2', (request, response) => {
    if (running === 4) {
      refused += 1;
      streamOf(request).close(code);
      return;
    }
    running += 1;
    void settled().then(() => {
      running -= 1;
      answer(response, 200, 'OK');
    });
  });
  const { kinds } = await askAll(endpoint.origin, 100);
  expect(kinds).toEqual(yes(100));
  expect(endpoint.connections()).toBe(1);
  expect(refused).toBeLessThan(300);
});

test('an endpoint that ends every connection without a reply is not asked for ever', async () => {
  const endpoint = await startTls('h2', (request) => {
    hangUp(streamOf(request).session);
  });
  const { kinds } = await askAll(endpoint.origin, 20);
  expect(new Set(kinds)).toEqual(new Set(['failed']));
  expect(endpoint.connections()).toBeLessThan(60);
});

test('one request that ends its connection each time takes no other answer with it', async () => {
  const endpoint = await startTls('h2', (request, response) => {
    if (request.url?.includes('/r7/') === true) hangUp(streamOf(request).session);
    else
      void settled().then(() => {
        answer(response, 200, 'OK');
      });
  });
  const { kinds } = await askAll(endpoint.origin, 40, 3);
  expect(kinds.filter((kind) => kind === 'yes')).toHaveLength(39);
  expect(kinds[7]).toBe('failed');
});

/** The least of HTTP/2 by hand: settings, the headers `:status: 200`, and whatever frames a test puts behind them. */
async function startFrames(after: (stream: Buffer) => Buffer[]): Promise<string> {
  const frame = (type: number, flags: number, stream: Buffer, payload = Buffer.alloc(0)) => {
    const head = Buffer.alloc(5);
    head.writeUIntBE(payload.length, 0, 3);
    head.writeUInt8(type, 3);
    head.writeUInt8(flags, 4);
    return Buffer.concat([head, stream, payload]);
  };
  const sockets = new Set<TLSSocket>();
  const server = createTlsServer({ ...certificate, ALPNProtocols: ['h2'] }, (socket) => {
    sockets.add(socket);
    let pending = Buffer.alloc(0);
    let isPrefaced = false;
    socket.on('error', () => undefined).write(frame(4, 0, Buffer.alloc(4)));
    socket.on('data', (chunk: Buffer) => {
      pending = Buffer.concat([pending, chunk]);
      if (!isPrefaced && pending.length < 24) return;
      if (!isPrefaced) pending = pending.subarray(24);
      isPrefaced = true;
      while (pending.length >= 9 && pending.length >= 9 + pending.readUIntBE(0, 3)) {
        const [type, flags, stream] = [pending.readUInt8(3), pending.readUInt8(4), Buffer.from(pending.subarray(5, 9))];
        pending = pending.subarray(9 + pending.readUIntBE(0, 3));
        if (type === 4 && flags === 0) socket.write(frame(4, 1, Buffer.alloc(4)));
        if (type !== 1) continue;
        // 0x88 is `:status: 200` in HPACK's static table.
        const frames = [frame(1, 4, stream, Buffer.of(0x88)), frame(0, 0, stream, Buffer.from('OK')), ...after(stream)];
        socket.write(Buffer.concat(frames));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closeLater({
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  });
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const reset = (stream: Buffer, code: number) =>
  Buffer.concat([Buffer.of(0, 0, 4, 3, 0), stream, Buffer.of(0, 0, 0, code)]);
const end = (stream: Buffer) => Buffer.concat([Buffer.of(0, 0, 0, 0, 1), stream]);

test.each([
  ['NO_ERROR', 0],
  ['INTERNAL_ERROR', 2],
  ['CANCEL', 8],
] as const)(
  'a body that reads OK and is reset with %s before its end is no yes, and is asked again',
  async (_, code) => {
    let asked = 0;
    const origin = await startFrames((stream) => {
      asked += 1;
      return [reset(stream, code)];
    });
    const { kinds } = await askAll(origin, 1);
    expect(kinds).toEqual(['failed']);
    expect(asked).toBe(2);
  },
);

test.each([
  ['ends', (stream: Buffer) => [end(stream)]],
  [
    'ends, and then resets the stream with NO_ERROR (RFC 9113, section 8.1)',
    (stream: Buffer) => [end(stream), reset(stream, 0)],
  ],
] as const)('a body that %s is whole', async (_, after) => {
  const { kinds } = await askAll(await startFrames((stream) => [...after(stream)]), 1);
  expect(kinds).toEqual(['yes']);
});

/** With its length, as the Hub says it: a server on Node 24.19 would not say otherwise that it is whole. */
const gated = (error: string) => ({
  'x-error-code': 'GatedRepo',
  'content-length': String(JSON.stringify({ error }).length),
});

test('many replies that are not too much are each asked for once', async () => {
  const error = 'x'.repeat(60_000);
  const endpoint = await startTls('h2', (_request, response) => {
    answer(response, 403, { error }, gated(error));
  });
  const { kinds } = await askAll(endpoint.origin, 100);
  expect(new Set(kinds)).toEqual(new Set(['gated']));
  expect(endpoint.seen).toHaveLength(100);
});

test('replies that are too much at once are asked for again, a few at a time', async () => {
  const error = 'x'.repeat(1_000_000);
  const endpoint = await startTls('h2', (_request, response) => {
    answer(response, 403, { error }, gated(error));
  });
  const { kinds } = await askAll(endpoint.origin, 100);
  expect(new Set(kinds)).toEqual(new Set(['gated']));
});
