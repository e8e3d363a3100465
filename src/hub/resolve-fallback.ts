/**
 * The way round a spent window: the Hub counts the routes of the files in a bucket of their own, five times as large,
 * and serves no file that the caller may not read. A yes of theirs is as good as one of `auth-check`; everything
 * else, `auth-check` answers better.
 */
import { KINDS } from '../domain/hub/kinds';
import type { Probe, ProbeResult } from '../domain/hub/probe';
import { decodeResult, type Speaker } from './decode';
import { parseRateLimit } from './http/rate-limit-headers';
import { redirectOf } from './redirect';
import type { Reply } from './http/reply';
import { isFromCache } from './http/cache';
import { routeOf } from './routes';

/** Whether the Hub serves files of such a repo. */
export function hasFallback({ repo: { type } }: Probe): boolean {
  return KINDS[type].probes.includes('file');
}

/** The same probe, put to the route of the files: whether the repo may be read, whichever revision is listed. */
export function fallbackFor({ repo: { type, id }, as }: Probe): Probe {
  return { kind: 'file', repo: { type, id }, as };
}

/** What the Hub itself said to this caller about a repo of this name; `undefined` where that is not certain. */
export function decodeFallback(
  fallback: Probe,
  reply: Reply,
  { endpoint, speaker }: { readonly endpoint: string; readonly speaker: Speaker },
): ProbeResult | undefined {
  const { path, bucket } = routeOf(fallback);
  // A reply without a window of this bucket is not from the Hub, or from a cache in front of it.
  if (isFromCache(reply) || parseRateLimit(reply.headers)?.bucket !== bucket) return undefined;
  const redirect = redirectOf(fallback, { path, endpoint }, reply);
  if (redirect === undefined) return decodeResult('file', reply, speaker);
  return redirect.kind === 'served' && !redirect.isRenamed ? { kind: 'yes' } : undefined;
}

/** Whether it is a no that still holds if `auth-check` can no longer be asked. */
export function isRefusal({ kind }: ProbeResult): boolean {
  switch (kind) {
    case 'gated':
    case 'gated-token-scope':
    case 'not-found':
    case 'expired':
    case 'disabled':
    case 'blocked':
    case 'refused':
      return true;
    // The branch that is asked for is our own guess, and the listed one has a probe of its own; a bad token, or
    // nobody who asks for what is hidden: only further probes would show that.
    case 'revision-not-found':
    case 'unauthenticated':
    case 'yes':
    case 'no-route':
    case 'failed':
      return false;
  }
}
