/**
 * Whether the hosts of the data plane can be reached: one round for all of them at the same time, without a token, and at most 1 kB of each answer. No
 * secret can come here: the architecture test holds this room to it.
 */
import type { LookupFunction } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { createSecureContext, type SecureContext, type TLSSocket } from 'node:tls';
import { isHub, isLoopback, pathOf } from '../../domain/endpoint';
import type { BlockedHost, NetworkLook } from '../../domain/network';
import { EARLY_HOSTS, hostsIn } from '../../domain/network';
import { present } from '../../domain/present';
import { askRoot } from './ask';
import { Blocked, connectTo, type ConnectionOptions } from './connection';
import { getList } from './list';
import { lookupsInTurn, type Lookups } from './lookup';
import { barrierIn } from './service';

export interface NetworkOptions extends Pick<ConnectionOptions, 'proxy'> {
  /** Further authority to trust, as PEM; for tests. */
  readonly ca?: string;
  /** Whose list is asked for; as `parseEndpoint` gives it. */
  readonly endpoint: string;
  readonly userAgent: string;
  /** For each of the two steps: the list, and the round. */
  readonly timeoutMs: number;
  /** The run is over: what has not answered by then is not known. */
  readonly ended: AbortSignal;
  /** Hosts that the list probably names: a connection to them is begun before it has come. Those of the Hub, at the Hub. */
  readonly early?: readonly string[];
  /** Whether a host may be named; another one is neither looked up nor told. */
  readonly mayName?: (host: string) => boolean;
  /** The machine's own resolver, unless a test has another. */
  readonly resolve?: LookupFunction;
}

const LIST = '/.well-known/meta.json';

/** Looks at all hosts. Never rejects. */
export async function lookAtNetwork(options: NetworkOptions): Promise<NetworkLook> {
  const round = {
    ...options,
    lookups: lookupsInTurn(options.resolve),
    trust: createSecureContext(present({ ca: options.ca })),
  };
  const over = new AbortController();
  const ahead = { ...round, ended: AbortSignal.any([round.ended, over.signal]) };
  const early = new Map(
    (options.early ?? (isHub(options.endpoint) ? EARLY_HOSTS : [])).map((host) => [host, look(host, ahead)]),
  );
  const named = await hostsOf(round);
  const listed = typeof named === 'string' ? named : named.filter((host) => options.mayName?.(host) !== false);
  const isWhole = listed.length === named.length;
  const found =
    typeof listed === 'string' ? [] : await Promise.all(listed.map((host) => early.get(host) ?? look(host, round)));
  over.abort();
  if (typeof listed === 'string') return { asked: [], blocked: [], unknown: listed };
  const unseen = listed.filter((_, index) => found[index] === 'unseen');
  const asked = listed.filter((host) => !unseen.includes(host));
  const blocked = found.flatMap((one) => (typeof one === 'object' ? [one] : []));
  return { asked, blocked, ...present({ unknown: unseen.length > 0 ? TOO_LATE : isWhole ? undefined : UNNAMED }) };
}

const UNNAMED = 'the list has names that look like a token, and they were left out';
const TOO_LATE = 'the time was over before every host had been looked at';

type Round = NetworkOptions & { readonly lookups: Lookups; readonly trust: SecureContext };

async function hostsOf(round: Round): Promise<string[] | string> {
  const { endpoint } = round;
  const url = new URL(endpoint);
  const limit = AbortSignal.timeout(round.timeoutMs);
  try {
    const { status, body } = await getList(url, `${pathOf(endpoint)}${LIST}`, wireOf(round, limit));
    if (status !== 200) return `the endpoint was asked for its list, and the answer was ${String(status)}`;
    const hosts = hostsIn(JSON.parse(body), isLoopback(url.hostname));
    return hosts.length === 0 ? "the endpoint's list names no hosts" : hosts;
  } catch (error) {
    if (round.ended.aborted) return TOO_LATE;
    return error instanceof SyntaxError
      ? 'what the endpoint answered is no list'
      : 'the endpoint was asked for its list and did not answer';
  }
}

function wireOf({ proxy, trust, userAgent, ended, lookups: { lookup } }: Round, limit: AbortSignal) {
  return { proxy, trust, userAgent, lookup, signal: AbortSignal.any([limit, ended]) };
}

type Found = BlockedHost | 'open' | 'unseen';

/** What may pass by itself is tried twice. */
const AGAIN_MS = 300;
const LASTING: readonly BlockedHost['barrier'][] = ['silent', 'certificate', 'page', 'proxy'];

function look(host: string, round: Round): Promise<Found> {
  return reach(host, round, AbortSignal.timeout(round.timeoutMs));
}

async function reach(host: string, round: Round, limit: AbortSignal): Promise<Found> {
  const found = await tried(host, round, limit);
  const isOver = () => limit.aborted || round.ended.aborted;
  if (typeof found !== 'object' || LASTING.includes(found.barrier) || isOver()) return found;
  await delay(AGAIN_MS);
  const again = await tried(host, round, limit);
  // Of a second try that came too late, the first one stands.
  return again === 'open' || !isOver() ? again : found;
}

async function tried(host: string, round: Round, limit: AbortSignal): Promise<Found> {
  let socket: TLSSocket | undefined;
  try {
    socket = await connectTo(host, wireOf(round, limit));
    const found = barrierIn(await askRoot(socket, host, round.userAgent), host);
    return found === undefined ? 'open' : { host, ...found };
  } catch (error) {
    const isWaiting = limit.aborted && !isBegun(host, round);
    if (round.ended.aborted || isWaiting) return 'unseen';
    const blocked = error instanceof Blocked ? error : new Blocked(limit.aborted ? 'silent' : 'no-service');
    return { host, barrier: blocked.barrier, ...present({ with: blocked.with }) };
  } finally {
    socket?.destroy();
  }
}

/** A proxy looks names up itself. */
function isBegun(host: string, { lookups, proxy }: Round): boolean {
  const { hostname } = new URL(`https://${host}`);
  return proxy.httpsProxy !== undefined || isLoopback(hostname) || lookups.isBegun(hostname);
}
