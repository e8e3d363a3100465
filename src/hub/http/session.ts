/** HTTP/2, by Node's own session: each request is a stream of one connection. */
import type * as http2 from 'node:http2';
import type { TLSSocket } from 'node:tls';
import type { Allowance } from './allowance';
import type { Connection, OutgoingRequest } from './connection';
import { CONNECTION_LOST, ASK_AGAIN } from './error';
import type { ResponseReader } from './response-reader';

/** What an HTTP/2 session needs beside its socket: whose it is, how many requests it may carry, and who hears of a change. */
export interface SessionOptions {
  readonly endpoint: URL;
  /** Requests in flight at most; the endpoint's own limit is obeyed beside it. */
  readonly allowance: Allowance;
  /** Called when {@link Connection.capacity} has changed. */
  readonly onCapacityChange: () => void;
}

/** What Node assumes until the endpoint has sent its own limit. */
const STREAMS_BEFORE_TOLD = 100;

/** RFC 9113, section 7. */
const CANCEL = 8;
/** REFUSED_STREAM, and ENHANCE_YOUR_CALM, which Node's own server says where what it has yet to send takes too much memory. */
const ASKS_FOR_FEWER = [7, 11];

/** A session on an open socket that speaks HTTP/2. Node's module is passed in, because it is loaded only when needed. */
export function openSession({ connect }: typeof http2, socket: TLSSocket, options: SessionOptions): Connection {
  if (socket.destroyed) throw failure(CONNECTION_LOST);
  const session = connect(options.endpoint, { createConnection: () => socket, settings: { enablePush: false } });
  const streams = new Streams(session, options.allowance);
  let peerStreams = STREAMS_BEFORE_TOLD;
  session.on('remoteSettings', ({ maxConcurrentStreams }: http2.Settings) => {
    peerStreams = maxConcurrentStreams ?? Number.POSITIVE_INFINITY;
    options.onCapacityChange();
  });
  // Each stream is told separately.
  session.on('error', () => undefined);
  return {
    send: (request, reader) => {
      streams.send(request, reader);
    },
    // Never none: the end of a request is what lets the next one go.
    capacity: () => Math.max(1, Math.min(options.allowance.now(), peerStreams)),
    destroy: () => {
      session.destroy(undefined, CANCEL);
    },
    isLost: () => streams.isOver(),
  };
}

/** The requests of one session. */
class Streams {
  readonly #session: http2.ClientHttp2Session;
  readonly #allowance: Allowance;
  #open = 0;
  #replies = 0;
  /** How many were in flight when it was lost. */
  #lostWith = 0;
  /** The last stream that the endpoint has looked at, or may look at, as it said when it ended the connection (`GOAWAY`). */
  #lastSeen = Number.POSITIVE_INFINITY;

  constructor(session: http2.ClientHttp2Session, allowance: Allowance) {
    this.#session = session;
    this.#allowance = allowance;
    session.on('goaway', (_code: number, lastSeen: number) => {
      this.#lastSeen = lastSeen;
    });
  }

  send({ method, path, headers, body }: OutgoingRequest, reader: ResponseReader): void {
    // It may have ended since it was handed out.
    if (this.isOver()) throw failure(ASK_AGAIN);
    const endStream = body === undefined;
    const stream = this.#session.request({ ...headers, ':method': method, ':path': path }, { endStream });
    this.#open += 1;
    this.#read(stream, reader);
    if (!endStream) stream.end(body);
  }

  #read(stream: http2.ClientHttp2Stream, reader: ResponseReader): void {
    const hasEnded = watchEnd(stream);
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
      // Told by the end, which always follows.
      .on('error', () => undefined)
      .on('close', () => {
        this.#open -= 1;
        if (reader.replied && stream.rstCode === 0 && (hasEnded() || reader.hasItsLength)) this.#answered(reader);
        else reader.end(failure(this.#whyNot(stream)));
      });
  }

  #answered(reader: ResponseReader): void {
    this.#replies += 1;
    this.#allowance.answered();
    reader.onResponseEnd();
  }

  #whyNot(stream: http2.ClientHttp2Stream): string {
    const others = this.#open;
    if (this.isOver()) {
      if (this.#lostWith === 0) this.#allowance.lost(this.#replies, others + 1);
      this.#lostWith ||= others + 1;
      // Ids count up; one that never left has none. Of several in flight nobody knows which one ended it.
      const isUnseen = (stream.id ?? Number.POSITIVE_INFINITY) > this.#lastSeen;
      return (isUnseen || this.#lostWith > 1) && this.#allowance.isFruitful() ? ASK_AGAIN : CONNECTION_LOST;
    }
    if (!ASKS_FOR_FEWER.includes(stream.rstCode)) return 'ECONNRESET';
    this.#allowance.refused(others);
    // Alone there is nobody whose end would make room for it.
    return others > 0 ? ASK_AGAIN : 'ECONNRESET';
  }

  /** The session takes no further request; those in flight may still be answered. */
  isOver(): boolean {
    return this.#session.closed || this.#session.destroyed;
  }
}

/**
 * Whether the endpoint said that its reply is whole (`END_STREAM`). A stream that it resets with NO_ERROR ends in the same
 * events and with the same code, but Node knows it as closed before it ends what there is to read. A server on Node 24.19
 * resets so after replies that had to wait for room in the window, without having said that they are whole: of those only
 * their `content-length` tells.
 */
function watchEnd(stream: http2.ClientHttp2Stream): () => boolean {
  let hasEnded = false;
  const push = stream.push.bind(stream);
  stream.push = (chunk: unknown, encoding?: BufferEncoding) => {
    if (chunk === null && !stream.closed) hasEnded = true;
    return push(chunk, encoding);
  };
  return () => hasEnded;
}

function failure(code: string): Error {
  return Object.assign(new Error('connection lost'), { code });
}
