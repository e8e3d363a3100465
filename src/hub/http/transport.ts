/**
 * The connection to the endpoint. HTTP/2 or not is known only once a connection is open, so exactly one is opened
 * first: with HTTP/2 everything then shares it, else a pool of kept-alive connections grows from it. What speaks either
 * is loaded while that first connection is on its way.
 */
import type { Socket } from 'node:net';
import type { Allowance } from './allowance';
import type { Connection } from './connection';
import { BAD_PROXY } from './error';
import { openSession } from './session';
import { notConnected, openSecure, trusting } from './socket';
import type { PoolOptions } from './pool';

/** What the connection is made from. */
export interface TransportOptions extends PoolOptions {
  readonly proxy: URL | 'invalid' | undefined;
  /** Requests in flight on an HTTP/2 connection at most; the endpoint's own limit is obeyed beside it. */
  readonly allowance: Allowance;
  /** Called when {@link Transport.capacity} has changed. */
  readonly onCapacityChange: () => void;
}

/** Hands out what sends requests; opened by the first caller, reopened after an HTTP/2 connection is lost. */
export interface Transport {
  /** @throws what Node or undici threw when the connection could not be made */
  connection(): Promise<Connection>;
  /** How many requests may be in flight on what is open now. */
  capacity(): number;
  /**
   * Call it about a connection that has fallen silent: where everything shares it, the next request gets another. What
   * was sent on it at the same time may still be timed out, and say so, before it is dropped.
   */
  readonly reconnect: () => void;
  /** Drops every connection at once. */
  destroy(): void;
}

/** What every request of a run goes over. Nothing is opened before the first one. */
export function createTransport(options: TransportOptions): Transport {
  const stop = new AbortController();
  let opening: Promise<Connection> | undefined;
  let current: Connection | undefined;
  const isLost = () => current?.isLost?.() === true;
  const drop = (when: (end: () => void) => void = queueMicrotask) => {
    const gone = current;
    opening = current = undefined;
    when(() => gone?.destroy());
  };
  const open = async (): Promise<Connection> => {
    stop.signal.throwIfAborted();
    const opened = await openConnection(options, stop.signal);
    current = opened;
    options.onCapacityChange();
    if (stop.signal.aborted) drop();
    return opened;
  };
  return {
    connection() {
      // What is in flight on it may still be answered.
      if (isLost()) opening = current = undefined;
      opening ??= open().catch((error: unknown) => {
        opening = undefined;
        throw error;
      });
      return opening;
    },
    capacity: () =>
      (isLost() ? undefined : current?.capacity()) ?? Math.min(options.connections, options.allowance.now()),
    reconnect: () => {
      if (current?.isLost?.() === false) drop(setImmediate);
    },
    destroy: () => {
      stop.abort();
      drop();
    },
  };
}

async function openConnection(options: TransportOptions, signal: AbortSignal): Promise<Connection> {
  const { endpoint, proxy } = options;
  if (proxy === 'invalid') throw Object.assign(new Error('no proxy address'), { code: BAD_PROXY });
  if (proxy !== undefined) {
    const { openProxied } = await import('./undici');
    return openProxied(options, proxy);
  }
  if (endpoint.protocol === 'http:') return (await import('./pool')).openPool(options);
  const own = { ...options, secureContext: trusting(options) };
  const { socket: first, connected, ready } = openSecure({ ...own, protocols: ['h2', 'http/1.1'] });
  endOn(signal, first);
  // Loading takes long enough to hold back the first byte of the handshake, so that goes first.
  await connected;
  const [http2, socket] = await Promise.all([import('node:http2'), ready]);
  if (socket.alpnProtocol === 'h2') return openSession(http2, socket, options);
  return (await import('./pool')).openPool(own, socket);
}

function endOn(signal: AbortSignal, socket: Socket): void {
  const end = () => {
    socket.destroy(notConnected('ECONNRESET'));
  };
  signal.addEventListener('abort', end);
  socket.once('close', () => {
    signal.removeEventListener('abort', end);
  });
}
