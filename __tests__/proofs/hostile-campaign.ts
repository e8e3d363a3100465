/**
 * A part of the campaign of hostile Hubs, as one process plays it: `node … hostile-campaign.ts SEED HUBS`. Prints its figures as JSON on
 * the last line of standard output. A case that fails is named by its seed, and played again by `hostile-campaign.ts SEED 1`.
 * `PROOF_WIRE=http1` or `http2` has all of them on one wire.
 */
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { play, violations } from './hostile';
import { playDist } from './hostile-dist';
import { hostileMachine, type HostileMachine } from './hostile-machine';
import { partsOf, playPart } from './hostile-parts';
import { hostileHub, someToken, type HostileHub } from './hostile-replies';
import { startHostileServer, type HostileServer } from './hostile-server';
import { HAS_STREAMS } from './hostile-streams';

/** What the Hubs of a part came to. */
export interface Figures {
  hubs: number;
  /** Of them on the built program, as a process. */
  processes: number;
  http2: number;
  /** Smaller enemies that were met beside them. */
  parts: number;
  replies: number;
  allowed: number;
  denied: number;
  unknown: number;
  skipped: number;
  /** The first of what must never be, each with the seed of its case. */
  readonly failures: string[];
}

export interface Case {
  readonly hub: HostileHub;
  readonly token: string;
  readonly machine: HostileMachine;
}

export const someCase: fc.Arbitrary<Case> = fc.record({
  hub: hostileHub.map(onWire),
  token: someToken,
  machine: hostileMachine,
});

/** Hubs at a time, each with a server of its own: most of a case is waiting. */
const LANES = 6;
const MOST_FAILURES = 20;

function onWire(hub: HostileHub): HostileHub {
  const wire = HAS_STREAMS ? (process.env['PROOF_WIRE'] ?? hub.wire) : 'http1';
  return { ...hub, wire: wire === 'http2' ? wire : 'http1' };
}

export function noFigures(): Figures {
  return {
    hubs: 0,
    processes: 0,
    http2: 0,
    parts: 0,
    replies: 0,
    allowed: 0,
    denied: 0,
    unknown: 0,
    skipped: 0,
    failures: [],
  };
}

/** Cases that are made at once: the first ones that a generator makes are simpler than the rest. */
const TOGETHER = 50;
let made: { readonly block: number; readonly cases: readonly Case[] } | undefined;

/** The one case of a seed. */
export function caseOf(seed: number): Case {
  const block = Math.floor(seed / TOGETHER);
  if (made?.block !== block) made = { block, cases: fc.sample(someCase, { seed: block, numRuns: TOGETHER }) };
  const only = made.cases[seed % TOGETHER];
  if (only === undefined) throw new Error('a seed without a case');
  return only;
}

/** Plays as many Hubs as are wanted, from the seed on. */
export async function playHubs(seed: number, hubs: number): Promise<Figures> {
  const figures = noFigures();
  const doing = new Set<string>();
  // A process that has nothing left to wait for ends, whatever was promised.
  const say = () => {
    if (doing.size > 0) console.error(`never ended: ${[...doing].join(', ')}`);
  };
  process.once('exit', say);
  const during = async (what: string, act: () => Promise<void>): Promise<void> => {
    doing.add(what);
    await act();
    doing.delete(what);
  };
  let next = seed;
  const lane = async (): Promise<void> => {
    const server = await startHostileServer();
    // A Hub's own, as requests of the case before may come late.
    const partServer = await startHostileServer();
    while (next < seed + hubs && figures.failures.length < MOST_FAILURES) {
      const one = next++;
      await during(`seed ${one}`, () => playOne({ server, partServer }, one, figures));
    }
    await during('a server', () => server.close());
    await during('a server of parts', () => partServer.close());
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  process.off('exit', say);
  return figures;
}

/** One of so many Hubs is met by the built program too. */
const ONE_OF = Number(process.env['PROOF_DIST'] ?? 40);

function isOnDist(seed: number): boolean {
  return seed % ONE_OF === 0;
}

type Servers = Readonly<Record<'server' | 'partServer', HostileServer>>;

async function playOne({ server, partServer }: Servers, seed: number, figures: Figures): Promise<void> {
  const given = caseOf(seed);
  figures.hubs += 1;
  figures.http2 += given.hub.wire === 'http2' ? 1 : 0;
  try {
    if (isOnDist(seed)) {
      figures.processes += 1;
      for (const found of await playDist(server, given)) figures.failures.push(`seed ${seed}, built: ${found}`);
    }
    for (const part of partsOf(seed)) {
      figures.parts += 1;
      for (const found of await playPart(part, partServer))
        figures.failures.push(`seed ${seed}, ${part.kind}: ${found}`);
    }
    const played = await play(server, given);
    for (const { outcome } of played.report.checks) figures[outcome] += 1;
    figures.replies += played.sent.length;
    for (const found of violations(played)) figures.failures.push(`seed ${seed}: ${found}`);
  } catch (error) {
    figures.failures.push(`seed ${seed}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [seed, hubs] = process.argv.slice(2).map(Number);
  if (seed === undefined || hubs === undefined) throw new Error('hostile-campaign.ts SEED HUBS');
  if (hubs === 1) console.log(JSON.stringify({ ...caseOf(seed), parts: partsOf(seed) }, null, 1));
  console.log(JSON.stringify(await playHubs(seed, hubs)));
}
