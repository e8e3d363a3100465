/** A loopback endpoint whose every reply the test writes, and a clock that only moves when somebody waits. */
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo, Server, Socket } from 'node:net';
import type { Clock } from '../../src/domain/hub/ports';
import type { Probe } from '../../src/domain/hub/probe';
import { Secret } from '../../src/domain/text/secret';
import { createHub, type HubOptions, type ReadyHub } from '../../src/hub/client';

/** Invented; put together here so that no scanner takes it for a leak. */
export const TOKEN = `hf_${'aBcDeFgHiJkLmNoPq'.repeat(2)}`;

export interface Endpoint {
  readonly origin: string;
  /** `METHOD path`, in the order of arrival. */
  readonly seen: string[];
  /** The authorization of each. */
  readonly tokens: (string | undefined)[];
  /** Connections that were ever made. */
  connections(): number;
  close(): Promise<void>;
}

export type Handler = (request: IncomingMessage, response: ServerResponse, index: number) => void;

/** Plain HTTP on a free port. */
function serve(handler: Handler): Promise<Endpoint> {
  return listen((listener) => createServer(listener), 'http', handler);
}

/** Any server that speaks `node:http`'s language, also the TLS ones. */
export async function listen(
  create: (listener: RequestListener) => Server,
  scheme: 'http' | 'https',
  handler: Handler,
): Promise<Endpoint> {
  const seen: string[] = [];
  const tokens: (string | undefined)[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = create((request, response) => {
    tokens.push(request.headers.authorization);
    const index = seen.push(`${request.method ?? ''} ${request.url ?? ''}`) - 1;
    handler(request, response, index);
  });
  server.on(scheme === 'https' ? 'secureConnection' : 'connection', () => {
    connections += 1;
  });
  // Also those whose handshake never ends.
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `${scheme}://127.0.0.1:${port}`,
    seen,
    tokens,
    connections: () => connections,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Turns of the event loop in which what was written arrives, both ends being in this process. */
export const TURNS = 50;

/** Goes on when all that is on its way has arrived, however busy the machine is. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) await new Promise(setImmediate);
}

/** Sends a reply; an object goes as JSON. */
export function answer(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  const isText = typeof body === 'string';
  response.writeHead(status, { 'content-type': isText ? 'text/plain' : 'application/json', ...headers });
  response.end(isText ? body : JSON.stringify(body));
}

/** Answers whoami as the Hub does: whoever sends no token is refused. */
export function answerWhoami(request: IncomingMessage, response: ServerResponse, account: unknown): void {
  if (request.headers.authorization !== undefined) answer(response, 200, account);
  else answer(response, 401, { error: 'Invalid username or password.' });
}

export interface FakeClock extends Clock {
  /** Every wait in milliseconds, in the order in which it began. */
  readonly waits: number[];
}

/** Waits are over at once and move the time on. */
export function fakeClock(): FakeClock {
  let now = Date.parse('2026-11-22T12:00:00Z');
  const waits: number[] = [];
  return {
    waits,
    now: () => now,
    sleep: async (milliseconds) => {
      waits.push(milliseconds);
      now += milliseconds;
      await Promise.resolve();
    },
  };
}

/** No busy machine may turn an answer into a time-out; tests of time-outs have shorter ones. */
const LIMITS = { timeoutMs: 60_000, retries: 3, concurrency: 8, streams: 8, deadlineMs: 120_000 };

export type Options = Partial<Omit<HubOptions, 'limits'>> & { readonly limits?: Partial<HubOptions['limits']> };

const open: Closable[] = [];

/** A hub for an endpoint, without jitter; closed by {@link closeAll}. */
export function hubAt(origin: string, options: Options = {}): ReadyHub {
  const hub = createHub({
    endpoint: origin,
    secret: new Secret(TOKEN),
    clock: fakeClock(),
    userAgent: 'test',
    random: () => 0,
    ...options,
    limits: { ...LIMITS, ...options.limits },
  });
  open.push(hub);
  return hub;
}

/** Starts an endpoint that {@link closeAll} closes. */
export async function start(handler: Handler): Promise<Endpoint> {
  const endpoint = await serve(handler);
  open.push(endpoint);
  return endpoint;
}

interface Closable {
  close(): Promise<void> | void;
}

export function closeLater(closable: Closable): void {
  open.push(closable);
}

/** For `afterEach`. */
export async function closeAll(): Promise<void> {
  for (const closable of open.splice(0).reverse()) await closable.close();
}

/** May this caller read the model? */
export function read(id: string, as: Probe['as'] = 'token'): Probe {
  return { kind: 'read', repo: { type: 'model', id }, as };
}

/** May the token write to the model? There is one route alone that tells. */
export function write(id: string): Probe {
  return { kind: 'write', repo: { type: 'model', id }, as: 'token' };
}
