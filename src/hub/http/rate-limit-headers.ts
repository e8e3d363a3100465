/** The headers in which the Hub, and what is in front of it, say when to come back. */
import { present } from '../../domain/basics/present';

/**
 * `RateLimit: "api";r=495;t=23` with `RateLimit-Policy: "fixed window";"api";q=500;w=300`, as recorded in 2026 and
 * documented in the Hub's rate-limit page.
 */
export interface WindowReading {
  readonly bucket: string;
  readonly remaining: number;
  readonly resetSeconds: number;
  /** Requests in a whole window; only the policy header says so. */
  readonly limit?: number;
  /** The length of a whole window; only the policy header says so. */
  readonly windowSeconds?: number;
}

/** Reads the window a reply speaks of; `undefined` where a header is missing or not in the known form. */
export function parseRateLimit(headers: ReadonlyMap<string, string>): WindowReading | undefined {
  const header = headers.get('ratelimit') ?? '';
  const bucket = /^\s*"([\w-]{1,32})"/.exec(header)?.[1];
  const remaining = parameter(header, 'r');
  const resetSeconds = parameter(header, 't');
  if (bucket === undefined || remaining === undefined || resetSeconds === undefined) return undefined;
  const policy = headers.get('ratelimit-policy') ?? '';
  const told = present({ limit: parameter(policy, 'q'), windowSeconds: parameter(policy, 'w') });
  return { bucket, remaining, resetSeconds, ...told };
}

/** At most nine digits, so that no product of ours leaves the safe integers. */
const PARAMETERS = {
  r: /;\s*r=(\d{1,9})(?=\s*(?:[;,]|$))/,
  t: /;\s*t=(\d{1,9})(?=\s*(?:[;,]|$))/,
  q: /;\s*q=(\d{1,9})(?=\s*(?:[;,]|$))/,
  w: /;\s*w=(\d{1,9})(?=\s*(?:[;,]|$))/,
};

function parameter(header: string, name: keyof typeof PARAMETERS): number | undefined {
  const digits = PARAMETERS[name].exec(header)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** `Retry-After` in milliseconds from now: whole seconds or an HTTP date; never negative. */
export function parseRetryAfter(headers: ReadonlyMap<string, string>, now: number): number | undefined {
  const header = headers.get('retry-after')?.trim() ?? '';
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1000;
  const date = /^[A-Z][a-z]{2},/.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
