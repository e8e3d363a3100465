/** One TLS connection to a host, through the proxy if there is one, and where on the way it ended. Nothing secret comes here. */
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls, type PeerCertificate, type TLSSocket } from 'node:tls';
import type { Barrier } from '../../domain/network';
import { present } from '../../domain/present';
import { proxyFor, type ProxySettings } from '../http/proxy';

export interface ConnectionOptions {
  readonly proxy: ProxySettings;
  readonly signal: AbortSignal;
  /** Further authority to trust, as PEM; for tests. */
  readonly ca?: string;
  /** Where a name leads, for tests. */
  readonly resolve?: (host: string) => { readonly host: string; readonly port: number };
}

/** The way ended here. */
export class Blocked extends Error {
  readonly barrier: Barrier;
  readonly with: string | undefined;

  constructor(barrier: Barrier, who?: string) {
    super(barrier);
    this.barrier = barrier;
    this.with = who;
  }
}

/** @param authority the host, with its port where it is not 443 */
export async function connectTo(authority: string, options: ConnectionOptions): Promise<TLSSocket> {
  const url = new URL(`https://${authority}`);
  const proxy = proxyFor(url, options.proxy);
  if (proxy === 'invalid') throw new Blocked('proxy', 'its address cannot be used');
  const port = url.port === '' ? 443 : Number(url.port);
  const socket =
    proxy === undefined
      ? await direct(url.hostname, port, options)
      : await tunnel(proxy, `${url.hostname}:${String(port)}`, options);
  return secured(socket, url.hostname, options);
}

async function direct(host: string, port: number, { signal, resolve }: ConnectionOptions): Promise<Socket> {
  try {
    const place = resolve?.(host) ?? { host, port };
    const socket = connectTcp({ ...place, signal });
    await happens(socket, 'connect');
    return socket;
  } catch (error) {
    throw new Blocked(BARRIERS[codeOf(error)] ?? 'refused');
  }
}

/** Codes of Node; an end of the time-out aborts. */
const BARRIERS: Readonly<Record<string, Barrier>> = {
  ENOTFOUND: 'name',
  EAI_AGAIN: 'name',
  ENODATA: 'name',
  ABORT_ERR: 'silent',
  ETIMEDOUT: 'silent',
  EHOSTUNREACH: 'no-route',
  ENETUNREACH: 'no-route',
};

async function tunnel(proxy: URL, target: string, options: ConnectionOptions): Promise<Socket> {
  const { signal } = options;
  const host = proxy.hostname.replace(/^\[|\]$/g, '');
  const isTls = proxy.protocol === 'https:';
  const port = proxy.port === '' ? (isTls ? 443 : 80) : Number(proxy.port);
  try {
    const socket = isTls
      ? connectTls({ host, port, servername: isIP(host) === 0 ? host : '', ...present({ ca: options.ca }) })
      : connectTcp({ host, port, signal });
    endOn(signal, socket);
    await happens(socket, isTls ? 'secureConnect' : 'connect');
    socket.write(`CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n\r\n`);
    const head = await headOf(socket);
    const status = /^HTTP\/1\.[01] (\d{3})/.exec(head)?.[1];
    if (status?.startsWith('2') === true) return socket;
    socket.destroy();
    throw new Blocked('proxy', status === undefined ? 'it is no proxy' : `it answers ${status}`);
  } catch (error) {
    if (error instanceof Blocked) throw error;
    throw new Blocked('proxy', signal.aborted ? 'it does not answer' : 'it cannot be reached');
  }
}

const LONGEST_HEAD = 8192;

function headOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let head = '';
    const take = (bytes: Buffer) => {
      head += bytes.toString('latin1');
      if (!head.includes('\r\n\r\n') && head.length < LONGEST_HEAD) return;
      socket.off('data', take);
      socket.pause();
      resolve(head);
    };
    socket.on('data', take);
    socket.once('close', () => {
      reject(new Error('closed'));
    });
    socket.once('error', reject);
  });
}

/** The certificate is looked at here, so that whoever stands in between can be named; nothing is sent to them. */
async function secured(socket: Socket, host: string, { ca, signal }: ConnectionOptions): Promise<TLSSocket> {
  const servername = isIP(host) === 0 ? host : '';
  const secure = connectTls({ socket, servername, rejectUnauthorized: false, ...present({ ca }) });
  endOn(signal, secure);
  try {
    await happens(secure, 'secureConnect');
  } catch {
    throw new Blocked(signal.aborted ? 'silent' : 'tls');
  }
  if (secure.authorized) return secure;
  const issuer = issuerOf(secure.getPeerCertificate());
  secure.destroy();
  throw new Blocked('certificate', issuer);
}

function issuerOf({ issuer }: Partial<PeerCertificate>): string | undefined {
  const [name] = [issuer?.O, issuer?.CN].flat().filter((one) => typeof one === 'string' && one !== '');
  return name;
}

function endOn(signal: AbortSignal, socket: Socket): void {
  const end = () => {
    socket.destroy();
  };
  if (signal.aborted) end();
  signal.addEventListener('abort', end);
  socket.once('close', () => {
    signal.removeEventListener('abort', end);
  });
  // Whoever waits hears of it; later ones are nobody's.
  socket.on('error', () => undefined);
}

function happens(socket: Socket, event: 'connect' | 'secureConnect'): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once(event, resolve);
    socket.once('error', reject);
    socket.once('close', () => {
      reject(new Error('closed'));
    });
  });
}

function codeOf(error: unknown): string {
  const one: unknown = error instanceof AggregateError ? error.errors[0] : error;
  return typeof one === 'object' && one !== null && 'code' in one && typeof one.code === 'string' ? one.code : '';
}
