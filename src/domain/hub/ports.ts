/** The effects of a run as the rest of the house sees them. */
import type { Whoami } from './principal';
import type { Probe, ProbeAnswer } from './probe';
import type { RateLimit } from './rate-limit';

/** So many probes like this one, of the same kind and by the same caller, are still to be asked. */
export interface Unasked {
  readonly probe: Probe;
  readonly count: number;
}

/** The Hub as the rest of the house sees it. Neither method rejects: a failure is an answer of kind `failed`. */
export interface Hub {
  /** `GET /api/whoami-v2` with the token under test. Nothing is kept: every call is a request, and its limit is strict. */
  whoami(): Promise<Whoami>;
  /** Nothing is kept here either; the probe session asks each question once. */
  probe(question: Probe): Promise<ProbeAnswer>;
  /** Registers who knows how much is still to be asked, so that the time left can be reported. */
  expect(unasked: () => readonly Unasked[]): void;
  /** Resolves when the first request of the run has left, or could not; never where nothing is asked. */
  firstRequestSent(): Promise<void>;
  /** Moves the run's deadline: time spent waiting for access does not count. */
  extendDeadline(milliseconds: number): void;
  /** Host and port of the proxy that every request goes through, if one does. */
  readonly proxy?: string;
  /** The tightest window seen so far, from replies that no cache gave. */
  rateLimit(): RateLimit | undefined;
  /** Drops every connection; what is asked or waits ends as interrupted. */
  close(): void;
}

/** Time, so that waiting can be tested. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after this many milliseconds, or at once when the signal aborts. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}
