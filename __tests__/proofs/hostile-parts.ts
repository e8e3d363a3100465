/** The smaller enemies of a run, each beside some of the Hubs: the exchange of an identity, a lock, the metadata of repos, a list of hosts. */
import fc from 'fast-check';
import { exchangeCase, playExchange, type ExchangeCase } from './hostile-exchange';
import { followCase, playFollow, type FollowCase } from './hostile-follow';
import { lockCase, playLock, type LockCase } from './hostile-lock';
import { networkCase, playNetwork, type NetworkCase } from './hostile-network';
import type { HostileServer } from './hostile-server';

export type PartCase = ExchangeCase | LockCase | FollowCase | NetworkCase;

/** A Hub of so many meets one of each. */
export const ONE_OF = 20;

const KINDS = [exchangeCase, lockCase, followCase, networkCase] as const;

/** Cases that are made at once: the first ones that a generator makes are simpler than the rest. */
const TOGETHER = 50;

let made: { readonly block: number; readonly parts: readonly (readonly PartCase[])[] } | undefined;

/** Those of a seed: one of each kind, or none. */
export function partsOf(seed: number): PartCase[] {
  if (seed % ONE_OF !== 0) return [];
  const at = seed / ONE_OF;
  const block = Math.floor(at / TOGETHER);
  if (made?.block !== block) made = { block, parts: KINDS.map((kind) => sampleOf(kind, block)) };
  return made.parts.flatMap((cases) => cases[at % TOGETHER] ?? []);
}

function sampleOf(kind: fc.Arbitrary<PartCase>, seed: number): PartCase[] {
  return fc.sample(kind, { seed, numRuns: TOGETHER });
}

/** Everything in one that must never be; empty when all is well. */
export function playPart(part: PartCase, server: HostileServer): string[] | Promise<string[]> {
  switch (part.kind) {
    case 'exchange':
      return playExchange(part, server);
    case 'lock':
      return playLock(part);
    case 'follow':
      return playFollow(part);
    case 'network':
      return playNetwork(part, server);
  }
}
