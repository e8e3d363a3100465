/** What requests to one address go over: its connection, and the proxy in between. */
import { present } from '../../domain/basics/present';
import { Allowance } from './allowance';
import { proxyFor, type ProxySettings } from './proxy';
import type { SendOptions } from './send';
import { createTransport, type TransportOptions } from './transport';

/** How it is made; `streams`: requests in flight at most where all share one connection. */
export interface WireOptions extends Pick<TransportOptions, 'timeoutMs' | 'connections' | 'onCapacityChange'> {
  readonly proxy: ProxySettings | undefined;
  readonly ca: string | undefined;
  readonly streams: number;
}

/** What requests go over: one for all of a run. */
export type Wire = Pick<SendOptions, 'transport' | 'allowance' | 'proxy'>;

/** Nothing is opened yet. @param address its origin counts */
export function openWire(address: URL, { proxy: settings = {}, streams, ...options }: WireOptions): Wire {
  const endpoint = new URL(address.origin);
  const proxy = proxyFor(endpoint, settings);
  const allowance = new Allowance(streams);
  const transport = createTransport({ ...options, endpoint, proxy, allowance });
  return { transport, allowance, ...present({ proxy: typeof proxy === 'object' ? proxy.host : undefined }) };
}
