/** A small HTTP server on loopback, for replies that are written out by hand. */
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Ask {
  readonly method: string;
  /** Below the address, without the query. */
  readonly path: string;
  /** From the question mark; empty without one. */
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  /** What stands behind `Bearer`. */
  readonly token?: string;
}

export interface Reply {
  readonly status: number;
  /** Reason phrase. */
  readonly reason?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export type Handler = (ask: Ask) => Reply;

export interface Served {
  /** With the path. */
  readonly address: string;
  readonly asked: readonly Ask[];
  close(): Promise<void>;
}

/** What lies outside `base` is answered with the 404 of a bare web server. */
export async function serve({ answer, second }: { answer: Handler; second?: Handler }, base = ''): Promise<Served> {
  const asked: Ask[] = [];
  const behind = second === undefined ? undefined : await listen((ask) => second(ask), '', []);
  const front = await listen(answer, base, asked, behind?.origin);
  return {
    address: `${front.origin}${base}`,
    asked,
    close: async () => {
      await Promise.all([front.close(), behind?.close()]);
    },
  };
}

const OUTSIDE: Reply = {
  status: 404,
  headers: { 'content-type': 'text/html' },
  body: '<html>\r\n<head><title>404 Not Found</title></head>\r\n<body>\r\n<center><h1>404 Not Found</h1></center>\r\n</body>\r\n</html>\r\n',
};

async function listen(
  answer: Handler,
  base: string,
  asked: Ask[],
  second = '',
): Promise<{ origin: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    request.resume();
    const ask = askOf(request, base);
    if (ask !== undefined) asked.push(ask);
    send(response, ask === undefined ? OUTSIDE : answer(ask), { method: request.method ?? 'GET', second });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => end(server) };
}

function end(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}

function askOf({ method = 'GET', url = '/', headers }: IncomingMessage, base: string): Ask | undefined {
  if (base !== '' && !url.startsWith(`${base}/`)) return undefined;
  const [path = '', query] = url.slice(base.length).split(/\?(.*)/s);
  const [, token] = /^Bearer (.*)$/i.exec(headers.authorization ?? '') ?? [];
  const common = { method, path: decodeURIComponent(path), query: query === undefined ? '' : `?${query}`, headers };
  return token === undefined ? common : { ...common, token };
}

function send(response: ServerResponse, reply: Reply, { method, second }: { method: string; second: string }): void {
  const { status, reason, headers = {}, body = '' } = reply;
  const named = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, value.replace('{second}', second)]),
  );
  const length = status === 304 ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  response.writeHead(status, reason, { ...length, ...named });
  response.end(method === 'HEAD' ? undefined : body);
}

export function text(status: number, body: string, headers: Reply['headers'] = {}): Reply {
  return { status, body, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers } };
}

export function html(status: number, title: string, headers: Reply['headers'] = {}): Reply {
  const body = `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n</body>\r\n</html>\r\n`;
  return { status, body, headers: { 'content-type': 'text/html', ...headers } };
}

export function json(status: number, body: unknown, headers: Reply['headers'] = {}): Reply {
  return { status, body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } };
}

export function empty(status: number, headers: Reply['headers'] = {}): Reply {
  return { status, headers };
}
