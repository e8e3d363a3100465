/**
 * How many requests may be in flight: never more than the given number, never more than what is left of the Hub's
 * windows, which this run shares with whatever else the account or the address does.
 */
import type { RateLimit } from '../../domain/rate-limit';
import type { FailedAttempt } from '../http/error';
import { Queue } from './queue';
import type { WaitQueue } from './estimate';
import { newRateWindow, observe, tightestOf, type RateWindow, type WindowKey } from './window';
import { Scheduler, type SchedulerOptions, type Waiter } from './scheduler';
import type { WindowReading } from '../http/rate-limit-headers';

export interface Limiter {
  /**
   * Runs the task in the first lane that has room; a further one is looked at only while those before it are spent.
   * Gives `broken` without running it where room would come too late.
   */
  run<L extends WindowKey, T>(lanes: readonly [L, ...L[]], task: (lane: L) => Promise<T>): Promise<T | FailedAttempt>;
  /** Goes on where more may be in flight than before. */
  resume(): void;
  /** Takes note of what a reply to this lane said; a reading of another bucket is none of ours. */
  observe(name: WindowKey, reading: WindowReading): void;
  /** Lets nothing into the lane for so many milliseconds: a reply said so. */
  hold(name: WindowKey, milliseconds: number): void;
  /** The window with the smallest part left. */
  tightest(): RateLimit | undefined;
}

/** Nothing is known of any window yet. */
export function createLimiter(options: SchedulerOptions): Limiter {
  const { clock } = options;
  const lanes = new Map<string, RateWindow>();
  const laneOf = ({ as, bucket }: WindowKey) => known(lanes, `${as} ${bucket}`, newRateWindow);
  const lines = new Map<string, WaitQueue<Waiter>>();
  const lineOf = (names: readonly WindowKey[]) => {
    const key = names.map(({ as, bucket }) => `${as} ${bucket}`).join();
    return known(lines, key, () => ({ lanes: names.map(laneOf), queue: new Queue<Waiter>() }));
  };
  const pump = new Scheduler(options, lines);
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
    resume: () => {
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
