/** How long the windows need for what waits, if nobody else uses them. */
import { LONGEST_DEADLINE_SECONDS } from '../../domain/limits';
import type { Hold } from '../../domain/progress';
import { opensAt, type RateWindow } from './window';

/** Requests that wait, with the lanes that may take them, the best first. */
export interface WaitQueue<T> {
  readonly lanes: readonly RateWindow[];
  readonly queue: { readonly size: number; push(item: T): void; shift(): T | undefined };
}

/** A lane as the forecast sees it: when it opens next, and what it lets through then. */
interface Opening {
  at: number;
  readonly room: number;
  readonly everyMs: number;
}

/** Far more than any run waits for. */
const MOST_WINDOWS = 1000;
/** For what else happens meanwhile: other users of the windows, and the requests themselves. */
const MARGIN = 1.05;

/** When the first of these lanes opens, in milliseconds since the epoch. */
export function nextOpening(lines: readonly WaitQueue<unknown>[], now: number): number {
  return Math.min(...shutLanes(lines, now).map(opensAt));
}

/** What is known of the wait that lies before these lines, which are in the order in which they are served. */
export function estimateHold(
  lines: readonly WaitQueue<unknown>[],
  now: number,
): Pick<Hold, 'pauseMs' | 'leftMs' | 'window'> {
  const next = nextOpening(lines, now);
  const window = shutLanes(lines, now).find((lane) => opensAt(lane) === next)?.window;
  const { limit, windowSeconds } = window ?? {};
  const isTold = limit !== undefined && windowSeconds !== undefined;
  return {
    pauseMs: next - now,
    leftMs: lastAskedAt(lines, now) - now,
    ...(isTold ? { window: { limit, seconds: windowSeconds } } : {}),
  };
}

/**
 * The `deadline` in seconds, in whole minutes, under which all that waits could be asked; `undefined` where the very next
 * opening lies beyond what a run may take, so that neither a deadline nor a shorter list would help.
 */
export function deadlineFor(
  spentMs: number,
  { pauseMs, leftMs }: Pick<Hold, 'pauseMs' | 'leftMs'>,
): number | undefined {
  const seconds = Math.ceil(((spentMs + leftMs) * MARGIN) / 60_000) * 60;
  return seconds > LONGEST_DEADLINE_SECONDS && leftMs <= pauseMs ? undefined : seconds;
}

function lastAskedAt(lines: readonly WaitQueue<unknown>[], now: number): number {
  const openings = new Map(shutLanes(lines, now).map((lane) => [lane, openingOf(lane)]));
  const waiting = lines.map(({ lanes, queue }) => ({
    count: queue.size,
    openings: lanes.flatMap((lane) => openings.get(lane) ?? []),
  }));
  let at = now;
  for (let windows = 0; windows < MOST_WINDOWS; windows += 1) {
    const [next] = waiting.flatMap((one) => (one.count > 0 ? one.openings : [])).sort((a, b) => a.at - b.at);
    if (next === undefined) break;
    let { room } = next;
    for (const one of waiting.filter((line) => line.openings.includes(next))) {
      const taken = Math.min(one.count, room);
      one.count -= taken;
      room -= taken;
    }
    at = next.at;
    next.at += next.everyMs;
  }
  return at;
}

/** Where the Hub does not tell how much a window lets through, everything may go once it is open. */
function openingOf(lane: RateWindow): Opening {
  const { limit = 0, windowSeconds = 0 } = lane.window ?? {};
  const isTold = limit > 0 && windowSeconds > 0;
  return {
    at: opensAt(lane),
    room: isTold ? limit : Number.POSITIVE_INFINITY,
    everyMs: windowSeconds * 1000,
  };
}

/** A lane that would never open, as it tells no window, is none to wait for. */
function shutLanes(lines: readonly WaitQueue<unknown>[], now: number): RateWindow[] {
  return [...new Set(lines.flatMap(({ lanes }) => lanes))].filter((lane) => opensAt(lane) > now);
}
