/** GitHub's API as an enemy, on loopback. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PLANTED, type HostileGitHub } from './hostile-machine';

export interface HostileApi {
  readonly origin: string;
  /** Bodies that were sent to it. */
  readonly bodies: readonly string[];
  /** Credentials that are not the token that is meant for it. */
  readonly foreign: readonly string[];
  close(): Promise<void>;
}

/** @param elsewhere an origin that nothing may be sent to */
export async function startHostileApi(script: HostileGitHub, elsewhere: string): Promise<HostileApi> {
  const bodies: string[] = [];
  const foreign: string[] = [];
  const server = createServer((request, response) => {
    const { authorization } = request.headers;
    if (authorization !== undefined && authorization !== `token ${PLANTED.github}`) foreign.push(authorization);
    response.on('error', () => undefined);
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
    request.on('end', () => {
      bodies.push(body);
      ANSWERS[script.kind](response, { script, request, elsewhere });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bodies,
    foreign,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

interface About {
  readonly script: HostileGitHub;
  readonly request: IncomingMessage;
  readonly elsewhere: string;
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

const ANSWERS: Readonly<Record<HostileGitHub['kind'], (response: ServerResponse, about: About) => void>> = {
  reply: (response, { script: { status, body } }) => {
    response.writeHead(status, JSON_TYPE).end(body);
  },
  silent: () => undefined,
  endless: (response) => {
    response.writeHead(200, JSON_TYPE);
    const timer = setInterval(() => response.write(' '.repeat(100_000)), 5);
    response.once('close', () => {
      clearInterval(timer);
    });
  },
  reset: (response) => {
    response.socket?.resetAndDestroy();
  },
  away: (response, { request: { url = '' }, elsewhere }) => {
    response.writeHead(307, { location: `${elsewhere}${url}` }).end();
  },
  echo: (response, { request: { headers } }) => {
    const message = `${String(headers.authorization)} was refused`;
    response.writeHead(403, JSON_TYPE).end(JSON.stringify({ message }));
  },
  pages: (response, { request: { url = '/', headers } }) => {
    const next = `<http://${String(headers.host)}${url}${url.includes('?') ? '&' : '?'}more=1>; rel="next"`;
    response.writeHead(200, { ...JSON_TYPE, link: next }).end('[]');
  },
};
