/** The loopback endpoint over TLS, with a certificate of this test file's own. */
import { createServer } from 'node:https';
import {
  createSecureServer,
  type Http2SecureServer,
  type Http2ServerRequest,
  type Http2Session,
  type ServerHttp2Stream,
} from 'node:http2';
import type { TLSSocket } from 'node:tls';
import { issueCertificate } from '../hub-fixture/certificate';
import { closeLater, listen, type Endpoint, type Handler } from './endpoint';

export const certificate = await issueCertificate();
/** Options of a hub that trusts it. */
export const trusting = { tls: { ca: certificate.cert } };

/** `h1`: HTTP/1.1 only. `h2`: HTTP/2, and HTTP/1.1 for whoever asks for it. */
export async function startTls(protocol: 'h1' | 'h2', handler: Handler): Promise<Endpoint> {
  const endpoint = await listen(
    (listener) => {
      if (protocol === 'h1') return createServer(certificate, listener);
      // http2's compatibility API takes the same listener; the types do not know.
      return withSockets(createSecureServer({ ...certificate, allowHTTP1: true }, listener as never));
    },
    'https',
    handler,
  );
  closeLater(endpoint);
  return endpoint;
}

const sockets = new WeakMap<Http2Session, TLSSocket>();

function withSockets(server: Http2SecureServer): Http2SecureServer {
  let newest: Http2Session | undefined;
  return server
    .on('session', (session) => {
      newest = session;
    })
    .on('secureConnection', (socket: TLSSocket) => {
      if (newest !== undefined) sockets.set(newest, socket);
    });
}

/** Ends a connection as a process that is killed does. `session.destroy()` writes once more, and Node's server aborts at times where replies are under way. */
export function hangUp(session: Http2Session | undefined): void {
  if (session !== undefined) sockets.get(session)?.destroy();
}

/** Over HTTP/2 a request's own socket stands for its stream only. */
export const streamOf = (request: unknown): ServerHttp2Stream => (request as Http2ServerRequest).stream;
