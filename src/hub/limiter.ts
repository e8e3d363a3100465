/**
 * How many requests may be in flight: never more than the given number, never more than what is left of the Hub's
 * window, which this run shares with whatever else the account or the address does.
 */
import type { Clock, RateLimit } from '../domain/evidence';
import type { Deadline } from './deadline';
import { tooLate, windowSpent, type Broken } from './error';
import type { WindowReading } from './rate-limit';

/** Requests that the Hub counts together: by who asks and by the kind of route. */
export interface LaneName {
  readonly as: 'token' | 'nobody';
  readonly bucket: string;
}

export interface Limiter {
  /** Runs the task when there is room; gives `broken` without running it where room would come too late. */
  run<T>(name: LaneName, task: () => Promise<T>): Promise<T | Broken>;
  /** Goes on where more may be in flight than before. */
  proceed(): void;
  /** Takes note of what a reply to this lane said; a reading of another bucket is none of ours. */
  observe(name: LaneName, reading: WindowReading): void;
  /** The window with the smallest part left. */
  tightest(): RateLimit | undefined;
}

export interface LimiterOptions {
  /** Requests that may be in flight now; more once it is known that they share one connection. */
  readonly concurrency: () => number;
  readonly clock: Clock;
  readonly deadline: Deadline;
  /** Ends the run. */
  readonly signal: AbortSignal;
}

interface Window {
  readonly bucket: string;
  readonly remaining: number;
  readonly limit: number | undefined;
  readonly resetAt: number;
}

interface Lane {
  running: number;
  window: Window | undefined;
  isWaiting: boolean;
  readonly queue: { readonly start: () => Promise<void>; readonly refuse: (why: Broken) => void }[];
}

/** The reset is told in whole seconds, rounded down or up. */
const RESET_SLACK_MS = 1000;
/** Replies that name resets this far apart speak of different windows. */
const SAME_WINDOW_MS = 5000;

/** Nothing is known of any window yet. */
export function createLimiter(options: LimiterOptions): Limiter {
  const lanes = new Map<string, Lane>();
  const { clock } = options;
  const laneOf = ({ as, bucket }: LaneName): Lane => {
    const known = lanes.get(`${as} ${bucket}`);
    if (known !== undefined) return known;
    const lane: Lane = { running: 0, window: undefined, isWaiting: false, queue: [] };
    lanes.set(`${as} ${bucket}`, lane);
    return lane;
  };
  const pump = createPump(options, lanes);
  return {
    run: (name, task) =>
      new Promise((resolve, reject) => {
        const lane = laneOf(name);
        const start = async () => {
          lane.running += 1;
          await task().then(resolve, reject);
          lane.running -= 1;
          pump();
        };
        lane.queue.push({ start, refuse: resolve });
        pump();
      }),
    proceed: pump,
    observe: (name, reading) => {
      const lane = laneOf(name);
      if (reading.bucket === name.bucket) lane.window = later(lane.window, reading, clock.now());
    },
    tightest: () => tightestOf([...lanes.values()], clock.now()),
  };
}

function createPump(options: LimiterOptions, lanes: ReadonlyMap<string, Lane>): () => void {
  const { clock, concurrency, deadline, signal } = options;
  const refuseAll = (lane: Lane, why: Broken) => {
    for (const waiter of lane.queue.splice(0)) waiter.refuse(why);
  };
  const awaitReset = async (lane: Lane, window: Window) => {
    const waitMs = window.resetAt - clock.now() + RESET_SLACK_MS;
    if (waitMs >= deadline.remainingMs()) {
      refuseAll(lane, windowSpent(waitMs));
      return;
    }
    lane.isWaiting = true;
    await clock.sleep(waitMs, signal);
    lane.isWaiting = false;
    pump();
  };
  const pump = () => {
    const isOver = signal.aborted || deadline.remainingMs() <= 0;
    for (const lane of lanes.values()) {
      if (isOver) refuseAll(lane, tooLate());
      const room = () => Math.min(concurrency() - runningIn(lanes), budgetOf(lane, clock.now()) - lane.running);
      while (lane.queue.length > 0 && room() > 0) void lane.queue.shift()?.start();
      const isStuck = lane.queue.length > 0 && lane.running === 0 && budgetOf(lane, clock.now()) <= 0;
      if (isStuck && !lane.isWaiting && lane.window !== undefined) void awaitReset(lane, lane.window);
    }
  };
  return pump;
}

function runningIn(lanes: ReadonlyMap<string, Lane>): number {
  let running = 0;
  for (const lane of lanes.values()) running += lane.running;
  return running;
}

function budgetOf({ window }: Lane, now: number): number {
  if (window === undefined) return Number.POSITIVE_INFINITY;
  return now < window.resetAt + RESET_SLACK_MS ? window.remaining : (window.limit ?? Number.POSITIVE_INFINITY);
}

/** Replies overtake each other: within one window the smallest number is the newest. */
function later(known: Window | undefined, reading: WindowReading, now: number): Window {
  const { bucket, remaining } = reading;
  const resetAt = now + reading.resetSeconds * 1000;
  const limit = reading.limit ?? known?.limit;
  const isSame = known !== undefined && now < known.resetAt && Math.abs(resetAt - known.resetAt) < SAME_WINDOW_MS;
  if (isSame) return { ...known, limit, remaining: Math.min(known.remaining, remaining) };
  return { bucket, remaining, limit, resetAt };
}

function tightestOf(lanes: readonly Lane[], now: number): RateLimit | undefined {
  const windows = lanes.flatMap(({ window }) =>
    window?.limit === undefined || window.limit === 0 ? [] : [{ ...window, limit: window.limit }],
  );
  const [tightest] = windows.sort((a, b) => a.remaining / a.limit - b.remaining / b.limit);
  if (tightest === undefined) return undefined;
  const { bucket, remaining, limit, resetAt } = tightest;
  return { bucket, remaining, limit, resetSeconds: Math.max(0, Math.ceil((resetAt - now) / 1000)) };
}
