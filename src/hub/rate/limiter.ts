/**
 * How many requests may be in flight: never more than the given number, never more than what is left of the Hub's
 * windows, which this run shares with whatever else the account or the address does.
 */
import type { RateLimit } from '../../domain/hub/rate-limit';
import type { FailedAttempt } from '../http/error';
import type { WindowReading } from '../http/rate-limit-headers';
import { Queue } from './queue';
import { Scheduler, type SchedulerOptions, type Waiter, type WaitQueue } from './scheduler';
import { newRateWindow, observe, tightestOf, type RateWindow, type WindowKey } from './window';

/** So many requests that these windows may take are still to come. */
export interface UnaskedByKeys {
  readonly keys: readonly WindowKey[];
  readonly count: number;
}

/** Holds requests back that the Hub's windows have no room for. */
export interface Limiter {
  /**
   * Runs the task in the first window that has room; a further one is looked at only while those before it are spent.
   * Gives `broken` without running it where room would come too late.
   */
  run<K extends WindowKey, T>(keys: readonly [K, ...K[]], task: (key: K) => Promise<T>): Promise<T | FailedAttempt>;
  /** Registers who knows how much is still to come, so that the time left can be reported. */
  expect(unasked: () => readonly UnaskedByKeys[]): void;
  /** Goes on where more may be in flight than before. */
  resume(): void;
  /** Takes note of what a reply said of its window; a reading of another bucket is none of ours. */
  observe(key: WindowKey, reading: WindowReading): void;
  /** Lets nothing into the window for this many milliseconds: a reply said so. */
  hold(key: WindowKey, milliseconds: number): void;
  /** The window with the smallest part left. */
  tightest(): RateLimit | undefined;
}

/** Nothing is known of any window yet. */
export function createLimiter(options: SchedulerOptions): Limiter {
  const { clock } = options;
  const windows = new Map<string, RateWindow>();
  const windowOf = (key: WindowKey) => known(windows, nameOf([key]), newRateWindow);
  const queues = new Map<string, WaitQueue>();
  const queueOf = (keys: readonly WindowKey[]) =>
    known(queues, nameOf(keys), () => ({ windows: keys.map(windowOf), waiting: new Queue<Waiter>() }));
  let unasked: () => readonly UnaskedByKeys[] = () => [];
  const scheduler = new Scheduler(options, queues, () =>
    unasked().map(({ keys, count }) => ({ queue: queueOf(keys), count })),
  );
  return {
    run: (keys, task) =>
      new Promise((resolve, reject) => {
        const { windows: choices, waiting } = queueOf(keys);
        const start = async (index: number) => {
          const window = choices[index];
          await task(keys[index] ?? keys[0]).then(resolve, reject);
          if (window !== undefined) scheduler.end(window);
        };
        waiting.push({ start, refuse: resolve });
        scheduler.go();
      }),
    expect: (rest) => {
      unasked = rest;
    },
    resume: () => {
      scheduler.go();
    },
    observe: (key, reading) => {
      if (reading.bucket === key.bucket) observe(windowOf(key), reading, clock.now());
    },
    hold: (key, milliseconds) => {
      const window = windowOf(key);
      window.heldUntil = Math.max(window.heldUntil, clock.now() + milliseconds);
      window.isProbing = true;
    },
    tightest: () => tightestOf([...windows.values()], clock.now()),
  };
}

function nameOf(keys: readonly WindowKey[]): string {
  return keys.map(({ as, bucket }) => `${as} ${bucket}`).join();
}

function known<T>(map: Map<string, T>, key: string, make: () => T): T {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
