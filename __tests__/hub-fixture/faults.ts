/** What can go wrong between a Hub and its callers, on demand. */

/** What happens to a request that a fault catches. */
export type Effect =
  /** Any reply at all instead of the honest one. */
  | { kind: 'reply'; status: number; headers?: Record<string, string>; body?: string | Buffer }
  /** An error page of the proxy in front of the Hub. */
  | { kind: 'html'; status: number }
  | { kind: 'redirect'; to: string; status?: 301 | 302 | 303 | 307 | 308 }
  /** A redirect to the very address that was asked. */
  | { kind: 'redirect-loop' }
  /** The honest reply with headers added or replaced, e.g. another content type, or `age` and `x-cache`. */
  | { kind: 'headers'; set: Record<string, string> }
  /** The honest status; body and headers repeat the credential that was sent. */
  | { kind: 'echo-token'; status?: number }
  /** The connection is cut before any reply. On HTTP/2 that ends all its requests. */
  | { kind: 'reset' }
  /** On HTTP/2 this one request is cut; on HTTP/1.1 the same as `reset`. */
  | { kind: 'stream-reset' }
  /** The honest reply announces its length, sends `keep` bytes (half of them by default), and the connection ends. */
  | { kind: 'truncated'; keep?: number }
  /** The honest reply, one byte at a time. */
  | { kind: 'slow'; everyMs: number }
  /** Never answers. */
  | { kind: 'hang' }
  /** 200 and a body without end. */
  | { kind: 'endless'; headers?: Record<string, string> }
  /** These bytes on the bare connection and its end. HTTP/1.1 only; on HTTP/2 the same as `stream-reset`. */
  | { kind: 'raw'; bytes: string | Buffer };

export interface Fault {
  /** Which requests: a part of the path with query, or a pattern. Absent: all. */
  path?: string | RegExp;
  method?: string;
  /** How many requests it catches before it is used up. Absent: no end. */
  times?: number;
  effect: Effect;
}

/** Holds the faults of one Hub; the first that fits a request catches it. */
export class Faults {
  #active: { fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    this.#active.push({ fault, left: fault.times ?? Infinity });
  }

  clear(): void {
    this.#active = [];
  }

  take(method: string, target: string): Effect | undefined {
    const caught = this.#active.find(({ fault, left }) => left > 0 && fits(fault, method, target));
    if (caught === undefined) return undefined;
    caught.left -= 1;
    return caught.fault.effect;
  }
}

function fits(fault: Fault, method: string, target: string): boolean {
  if (fault.method !== undefined && fault.method !== method) return false;
  if (fault.path === undefined) return true;
  return typeof fault.path === 'string' ? target.includes(fault.path) : fault.path.test(target);
}
