/** What was asked of a Hub, for tests to read. */
import type { Caller } from '../../src/simulator/relation';

/** Large files come from a host of their own. */
export type Part = 'hub' | 'storage';

export interface LoggedRequest {
  host: Part;
  method: string;
  /** Path and query as sent. */
  path: string;
  protocol: 'http/1.1' | 'h2';
  /** The label of a known token, `none`, or `unknown`. */
  credential: string;
  /** The raw header, present if sent. */
  authorization?: string;
  /** Which connection to that host brought it, counted from 1. */
  connection: number;
  /** Milliseconds since the epoch. */
  at: number;
  /** The honest reply's status; absent until there is one, and where a fault came first. */
  status?: number;
}

/** How the log calls a caller. */
export function labelOf(caller: Caller): string {
  switch (caller.kind) {
    case 'anonymous':
      return 'none';
    case 'unknown':
      return 'unknown';
    case 'expired':
    case 'token':
      return caller.token.label;
  }
}

/** Requests so far, and how many of them the Hub had at once. */
export class RequestLog {
  readonly requests: LoggedRequest[] = [];
  peakInFlight = 0;
  inFlight = 0;

  open(request: LoggedRequest): void {
    this.requests.push(request);
    if (request.host !== 'hub') return;
    this.inFlight += 1;
    this.peakInFlight = Math.max(this.peakInFlight, this.inFlight);
  }

  close({ host }: LoggedRequest): void {
    if (host === 'hub') this.inFlight -= 1;
  }

  clear(): void {
    this.requests.length = 0;
    this.peakInFlight = this.inFlight;
  }
}
