/** Starts an embedded Hub on loopback: plain HTTP, and what an extension makes of it. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Server, Socket } from 'node:net';
import { secretOf } from './credential';
import type { HubRequest } from './paths';
import { callerOf } from './relation';
import { NO_SUCH_PAGE } from './messages';
import { errorReply, sendReply } from './reply';
import { answer } from './router';
import type { World } from './world';

/** One request as it arrived, before its body is read, and where its reply goes. */
export interface Exchange {
  readonly request: HubRequest;
  readonly incoming: IncomingMessage;
  readonly response: ServerResponse;
}

type Respond = (exchange: Exchange) => void | Promise<void>;

/** What is added to the Hub from outside: trouble for the demo; for the tests TLS, a log, faults, further routes. */
export interface Extension {
  /** Listens in the place of plain HTTP. Whoever brings it knows the scheme of its origin. */
  readonly server?: Server;
  /**
   * Replies in the place of the Hub, whose own reply `answer` of the router gives. Where it rejects, the connection is
   * cut, so that no caller waits.
   */
  readonly exchange?: Respond;
}

/** The world that an embedded Hub serves, below which path, and what is added from outside. */
export interface SimulatorOptions {
  readonly world: World;
  /** The path of the Hub, as company registries have one: with a slash at the start, and none at the end. */
  readonly base?: string;
  readonly extend?: Extension;
}

/** An embedded Hub that listens on loopback. */
export interface Simulator {
  readonly port: number;
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  /** Ends every connection and the server. */
  close(): Promise<void>;
}

/** Rejects only where the machine gives no port. */
export async function startSimulator({ world, base = '', extend = {} }: SimulatorOptions): Promise<Simulator> {
  const { server = createServer() } = extend;
  const respond: Respond =
    extend.exchange ??
    (({ request, response }) => {
      sendReply(response, answer(world, request));
    });
  const open = trackConnections(server);
  server.on('request', (incoming: IncomingMessage, response: ServerResponse) => {
    // A caller that goes away mid-request is part of the game.
    response.on('error', () => undefined);
    const { url = '/' } = incoming;
    if (!url.startsWith(`${base}/`)) {
      sendReply(response, errorReply(NO_SUCH_PAGE, 'html'));
      return;
    }
    const request = requestOf(world, incoming, { target: url.slice(base.length), base });
    attempt(respond, { request, incoming, response }).catch(() => response.destroy());
  });
  const port = await listen(server);
  return { port, origin: `http://127.0.0.1:${port}`, close: () => close(server, open) };
}

async function attempt(respond: Respond, exchange: Exchange): Promise<void> {
  await respond(exchange);
}

function requestOf(
  world: World,
  { method = 'GET', headers }: IncomingMessage,
  { target, base }: Pick<HubRequest, 'target' | 'base'>,
): HubRequest {
  const caller = callerOf(world, secretOf(headers.authorization, target));
  return { method, target, base, query: new URLSearchParams(target.split('?')[1] ?? ''), headers, caller };
}

function trackConnections(server: Server): ReadonlySet<Socket> {
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    // A reset by the caller must not end the process.
    socket.on('error', () => undefined);
  });
  return open;
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

function close(server: Server, open: ReadonlySet<Socket>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    for (const socket of open) socket.destroy();
  });
}
