/** Names, a few at a time: a resolver that hangs holds a thread of Node's for each, and there are four. */
import * as dns from 'node:dns';
import type { LookupFunction } from 'node:net';

/** As many as Node looks up at the same time. */
const AT_ONCE = 4;

export interface Lookups {
  readonly lookup: LookupFunction;
  /** Whether the name's turn has come: what never had one is not known. */
  readonly isBegun: (host: string) => boolean;
}

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
      resolve(host, options, (...found) => {
        running -= 1;
        callback(...found);
        next();
      });
    });
    next();
  };
  return { lookup, isBegun: (host) => begun.has(host) };
}
