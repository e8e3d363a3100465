/**
 * How many requests may be in flight: never more than the given number, never more than what is left of the Hub's
 * windows, which this run shares with whatever else the account or the address does.
 */
import type { Clock, RateLimit } from '../domain/evidence';
import type { Hold } from '../domain/progress';
import type { Deadline } from './deadline';
import { tooLate, windowSpent, type Broken } from './error';
import { Fifo } from './fifo';
import { deadlineFor, forecastOf, nextOpening, type Line } from './forecast';
import {
  budgetOf,
  detourBudgetOf,
  isWindowSpent,
  newLane,
  observe,
  opensAt,
  tightestOf,
  type Lane,
  type LaneName,
} from './lane';
import type { WindowReading } from './rate-limit';

export interface Limiter {
  /**
   * Runs the task in the first lane that has room; a further one is looked at only while those before it are spent.
   * Gives `broken` without running it where room would come too late.
   */
  run<L extends LaneName, T>(lanes: readonly [L, ...L[]], task: (lane: L) => Promise<T>): Promise<T | Broken>;
  /** Takes note of what a reply to this lane said; a reading of another bucket is none of ours. */
  observe(name: LaneName, reading: WindowReading): void;
  /** Lets nothing into the lane for so many milliseconds: a reply said so. */
  hold(name: LaneName, milliseconds: number): void;
  /** The window with the smallest part left. */
  tightest(): RateLimit | undefined;
}

export interface LimiterOptions {
  readonly concurrency: number;
  readonly clock: Clock;
  readonly deadline: Deadline;
  /** Ends the run. */
  readonly signal: AbortSignal;
  /** Told once whenever nothing can be asked for a while. */
  readonly onHold?: (hold: Hold) => void;
}

/** One request that waits; `start` is told in which of its lanes. */
interface Waiter {
  readonly start: (lane: number) => Promise<void>;
  readonly refuse: (why: Broken) => void;
}

/** Nothing is known of any window yet. */
export function createLimiter(options: LimiterOptions): Limiter {
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

/** One look at the clock for all that is decided together: a lane that is spent opens later than `now`. */
interface Moment {
  readonly now: number;
  readonly spentMs: number;
  readonly remainingMs: number;
}

/** Lets waiting requests go, puts up one sleeper a spent lane, and refuses what would come too late. */
class Pump {
  readonly #options: LimiterOptions;
  readonly #lines: ReadonlyMap<string, Line<Waiter>>;
  #running = 0;
  #isHoldTold = false;
  /** The largest so far: what is asked after a refusal would need less, were it alone. */
  #needsSeconds = 0;

  constructor(options: LimiterOptions, lines: ReadonlyMap<string, Line<Waiter>>) {
    this.#options = options;
    this.#lines = lines;
  }

  /** A request in this lane is over. */
  end(lane: Lane): void {
    lane.running -= 1;
    this.#running -= 1;
    if (lane.window === undefined) lane.untold += 1;
    if (this.#options.clock.now() >= lane.heldUntil) lane.isProbing = false;
    this.go();
  }

  go(): void {
    const { clock, signal, deadline } = this.#options;
    const moment = { now: clock.now(), spentMs: deadline.spentMs(), remainingMs: deadline.remainingMs() };
    const isOver = signal.aborted || moment.remainingMs <= 0;
    // Whoever has no choice goes first.
    const lines = [...this.#lines.values()].sort((a, b) => a.lanes.length - b.lanes.length);
    const stuck: Line<Waiter>[] = [];
    for (const line of lines) {
      if (isOver) refuseAll(line, tooLate());
      const rest = this.#serve(line, moment);
      if (rest !== undefined) stuck.push(rest);
    }
    if (stuck.length > 0) this.#holdBack(stuck, moment);
  }

  /** Lets go what has room; gives what has to wait until a lane opens, with the lanes that it waits for. */
  #serve({ lanes, queue }: Line<Waiter>, moment: Moment): Line<Waiter> | undefined {
    const { now } = moment;
    const [first] = lanes;
    const choices = first !== undefined && isWindowSpent(first, now) ? lanes : lanes.slice(0, 1);
    const spent: Lane[] = [];
    for (const [index, lane] of choices.entries()) {
      const budget = () => (index === 0 ? budgetOf : detourBudgetOf)(lane, now) - lane.running;
      while (queue.size > 0 && this.#running < this.#options.concurrency && budget() > 0) {
        this.#running += 1;
        lane.running += 1;
        this.#isHoldTold = false;
        void queue.shift()?.start(index);
      }
      if (queue.size === 0) return undefined;
      if (lane.running > 0 || budget() > 0) break;
      spent.push(lane);
    }
    for (const lane of spent) void this.#sleepUntilOpen(lane, moment);
    return spent.length === choices.length ? { lanes: spent, queue } : undefined;
  }

  async #sleepUntilOpen(lane: Lane, { now, remainingMs }: Moment): Promise<void> {
    const { clock, signal } = this.#options;
    const pauseMs = opensAt(lane) - now;
    if (lane.isWaiting || pauseMs <= 0 || pauseMs >= remainingMs) return;
    lane.isWaiting = true;
    lane.isProbing = true;
    await clock.sleep(pauseMs, signal);
    lane.isWaiting = false;
    this.go();
  }

  /** Tells that all is held; refuses what the deadline does not let wait. */
  #holdBack(stuck: readonly Line<Waiter>[], { now, spentMs, remainingMs }: Moment): void {
    const { onHold } = this.#options;
    const late = stuck.filter((line) => nextOpening([line], now) - now >= remainingMs);
    const isNews = this.#running === 0 && !this.#isHoldTold;
    if (late.length === 0 && !isNews) return;
    const hold = forecastOf(stuck, now);
    const isTooLong = hold.leftMs >= remainingMs;
    if (isTooLong) this.#needsSeconds = Math.max(this.#needsSeconds, deadlineFor(spentMs + hold.leftMs));
    if (isNews) onHold?.({ ...hold, spentMs, ...(isTooLong ? { needsSeconds: this.#needsSeconds } : {}) });
    this.#isHoldTold ||= isNews;
    for (const line of late) refuseAll(line, windowSpent(nextOpening([line], now) - now, this.#needsSeconds));
  }
}

function refuseAll({ queue }: Line<Waiter>, why: Broken): void {
  for (let waiter = queue.shift(); waiter !== undefined; waiter = queue.shift()) waiter.refuse(why);
}

function known<T>(map: Map<string, T>, key: string, make: () => T): T {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
