/** Starts the whole Hub of the tests: the embedded one with everything that only tests and real clients need. */
import { createServer } from 'node:http';
import { createSecureServer } from 'node:http2';
import { createServer as createHttpsServer } from 'node:https';
import type { Server } from 'node:net';
import { Server as TlsServer } from 'node:tls';
import type { Reply } from '../../src/simulator/reply';
import { startSimulator, type Exchange } from '../../src/simulator/server';
import type { World } from '../../src/simulator/world';
import { issueCertificate, type Certificate } from './certificate';
import { exchangeReply, type Issuers } from './exchange';
import type { Fault } from './faults';
import { withSockets } from './hang-up';
import type { EndpointKind, FullRequest } from './paths';
import type { HouseRules } from './house-rules';
import { RateLimiter, type RateLimitOptions } from './rate-limit';
import type { LoggedRequest, Part } from './request-log';
import { fullAnswer, storageAnswer } from './routes';
import { Traffic, type Replier } from './traffic';

export interface TestHubOptions {
  readonly world: World;
  readonly endpointKind?: EndpointKind;
  /** The path that the Hub lies below: from the slash, and without one at the end. Its storage has none. */
  readonly base?: string;
  /** `false`: plain HTTP. `h2`: TLS that offers HTTP/2 and HTTP/1.1. `http1`: TLS with HTTP/1.1 only. */
  readonly tls?: false | 'h2' | 'http1';
  /** With TLS, in the place of a certificate of its own; `ca` is then not said. */
  readonly certificate?: Certificate;
  /** Further names that the certificate holds good for, for callers that resolve them to this machine. */
  readonly names?: readonly string[];
  /** Large files over plain HTTP, though the Hub has TLS. */
  readonly plainStorage?: boolean;
  /** Requests that one HTTP/2 connection may have in flight; without it the endpoint names no limit. */
  readonly maxStreams?: number;
  /** Waited before each answer; can be changed while running. */
  readonly latencyMs?: number;
  readonly rateLimits?: RateLimitOptions;
  readonly rules?: HouseRules;
  /** Who may sign the identities of jobs; without any, the Hub knows no exchange. */
  readonly issuers?: Issuers;
  /** Asked first about every request to the Hub, for what it cannot answer by itself: git's protocol needs a program. */
  readonly extraRoutes?: (request: FullRequest) => Promise<Reply | undefined>;
  /** Milliseconds since the epoch; for the windows of the rate limit and the log. */
  readonly now?: () => number;
}

export interface TestHub {
  /** `http://127.0.0.1:PORT`, or `https://localhost:PORT`. */
  readonly origin: string;
  /** What `HF_ENDPOINT` would be: the origin and the path. */
  readonly endpoint: string;
  readonly world: World;
  /** The namespaces in which jobs were run, in their order. */
  readonly jobs: readonly string[];
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
  /** Ends every connection and the servers. */
  close(): Promise<void>;
}

/** Rejects only where the machine gives no port. Storage is a host of its own, as in real life. */
export async function startHub(options: TestHubOptions): Promise<TestHub> {
  const { world, tls = false, plainStorage = false, endpointKind = 'hub', extraRoutes, now = Date.now } = options;
  const { base = '', rules = {}, names = [] } = options;
  const certificate = tls === false ? undefined : (options.certificate ?? (await issueCertificate({ names })));
  const traffic = new Traffic({ latencyMs: options.latencyMs ?? 0, now });
  const limiter = new RateLimiter(options.rateLimits ?? {}, now);
  const uploads = new Map<string, Buffer>();
  const open = (part: Part, secure: Certificate | undefined, reply: Replier) =>
    openHost({
      world,
      base: part === 'hub' ? base : '',
      server: serverFor(options, secure),
      exchange: traffic.through(part, reply),
    });
  const storage = await open('storage', plainStorage ? undefined : certificate, (request) =>
    storageAnswer({ world, uploads }, request),
  );
  const jobs: string[] = [];
  const hub = { world, endpointKind, storageOrigin: storage.origin, uploads, rules, jobs };
  const { issuers } = options;
  // Its own address, which is known as soon as it listens.
  const exchange = async (request: FullRequest) =>
    issuers && exchangeReply({ world, issuers, audience: audienceOf(request, certificate) }, request);
  const main = await open(
    'hub',
    certificate,
    async (request) => (await extraRoutes?.(request)) ?? (await exchange(request)) ?? fullAnswer(hub, limiter, request),
  );
  const close = async (): Promise<void> => {
    await Promise.all([main.close(), storage.close()]);
  };
  const { origin } = main;
  return Object.assign(traffic, {
    origin,
    endpoint: `${origin}${base}`,
    world,
    jobs,
    close,
    ...(certificate && { ca: certificate.cert }),
  });
}

/** The origin that a request was sent to. */
function audienceOf({ headers }: FullRequest, certificate: Certificate | undefined): string {
  const host = headers[':authority'] ?? headers.host ?? '';
  return `${certificate === undefined ? 'http' : 'https'}://${String(host)}`;
}

/** HTTP/2's own server always offers HTTP/2, so HTTP/1.1 alone is left to the other. */
function serverFor({ tls, maxStreams }: TestHubOptions, certificate: Certificate | undefined): Server {
  if (certificate === undefined) return createServer();
  if (tls === 'http1') return createHttpsServer(certificate);
  const settings = maxStreams === undefined ? {} : { settings: { maxConcurrentStreams: maxStreams } };
  return withSockets(createSecureServer({ ...certificate, allowHTTP1: true, ...settings }));
}

async function openHost(host: {
  readonly world: World;
  readonly base: string;
  readonly server: Server;
  readonly exchange: (exchange: Exchange) => Promise<void>;
}): Promise<{ readonly origin: string; readonly close: () => Promise<void> }> {
  const { world, base, ...extend } = host;
  const simulator = await startSimulator({ world, base, extend });
  const origin = extend.server instanceof TlsServer ? `https://localhost:${simulator.port}` : simulator.origin;
  return { origin, close: () => simulator.close() };
}
