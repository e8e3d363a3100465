/** GitHub's REST API through `@actions/github`, which is loaded here and only when it is needed. */
import { setTimeout as delay } from 'node:timers/promises';
import type { getOctokit } from '@actions/github';
import { VERSION } from '../../domain/version';
import { field } from '../../domain/formats/json';
import { boundedFetch } from './bounded-fetch';
import type { Target } from './target';

export type GitHub = ReturnType<typeof getOctokit>;

/** Longer waits are not worth a job's time; the next run writes again. */
const LONGEST_WAIT_SECONDS = 5;

/** @param signal ends every request and every wait */
export async function openGitHub({ apiUrl, token }: Target, signal: AbortSignal): Promise<GitHub> {
  const { getOctokit: open } = await import('@actions/github');
  const github = open(token, { baseUrl: apiUrl, userAgent: `hf-auth-preflight/${VERSION}`, log: SILENT });
  github.hook.wrap('request', async (send, options) => {
    // In place: the library's own hooks further in see this very object. A redirect could lead the token elsewhere.
    const bounded = boundedFetch((options.request.fetch as typeof fetch | undefined) ?? fetch);
    Object.assign(options.request, { signal, fetch: bounded, log: SILENT, redirect: 'error' });
    try {
      return await send(options);
    } catch (error) {
      const seconds = waitOf(error);
      if (seconds === undefined) throw error;
      await delay(seconds * 1000, undefined, { signal });
      return await send(options);
    }
  });
  return github;
}

/** A failure is reported once, by us. */
const SILENT = { debug: ignore, info: ignore, warn: ignore, error: ignore };
function ignore(): void {
  // Nothing is logged.
}

/** Whether GitHub refused for the rate: its secondary limits answer 403 or 429, as the primary one does. */
export function isRateLimit(error: unknown): boolean {
  const status = field(error, 'status');
  const spent = headerOf(error, 'x-ratelimit-remaining') === '0';
  return status === 429 || (status === 403 && (spent || headerOf(error, 'retry-after') !== undefined));
}

/** Seconds after which GitHub asks for one more try; `undefined` where it asks for none, or for a long wait. */
function waitOf(error: unknown): number | undefined {
  const text = isRateLimit(error) ? headerOf(error, 'retry-after') : undefined;
  const seconds = text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : undefined;
  return seconds !== undefined && seconds <= LONGEST_WAIT_SECONDS ? seconds : undefined;
}

function headerOf(error: unknown, name: string): string | undefined {
  const value = field(field(field(error, 'response'), 'headers'), name);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
