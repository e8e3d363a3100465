/** A server of bare sockets that sends whatever it is told to, byte by byte, and keeps a record of what it sent. */
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { issueCertificate } from '../hub-fixture/certificate';
import { TOKENS, fill, type HostileHub, type HostileReply, type Truth } from './hostile-replies';
import { HAS_STREAMS, answerStream, createStreamServer } from './hostile-streams';

/** One reply that was sent, and to what. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly withToken: boolean;
  readonly truth: Truth;
  readonly status: number;
  /** As it was meant. */
  readonly reply: HostileReply;
}

export interface HostileServer {
  /** Where the Hub that is played stands: plain HTTP/1.1, or HTTP/2 over TLS. */
  readonly origin: string;
  /** The authority that vouches for it, as PEM. */
  readonly ca: string;
  /** Requests that came to the other origin, to which no redirect may lead. */
  readonly strayed: number;
  /** Where nothing may be sent. */
  readonly elsewhere: string;
  /** Credentials that came and are the token of no case. */
  readonly foreign: readonly string[];
  /** Plays this Hub from now on, and forgets what was sent. */
  play(hub: HostileHub, token: string): void;
  readonly sent: readonly Sent[];
  close(): Promise<void>;
}

export async function startHostileServer(): Promise<HostileServer> {
  const sockets = new Set<Socket>();
  let strayed = 0;
  const other = createServer((socket) => {
    strayed += 1;
    socket.destroy();
  });
  const player = new Player();
  const server = createServer((socket) => {
    sockets.add(socket);
    // The pieces of a reply go out one by one, and at once.
    socket.setNoDelay(true);
    socket.on('close', () => sockets.delete(socket));
    // A caller that goes away mid-reply is part of the game.
    socket.on('error', () => undefined);
    void player.serve(socket);
  });
  const certificate = await issueCertificate();
  const streams = createStreamServer(certificate, (stream, request) => answerStream(stream, request, player));
  player.elsewhere = await listen(other);
  player.origins = {
    http1: await listen(server),
    http2: (await listen(streams)).replace('http://127.0.0.1', 'https://localhost'),
  };
  return {
    ca: certificate.cert,
    get origin() {
      return player.here;
    },
    get strayed() {
      return strayed;
    },
    get elsewhere() {
      return player.elsewhere;
    },
    get foreign() {
      return player.foreign;
    },
    get sent() {
      return player.sent;
    },
    play: (hub, token) => {
      player.play(hub, token);
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      streams.abandon();
      // Node does not always say that a server of HTTP/2 whose sessions were destroyed has closed.
      streams.close();
      await Promise.all([server, other].map((one) => new Promise((resolve) => one.close(resolve))));
    },
  };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** How much of a reply comes: a refusal is one as soon as its head came whole. */
export type Arrived = 'all' | 'head' | 'nothing';

interface Next {
  readonly reply: HostileReply;
  readonly record: (arrived: Arrived) => void;
}

/** What is said next, and the record of what was said. */
export class Player {
  origins = { http1: '', http2: '' };
  elsewhere = '';
  sent: Sent[] = [];
  foreign: string[] = [];
  #hub: HostileHub = { whoami: [], others: [], wire: 'http1', ending: { kind: 'none', after: 0 } };
  #token = '';
  #turns = new Map<string, number>();

  play(hub: HostileHub, token: string): void {
    this.#hub = HAS_STREAMS ? hub : { ...hub, wire: 'http1' };
    this.#token = token;
    this.#turns = new Map();
    this.sent = [];
    this.foreign = [];
  }

  /** Whether there is a credential. The machine's own ones are counted; a request of the case before may come late. */
  hasToken(authorization: string | undefined): boolean {
    const isOurs = authorization === undefined || TOKENS.some((token) => authorization === `Bearer ${token}`);
    if (!isOurs) this.foreign.push(authorization);
    return authorization !== undefined;
  }

  get here(): string {
    return this.origins[this.#hub.wire];
  }

  get ending(): HostileHub['ending'] {
    return this.#hub.ending;
  }

  /** Only the exchange of an identity has a body, whose length is told. */
  async serve(socket: Socket): Promise<void> {
    let head = '';
    try {
      for await (const chunk of socket as AsyncIterable<Buffer>) {
        head += chunk.toString('latin1');
        for (let end = endOf(head); end !== undefined; end = endOf(head)) {
          const request = head.slice(0, head.indexOf(BLANK));
          head = head.slice(end);
          await this.#answer(socket, request);
        }
      }
    } catch {
      // The caller went away.
    }
  }

  async #answer(socket: Socket, request: string): Promise<void> {
    const [, method = '', path = ''] = /^(\S+) (\S+)/.exec(request) ?? [];
    const withToken = this.hasToken(/\r\nauthorization: *(.*)/i.exec(request)?.[1]?.trim());
    const next = await this.next({ method, path, withToken });
    if (next === undefined) {
      socket.destroy();
      return;
    }
    const { bytes, body, hasHead } = wireOf(next.reply, method);
    next.record(body !== undefined ? 'all' : hasHead ? 'head' : 'nothing');
    await sendPieces(socket, bytes, next.reply);
  }

  /** The reply to a request, and what to call with whether it is sent whole. */
  async next(request: Pick<Sent, 'method' | 'path' | 'withToken'>): Promise<Next | undefined> {
    const { method, path, withToken } = request;
    const reply = this.#replyTo(`${method} ${path} ${withToken}`, path);
    if (reply === undefined) return undefined;
    const record = this.sent;
    if (reply.delayMs > 0) await wait(reply.delayMs);
    const truth = method === 'HEAD' ? reply.headTruth : reply.truth;
    return {
      reply: this.#fill(reply),
      record: (arrived) => {
        const isLeft = arrived === 'all' || (arrived === 'head' && truth === 'no');
        record.push({ ...request, truth: isLeft ? truth : 'nought', status: reply.status, reply });
      },
    };
  }

  /** By the request and how often it came, so that a case plays the same whatever order requests arrive in. */
  #replyTo(key: string, path: string): HostileReply | undefined {
    const turn = this.#turns.get(key) ?? 0;
    this.#turns.set(key, turn + 1);
    const pool = path.startsWith('/api/whoami') ? this.#hub.whoami : this.#hub.others;
    let hash = 7;
    for (const character of key) hash = (hash * 31 + character.charCodeAt(0)) % 1_000_003;
    return pool[(hash + turn) % pool.length];
  }

  #fill(reply: HostileReply): HostileReply {
    const about = { token: this.#token, here: this.here, elsewhere: this.elsewhere };
    return {
      ...reply,
      headers: reply.headers.map(([name, value]) => [name, headerValue(fill(value, about))] as const),
      body: fill(reply.body, about),
    };
  }
}

