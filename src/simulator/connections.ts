/** The connections of one server: numbered by what they brought, and ended together. */
import type { IncomingMessage, Server } from 'node:http';
import type { Http2SecureServer } from 'node:http2';
import { Http2ServerRequest } from 'node:http2';
import type { Socket } from 'node:net';

export type AnyServer = Server | Http2SecureServer;
export type Request = IncomingMessage | Http2ServerRequest;

/** Counts a connection when its first request comes. */
export class Connections {
  count = 0;
  readonly #server: AnyServer;
  readonly #open = new Set<Socket>();
  readonly #numbers = new WeakMap<object, number>();

  constructor(server: AnyServer) {
    this.#server = server;
    server.on('connection', (socket: Socket) => {
      this.#open.add(socket);
      socket.once('close', () => this.#open.delete(socket));
      // A reset by the caller must not end the process.
      socket.on('error', () => undefined);
    });
  }

  numberOf(request: Request): number {
    const key = request instanceof Http2ServerRequest ? request.stream.session : request.socket;
    if (key === undefined) return 0;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.count += 1;
    this.#numbers.set(key, this.count);
    return this.count;
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
