/**
 * Whether the hosts of the data plane can be reached: one round for all of them at the same time, without a token, and at most 1 kB of each answer. No
 * secret can come here: the architecture test holds this room to it.
 */
import type { LookupFunction } from 'node:net';
import { createSecureContext, type SecureContext, type TLSSocket } from 'node:tls';
import { isHub, isLoopback } from '../../domain/inputs/endpoint';
import { EARLY_HOSTS, hostsIn, type BlockedHost, type HostList, type NetworkLook } from '../../domain/hub/network';
import { present } from '../../domain/basics/present';
import { askRoot } from './ask';
import { Blocked, connectTo, type ConnectionOptions } from './connection';
import { Limit } from './limit';
import { lookupsInTurn, type Lookups } from './lookup';
import { barrierIn } from './service';

/** What a look at the hosts needs. */
export interface NetworkOptions extends Pick<ConnectionOptions, 'proxy'> {
  /** Further authority to trust, as PEM; for tests. */
  readonly ca?: string;
  /** Whose list it is; as `parseEndpoint` gives it. */
  readonly endpoint: string;
  readonly userAgent: string;
  /** For the round; what is begun when the list has come has as much again. */
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

/**
 * Looks at all hosts that the list names. Connections to those that it probably names are begun at once, so that they are on their way together
 * with the run's own. Never rejects.
 */
export async function lookAtNetwork(list: Promise<HostList>, options: NetworkOptions): Promise<NetworkLook> {
  const { timeoutMs, ended, endpoint, mayName } = options;
  const limit = new Limit(timeoutMs, ended);
  const [lookups, trust] = [lookupsInTurn(options.resolve), trustIn(options.ca)];
  const round: Round = { ...options, limit, lookups, trust };
  const probable = options.early ?? (isHub(endpoint) ? EARLY_HOSTS : []);
  const early = new Map(probable.map((host) => [host, reach(host, round)]));
  const named = hostsOf(await list, options);
  const listed = typeof named === 'string' ? [] : named.filter((host) => mayName?.(host) !== false);
  const late = new Limit(timeoutMs, ended);
  const found = await Promise.all(listed.map((host) => early.get(host) ?? reach(host, { ...round, limit: late })));
  for (const one of [limit, late]) one.end();
  lookups.stop();
  if (typeof named === 'string') return { asked: [], blocked: [], unknown: named };
  const unseen = listed.filter((_, index) => found[index] === 'unseen');
  const asked = listed.filter((host) => !unseen.includes(host));
  const blocked = found.flatMap((one) => (typeof one === 'object' ? [one] : []));
  const isWhole = listed.length === named.length;
  return { asked, blocked, ...present({ unknown: unseen.length > 0 ? TOO_LATE : isWhole ? undefined : UNNAMED }) };
}

/**
 * As most clients offer them. The larger one that Node begins with takes a fifth of a handshake's time, and is too long for some firewalls.
 */
const GROUPS = 'X25519:P-256:P-384:P-521';

function trustIn(ca: string | undefined): SecureContext {
  try {
    return createSecureContext({ ecdhCurve: GROUPS, ...present({ ca }) });
  } catch {
    // A build of OpenSSL for FIPS may not have the first.
    return createSecureContext(present({ ca }));
  }
}

const UNNAMED = 'the list has names that look like a token, and they were left out';
const TOO_LATE = 'the time was over before every host had been looked at';

interface Round extends NetworkOptions, Pick<ConnectionOptions, 'limit' | 'trust'> {
  readonly lookups: Lookups;
}

/** The hosts, or why there are none. */
function hostsOf(list: HostList, { endpoint, ended }: NetworkOptions): string[] | string {
  if (ended.aborted) return TOO_LATE;
  if (list === 'no-answer') return 'the endpoint was asked for its list and did not answer';
  const { status, body } = list;
  if (status !== 200) return `the endpoint was asked for its list, and the answer was ${String(status)}`;
  if (body === undefined) return 'what the endpoint answered is no list';
  const hosts = hostsIn(body, isLoopback(new URL(endpoint).hostname));
  return hosts.length === 0 ? "the endpoint's list names no hosts" : hosts;
}

type Found = BlockedHost | 'open' | 'unseen';

/** What may pass by itself is tried twice. */
const AGAIN_MS = 300;
const LASTING: readonly BlockedHost['barrier'][] = ['silent', 'certificate', 'page', 'proxy'];

async function reach(host: string, round: Round): Promise<Found> {
  const { limit } = round;
  const found = await tried(host, round);
  if (typeof found !== 'object' || LASTING.includes(found.barrier) || limit.isOver()) return found;
  await limit.pause(AGAIN_MS);
  const again = await tried(host, round);
  // Of a second try that came too late, the first one stands.
  return again === 'open' || !limit.isOver() ? again : found;
}

async function tried(host: string, round: Round): Promise<Found> {
  const { limit, ended, lookups, userAgent } = round;
  let socket: TLSSocket | undefined;
  try {
    socket = await connectTo(host, { ...round, lookup: lookups.lookup });
    const found = barrierIn(await askRoot(socket, host, userAgent), host);
    return found === undefined ? 'open' : { host, ...found };
  } catch (error) {
    const isWaiting = limit.isOver() && !isBegun(host, round);
    if (ended.aborted || isWaiting) return 'unseen';
    const blocked = error instanceof Blocked ? error : new Blocked(limit.isOver() ? 'silent' : 'no-service');
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
