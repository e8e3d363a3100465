/** The list of hosts, by one GET over HTTP/1.1. */
import { request as requestPlain, type IncomingMessage } from 'node:http';
import { connectTo, type ConnectionOptions } from './connection';

const MOST = 65_536;

interface Wire extends ConnectionOptions {
  readonly userAgent: string;
}

/** Status, and the body up to 64 kB. Rejects where no answer comes. */
export async function getList(
  url: URL,
  path: string,
  wire: Wire,
): Promise<{ readonly status: number; readonly body: string }> {
  const isTls = url.protocol === 'https:';
  const socket = isTls ? await connectTo(url.host, wire) : undefined;
  const { signal, userAgent } = wire;
  try {
    const reply = await new Promise<IncomingMessage>((resolve, reject) => {
      const headers = { host: url.host, 'user-agent': userAgent, accept: 'application/json', connection: 'close' };
      const place = { host: url.hostname.replace(/^\[|\]$/g, ''), port: url.port === '' ? 80 : Number(url.port) };
      const request = requestPlain({
        ...{ ...place, path, headers, signal, method: 'GET' },
        ...(socket === undefined ? { agent: false } : { createConnection: () => socket }),
      });
      request.once('response', resolve);
      request.once('error', reject);
      request.end();
    });
    let body = '';
    for await (const piece of reply as AsyncIterable<Buffer>) {
      body += piece.toString('latin1');
      if (body.length >= MOST) break;
    }
    reply.destroy();
    return { status: reply.statusCode ?? 0, body };
  } finally {
    socket?.destroy();
  }
}
