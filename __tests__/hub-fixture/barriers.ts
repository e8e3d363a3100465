/** Hosts on loopback, under `.test`: one for each thing that can be in the way to a host, and one that has nothing in its way. */
import { createServer as createSecure } from 'node:https';
import type { IncomingMessage, RequestListener, Server } from 'node:http';
import { createServer as createTcp, type AddressInfo, type Server as TcpServer, type Socket } from 'node:net';
import { issueCertificate, type Certificate } from './certificate';

/** Each is the first label of a name; nothing answers for `gone`, which the test's own resolver does not know. */
export const BARRIER_HOSTS = [
  'fine',
  'portal',
  'moved',
  'broken',
  'stranger',
  'refused',
  'silent',
  'plain',
  'gone',
] as const;

export class BarrierHosts {
  /** By name. */
  readonly ports = new Map<string, number>();
  /** What the hosts were sent. */
  readonly seen: IncomingMessage[] = [];
  readonly own: Certificate;
  readonly #open: (Server | TcpServer)[] = [];
  readonly #sockets = new Set<Socket>();

  private constructor(own: Certificate) {
    this.own = own;
  }

  /** @param further names that the certificate is for as well, without a host yet */
  static async start(further: readonly string[] = []): Promise<BarrierHosts> {
    const names = [...BARRIER_HOSTS, ...further].map((name) => `${name}.test`);
    const hosts = new BarrierHosts(await issueCertificate({ names }));
    const stranger = await issueCertificate({ names });
    const { ports } = hosts;
    ports.set('fine', await hosts.secure(hosts.answering(401, {}, 'no token')));
    const page = { 'content-type': 'text/html' };
    ports.set('portal', await hosts.secure(hosts.answering(200, page, '<html>Sign in</html>')));
    ports.set('moved', await hosts.secure(hosts.answering(302, { location: 'https://login.corp.test/' })));
    ports.set('broken', await hosts.secure(hosts.answering(503)));
    ports.set('stranger', await hosts.secure(hosts.answering(401), stranger));
    ports.set('silent', await hosts.listen(createTcp(() => undefined)));
    ports.set('plain', await hosts.listen(createTcp((socket) => socket.end('SSH-2.0-x\r\n'))));
    const closed = createTcp();
    ports.set('refused', await hosts.listen(closed));
    await new Promise((resolve) => closed.close(resolve));
    return hosts;
  }

  /** The port of a server that ends with the hosts. */
  async listen(server: Server | TcpServer): Promise<number> {
    server.on('connection', (socket: Socket) => {
      this.keep(socket);
      socket.on('error', () => undefined);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    this.#open.push(server);
    return (server.address() as AddressInfo).port;
  }

  /** A connection that ends with the hosts. */
  keep(socket: Socket): void {
    this.#sockets.add(socket);
  }

  secure(answer: RequestListener, { cert, key } = this.own): Promise<number> {
    return this.listen(createSecure({ cert, key }, answer));
  }

  answering(status: number, headers: Record<string, string> = {}, body = ''): RequestListener {
    return (request, response) => {
      this.seen.push(request);
      response.writeHead(status, headers).end(body);
    };
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await Promise.all(this.#open.map((server) => new Promise((resolve) => server.close(resolve))));
  }
}
