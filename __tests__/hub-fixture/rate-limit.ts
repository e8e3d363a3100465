/** Fixed windows, told in every reply and enforced where a test asks for it (Hub documentation, `rate-limits.md`). */
import type { Caller } from '../../src/simulator/relation';

export type RateLimitBucket = 'api' | 'resolvers' | 'pages';

export interface RateLimitOptions {
  /** Answer 429 beyond the quota. Off: the counts are told only. */
  enforce?: boolean;
  /** Requests a window, for everybody; else the documented 500/3000/100 for nobody and 1000/5000/200 for an account. */
  quotas?: Partial<Record<RateLimitBucket, number>>;
  windowSeconds?: number;
  /** whoami's own limit, which no header tells ("intentionally strict", huggingface_hub). */
  whoami?: number;
}

const QUOTAS = {
  anonymous: { api: 500, resolvers: 3000, pages: 100 },
  account: { api: 1000, resolvers: 5000, pages: 200 },
} as const;

export interface CountedWindow {
  headers: Record<string, string>;
  exceeded: boolean;
  bucket: RateLimitBucket;
  quota: number;
  seconds: number;
}

/** Counts requests. `now` is in milliseconds. */
export class RateLimiter {
  readonly #options: RateLimitOptions;
  readonly #now: () => number;
  readonly #used = new Map<string, number>();

  constructor(options: RateLimitOptions, now: () => number) {
    this.#options = options;
    this.#now = now;
  }

  /** Counts one request and tells how the window stands after it. */
  count(bucket: RateLimitBucket, caller: Caller): CountedWindow {
    const who = caller.kind === 'token' ? 'account' : 'anonymous';
    const quota = this.#options.quotas?.[bucket] ?? QUOTAS[who][bucket];
    const seconds = this.#options.windowSeconds ?? 300;
    const used = this.#tick(`${bucket} ${ownerOf(caller)}`);
    const reset = seconds - Math.floor((this.#now() / 1000) % seconds);
    const headers = {
      ratelimit: `"${bucket}";r=${Math.max(0, quota - used)};t=${reset}`,
      'ratelimit-policy': `"fixed window";"${bucket}";q=${quota};w=${seconds}`,
    };
    return { headers, exceeded: this.#options.enforce === true && used > quota, bucket, quota, seconds };
  }

  /** Counts one whoami; true when it was one too many. */
  countWhoami(caller: Caller): boolean {
    const { whoami } = this.#options;
    return this.#tick(`whoami ${ownerOf(caller)}`) > (whoami ?? Infinity);
  }

  #tick(key: string): number {
    const window = Math.floor(this.#now() / 1000 / (this.#options.windowSeconds ?? 300));
    const used = (this.#used.get(`${window} ${key}`) ?? 0) + 1;
    this.#used.set(`${window} ${key}`, used);
    return used;
  }
}

/** Accounts are counted by name, everybody else by address, of which there is one here. */
function ownerOf(caller: Caller): string {
  if (caller.kind !== 'token') return '127.0.0.1';
  const { power } = caller.token;
  return 'owner' in power ? power.owner : caller.token.label;
}
