/**
 * The connection to the endpoint. HTTP/2 or not is known only once a connection stands, so exactly one is opened
 * first: with HTTP/2 everything then shares it, else a pool of kept-alive connections grows from it. undici is loaded
 * while that first connection is on its way.
 */
import { isIP } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import type { Client, Dispatcher, buildConnector } from 'undici';
import { BAD_PROXY } from './error';

/** What the connection is made from. */
export interface TransportOptions {
  readonly endpoint: URL;
  readonly proxy: URL | 'invalid' | undefined;
  /** Further authority to trust, as PEM; for endpoints of tests. */
  readonly ca: string | undefined;
  readonly timeoutMs: number;
  /** Connections of HTTP/1.1 at most, each with one request in flight. */
  readonly connections: number;
  /** Requests in flight on an HTTP/2 connection at most; the endpoint's own limit is obeyed beside it. */
  readonly streams: number;
  /** Is told when {@link Transport.room} has grown. */
  readonly onRoom: () => void;
}

/** Hands out what sends requests; opened by the first caller, reopened after an HTTP/2 connection is lost. */
export interface Transport {
  readonly origin: string;
  /** @throws what Node or undici threw when the connection could not be made */
  dispatcher(): Promise<Dispatcher>;
  /** How many requests may be in flight on what is open now. */
  room(): number;
  /** Drops every connection at once. */
  destroy(): void;
}

type Connector = ReturnType<typeof buildConnector>;

/** Nothing is opened yet. */
export function createTransport(options: TransportOptions): Transport {
  const stop = new AbortController();
  let opening: Promise<Dispatcher> | undefined;
  let current: Dispatcher | undefined;
  let room = options.connections;
  const drop = () => {
    opening = undefined;
    room = options.connections;
    void current?.destroy().catch(ignore);
  };
  const open = async (): Promise<Dispatcher> => {
    stop.signal.throwIfAborted();
    const { shared, dispatcher } = await openDispatcher(options, stop.signal);
    current = dispatcher;
    if (shared !== undefined) {
      room = options.streams;
      options.onRoom();
      shared.once('disconnect', drop);
    }
    if (stop.signal.aborted) drop();
    return dispatcher;
  };
  return {
    origin: options.endpoint.origin,
    dispatcher() {
      opening ??= open().catch((error: unknown) => {
        opening = undefined;
        throw error;
      });
      return opening;
    },
    room: () => room,
    destroy: () => {
      stop.abort();
      drop();
    },
  };
}

interface Opened {
  readonly dispatcher: Dispatcher;
  /** The same, where everything shares one HTTP/2 connection. */
  readonly shared?: Client;
}

async function openDispatcher(options: TransportOptions, signal: AbortSignal): Promise<Opened> {
  const { endpoint, proxy, connections, timeoutMs } = options;
  const tls = { timeout: timeoutMs, ...(options.ca === undefined ? {} : { ca: options.ca }) };
  // undici's own time-outs are off: each request has one over all of it, see `http.ts`.
  const common = { headersTimeout: 0, bodyTimeout: 0 };
  if (proxy === 'invalid') throw Object.assign(new Error('no proxy address'), { code: BAD_PROXY });
  if (proxy !== undefined) {
    const { ProxyAgent } = await import('./tunnel');
    return { dispatcher: new ProxyAgent({ ...common, uri: proxy.href, connections, requestTls: tls, proxyTls: tls }) };
  }
  if (endpoint.protocol === 'http:') {
    const { Pool } = await import('./dispatchers');
    return { dispatcher: new Pool(endpoint, { ...common, connections, connect: tls }) };
  }
  const { connected, secured } = openSocket(options, signal);
  // Loading takes long enough to hold back the first byte of the handshake, so that goes first.
  await connected;
  const [{ Client, Pool, buildConnector }, socket] = await Promise.all([import('./dispatchers'), secured]);
  if (socket.alpnProtocol === 'h2') {
    const connect = handingOver(socket, refuseConnection);
    // `pipelining` is what undici calls the number of streams; the peer's own limit is obeyed by Node.
    const shared = new Client(endpoint, { ...common, allowH2: true, pipelining: options.streams, connect });
    return { dispatcher: shared, shared };
  }
  const connect = handingOver(socket, buildConnector(tls));
  return { dispatcher: new Pool(endpoint, { ...common, connections, connect }) };
}

/** Gives the open socket to whoever connects first, and leaves the others to `next`. */
function handingOver(socket: TLSSocket, next: Connector): Connector {
  let isFree = true;
  return (options, callback) => {
    if (!isFree || socket.destroyed) {
      next(options, callback);
      return;
    }
    isFree = false;
    // Called back within the call, undici would not go on with its queue.
    queueMicrotask(() => {
      callback(null, socket);
    });
  };
}

/** A lost HTTP/2 connection is not replaced behind our back: the next one may speak HTTP/1.1. */
const refuseConnection: Connector = (_options, callback) => {
  queueMicrotask(() => {
    callback(Object.assign(new Error('connection lost'), { code: 'ECONNRESET' }), null);
  });
};

interface Opening {
  /** TCP's part is done, or all of it failed. */
  readonly connected: Promise<void>;
  readonly secured: Promise<TLSSocket>;
}

function openSocket({ endpoint, ca, timeoutMs }: TransportOptions, signal: AbortSignal): Opening {
  const host = endpoint.hostname.replace(/^\[|\]$/g, '');
  const socket = connect({
    host,
    port: endpoint.port === '' ? 443 : Number(endpoint.port),
    servername: isIP(host) === 0 ? host : '',
    ALPNProtocols: ['h2', 'http/1.1'],
    ...(ca === undefined ? {} : { ca }),
  });
  const end = (code: string) => {
    socket.destroy(Object.assign(new Error('not connected'), { code }));
  };
  const timer = setTimeout(end, timeoutMs, 'ETIMEDOUT');
  signal.addEventListener('abort', () => {
    end('ECONNRESET');
  });
  socket.setNoDelay(true);
  const secured = new Promise<TLSSocket>((resolve, reject) => {
    socket.once('secureConnect', () => {
      resolve(socket);
    });
    // Stays on after the hand-over, so that an error between the two is nobody's crash.
    socket.on('error', reject);
  });
  const settled = () => {
    clearTimeout(timer);
  };
  secured.then(settled, settled);
  const connected = new Promise<void>((resolve) => {
    socket.once('connect', resolve);
    socket.once('close', resolve);
  });
  return { connected, secured };
}

function ignore(): void {
  // Whoever waited for the connection has been told.
}
