/** Keeps the lines moving: who may go now, who sleeps until a window opens, and who has waited in vain. */
import type { Clock } from '../../domain/ports';
import type { Hold } from '../../domain/progress';
import type { Deadline } from '../http/deadline';
import { tooLate, windowSpent, type FailedAttempt } from '../http/error';
import { deadlineFor, estimateHold, nextOpening, type WaitQueue } from './estimate';
import { budgetOf, fallbackBudgetOf, isWindowSpent, opensAt, type RateWindow } from './window';

export interface SchedulerOptions {
  /** Requests that may be in flight now; more once it is known that they share one connection. */
  readonly concurrency: () => number;
  readonly clock: Clock;
  readonly deadline: Deadline;
  /** Ends the run. */
  readonly signal: AbortSignal;
  /** Told once whenever nothing can be asked for a while. */
  readonly onHold?: (hold: Hold) => void;
}

/** One request that waits; `start` is told in which of its lanes. */
export interface Waiter {
  readonly start: (lane: number) => Promise<void>;
  readonly refuse: (why: FailedAttempt) => void;
}

/** One look at the clock for all that is decided together: a lane that is spent opens later than `now`. */
interface Moment {
  readonly now: number;
  readonly spentMs: number;
  readonly remainingMs: number;
}

/** Lets waiting requests go, puts up one sleeper a spent lane, and refuses what would come too late. */
export class Scheduler {
  readonly #options: SchedulerOptions;
  readonly #lines: ReadonlyMap<string, WaitQueue<Waiter>>;
  #running = 0;
  #isHoldTold = false;
  /** The largest so far: what is asked after a refusal would need less, were it alone. */
  #needsSeconds: number | undefined;

  constructor(options: SchedulerOptions, lines: ReadonlyMap<string, WaitQueue<Waiter>>) {
    this.#options = options;
    this.#lines = lines;
  }

  /** A request in this lane is over. */
  end(lane: RateWindow): void {
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
    const stuck: WaitQueue<Waiter>[] = [];
    for (const line of lines) {
      if (isOver) refuse(drain(line), tooLate());
      const rest = this.#serve(line, moment);
      if (rest !== undefined) stuck.push(rest);
    }
    if (stuck.length > 0) this.#holdBack(stuck, moment);
  }

  /** Lets go what has room; gives what has to wait until a lane opens, with the lanes that it waits for. */
  #serve({ lanes, queue }: WaitQueue<Waiter>, moment: Moment): WaitQueue<Waiter> | undefined {
    const { now } = moment;
    const [first] = lanes;
    const choices = first !== undefined && isWindowSpent(first, now) ? lanes : lanes.slice(0, 1);
    const spent: RateWindow[] = [];
    for (const [index, lane] of choices.entries()) {
      const budget = () => (index === 0 ? budgetOf : fallbackBudgetOf)(lane, now) - lane.running;
      while (queue.size > 0 && this.#running < this.#options.concurrency() && budget() > 0) {
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

  async #sleepUntilOpen(lane: RateWindow, { now, remainingMs }: Moment): Promise<void> {
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
  #holdBack(stuck: readonly WaitQueue<Waiter>[], { now, spentMs, remainingMs }: Moment): void {
    const { onHold } = this.#options;
    const late = stuck.filter((line) => nextOpening([line], now) - now >= remainingMs);
    const isNews = this.#running === 0 && !this.#isHoldTold;
    if (late.length === 0 && !isNews) return;
    const hold = estimateHold(stuck, now);
    const needsSeconds = hold.leftMs < remainingMs ? undefined : deadlineFor(spentMs, hold);
    if (needsSeconds !== undefined) this.#needsSeconds = Math.max(this.#needsSeconds ?? 0, needsSeconds);
    if (isNews) onHold?.({ ...hold, spentMs, ...(needsSeconds === undefined ? {} : { needsSeconds }) });
    this.#isHoldTold ||= isNews;
    for (const line of late) {
      const why = windowSpent(nextOpening([line], now) - now, this.#needsSeconds);
      // Not before whoever is told of the hold has counted what was answered until now.
      setImmediate(refuse, drain(line), why);
    }
  }
}

function drain({ queue }: WaitQueue<Waiter>): Waiter[] {
  const all: Waiter[] = [];
  for (let waiter = queue.shift(); waiter !== undefined; waiter = queue.shift()) all.push(waiter);
  return all;
}

function refuse(waiters: readonly Waiter[], why: FailedAttempt): void {
  for (const waiter of waiters) waiter.refuse(why);
}
