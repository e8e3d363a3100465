/** HTTP/1.1, by Node's own client: connections that are kept, each with one request in flight. */
import { Agent, request, type ClientRequest } from 'node:http';
import type { Duplex } from 'node:stream';
import type { TLSSocket } from 'node:tls';
import { present } from '../../domain/basics/present';
import type { Connection, OutgoingRequest } from './connection';
import { readInto } from './incoming';
import type { ResponseReader } from './response-reader';
import { openSocket, type SocketOptions } from './socket';

/** How connections of HTTP/1.1 are opened, and how many there may be; what they speak and resume is the pool's own. */
export interface PoolOptions extends Omit<SocketOptions, 'protocols' | 'session'> {
  /** Connections at most, each with one request in flight. */
  readonly connections: number;
}

/** An idle connection is ended before the endpoint may end it; where the endpoint says when it will, a second before that. */
const IDLE_MS = 4000;

/** Connections of HTTP/1.1, the first on the socket that is already open, if there is one. */
export function openPool(options: PoolOptions, socket?: TLSSocket): Connection {
  const pool = new Pool(options, socket);
  return {
    send: (outgoing, reader) => {
      pool.send(outgoing, reader);
    },
    capacity: () => options.connections,
    destroy: () => {
      pool.destroy();
    },
  };
}

/** Lets as many requests go as there may be connections. Node's agent would hand a connection on to the next one unseen. */
class Pool {
  readonly #options: PoolOptions;
  readonly #agent: Connections;
  readonly #waiting: (() => void)[] = [];
  #open = 0;

  constructor(options: PoolOptions, socket: TLSSocket | undefined) {
    this.#options = options;
    this.#agent = new Connections(options, socket);
  }

  send(outgoing: OutgoingRequest, reader: ResponseReader): void {
    if (this.#open < this.#options.connections) this.#start(outgoing, reader);
    else this.#waiting.push(this.#later(outgoing, reader));
  }

  destroy(): void {
    this.#waiting.length = 0;
    this.#agent.destroy();
  }

  #later(outgoing: OutgoingRequest, reader: ResponseReader): () => void {
    return () => {
      try {
        this.#start(outgoing, reader);
      } catch (error) {
        reader.end(error);
        this.#next();
      }
    };
  }

  #start({ method, path, headers, body }: OutgoingRequest, reader: ResponseReader): void {
    if (reader.isOver) {
      this.#next();
      return;
    }
    const { host } = this.#options.endpoint;
    const asked = request({ agent: this.#agent, host, method, path, headers: { host, ...headers } });
    // Some send a body after HEAD, which would be taken for the next reply. A header of ours would not do: Node goes by the reply's own
    // then, and some end the connection as they were asked to without a word of it.
    if (method === 'HEAD') asked.shouldKeepAlive = false;
    this.#open += 1;
    readInto(reader, asked);
    asked.once('close', () => {
      this.#open -= 1;
      // By then the connection is back with the others.
      queueMicrotask(() => {
        this.#next();
      });
    });
    asked.end(body);
  }

  #next(): void {
    if (this.#open < this.#options.connections) this.#waiting.shift()?.();
  }
}

/** The connections, kept for a while when nothing is in flight on them. */
class Connections extends Agent {
  readonly #options: PoolOptions;
  /** Already open, for whoever is first. */
  #first: TLSSocket | undefined;
  /** Of the last handshake, so that the next is shorter. */
  #session: Buffer | undefined;

  constructor(options: PoolOptions, first: TLSSocket | undefined) {
    super({ keepAlive: true, timeout: IDLE_MS });
    this.#options = options;
    this.#first = first;
    if (first !== undefined) this.#remember(first);
  }

  override createConnection(): Duplex {
    const first = this.#first;
    this.#first = undefined;
    if (first?.destroyed === false) return first;
    const { socket } = openSocket({
      ...this.#options,
      protocols: ['http/1.1'],
      ...present({ session: this.#session }),
    });
    this.#remember(socket);
    return socket;
  }

  /** What comes without having been asked for must not be taken for the next reply. */
  override keepSocketAlive(socket: Duplex): boolean {
    // Its types do not know that it says whether the endpoint keeps the connection for long enough.
    const keep: (socket: Duplex) => unknown = super.keepSocketAlive.bind(this);
    if (keep(socket) === false || socket.readableLength > 0) return false;
    socket.on('data', destroyed);
    return true;
  }

  override reuseSocket(socket: Duplex, asked: ClientRequest): void {
    socket.off('data', destroyed);
    super.reuseSocket(socket, asked);
  }

  override destroy(): void {
    this.#first?.destroy();
    super.destroy();
  }

  #remember(socket: Duplex): void {
    socket.on('session', (session: Buffer) => {
      this.#session = session;
    });
  }
}

function destroyed(this: Duplex): void {
  this.destroy();
}
