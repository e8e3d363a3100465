/** The first connection to an endpoint of TLS, which finds out whether it speaks HTTP/2. */
import { isIP } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import { present } from '../../domain/present';

export interface SocketOptions {
  readonly endpoint: URL;
  /** Further authority to trust, as PEM; for endpoints of tests. */
  readonly ca: string | undefined;
  /** For TCP's part and the handshake together. */
  readonly timeoutMs: number;
}

/** A TLS connection on its way. */
export interface PendingSocket {
  /** TCP's part is done, or all of it failed. */
  readonly connected: Promise<void>;
  readonly secured: Promise<TLSSocket>;
}

/** Begins at once; ended by the signal as long as the socket lives. */
export function openSocket({ endpoint, ca, timeoutMs }: SocketOptions, signal: AbortSignal): PendingSocket {
  const host = endpoint.hostname.replace(/^\[|\]$/g, '');
  const socket = connect({
    host,
    port: endpoint.port === '' ? 443 : Number(endpoint.port),
    servername: isIP(host) === 0 ? host : '',
    ALPNProtocols: ['h2', 'http/1.1'],
    ...present({ ca }),
  });
  const end = (code: string) => {
    socket.destroy(Object.assign(new Error('not connected'), { code }));
  };
  const timer = setTimeout(end, timeoutMs, 'ETIMEDOUT');
  const abort = () => {
    end('ECONNRESET');
  };
  signal.addEventListener('abort', abort);
  socket.once('close', () => {
    signal.removeEventListener('abort', abort);
  });
  socket.setNoDelay(true);
  const secured = new Promise<TLSSocket>((resolve, reject) => {
    socket.once('secureConnect', () => {
      resolve(socket);
    });
    // Stays on after the hand-over, so that an error in between crashes nothing.
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
