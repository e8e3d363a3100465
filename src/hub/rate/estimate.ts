/** How long the windows need for what waits, if nobody else uses them. */
import { LONGEST_DEADLINE_SECONDS } from '../../domain/inputs/limits';
import { present } from '../../domain/basics/present';
import type { Hold } from '../../domain/progress';
import { opensAt, type RateWindow } from './window';

/** So many requests that wait for the first of these windows to open; the windows that they may use, the best first. */
export interface Backlog {
  readonly windows: readonly RateWindow[];
  readonly count: number;
}

/** When a window opens next, and what it lets through then. */
interface Opening {
  at: number;
  readonly room: number;
  readonly everyMs: number;
}

/** Far more than any run waits for. */
const MOST_WINDOWS = 1000;
/** For what else happens meanwhile: other users of the windows, and the requests themselves. */
const MARGIN = 1.05;

/** When the first of these windows opens, in milliseconds since the epoch. */
export function nextOpening(windows: readonly RateWindow[], now: number): number {
  return Math.min(...shut(windows, now).map(opensAt));
}

/** What is known of the wait before these, which are in the order in which they are served. */
export function estimateHold(backlogs: readonly Backlog[], now: number): Pick<Hold, 'pauseMs' | 'leftMs' | 'window'> {
  const windows = shut(
    backlogs.flatMap((backlog) => backlog.windows),
    now,
  );
  const next = nextOpening(windows, now);
  const { limit, windowSeconds } = windows.find((window) => opensAt(window) === next)?.reading ?? {};
  const isTold = limit !== undefined && windowSeconds !== undefined;
  return {
    pauseMs: next - now,
    leftMs: lastAskedAt(backlogs, windows, now) - now,
    ...present({ window: isTold ? { limit, seconds: windowSeconds } : undefined }),
  };
}

/**
 * The `deadline` in seconds, in whole minutes, under which all that waits could be asked; `undefined` where the very next
 * opening is later than any run may take, so that neither a deadline nor a shorter list would help.
 */
export function deadlineFor(
  spentMs: number,
  { pauseMs, leftMs }: Pick<Hold, 'pauseMs' | 'leftMs'>,
): number | undefined {
  const seconds = Math.ceil(((spentMs + leftMs) * MARGIN) / 60_000) * 60;
  return seconds > LONGEST_DEADLINE_SECONDS && leftMs <= pauseMs ? undefined : seconds;
}

/**
 * Lets the windows open one after the other until nothing waits. A division would do for one window; reads use two, which
 * open at different times, and share one of them with all else that is listed.
 */
function lastAskedAt(backlogs: readonly Backlog[], windows: readonly RateWindow[], now: number): number {
  const openings = new Map(windows.map((window) => [window, openingOf(window)]));
  const waiting = backlogs.map((backlog) => ({
    count: backlog.count,
    openings: backlog.windows.flatMap((window) => openings.get(window) ?? []),
  }));
  let at = now;
  for (let opened = 0; opened < MOST_WINDOWS; opened += 1) {
    const [next] = waiting.flatMap((one) => (one.count > 0 ? one.openings : [])).sort((a, b) => a.at - b.at);
    if (next === undefined) break;
    let { room } = next;
    for (const one of waiting.filter((other) => other.openings.includes(next))) {
      const taken = Math.min(one.count, room);
      one.count -= taken;
      room -= taken;
    }
    at = next.at;
    next.at += next.everyMs;
  }
  return at;
}

/** If the Hub does not say how much a window lets through, everything may go once it is open. */
function openingOf(window: RateWindow): Opening {
  const { limit = 0, windowSeconds = 0 } = window.reading ?? {};
  const isTold = limit > 0 && windowSeconds > 0;
  return {
    at: opensAt(window),
    room: isTold ? limit : Number.POSITIVE_INFINITY,
    everyMs: windowSeconds * 1000,
  };
}

/** A window that no reply has named would never open, so nothing waits for it. */
function shut(windows: readonly RateWindow[], now: number): RateWindow[] {
  return [...new Set(windows)].filter((window) => opensAt(window) > now);
}
