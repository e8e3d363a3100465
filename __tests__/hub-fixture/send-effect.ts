/** Puts what a fault makes of a reply on the wire, over HTTP/1.1 and HTTP/2 alike. */
import type { ServerResponse } from 'node:http';
import { Http2ServerResponse, constants } from 'node:http2';
import type { Socket } from 'node:net';
import { htmlReply, jsonReply, redirectReply, sendReply, type Reply } from '../../src/simulator/reply';
import type { Effect } from './faults';
import { hangUp } from './hang-up';

type Response = ServerResponse | Http2ServerResponse;

/** What is known of the request that is answered. */
export interface Asked {
  target: string;
  authorization: string | undefined;
}

/** Sends what an effect makes of the honest reply. Ends early when the caller goes away. */
export async function sendEffect(
  response: ServerResponse,
  reply: Reply,
  { effect, asked }: { readonly effect: Effect; readonly asked: Asked },
): Promise<void> {
  if (isBreaking(effect)) await breakOff(response, reply, effect);
  else sendReply(response, replace(reply, effect, asked));
}

const BREAKING = ['reset', 'stream-reset', 'truncated', 'slow', 'hang', 'endless', 'raw'] as const;
type Breaking = Extract<Effect, { kind: (typeof BREAKING)[number] }>;

function isBreaking(effect: Effect): effect is Breaking {
  return BREAKING.some((kind) => kind === effect.kind);
}

/** The effects that end in a whole reply, if a strange one. */
function replace(reply: Reply, effect: Exclude<Effect, Breaking>, asked: Asked): Reply {
  switch (effect.kind) {
    case 'reply':
      return { status: effect.status, headers: effect.headers ?? {}, body: bytesOf(effect.body ?? '') };
    case 'html':
      return htmlReply(effect.status, 'The request could not be satisfied', { server: 'CloudFront' });
    case 'redirect':
      return { ...redirectReply(307, effect.to), status: effect.status ?? 307 };
    case 'redirect-loop':
      return redirectReply(307, asked.target);
    case 'headers':
      return { ...reply, headers: { ...reply.headers, ...effect.set } };
    case 'echo-token':
      return echo(reply, asked, effect.status);
  }
}

/** The effects that the caller's connection feels. */
async function breakOff(response: Response, reply: Reply, effect: Breaking): Promise<void> {
  switch (effect.kind) {
    case 'reset':
      cutConnection(response);
      return;
    case 'stream-reset':
      cutRequest(response);
      return;
    case 'truncated':
      writeHead(response, reply.status, { ...reply.headers, 'content-length': String(reply.body.length) });
      await write(response, reply.body.subarray(0, effect.keep ?? Math.floor(reply.body.length / 2)));
      cutRequest(response);
      return;
    case 'slow':
      await sendSlowly(response, reply, effect.everyMs);
      return;
    case 'endless':
      writeHead(response, 200, effect.headers ?? { 'content-type': 'application/json; charset=utf-8' });
      while (await write(response, Buffer.alloc(65_536, ' ')));
      return;
    case 'hang':
      return;
    case 'raw':
      if (response instanceof Http2ServerResponse) cutRequest(response);
      else response.socket?.end(bytesOf(effect.bytes));
  }
}

async function sendSlowly(response: Response, { status, headers, body }: Reply, everyMs: number): Promise<void> {
  writeHead(response, status, { ...headers, 'content-length': String(body.length) });
  for (const byte of body) {
    await new Promise((resolve) => setTimeout(resolve, everyMs));
    if (!(await write(response, Buffer.of(byte)))) return;
  }
  response.end();
}

function writeHead(response: Response, status: number, headers: Record<string, string>): void {
  // Both classes have this signature, but their overloads do not unite.
  if (response instanceof Http2ServerResponse) response.writeHead(status, headers);
  else response.writeHead(status, headers);
}

/** Resolves when the bytes are handed over; false when the caller has gone. */
function write(response: Response, bytes: Buffer): Promise<boolean> {
  return new Promise((resolve) => {
    if (response.destroyed || response.writableEnded) {
      resolve(false);
      return;
    }
    const gone = (): void => {
      resolve(false);
    };
    response.once('close', gone);
    const handedOver = (error?: Error | null): void => {
      response.off('close', gone);
      resolve(error === undefined || error === null);
    };
    if (response instanceof Http2ServerResponse) response.write(bytes, 'utf8', handedOver);
    else response.write(bytes, handedOver);
  });
}

function cutConnection(response: Response): void {
  if (response instanceof Http2ServerResponse) hangUp(response.stream.session);
  else if (response.socket !== null) cutSocket(response.socket);
}

/** A TLS socket cannot send a TCP reset of its own; closing without a farewell is as rude. */
function cutSocket(socket: Socket): void {
  if ('encrypted' in socket) socket.destroy();
  else socket.resetAndDestroy();
}

function cutRequest(response: Response): void {
  if (response instanceof Http2ServerResponse) response.stream.close(constants.NGHTTP2_INTERNAL_ERROR);
  else response.socket?.destroySoon();
}

/** The token wherever a careless Hub or proxy could repeat it. */
function echo(reply: Reply, { authorization = '' }: Asked, status = reply.status): Reply {
  const secret = authorization.replace(/^\w+ /, '');
  const message = `The credential ${authorization} of ${secret} was received`;
  const echoed = jsonReply(status, { error: message, token: secret, name: secret });
  const headers = {
    ...reply.headers,
    ...echoed.headers,
    'x-error-message': message,
    'x-request-id': `Root=1-${secret}`,
  };
  return { ...echoed, headers };
}

function bytesOf(value: string | Buffer): Buffer {
  return typeof value === 'string' ? Buffer.from(value) : value;
}
