/** Starts an embedded Hub on loopback. */
import { createServer } from 'node:http';
import { Http2ServerRequest, createSecureServer } from 'node:http2';
import { createServer as createHttpsServer } from 'node:https';
import { setTimeout as wait } from 'node:timers/promises';
import { answer, storageAnswer } from './router';
import type { Certificate } from './certificate';
import { issueCertificate } from './certificate';
import type { AnyServer, Request } from './connections';
import { Listener } from './connections';
import { secretOf } from './credential';
import type { Fault } from './faults';
import { Faults } from './faults';
import type { RateLimitOptions } from './rate-limit';
import { RateLimiter } from './rate-limit';
import type { Host, LoggedRequest } from './request-log';
import { RequestLog, labelOf } from './request-log';
import type { Reply } from './reply';
import type { Ask, EndpointKind, Hub } from './paths';
import { callerOf } from './relation';
import type { Response } from './send-reply';
import { send } from './send-reply';
import type { World } from './world';

export interface SimulatorOptions {
  world: World;
  endpointKind?: EndpointKind;
  /** `false`: plain HTTP. `h2`: TLS that offers HTTP/2 and HTTP/1.1. `http1`: TLS with HTTP/1.1 alone. */
  tls?: false | 'h2' | 'http1';
  /** Requests that one HTTP/2 connection may have in flight; without it the endpoint names no limit. */
  maxStreams?: number;
  /** Waited before each answer; can be changed while running. */
  latencyMs?: number;
  rateLimits?: RateLimitOptions;
  /** Asked first about every request to the Hub, for what it cannot answer by itself: git's protocol needs a program. */
  extraRoutes?: (ask: Ask) => Promise<Reply | undefined>;
  /** Another place for large files than the simulator's own second origin. */
  storageOrigin?: string;
  /** Milliseconds since the epoch; for the windows of the rate limit. */
  now?: () => number;
}

export interface Simulator {
  /** `http://127.0.0.1:PORT`, or `https://localhost:PORT`. */
  readonly origin: string;
  /** Where large files are: another origin of the same kind. */
  readonly storageOrigin: string;
  readonly world: World;
  /** PEM to trust, with TLS. */
  readonly ca?: string;
  /** Every request so far, to the Hub and to storage, in order of arrival. */
  readonly requests: readonly LoggedRequest[];
  /** Requests that the Hub is answering now. */
  readonly inFlight: number;
  /** The most requests that the Hub was answering at one time. */
  readonly peakInFlight: number;
  /** Connections that brought the Hub a request so far. */
  readonly connections: number;
  latencyMs: number;
  fault(fault: Fault): void;
  clearFaults(): void;
  clearRequests(): void;
  /** Ends every connection and the server. */
  close(): Promise<void>;
}

/** Largest body taken from a caller, in bytes. */
const BODY_LIMIT = 64 * 1024 * 1024;

/** Rejects only where the machine gives no port. Storage is a host of its own, as in real life. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const tls = options.tls ?? false;
  const certificate = tls === false ? undefined : issueCertificate();
  const hub = await Listener.open(listenerFor(options, certificate), tls);
  const storage = await Listener.open(listenerFor(options, certificate), tls);
  return new RunningSimulator(options, { hub, storage, ca: certificate?.cert });
}

/** HTTP/2's own server always offers HTTP/2, so HTTP/1.1 alone is left to the other. */
function listenerFor({ tls, maxStreams }: SimulatorOptions, certificate: Certificate | undefined): AnyServer {
  if (certificate === undefined) return createServer();
  if (tls === 'http1') return createHttpsServer(certificate);
  const settings = maxStreams === undefined ? {} : { settings: { maxConcurrentStreams: maxStreams } };
  return createSecureServer({ ...certificate, allowHTTP1: true, ...settings });
}

class RunningSimulator implements Simulator {
  readonly origin: string;
  readonly storageOrigin: string;
  readonly world: World;
  readonly ca?: string;
  latencyMs: number;
  readonly #hub: Hub;
  readonly #limiter: RateLimiter;
  readonly #log = new RequestLog();
  readonly #faults = new Faults();
  readonly #listeners: { hub: Listener; storage: Listener };
  readonly #extraRoutes: SimulatorOptions['extraRoutes'];

  constructor(options: SimulatorOptions, bound: { hub: Listener; storage: Listener; ca: string | undefined }) {
    this.origin = bound.hub.origin;
    this.storageOrigin = options.storageOrigin ?? bound.storage.origin;
    this.world = options.world;
    if (bound.ca !== undefined) this.ca = bound.ca;
    this.latencyMs = options.latencyMs ?? 0;
    this.#listeners = { hub: bound.hub, storage: bound.storage };
    this.#extraRoutes = options.extraRoutes;
    this.#limiter = new RateLimiter(options.rateLimits ?? {}, options.now ?? Date.now);
    const { world, endpointKind = 'hub' } = options;
    this.#hub = { world, endpointKind, storageOrigin: this.storageOrigin, uploads: new Map() };
    for (const host of ['hub', 'storage'] as const) {
      this.#listeners[host].onRequest((request, response) => {
        this.#serve(host, request, response).catch(() => {
          // A fault with a header that cannot be sent: cut, so that the caller does not wait.
          response.destroy();
        });
      });
    }
  }

  get requests(): readonly LoggedRequest[] {
    return this.#log.requests;
  }
  get inFlight(): number {
    return this.#log.inFlight;
  }
  get peakInFlight(): number {
    return this.#log.peakInFlight;
  }
  get connections(): number {
    return this.#listeners.hub.connections;
  }
  fault(fault: Fault): void {
    this.#faults.add(fault);
  }
  clearFaults(): void {
    this.#faults.clear();
  }
  clearRequests(): void {
    this.#log.clear();
  }
  async close(): Promise<void> {
    await Promise.all([this.#listeners.hub.close(), this.#listeners.storage.close()]);
  }

  async #serve(host: Host, request: Request, response: Response): Promise<void> {
    const { method = 'GET', url: target = '/' } = request;
    const { authorization } = request.headers;
    const caller = callerOf(this.world, secretOf(authorization, target));
    const logged: LoggedRequest = {
      host,
      method,
      path: target,
      protocol: request instanceof Http2ServerRequest ? 'h2' : 'http/1.1',
      credential: labelOf(caller),
      connection: this.#listeners[host].numberOf(request),
      at: Date.now(),
      ...(authorization === undefined ? {} : { authorization }),
    };
    this.#log.open(logged);
    response.once('close', () => {
      this.#log.close(logged);
    });
    // A caller that goes away mid-request is part of the game.
    response.on('error', () => undefined);
    const effect = this.#faults.take(method, target);
    const body = await readBody(request);
    if (this.latencyMs > 0) await wait(this.latencyMs);
    if (response.destroyed) return;
    const query = new URLSearchParams(target.split('?')[1] ?? '');
    const ask: Ask = { method, target, query, headers: request.headers, body, caller };
    const reply = host === 'hub' ? await this.#answer(ask) : storageAnswer(this.#hub, ask);
    if (effect === undefined) logged.status = reply.status;
    await send(response, reply, effect === undefined ? undefined : { effect, asked: { target, authorization } });
  }

  async #answer(ask: Ask): Promise<Reply> {
    return (await this.#extraRoutes?.(ask)) ?? answer(this.#hub, this.#limiter, ask);
  }
}

async function readBody(request: Request): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size <= BODY_LIMIT) chunks.push(chunk);
    }
  } catch {
    // The caller went away; what there is of the body is all there will be.
  }
  return Buffer.concat(chunks);
}
