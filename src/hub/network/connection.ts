/** One TLS connection to a host, through the proxy if there is one, and where on the way it ended. Nothing secret comes here. */
import { connect as connectTcp, isIP, type LookupFunction, type Socket } from 'node:net';
import { connect as connectTls, type PeerCertificate, type SecureContext, type TLSSocket } from 'node:tls';
import { begun } from '../../domain/basics/begun';
import type { Barrier } from '../../domain/hub/network';
import { connectLine, proxyFor, type ProxySettings } from '../http/proxy';
import { headOf } from './head';
import type { Limit } from './limit';
import { LEADS_NEAR } from './lookup';
import { lookUp } from '../../domain/basics/look-up';

/** How a host is connected to. */
export interface ConnectionOptions {
  readonly proxy: ProxySettings;
  /** Ends it. */
  readonly limit: Limit;
  /** The authorities; one for all, as each of its own takes longer than a handshake. */
  readonly trust: SecureContext;
  /** Where a name leads. */
  readonly lookup: LookupFunction;
}

/** Thrown where the way to a host ends: at which barrier, and who was met there. */
export class Blocked extends Error {
  readonly barrier: Barrier;
  readonly with: string | undefined;

  constructor(barrier: Barrier, who?: string) {
    super(barrier);
    this.barrier = barrier;
    this.with = who;
  }
}

/**
 * The certificate is looked at here, so that whoever stands in between can be named; nothing is sent to them.
 *
 * @param authority the host, with its port where it is not 443
 */
export async function connectTo(authority: string, options: ConnectionOptions): Promise<TLSSocket> {
  const url = new URL(`https://${authority}`);
  const proxy = proxyFor(url, options.proxy);
  if (proxy === 'invalid') throw new Blocked('proxy', 'its address cannot be used');
  const port = url.port === '' ? 443 : Number(url.port);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isDirect = proxy === undefined;
  const target = `${url.hostname}:${String(port)}`;
  const secure = connectTls({
    ...(isDirect ? tcp(host, port, options) : { socket: await tunnel(proxy, target, options) }),
    servername: nameOf(host),
    rejectUnauthorized: false,
    secureContext: options.trust,
  });
  await secured(secure, isDirect ? (isIP(host) === 0 ? 'name' : 'tcp') : 'tls', options.limit);
  if (secure.authorized) return secure;
  const issuer = issuerOf(secure.getPeerCertificate());
  secure.destroy();
  throw new Blocked('certificate', issuer);
}

/** An address is no name that a certificate could be asked for by. */
const nameOf = (host: string) => (isIP(host) === 0 ? host : '');

/**
 * Node gives each of several addresses 250 ms, and then fails where the last one has no route, such as that of IPv6. A lost
 * packet is sent again after a second.
 */
const ATTEMPT_MS = 1500;

function tcp(host: string, port: number, { lookup }: ConnectionOptions) {
  return { host, port, lookup, autoSelectFamilyAttemptTimeout: ATTEMPT_MS };
}

type Stage = 'name' | 'tcp' | 'tls';

/** @param first the stage that it begins with */
function secured(socket: TLSSocket, first: Stage, limit: Limit): Promise<void> {
  let stage = first;
  socket.once('lookup', (error: unknown) => {
    if (!(error instanceof Error)) stage = 'tcp';
  });
  socket.once('connect', () => (stage = 'tls'));
  limit.holds(socket);
  return new Promise((resolve, reject) => {
    const fail = (error?: unknown) => {
      reject(limit.isOver() ? LATE[stage] : stage === 'tls' ? new Blocked('tls') : unconnected(error));
    };
    socket.once('secureConnect', resolve);
    // Whoever waits hears of the first; later ones are nobody's.
    socket.on('error', fail);
    socket.once('close', fail);
  });
}

const LATE = {
  name: new Blocked('name', 'the name server does not answer'),
  tcp: new Blocked('silent'),
  tls: new Blocked('silent'),
} as const satisfies Record<Stage, Blocked>;

function unconnected(error: unknown): Blocked {
  const codes = codesOf(error);
  if (codes.includes(LEADS_NEAR)) return new Blocked('name', 'it leads to a link-local address');
  const [barrier = 'refused'] = codes.flatMap((code) => lookUp(BARRIERS, code) ?? []);
  return new Blocked(barrier);
}

/** Codes of Node. */
const BARRIERS: Readonly<Record<string, Barrier>> = {
  ENOTFOUND: 'name',
  EAI_AGAIN: 'name',
  ENODATA: 'name',
  ECONNREFUSED: 'refused',
  ETIMEDOUT: 'silent',
  EHOSTUNREACH: 'no-route',
  ENETUNREACH: 'no-route',
};

/** The codes of an error, or of all addresses that were tried: one without a route is the least of them, as IPv6 often has none. */
function codesOf(error: unknown): string[] {
  const all: unknown[] = error instanceof AggregateError ? error.errors : [error];
  const codes = all.flatMap((one) =>
    typeof one === 'object' && one !== null && 'code' in one && typeof one.code === 'string' ? [one.code] : [],
  );
  return codes.sort(
    (one, other) => Number(lookUp(BARRIERS, one) === 'no-route') - Number(lookUp(BARRIERS, other) === 'no-route'),
  );
}

async function tunnel(proxy: URL, target: string, options: ConnectionOptions): Promise<Socket> {
  const { limit, trust } = options;
  const host = proxy.hostname.replace(/^\[|\]$/g, '');
  const isTls = proxy.protocol === 'https:';
  const port = proxy.port === '' ? (isTls ? 443 : 80) : Number(proxy.port);
  try {
    const plain = connectTcp(tcp(host, port, options));
    const socket = isTls ? connectTls({ socket: plain, host, servername: nameOf(host), secureContext: trust }) : plain;
    limit.holds(socket);
    // Whoever waits hears of it; later ones are nobody's.
    socket.on('error', () => undefined);
    // An error before TLS begins is the first socket's own.
    await Promise.race([happens(socket, isTls ? 'secureConnect' : 'connect'), fails(plain)]);
    socket.write(connectLine(proxy, target));
    const { head } = await headOf(socket);
    const status = /^HTTP\/1\.[01] (\d{3})/.exec(head)?.[1];
    if (status?.startsWith('2') === true) return socket;
    socket.destroy();
    throw new Blocked('proxy', status === undefined ? 'it is no proxy' : `it answers ${status}`);
  } catch (error) {
    if (error instanceof Blocked) throw error;
    throw new Blocked('proxy', limit.isOver() ? 'it does not answer' : 'it cannot be reached');
  }
}

function issuerOf({ issuer }: Partial<PeerCertificate>): string | undefined {
  const [name] = [issuer?.O, issuer?.CN].flat().filter((one) => typeof one === 'string' && one !== '');
  return name === undefined ? undefined : `issued by ${name}`;
}

function happens(socket: Socket, event: 'connect' | 'secureConnect'): Promise<void> {
  return Promise.race([
    new Promise<void>((resolve) => {
      socket.once(event, resolve);
    }),
    fails(socket),
  ]);
}

function fails(socket: Socket): Promise<never> {
  const failing = new Promise<never>((_, reject) => {
    socket.once('error', reject);
    socket.once('close', () => {
      reject(new Error('closed'));
    });
  });
  return begun(failing);
}
