/**
 * Whether the hosts of the data plane can be reached: one round for all of them at the same time, without a token, and at most 1 kB of each answer. No
 * secret can come here: the architecture test holds this room to it.
 */
import type { LookupFunction } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { isLoopback, pathOf } from '../../domain/endpoint';
import type { BlockedHost, NetworkLook } from '../../domain/network';
import { hostsIn } from '../../domain/network';
import { present } from '../../domain/present';
import { Blocked, type ConnectionOptions } from './connection';
import { get } from './get';
import { lookupsInTurn, type Lookups } from './lookup';
import { barrierIn } from './service';

export interface NetworkOptions extends Pick<ConnectionOptions, 'proxy' | 'ca'> {
  /** Whose list is asked for; as `parseEndpoint` gives it. */
  readonly endpoint: string;
  readonly userAgent: string;
  /** For each of the two steps: the list, and the round. */
  readonly timeoutMs: number;
  /** The run is over: what has not answered by then is not known. */
  readonly ended: AbortSignal;
  /** The machine's own resolver, unless a test has another. */
  readonly resolve?: LookupFunction;
}

const LIST = '/.well-known/meta.json';
const MOST_OF_LIST = 65_536;
const MOST_OF_ANSWER = 1024;

/** Looks at all hosts. Never rejects. */
export async function lookAtNetwork(options: NetworkOptions): Promise<NetworkLook> {
  const round = { ...options, lookups: lookupsInTurn(options.resolve) };
  const listed = await hostsOf(round);
  if (typeof listed === 'string') return { asked: [], blocked: [], unknown: listed };
  const limit = AbortSignal.timeout(options.timeoutMs);
  const found = await Promise.all(listed.map((host) => reach(host, round, limit)));
  const unseen = listed.filter((_, index) => found[index] === 'unseen');
  const asked = listed.filter((host) => !unseen.includes(host));
  const blocked = found.flatMap((one) => (typeof one === 'object' ? [one] : []));
  return { asked, blocked, ...present({ unknown: unseen.length === 0 ? undefined : TOO_LATE }) };
}

const TOO_LATE = 'the time was over before every host had been looked at';

type Round = NetworkOptions & { readonly lookups: Lookups };

async function hostsOf(round: Round): Promise<string[] | string> {
  const { endpoint } = round;
  const url = new URL(endpoint);
  const limit = AbortSignal.timeout(round.timeoutMs);
  try {
    const asked = { path: `${pathOf(endpoint)}${LIST}`, most: MOST_OF_LIST };
    const { status, body } = await get(url, asked, wireOf(round, limit));
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

function wireOf({ proxy, ca, userAgent, ended, lookups: { lookup } }: Round, limit: AbortSignal) {
  return { proxy, userAgent, lookup, signal: AbortSignal.any([limit, ended]), ...present({ ca }) };
}

type Found = BlockedHost | 'open' | 'unseen';

/** What may pass by itself is tried twice. */
const AGAIN_MS = 300;
const LASTING: readonly BlockedHost['barrier'][] = ['silent', 'certificate', 'page', 'proxy'];

async function reach(host: string, round: Round, limit: AbortSignal): Promise<Found> {
  const found = await tried(host, round, limit);
  if (typeof found !== 'object' || LASTING.includes(found.barrier) || limit.aborted || round.ended.aborted)
    return found;
  await delay(AGAIN_MS);
  const again = await tried(host, round, limit);
  // Of a second try that came too late, the first one stands.
  return again === 'open' || !limit.aborted ? again : found;
}

async function tried(host: string, round: Round, limit: AbortSignal): Promise<Found> {
  try {
    const answer = await get(new URL(`https://${host}`), { path: '/', most: MOST_OF_ANSWER }, wireOf(round, limit));
    const found = barrierIn(answer, host);
    return found === undefined ? 'open' : { host, ...found };
  } catch (error) {
    const isWaiting = limit.aborted && !isBegun(host, round);
    if (round.ended.aborted || isWaiting) return 'unseen';
    const blocked = error instanceof Blocked ? error : new Blocked(limit.aborted ? 'silent' : 'no-service');
    return { host, barrier: blocked.barrier, ...present({ with: blocked.with }) };
  }
}

/** A proxy looks names up itself. */
function isBegun(host: string, { lookups, proxy }: Round): boolean {
  const { hostname } = new URL(`https://${host}`);
  return proxy.httpsProxy !== undefined || isLoopback(hostname) || lookups.isBegun(hostname);
}
