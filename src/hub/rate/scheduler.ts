/** Keeps the queues moving: who may go now, who sleeps until a window opens, and who has waited in vain. */
import type { Clock } from '../../domain/hub/ports';
import { present } from '../../domain/basics/present';
import type { Hold } from '../../domain/progress';
import type { Deadline } from '../http/deadline';
import { interrupted, tooLate, windowSpent, type FailedAttempt } from '../http/error';
import { deadlineFor, estimateHold, nextOpening, type Backlog } from './estimate';
import type { Queue } from './queue';
import { budgetOf, fallbackBudgetOf, isWindowSpent, opensAt, type RateWindow } from './window';

/** How many requests may go at once, by which clock, and until when. Tests have a clock of their own. */
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

/** One request that waits; `start` gets the window that it is sent in. */
export interface Waiter {
  readonly start: (window: number) => Promise<void>;
  readonly refuse: (why: FailedAttempt) => void;
}

/** Requests that wait, with the windows that may take them, the best first. */
export interface WaitQueue {
  readonly windows: readonly RateWindow[];
  readonly waiting: Queue<Waiter>;
}

/** So many requests of a queue that are still to come. */
export interface Unasked {
  readonly queue: WaitQueue;
  readonly count: number;
}

/** A queue from which nothing can go before one of these windows opens. */
interface Stuck {
  readonly queue: WaitQueue;
  readonly spent: readonly RateWindow[];
}

/** One look at the clock for all that is decided together: a window that is spent opens later than `now`. */
interface Moment {
  readonly now: number;
  readonly spentMs: number;
  readonly remainingMs: number;
}

/** Lets waiting requests go, puts up one sleeper a spent window, and refuses what would come too late. */
export class Scheduler {
  readonly #options: SchedulerOptions;
  readonly #queues: ReadonlyMap<string, WaitQueue>;
  readonly #unasked: () => readonly Unasked[];
  #ordered: readonly WaitQueue[] = [];
  #running = 0;
  #isHoldTold = false;
  /** The largest so far: what is asked after a refusal would need less if nothing else were asked. */
  #needsSeconds: number | undefined;

  constructor(options: SchedulerOptions, queues: ReadonlyMap<string, WaitQueue>, unasked: () => readonly Unasked[]) {
    this.#options = options;
    this.#queues = queues;
    this.#unasked = unasked;
  }

  /** A request in this window is over. */
  end(window: RateWindow): void {
    window.running -= 1;
    this.#running -= 1;
    if (window.reading === undefined) window.untold += 1;
    if (this.#options.clock.now() >= window.heldUntil) window.isProbing = false;
    this.go();
  }

  go(): void {
    if (!this.#anyWaits()) return;
    const { clock, signal, deadline } = this.#options;
    const moment = { now: clock.now(), spentMs: deadline.spentMs(), remainingMs: deadline.remainingMs() };
    const isOver = signal.aborted || moment.remainingMs <= 0;
    const stuck: Stuck[] = [];
    for (const queue of this.#inOrder()) {
      if (queue.waiting.size === 0) continue;
      if (isOver) refuse(drain(queue), signal.aborted ? interrupted() : tooLate());
      const spent = this.#serve(queue, moment);
      if (spent !== undefined) stuck.push({ queue, spent });
    }
    if (stuck.length > 0) this.#holdBack(stuck, moment);
  }

  /** Whoever has no choice goes first. */
  #inOrder(): readonly WaitQueue[] {
    if (this.#ordered.length !== this.#queues.size) {
      this.#ordered = [...this.#queues.values()].sort((a, b) => a.windows.length - b.windows.length);
    }
    return this.#ordered;
  }

  /** Mostly nothing does: whoever ends a request has yet to begin the next. */
  #anyWaits(): boolean {
    for (const { waiting } of this.#queues.values()) if (waiting.size > 0) return true;
    return false;
  }

  /** Lets go what has room; gives the windows of which one has to open before the rest can go. */
  #serve({ windows, waiting }: WaitQueue, moment: Moment): readonly RateWindow[] | undefined {
    const { now } = moment;
    const [first] = windows;
    const choices = first !== undefined && isWindowSpent(first, now) ? windows : windows.slice(0, 1);
    const spent: RateWindow[] = [];
    for (const window of choices) {
      const index = spent.length;
      const budget = () => (index === 0 ? budgetOf : fallbackBudgetOf)(window, now) - window.running;
      while (waiting.size > 0 && this.#running < this.#options.concurrency() && budget() > 0) {
        this.#running += 1;
        window.running += 1;
        this.#isHoldTold = false;
        void waiting.shift()?.start(index);
      }
      if (waiting.size === 0) return undefined;
      if (window.running > 0 || budget() > 0) break;
      spent.push(window);
    }
    for (const window of spent) void this.#sleepUntilOpen(window, moment);
    return spent.length === choices.length ? spent : undefined;
  }

  async #sleepUntilOpen(window: RateWindow, { now, remainingMs }: Moment): Promise<void> {
    const { clock, signal } = this.#options;
    const pauseMs = opensAt(window) - now;
    if (window.isWaiting || pauseMs <= 0 || pauseMs >= remainingMs) return;
    window.isWaiting = true;
    window.isProbing = true;
    await clock.sleep(pauseMs, signal);
    window.isWaiting = false;
    this.go();
  }

  /** Reports that everything waits; refuses what cannot wait within the deadline. */
  #holdBack(stuck: readonly Stuck[], { now, spentMs, remainingMs }: Moment): void {
    const { onHold } = this.#options;
    const late = stuck.filter(({ spent }) => nextOpening(spent, now) - now >= remainingMs);
    const isNews = this.#running === 0 && !this.#isHoldTold;
    if (late.length === 0 && !isNews) return;
    const hold = estimateHold(this.#backlogsOf(stuck), now);
    const needsSeconds = hold.leftMs < remainingMs ? undefined : deadlineFor(spentMs, hold);
    if (needsSeconds !== undefined) this.#needsSeconds = Math.max(this.#needsSeconds ?? 0, needsSeconds);
    if (isNews) onHold?.({ ...hold, spentMs, ...present({ needsSeconds }) });
    this.#isHoldTold ||= isNews;
    for (const { queue, spent } of late) {
      const why = windowSpent(nextOpening(spent, now) - now, this.#needsSeconds);
      // Not before the listener has counted what was answered until now.
      setImmediate(refuse, drain(queue), why);
    }
  }

  #backlogsOf(stuck: readonly Stuck[]): Backlog[] {
    const unasked = this.#unasked();
    return stuck.map(({ queue, spent }) => {
      const toCome = unasked.filter((one) => one.queue === queue).reduce((sum, { count }) => sum + count, 0);
      return { windows: spent, count: queue.waiting.size + toCome };
    });
  }
}

function drain({ waiting }: WaitQueue): Waiter[] {
  const all: Waiter[] = [];
  for (let waiter = waiting.shift(); waiter !== undefined; waiter = waiting.shift()) all.push(waiter);
  return all;
}

function refuse(waiters: readonly Waiter[], why: FailedAttempt): void {
  for (const waiter of waiters) waiter.refuse(why);
}
