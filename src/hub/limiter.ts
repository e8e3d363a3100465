/**
 * How many requests may be in flight: never more than the given number, never more than what is left of the Hub's
 * windows, which this run shares with whatever else the account or the address does.
 */
import type { RateLimit } from '../domain/evidence';
import type { Broken } from './error';
import { Fifo } from './fifo';
import type { Line } from './forecast';
import { newLane, observe, tightestOf, type Lane, type LaneName } from './lane';
import { Pump, type PumpOptions, type Waiter } from './pump';
import type { WindowReading } from './rate-limit';

export interface Limiter {
  /**
   * Runs the task in the first lane that has room; a further one is looked at only while those before it are spent.
   * Gives `broken` without running it where room would come too late.
   */
  run<L extends LaneName, T>(lanes: readonly [L, ...L[]], task: (lane: L) => Promise<T>): Promise<T | Broken>;
  /** Goes on where more may be in flight than before. */
  proceed(): void;
  /** Takes note of what a reply to this lane said; a reading of another bucket is none of ours. */
  observe(name: LaneName, reading: WindowReading): void;
  /** Lets nothing into the lane for so many milliseconds: a reply said so. */
  hold(name: LaneName, milliseconds: number): void;
  /** The window with the smallest part left. */
  tightest(): RateLimit | undefined;
}

/** Nothing is known of any window yet. */
export function createLimiter(options: PumpOptions): Limiter {
  const { clock } = options;
  const lanes = new Map<string, Lane>();
  const laneOf = ({ as, bucket }: LaneName) => known(lanes, `${as} ${bucket}`, newLane);
  const lines = new Map<string, Line<Waiter>>();
  const lineOf = (names: readonly LaneName[]) => {
    const key = names.map(({ as, bucket }) => `${as} ${bucket}`).join();
    return known(lines, key, () => ({ lanes: names.map(laneOf), queue: new Fifo<Waiter>() }));
  };
  const pump = new Pump(options, lines);
  return {
    run: (names, task) =>
      new Promise((resolve, reject) => {
        const line = lineOf(names);
        const start = async (index: number) => {
          const lane = line.lanes[index];
          await task(names[index] ?? names[0]).then(resolve, reject);
          if (lane !== undefined) pump.end(lane);
        };
        line.queue.push({ start, refuse: resolve });
        pump.go();
      }),
    proceed: () => {
      pump.go();
    },
    observe: (name, reading) => {
      if (reading.bucket === name.bucket) observe(laneOf(name), reading, clock.now());
    },
    hold: (name, milliseconds) => {
      const lane = laneOf(name);
      lane.heldUntil = Math.max(lane.heldUntil, clock.now() + milliseconds);
      lane.isProbing = true;
    },
    tightest: () => tightestOf([...lanes.values()], clock.now()),
  };
}

function known<T>(map: Map<string, T>, key: string, make: () => T): T {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
