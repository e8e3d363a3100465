/** One lane: the requests that the Hub counts together, and what is known of their window. */
import type { RateLimit } from '../../domain/rate-limit';
import type { WindowReading } from '../http/rate-limit-headers';

/** Requests that the Hub counts together: by who asks and by the kind of route. */
export interface WindowKey {
  readonly as: 'token' | 'nobody';
  readonly bucket: string;
}

interface Window extends WindowReading {
  readonly resetAt: number;
}

/** The state of a lane; times in milliseconds since the epoch. */
export interface RateWindow {
  running: number;
  window: Window | undefined;
  /** A 429 said not to come before. */
  heldUntil: number;
  /** Somebody sleeps until it opens. */
  isWaiting: boolean;
  /** After a wait one request goes first and tells how the new window stands: others may have been there before. */
  isProbing: boolean;
  /** Requests that were over before any reply told a window. */
  untold: number;
}

/** The reset is told in whole seconds, rounded down or up: the earliest that was told is at most this much too early. */
const RESET_SLACK_MS = 1000;
/** Replies that name resets this far apart speak of different windows. */
const SAME_WINDOW_MS = 5000;
/** So many requests find out whether a lane that we could do without tells windows of its own. */
const TRIALS = 3;

/** A lane of which nothing is known. */
export function newRateWindow(): RateWindow {
  return { running: 0, window: undefined, heldUntil: 0, isWaiting: false, isProbing: false, untold: 0 };
}

/** What is left of the window, as far as it is known and not over. */
function leftOf({ window }: RateWindow, now: number): number {
  const isCurrent = window !== undefined && now < window.resetAt + RESET_SLACK_MS;
  return isCurrent ? window.remaining : Number.POSITIVE_INFINITY;
}

/** Requests that may be in flight at once by what is known of the window. */
export function budgetOf(lane: RateWindow, now: number): number {
  if (now < lane.heldUntil) return 0;
  return lane.isProbing ? Math.min(1, leftOf(lane, now)) : leftOf(lane, now);
}

/** Whether it is the window that lets nothing through: round any other limit there is no way. */
export function isWindowSpent(lane: RateWindow, now: number): boolean {
  return leftOf(lane, now) === 0;
}

/** As {@link budgetOf}, where the lane is but the second choice: it must tell windows of its own, as the Hub's do. */
export function fallbackBudgetOf(lane: RateWindow, now: number): number {
  if (lane.window !== undefined) return budgetOf(lane, now);
  return lane.untold < TRIALS ? Math.min(1, budgetOf(lane, now)) : 0;
}

/** When the lane's window, or the hold on it, is over. */
export function opensAt({ window, heldUntil }: RateWindow): number {
  return Math.max(heldUntil, window?.remaining === 0 ? window.resetAt + RESET_SLACK_MS : 0);
}

/** Takes note of what a reply said of the window. */
export function observe(lane: RateWindow, reading: WindowReading, now: number): void {
  const { window: known } = lane;
  const resetAt = now + reading.resetSeconds * 1000;
  const fresh = { ...known, ...reading, resetAt };
  if (known === undefined || now >= known.resetAt) {
    lane.window = fresh;
  } else if (Math.abs(resetAt - known.resetAt) < SAME_WINDOW_MS) {
    // Replies overtake each other: within one window the smallest number is the newest.
    const remaining = Math.min(known.remaining, reading.remaining);
    lane.window = { ...fresh, remaining, resetAt: Math.min(known.resetAt, resetAt) };
  } else if (resetAt > known.resetAt) {
    lane.window = fresh;
  }
  // What is left is a reply of the window before, overtaken by one of this window.
}

/** The window with the smallest part left, of those that told how large they are. */
export function tightestOf(lanes: readonly RateWindow[], now: number): RateLimit | undefined {
  const windows = lanes.flatMap(({ window }) =>
    window?.limit === undefined || window.limit === 0 ? [] : [{ ...window, limit: window.limit }],
  );
  const [tightest] = windows.sort((a, b) => a.remaining / a.limit - b.remaining / b.limit);
  if (tightest === undefined) return undefined;
  const { bucket, remaining, limit, resetAt } = tightest;
  return { bucket, remaining, limit, resetSeconds: Math.max(0, Math.ceil((resetAt - now) / 1000)) };
}