const BLANK = '\r\n\r\n';

/** Where the first request ends, with its body; `undefined` while it is not there whole. */
function endOf(text: string): number | undefined {
  const at = text.indexOf(BLANK);
  if (at < 0) return undefined;
  const length = Number(/\r\ncontent-length: *(\d+)/i.exec(text.slice(0, at))?.[1] ?? 0);
  const end = at + BLANK.length + length;
  return text.length < end ? undefined : end;
}

/** As it can stand in a header: bytes of UTF-8, and a line break only as the fold or the injection that it is. */
function headerValue(text: string): string {
  return Buffer.from(text.replace(/\r?\n/g, '\r\n '), 'utf8').toString('latin1').replace(/\0/g, '');
}

interface Wire {
  readonly bytes: Buffer;
  /** Absent where it does not leave whole. */
  readonly body: string | undefined;
  /** Whether status and headers leave whole. */
  readonly hasHead: boolean;
}

function wireOf(reply: HostileReply, method: string): Wire {
  const { framing, early } = reply;
  if (framing.kind === 'garbage')
    return { bytes: Buffer.from(`\u0000${reply.body}`.slice(0, 400)), body: undefined, hasHead: false };
  const isBare = method === 'HEAD' || reply.status === 204 || reply.status === 304 || reply.status < 200;
  const own = Buffer.concat([Buffer.from(reply.lead), Buffer.from(reply.body)]);
  const blown = reply.blownTo > own.length ? Buffer.concat([own, Buffer.alloc(reply.blownTo - own.length, ' ')]) : own;
  const body = isBare ? Buffer.alloc(0) : blown;
  const told = framing.kind === 'length' ? (framing.told ?? blown.length) : blown.length;
  const lines = [
    `HTTP/1.1 ${reply.status} ${reply.status === 200 ? 'OK' : 'Whatever'}`,
    ...reply.headers.map(([name, value]) => `${name}: ${value}`),
    ...(framing.kind === 'length' || framing.kind === 'cut' ? [`content-length: ${told}`] : []),
    ...(framing.kind === 'chunked' ? ['transfer-encoding: chunked'] : []),
    ...(framing.kind === 'until-close' ? ['connection: close'] : []),
  ];
  const before = early === '' ? '' : `HTTP/1.1 ${early}\r\n\r\n`;
  const head = Buffer.from(`${before}${lines.join('\r\n')}\r\n\r\n`, 'latin1');
  const bytes = Buffer.concat([head, framing.kind === 'chunked' && !isBare ? inChunks(body, reply.pieces) : body]);
  if (framing.kind === 'cut') {
    const isWhole = framing.after >= bytes.length;
    const sent = bytes.subarray(0, framing.after);
    return { bytes: sent, body: isWhole ? body.toString('utf8') : undefined, hasHead: sent.length >= head.length };
  }
  const isShort = !isBare && told > body.length;
  return { bytes, body: isShort ? undefined : body.subarray(0, isBare ? 0 : told).toString('utf8'), hasHead: true };
}

function inChunks(body: Buffer, pieces: number): Buffer {
  const size = Math.max(1, Math.ceil(body.length / pieces));
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length; at += size) {
    const part = body.subarray(at, at + size);
    parts.push(Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n'));
  }
  return Buffer.concat([...parts, Buffer.from('0\r\n\r\n')]);
}

async function sendPieces(socket: Socket, bytes: Buffer, { framing, pieces }: HostileReply): Promise<void> {
  if (framing.kind === 'silent') return;
  if (framing.kind === 'reset') {
    socket.resetAndDestroy();
    return;
  }
  const size = Math.max(1, Math.ceil(bytes.length / pieces));
  for (let at = 0; at < bytes.length && !socket.destroyed; at += size) {
    socket.write(bytes.subarray(at, at + size));
    if (pieces > 1) await new Promise((resolve) => setImmediate(resolve));
  }
  const ends =
    ['cut', 'garbage', 'until-close'].includes(framing.kind) ||
    (framing.kind === 'length' && framing.told !== undefined);
  if (ends) socket.end();
}
