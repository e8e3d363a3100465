/** One window: the requests that the Hub counts together, and what is known of how many it still lets through. */
import type { RateLimit } from '../../domain/hub/rate-limit';
import type { WindowReading } from '../http/rate-limit-headers';

/** Requests that the Hub counts together: by who asks and by the kind of route. */
export interface WindowKey {
  readonly as: 'token' | 'nobody';
  readonly bucket: string;
}

interface KnownReading extends WindowReading {
  readonly resetAt: number;
}

/** The state of a window; times in milliseconds since the epoch. */
export interface RateWindow {
  running: number;
  /** As of the last reply that said so. */
  reading: KnownReading | undefined;
  /** A 429 said not to come before. */
  heldUntil: number;
  /** Somebody sleeps until it opens. */
  isWaiting: boolean;
  /** After a wait one request goes first and shows what is left of the new window: others may have used some. */
  isProbing: boolean;
  /** Requests that were over before any reply named a window. */
  untold: number;
}

/** The reset is given in whole seconds, rounded down or up: the earliest that was given is at most this much too early. */
const RESET_SLACK_MS = 1000;
/** Replies that name resets this far apart speak of different windows. */
const SAME_WINDOW_MS = 5000;
/** How many requests may find out whether replies name an optional window at all. */
const TRIALS = 3;

/** A window of which nothing is known. */
export function newRateWindow(): RateWindow {
  return { running: 0, reading: undefined, heldUntil: 0, isWaiting: false, isProbing: false, untold: 0 };
}

/** What is left of the window, as far as it is known and not over. */
function leftOf({ reading }: RateWindow, now: number): number {
  const isCurrent = reading !== undefined && now < reading.resetAt + RESET_SLACK_MS;
  return isCurrent ? reading.remaining : Number.POSITIVE_INFINITY;
}

/** Requests that may be in flight at once by what is known of the window. */
export function budgetOf(window: RateWindow, now: number): number {
  if (now < window.heldUntil) return 0;
  return window.isProbing ? Math.min(1, leftOf(window, now)) : leftOf(window, now);
}

/** Whether it is the window that lets nothing through: round any other limit there is no way. */
export function isWindowSpent(window: RateWindow, now: number): boolean {
  return leftOf(window, now) === 0;
}

/** As {@link budgetOf}, if the window is only the second choice: replies must name it, as the Hub's do. */
export function fallbackBudgetOf(window: RateWindow, now: number): number {
  if (window.reading !== undefined) return budgetOf(window, now);
  return window.untold < TRIALS ? Math.min(1, budgetOf(window, now)) : 0;
}

/** When the window, or the hold on it, is over. */
export function opensAt({ reading, heldUntil }: RateWindow): number {
  return Math.max(heldUntil, reading?.remaining === 0 ? reading.resetAt + RESET_SLACK_MS : 0);
}

/** Takes note of what a reply said of the window. */
export function observe(window: RateWindow, reading: WindowReading, now: number): void {
  const { reading: known } = window;
  const resetAt = now + reading.resetSeconds * 1000;
  const fresh = { ...known, ...reading, resetAt };
  if (known === undefined || now >= known.resetAt) {
    window.reading = fresh;
  } else if (Math.abs(resetAt - known.resetAt) < SAME_WINDOW_MS) {
    // Replies overtake each other: within one window the smallest number is the newest.
    const remaining = Math.min(known.remaining, reading.remaining);
    window.reading = { ...fresh, remaining, resetAt: Math.min(known.resetAt, resetAt) };
  } else if (resetAt > known.resetAt) {
    window.reading = fresh;
  }
  // What is left is a reply of the window before, overtaken by one of this window.
}

/** The window with the smallest part left, of those whose size is known. */
export function tightestOf(windows: readonly RateWindow[], now: number): RateLimit | undefined {
  const readings = windows.flatMap(({ reading }) =>
    reading?.limit === undefined || reading.limit === 0 ? [] : [{ ...reading, limit: reading.limit }],
  );
  const [tightest] = readings.sort((a, b) => a.remaining / a.limit - b.remaining / b.limit);
  if (tightest === undefined) return undefined;
  const { bucket, remaining, limit, resetAt } = tightest;
  return { bucket, remaining, limit, resetSeconds: Math.max(0, Math.ceil((resetAt - now) / 1000)) };
}
