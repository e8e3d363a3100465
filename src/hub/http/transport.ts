/**
 * The connection to the endpoint. HTTP/2 or not is known only once a connection stands, so exactly one is opened
 * first: with HTTP/2 everything then shares it, else a pool of kept-alive connections grows from it. undici is loaded
 * while that first connection is on its way.
 */
import type { Settings } from 'node:http2';
import type { TLSSocket } from 'node:tls';
import type { Client, Dispatcher, buildConnector } from 'undici';
import { BAD_PROXY } from './error';
import { openSocket } from './socket';

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
  /** Is told when {@link Transport.capacity} has grown. */
  readonly onCapacityChange: () => void;
}

/** Hands out what sends requests; opened by the first caller, reopened after an HTTP/2 connection is lost. */
export interface Transport {
  readonly origin: string;
  /** @throws what Node or undici threw when the connection could not be made */
  dispatcher(): Promise<Dispatcher>;
  /** How many requests may be in flight on what is open now. */
  capacity(): number;
  /**
   * To be told of a connection that has fallen silent: where everything shares it, the next request gets another. What
   * was sent on it at the same time may still be timed out, and say so, before it is dropped.
   */
  readonly reconnect: () => void;
  /** Drops every connection at once. */
  destroy(): void;
}

type Connector = ReturnType<typeof buildConnector>;

/** Nothing is opened yet. */
export function createTransport(options: TransportOptions): Transport {
  const stop = new AbortController();
  let opening: Promise<Dispatcher> | undefined;
  let current: Opened | undefined;
  const drop = (when: (end: () => void) => void = queueMicrotask) => {
    const gone = current?.dispatcher;
    opening = current = undefined;
    when(() => void gone?.destroy().catch(ignore));
  };
  const open = async (): Promise<Dispatcher> => {
    stop.signal.throwIfAborted();
    const opened = await openDispatcher(options, stop.signal);
    current = opened;
    const lose = () => {
      if (current === opened) drop();
    };
    // Or gone before anything was sent on it.
    opened.shared?.once('disconnect', lose).once('connectionError', lose);
    if (opened.shared !== undefined) options.onCapacityChange();
    if (stop.signal.aborted) drop();
    return opened.dispatcher;
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
    capacity: () => (current === undefined ? options.connections : roomOf(current, options)),
    reconnect: () => {
      if (current?.shared !== undefined) drop(setImmediate);
    },
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
  /** Streams that the endpoint takes at a time, once it has told. */
  peerStreams?: number | undefined;
}

/** As many as undici has Node send before the endpoint has told its own limit. */
const STREAMS_BEFORE_TOLD = 100;

/**
 * What waits for a stream would be timed out for a wait of our own making. Never none: the end of a request is what lets
 * the next one go.
 */
function roomOf({ shared, peerStreams }: Opened, { streams, connections }: TransportOptions): number {
  return shared === undefined ? connections : Math.max(1, Math.min(streams, peerStreams ?? STREAMS_BEFORE_TOLD));
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
    const { Pool } = await import('./undici');
    return { dispatcher: new Pool(endpoint, { ...common, connections, connect: tls }) };
  }
  const { connected, secured } = openSocket(options, signal);
  // Loading takes long enough to hold back the first byte of the handshake, so that goes first.
  await connected;
  const [{ Client, Pool, buildConnector, sessionOf }, socket] = await Promise.all([import('./undici'), secured]);
  if (socket.alpnProtocol === 'h2') {
    const connect = handingOver(socket, refuseConnection);
    // `pipelining` is what undici calls the number of streams.
    const shared = new Client(endpoint, { ...common, allowH2: true, pipelining: options.streams, connect });
    const opened: Opened = { dispatcher: shared, shared };
    shared.once('connect', () => {
      sessionOf(shared)?.on('remoteSettings', ({ maxConcurrentStreams }: Settings) => {
        opened.peerStreams = maxConcurrentStreams;
        options.onCapacityChange();
      });
    });
    return opened;
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

function ignore(): void {
  // Whoever waited for the connection has been told.
}
