/** When an attempt is worth another, and how long to wait before it. */
import type { Clock } from '../../domain/hub/ports';
import type { Deadline } from './deadline';
import type { FailedAttempt } from './error';
import { parseRateLimit, parseRetryAfter } from './rate-limit-headers';
import type { Reply } from './reply';

/** Replies that may be different in a moment; the list of huggingface_hub (`http_backoff`). */
const RETRYABLE = [408, 429, 500, 502, 503, 504];

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 8000;
/** Callers that were given the same moment do not come all at once. */
const SPREAD_MS = 500;

/**
 * How a 429 is met. `wait`: if it says when to come back, the limiter waits for that, and no retry is used up.
 * `short`: waited for once, and only where the window is spent or `Retry-After` says at most ten seconds: whoami has a
 * strict limit of its own, and asking on makes it worse (huggingface_hub `_inner_whoami`).
 */
export type OnLimit = 'wait' | 'short';
const SHORT_PAUSE_MS = 10_000;
/** A shorter wait counts as a retry, so that nobody can make us ask without end. */
const SHORTEST_HOLD_MS = 1000;

/**
 * Attempts that use up no retry, as the connection ended and others were answered on it. An endpoint that ends it for the
 * sake of one request must not make us ask without end.
 */
const MOST_BLAMELESS = 100;

/** How often and until when a request is tried; `signal` ends waiting as well as trying. */
export interface RetryOptions {
  /** Further attempts after the first. */
  readonly retries: number;
  readonly clock: Clock;
  readonly deadline: Deadline;
  readonly signal: AbortSignal;
  /** From 0 up to 1. */
  readonly random: () => number;
}

/** One attempt, and for how long a 429 says to leave its window alone. */
export interface Attempt {
  readonly result: Reply | FailedAttempt;
  readonly holdMs?: number;
}

/** For how long a reply says to leave its window alone; `undefined` where it says nothing of the kind. */
export function holdAfter(reply: Reply, onLimit: OnLimit, now: number): number | undefined {
  if (reply.status !== 429) return undefined;
  const window = parseRateLimit(reply.headers);
  if (window?.remaining === 0) return (window.resetSeconds + 1) * 1000;
  // With something left in the window another limiter said no; whoami's is none of the other routes' business.
  const told = onLimit === 'wait' ? parseRetryAfter(reply.headers, now) : undefined;
  return told !== undefined && told >= SHORTEST_HOLD_MS ? told : undefined;
}

/** Makes attempts until one is final. A wait that would cross the deadline is not begun. */
export async function withRetries<T extends Attempt>(
  options: RetryOptions,
  onLimit: OnLimit,
  attempt: () => Promise<T>,
): Promise<T> {
  let tries = 0;
  let limited = 0;
  let blameless = 0;
  for (;;) {
    const made = await attempt();
    const { result, holdMs } = made;
    if ('status' in result && result.status === 429) {
      limited += 1;
      if (onLimit === 'short' && !(limited === 1 && isShort(result, options))) return made;
    }
    // The limiter lets the next attempt wait as long as the reply said.
    if (holdMs !== undefined) continue;
    if ('blameless' in result && blameless < MOST_BLAMELESS) {
      blameless += 1;
      continue;
    }
    if (tries >= options.retries) return made;
    const pauseMs = pauseAfter(result, tries, options);
    if (pauseMs === undefined || pauseMs >= options.deadline.remainingMs() || options.signal.aborted) return made;
    await options.clock.sleep(pauseMs, options.signal);
    tries += 1;
  }
}

function isShort(reply: Reply, { clock }: RetryOptions): boolean {
  if (parseRateLimit(reply.headers)?.remaining === 0) return true;
  const told = parseRetryAfter(reply.headers, clock.now());
  return told !== undefined && told <= SHORT_PAUSE_MS;
}

/** Milliseconds to wait before the next attempt; `undefined` where the result is final. */
function pauseAfter(result: Reply | FailedAttempt, tries: number, { clock, random }: RetryOptions): number | undefined {
  const jitter = random() * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** tries);
  if (!('status' in result)) return result.retryable ? jitter : undefined;
  if (!RETRYABLE.includes(result.status)) return undefined;
  const told = parseRetryAfter(result.headers, clock.now());
  return told === undefined ? jitter : told + random() * SPREAD_MS;
}
