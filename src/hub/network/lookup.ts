/** Names, a few at a time: a resolver that hangs holds a thread of Node's for each. */
import * as dns from 'node:dns';
import type { LookupFunction } from 'node:net';

/** As many as Node looks up at the same time: half of its four threads, the rest of a longer queue is not begun (run on Node 20 and 24). */
const AT_ONCE = 2;

/** The resolver of a round: names wait for their turn, two at a time. */
export interface Lookups {
  readonly lookup: LookupFunction;
  /** Whether the name's turn has come: what never had one is not known. */
  readonly isBegun: (host: string) => boolean;
  /** Begins no further one: the process would live as long as they take. */
  readonly stop: () => void;
}

/** Nobody serves files there, and machines of a cloud have the service there that knows their keys: nothing connects to it. */
const LINK_LOCAL = /^(?:::ffff:)?169\.254\.|^fe[89ab][\da-f]:/i;
/** The `code` of the error with which a lookup of a name fails that leads to a link-local address. */
export const LEADS_NEAR = 'ELINKLOCAL';
const NEAR: NodeJS.ErrnoException = Object.assign(new Error('a link-local address'), { code: LEADS_NEAR });
const addressOf = (one: string | { readonly address: string }) => (typeof one === 'string' ? one : one.address);

/** The machine's own resolver, in turns. */
export function lookupsInTurn(
  resolve: LookupFunction = (...asked) => {
    dns.lookup(...asked);
  },
): Lookups {
  const waiting: (() => void)[] = [];
  const begun = new Set<string>();
  let running = 0;
  const next = () => {
    if (running < AT_ONCE) waiting.shift()?.();
  };
  const lookup: LookupFunction = (host, options, callback) => {
    waiting.push(() => {
      running += 1;
      begun.add(host);
      resolve(host, options, (error, found, family) => {
        running -= 1;
        const isNear = error === null && [found].flat().some((one) => LINK_LOCAL.test(addressOf(one)));
        callback(isNear ? NEAR : error, found, family);
        next();
      });
    });
    next();
  };
  const stop = () => {
    waiting.length = 0;
  };
  return { lookup, isBegun: (host) => begun.has(host), stop };
}
