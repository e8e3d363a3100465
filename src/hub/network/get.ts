/** One GET over HTTP/1.1, of which no more is read than is needed. */
import { request as requestPlain, type IncomingMessage } from 'node:http';
import { connectTo, type ConnectionOptions } from './connection';
import type { Answer } from './service';

interface Asked {
  readonly path: string;
  /** Bytes of the body, at most. */
  readonly most: number;
}

interface Wire extends ConnectionOptions {
  readonly userAgent: string;
}

/** Rejects with `Blocked` where there is no connection, and with Node's error where no answer comes. */
export async function get(url: URL, { path, most }: Asked, wire: Wire): Promise<Answer> {
  const isTls = url.protocol === 'https:';
  const socket = isTls ? await connectTo(url.host, wire) : undefined;
  const { signal, userAgent } = wire;
  try {
    const reply = await new Promise<IncomingMessage>((resolve, reject) => {
      const headers = { host: url.host, 'user-agent': userAgent, accept: '*/*', connection: 'close' };
      const place = { host: url.hostname.replace(/^\[|\]$/g, ''), port: url.port === '' ? 80 : Number(url.port) };
      const request = requestPlain({
        ...{ ...place, path, headers, signal, method: 'GET' },
        ...(socket === undefined ? { agent: false } : { createConnection: () => socket }),
      });
      request.once('response', resolve);
      request.once('error', reject);
      request.end();
    });
    return await answerOf(reply, most);
  } finally {
    socket?.destroy();
  }
}

async function answerOf(reply: IncomingMessage, most: number): Promise<Answer> {
  let body = '';
  // A body that breaks off has said enough.
  await (async () => {
    for await (const piece of reply as AsyncIterable<Buffer>) {
      body += piece.toString('latin1');
      if (body.length >= most) break;
    }
  })().catch(() => undefined);
  reply.destroy();
  return { status: reply.statusCode ?? 0, headers: reply.headers, body: body.slice(0, most) };
}
