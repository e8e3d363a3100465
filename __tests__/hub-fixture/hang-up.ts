/** Ends connections of HTTP/2 as a process that is killed does: without a word. */
import type { Http2SecureServer, Http2Session } from 'node:http2';
import type { TLSSocket } from 'node:tls';

const sockets = new WeakMap<Http2Session, TLSSocket>();

/** Remembers the socket below each session: Node shows none that can be ended. */
export function withSockets<S extends Pick<Http2SecureServer, 'on'>>(server: S): S {
  let newest: Http2Session | undefined;
  server
    .on('session', (session: Http2Session) => {
      newest = session;
    })
    .on('secureConnection', (socket: TLSSocket) => {
      if (newest !== undefined) sockets.set(newest, socket);
      newest = undefined;
    });
  return server;
}

/** Of a server that went through `withSockets`. `session.destroy()` writes once more, and Node's server aborts at times where replies are under way. */
export function hangUp(session: Http2Session | undefined): void {
  if (session !== undefined) sockets.get(session)?.destroy();
}
