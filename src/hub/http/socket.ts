/** A connection to an endpoint. The first one finds out whether it speaks HTTP/2. */
import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect, createSecureContext, type SecureContext, type TLSSocket } from 'node:tls';
import { present } from '../../domain/basics/present';

/** How a socket to the endpoint is opened. */
export interface SocketOptions {
  readonly endpoint: URL;
  /** Further authority to trust, as PEM; for endpoints of tests. */
  readonly ca: string | undefined;
  /** For TCP's part and the handshake together. */
  readonly timeoutMs: number;
  /** What the endpoint may choose from, by the names of ALPN. */
  readonly protocols: readonly ('h2' | 'http/1.1')[];
  /** What the endpoint gave out at an earlier handshake. */
  readonly session?: Buffer;
  /** What is trusted, as {@link trusting} makes it once for many connections; absent: made for this one. */
  readonly secureContext?: SecureContext;
}

/** To make it takes a third of the time that the beginning of a connection takes. */
export function trusting({ ca }: Pick<SocketOptions, 'ca'>): SecureContext {
  return createSecureContext(present({ ca }));
}

/** A connection on its way. */
export interface PendingSocket<Kind extends Socket = Socket> {
  readonly socket: Kind;
  /** TCP's part is done, or all of it failed. */
  readonly connected: Promise<void>;
  /** It can be written to. */
  readonly ready: Promise<Kind>;
}

/** Begins at once; by TLS, unless the endpoint is plain HTTP. */
export function openSocket(options: SocketOptions): PendingSocket {
  return options.endpoint.protocol === 'http:' ? openPlain(options) : openSecure(options);
}

function openPlain({ endpoint, timeoutMs }: SocketOptions): PendingSocket {
  return pending(connectPlain(placeOf(endpoint, 80)), 'connect', timeoutMs);
}

/** Begins at once. */
export function openSecure(options: SocketOptions): PendingSocket<TLSSocket> {
  const { endpoint, timeoutMs, protocols, session, secureContext = trusting(options) } = options;
  const place = placeOf(endpoint, 443);
  const socket = connect({
    ...place,
    servername: isIP(place.host) === 0 ? place.host : '',
    ALPNProtocols: [...protocols],
    secureContext,
    ...present({ session }),
  });
  return pending(socket, 'secureConnect', timeoutMs);
}

function placeOf({ hostname, port }: URL, usual: number): { readonly host: string; readonly port: number } {
  return { host: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? usual : Number(port) };
}

function pending<Kind extends Socket>(socket: Kind, event: string, timeoutMs: number): PendingSocket<Kind> {
  const timer = setTimeout(() => {
    socket.destroy(notConnected('ETIMEDOUT'));
  }, timeoutMs);
  socket.setNoDelay(true);
  const ready = new Promise<Kind>((resolve, reject) => {
    socket.once(event, () => {
      resolve(socket);
    });
    // Stays on after the hand-over, so that an error in between crashes nothing.
    socket.on('error', reject);
  });
  const settled = () => {
    clearTimeout(timer);
  };
  ready.then(settled, settled);
  const connected = new Promise<void>((resolve) => {
    socket.once('connect', resolve);
    socket.once('close', () => {
      settled();
      resolve();
    });
  });
  return { socket, connected, ready };
}

/** Why a connection was ended by us. */
export function notConnected(code: 'ETIMEDOUT' | 'ECONNRESET'): Error {
  return Object.assign(new Error('not connected'), { code });
}
