/** When an attempt is worth another, and how long to wait before it. */
import type { Clock } from '../domain/evidence';
import type { Deadline } from './deadline';
import type { Broken } from './error';
import { parseRateLimit, parseRetryAfter } from './rate-limit';
import type { Reply } from './reply';

/** Replies that may be different in a moment; the list of huggingface_hub (`http_backoff`). */
const RETRYABLE = [408, 429, 500, 502, 503, 504];

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 8000;
/** Callers that were told the same moment do not come all at once. */
const SPREAD_MS = 500;

/**
 * How a 429 is met. `wait`: like any other retryable reply. `short`: waited for once, and only where `Retry-After`
 * says at most ten seconds: whoami is strictly limited, and asking on makes it worse (huggingface_hub
 * `_inner_whoami`).
 */
export type OnLimit = 'wait' | 'short';
const SHORT_PAUSE_MS = 10_000;

export interface RetryOptions {
  /** Further attempts after the first. */
  readonly retries: number;
  readonly clock: Clock;
  readonly deadline: Deadline;
  readonly signal: AbortSignal;
  /** From 0 up to 1. */
  readonly random: () => number;
}

/** Makes attempts until one is final. A wait that would cross the deadline is not begun. */
export async function withRetries(
  options: RetryOptions,
  onLimit: OnLimit,
  attempt: () => Promise<Reply | Broken>,
): Promise<Reply | Broken> {
  let limited = 0;
  for (let tries = 0; ; tries += 1) {
    const result = await attempt();
    const isLimited = 'status' in result && result.status === 429;
    if (isLimited) limited += 1;
    if (tries >= options.retries) return result;
    const pauseMs = pauseAfter(result, tries, options);
    if (pauseMs === undefined || pauseMs >= options.deadline.remainingMs() || options.signal.aborted) return result;
    if (isLimited && onLimit === 'short' && !isShort(result, limited, options)) return result;
    await options.clock.sleep(pauseMs, options.signal);
  }
}

function isShort(reply: Reply, limited: number, { clock }: RetryOptions): boolean {
  const told = parseRetryAfter(reply.headers, clock.now());
  return limited === 1 && told !== undefined && told <= SHORT_PAUSE_MS;
}

/** Milliseconds to wait before the next attempt; `undefined` where the result is final. */
function pauseAfter(result: Reply | Broken, tries: number, { clock, random }: RetryOptions): number | undefined {
  const jitter = random() * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** tries);
  if (!('status' in result)) return result.retryable ? jitter : undefined;
  if (!RETRYABLE.includes(result.status)) return undefined;
  const told = parseRetryAfter(result.headers, clock.now());
  if (told !== undefined) return told + random() * SPREAD_MS;
  const window = result.status === 429 ? parseRateLimit(result.headers) : undefined;
  // With something left in the window, another limiter said no, and the window's reset is none of its business.
  if (window?.remaining === 0) return (window.resetSeconds + 1) * 1000 + random() * SPREAD_MS;
  return jitter;
}
