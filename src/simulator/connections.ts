/** One listening server on loopback and its connections: numbered by what they brought, and ended together. */
import type { IncomingMessage, Server } from 'node:http';
import type { Http2SecureServer } from 'node:http2';
import { Http2ServerRequest } from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';
import type { Response } from './send-reply';

export type AnyServer = Server | Http2SecureServer;
export type Request = IncomingMessage | Http2ServerRequest;

export class Listener {
  readonly origin: string;
  /** Connections that brought a request so far. */
  connections = 0;
  readonly #server: AnyServer;
  readonly #open = new Set<Socket>();
  readonly #numbers = new WeakMap<object, number>();

  private constructor(server: AnyServer, origin: string) {
    this.#server = server;
    this.origin = origin;
    server.on('connection', (socket: Socket) => {
      this.#open.add(socket);
      socket.once('close', () => this.#open.delete(socket));
      // A reset by the caller must not end the process.
      socket.on('error', () => undefined);
    });
  }

  static async open(server: AnyServer, tls: false | string): Promise<Listener> {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    return new Listener(server, tls === false ? `http://127.0.0.1:${port}` : `https://localhost:${port}`);
  }

  onRequest(serve: (request: Request, response: Response) => void): void {
    this.#server.on('request', serve);
  }

  numberOf(request: Request): number {
    const key = request instanceof Http2ServerRequest ? request.stream.session : request.socket;
    if (key === undefined) return 0;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.connections += 1;
    this.#numbers.set(key, this.connections);
    return this.connections;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => {
        resolve();
      });
      for (const socket of this.#open) socket.destroy();
    });
  }
}
