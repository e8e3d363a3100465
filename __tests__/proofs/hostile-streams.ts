/** The same replies over HTTP/2, with the ends that its connections and streams can come to. */
import {
  constants,
  createSecureServer,
  type Http2SecureServer,
  type Http2Session,
  type IncomingHttpHeaders,
  type ServerHttp2Stream,
} from 'node:http2';
import type { Certificate } from '../hub-fixture/certificate';
import { hangUp, withSockets } from '../hub-fixture/hang-up';
import type { Ending, HostileReply } from './hostile-replies';
import type { Arrived, Player } from './hostile-server';

/** The server side of HTTP/2 in Node 20 does not bear what a hostile Hub does with it. */
export const HAS_STREAMS = Number(process.versions.node.split('.')[0]) >= 24;

export type StreamServer = Http2SecureServer & { abandon(): void };

/** A server that leaves every stream to somebody, and survives what they do to it. */
export function createStreamServer(
  certificate: Certificate,
  answer: (stream: ServerHttp2Stream, request: IncomingHttpHeaders) => Promise<void>,
): StreamServer {
  const server = withSockets(createSecureServer(certificate));
  const sessions = new Set<Http2Session>();
  server.on('session', (session) => {
    sessions.add(session);
    session.on('close', () => sessions.delete(session)).on('error', () => undefined);
  });
  server.on('stream', (stream, request) => {
    // A caller that goes away mid-reply is part of the game.
    stream.on('error', () => undefined);
    void answer(stream, request).catch(() => {
      stream.close(constants.NGHTTP2_INTERNAL_ERROR);
    });
  });
  server.on('sessionError', () => undefined).on('tlsClientError', () => undefined);
  return Object.assign(server, {
    abandon: () => {
      for (const session of sessions) hangUp(session);
    },
  });
}

/** Not in the middle of what the session is doing. */
function later(act: () => void): void {
  setImmediate(act);
}

/** How many requests each connection has brought. */
const counts = new WeakMap<Http2Session, number>();

/** One request, answered as the Hub that is played would, on a connection that ends as its connections do. */
export async function answerStream(
  stream: ServerHttp2Stream,
  request: IncomingHttpHeaders,
  player: Player,
): Promise<void> {
  const { session } = stream;
  if (session === undefined) return;
  const nth = (counts.get(session) ?? 0) + 1;
  counts.set(session, nth);
  if (!isTaken({ stream, nth }, player)) return;
  const [method = '', path = ''] = [request[':method'], request[':path']];
  const next = await player.next({ method, path, withToken: player.hasToken(request.authorization) });
  if (next === undefined || stream.destroyed) {
    later(() => {
      hangUp(session);
    });
    return;
  }
  next.record(send(stream, next.reply, method));
  const end = ENDS[player.ending.kind];
  // Once the reply is out: in the middle of one, Node's own server does not bear it.
  if (nth === player.ending.after)
    stream.once('close', () => {
      later(() => {
        end(session, stream.id ?? 0);
      });
    });
}

/** What is done to a connection that has brought its last request. */
const ENDS: Readonly<Record<Ending['kind'], (session: Http2Session, last: number) => void>> = {
  none: () => undefined,
  refused: () => undefined,
  graceful: (session) => {
    session.close();
  },
  goaway: (session, last) => {
    if (!session.destroyed) session.goaway(constants.NGHTTP2_NO_ERROR, last);
  },
  gone: hangUp,
};

/** Whether the request is looked at. */
function isTaken(
  { stream, nth }: { stream: ServerHttp2Stream; nth: number },
  { ending: { kind, after } }: Player,
): boolean {
  if (kind === 'refused' && nth % after === 0) {
    stream.close(constants.NGHTTP2_REFUSED_STREAM);
    return false;
  }
  // What came after the last stream that is named was not looked at; it may be asked elsewhere.
  return kind !== 'goaway' || nth <= after;
}

/** Ends of a stream that say nothing, or something else than an end. */
const CODES = [
  constants.NGHTTP2_NO_ERROR,
  constants.NGHTTP2_CANCEL,
  constants.NGHTTP2_INTERNAL_ERROR,
  constants.NGHTTP2_PROTOCOL_ERROR,
] as const;

/** How much of the reply is sent: all of it has every byte, a length that is true, and its own end. */
function send(stream: ServerHttp2Stream, reply: HostileReply, method: string): Arrived {
  const { framing, status, early, lead, blownTo, pieces } = reply;
  const code = CODES[pieces % CODES.length] ?? constants.NGHTTP2_CANCEL;
  if (framing.kind === 'silent') return 'nothing';
  if (framing.kind === 'garbage') {
    later(() => {
      hangUp(stream.session);
    });
    return 'nothing';
  }
  // What is blown up is for HTTP/1.1: a caller that turns away in the middle of a long body is too much for Node's server.
  if (framing.kind === 'reset' || blownTo > 0) {
    stream.close(code);
    return 'nothing';
  }
  if (early !== '') stream.additionalHeaders({ ':status': Number(early.slice(0, 3)) });
  // An interim status is all that comes.
  if (status < 200) return 'nothing';
  const body = Buffer.concat([Buffer.from(lead), Buffer.from(reply.body)]);
  // What is cut off can be seen by a length only: a stream that is closed here ends with what was written.
  const told = toldBy(framing, body.length);
  stream.respond({ ':status': status, ...fieldsOf(reply), ...(told === undefined ? {} : { 'content-length': told }) });
  const isBare = method === 'HEAD' || status === 204 || status === 205 || status === 304;
  if (isBare) return 'all';
  if (framing.kind === 'cut') {
    stream.write(body.subarray(0, Math.min(framing.after, body.length - 1)), () => {
      stream.close(code);
    });
    return 'head';
  }
  stream.end(body);
  return told === undefined || told === body.length ? 'all' : 'head';
}

/** The length that a reply names, if it names one. */
function toldBy(framing: HostileReply['framing'], length: number): number | undefined {
  if (framing.kind === 'length') return framing.told ?? length;
  return framing.kind === 'cut' ? length : undefined;
}

/** A field with one of these is left out on the way, as if it had not been sent. */
const STRAY = /[\u0000-\u0008\u000a-\u001f\u007f]/g; // eslint-disable-line no-control-regex -- what must not be there

/** As HTTP/2 lets them be: no fields of a connection, and values of one line. */
function fieldsOf({ headers }: HostileReply): Record<string, string[] | string> {
  const fields: Record<string, string[]> = {};
  for (const [name, value] of headers) {
    if (name === 'connection') continue;
    fields[name] = [
      ...(fields[name] ?? []),
      value
        .replace(/[\r\n]+ ?/g, ' ')
        .replace(STRAY, '')
        .trim(),
    ];
  }
  return Object.fromEntries(
    Object.entries(fields).map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  );
}
