/** HTTP/2, by Node's own session: each request is a stream of one connection. */
import type * as http2 from 'node:http2';
import type { TLSSocket } from 'node:tls';
import type { Connection, OutgoingRequest } from './connection';
import type { ResponseReader } from './response-reader';

export interface SessionOptions {
  readonly endpoint: URL;
  /** Requests in flight at most; the endpoint's own limit is obeyed beside it. */
  readonly streams: number;
  /** Is told when {@link Connection.capacity} has changed. */
  readonly onCapacityChange: () => void;
}

/** What Node assumes until the endpoint has told its own limit. */
const STREAMS_BEFORE_TOLD = 100;

/** The stream is no longer needed (RFC 9113, section 7). */
const CANCEL = 8;

/** A session on a socket that stands and speaks HTTP/2. Node's module is handed in, as it is loaded only when needed. */
export function openSession({ connect }: typeof http2, socket: TLSSocket, options: SessionOptions): Connection {
  if (socket.destroyed) throw lostConnection();
  const session = connect(options.endpoint, { createConnection: () => socket, settings: { enablePush: false } });
  let peerStreams = STREAMS_BEFORE_TOLD;
  session.on('remoteSettings', ({ maxConcurrentStreams }: http2.Settings) => {
    peerStreams = maxConcurrentStreams ?? Number.POSITIVE_INFINITY;
    options.onCapacityChange();
  });
  // Each stream is told by itself.
  session.on('error', () => undefined);
  return {
    send: (request, reader) => {
      readStream(sendStream(session, request), reader);
    },
    // Never none: the end of a request is what lets the next one go.
    capacity: () => Math.max(1, Math.min(options.streams, peerStreams)),
    destroy: () => {
      session.destroy(undefined, CANCEL);
    },
    lost: new Promise((resolve) => {
      session.once('close', resolve).once('goaway', () => {
        resolve();
      });
    }),
  };
}

function sendStream(
  session: http2.ClientHttp2Session,
  { method, path, headers }: OutgoingRequest,
): http2.ClientHttp2Stream {
  return session.request({ ...headers, ':method': method, ':path': path }, { endStream: true });
}

function readStream(stream: http2.ClientHttp2Stream, reader: ResponseReader): void {
  reader.onRequestStart({
    abort: () => {
      stream.close(CANCEL);
    },
  });
  stream
    .on('response', ({ ':status': status = 0, ...headers }) => {
      reader.onResponseStart(undefined, status, headers);
    })
    .on('data', (chunk: Buffer) => {
      reader.onResponseData(undefined, chunk);
    })
    .on('error', (error) => {
      reader.end(error);
    })
    // What was reset ends like what is whole, so only the code tells.
    .on('close', () => {
      if (stream.rstCode === 0 && reader.replied) reader.onResponseEnd();
      else reader.end(lostConnection());
    });
}

function lostConnection(): Error {
  return Object.assign(new Error('connection lost'), { code: 'ECONNRESET' });
}
