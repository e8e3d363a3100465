/** What the full Hub answers before the embedded one does: further routes, quotas, and the storage host. */
import { NO_SUCH_PAGE } from '../../src/simulator/messages';
import { errorReply, type Reply } from '../../src/simulator/reply';
import { answer, isRead } from '../../src/simulator/router';
import { segmentsOf, type HubRequest } from '../../src/simulator/paths';
import { cacheRoute, fileRoute, storageRoute } from './file-routes';
import { cutToRange } from './files';
import { ruledOut } from './house-rules';
import { lfsUpload } from './lfs-routes';
import { newerRoute } from './newer-routes';
import { cacheTarget, clientApiTarget, clientWebTarget, type FullRequest, type Hub } from './paths';
import type { CountedWindow, RateLimitBucket, RateLimiter } from './rate-limit';
import { readRoute } from './read-routes';
import { writeRoute, xetWriteToken } from './write-routes';

/** Answers as the whole Hub does, within its windows. */
export function fullAnswer(hub: Hub, limiter: RateLimiter, request: FullRequest): Reply {
  const window = limiter.count(bucketOf(request.target), request.caller);
  const isWhoami = segmentsOf(request.target)?.[1] === 'whoami-v2';
  const limited = window.exceeded || (isWhoami && limiter.countWhoami(request.caller));
  const reply = answer(hub.world, request, (segments) =>
    limited
      ? tooMany(request, window)
      : (ruledOut(hub.rules, request) ?? newerRoute(hub, request, segments) ?? clientRoute(hub, request, segments)),
  );
  return cutToRange({ ...reply, headers: { ...reply.headers, ...window.headers } }, request.headers.range);
}

/** Answers as the storage host does: no token, no windows, no request id. */
export function storageAnswer(hub: Pick<Hub, 'world' | 'uploads'>, request: FullRequest): Reply {
  const segments = segmentsOf(request.target) ?? [];
  if (segments[0] === 'storage' && isRead(request))
    return cutToRange(storageRoute(hub.world, segments), request.headers.range);
  return segments[0] === 'upload' ? lfsUpload(hub.uploads, request, segments) : errorReply(NO_SUCH_PAGE, 'text');
}

function bucketOf(target: string): RateLimitBucket {
  if (/^\/api\/resolve-cache\/|\/(?:resolve|raw)\//.test(target)) return 'resolvers';
  return target.startsWith('/api/') ? 'api' : 'pages';
}

function clientRoute(hub: Hub, request: FullRequest, segments: readonly string[]): Reply | undefined {
  if (!isRead(request)) return writeRoute(hub, request, segments);
  if (segments[0] !== 'api') {
    const target = clientWebTarget(segments);
    return target === undefined || target.verb === 'ask-access' ? undefined : fileRoute(hub, request, target);
  }
  // Recorded: the first version of the route refuses valid tokens too.
  if (segments[1] === 'whoami')
    return errorReply({ status: 401, message: 'Invalid credentials in Authorization header' }, 'json');
  const cached = cacheTarget(segments);
  if (cached !== undefined) return cacheRoute(hub.world, request, cached);
  const target = clientApiTarget(segments);
  if (target === undefined) return undefined;
  if (target.verb === 'auth-check' && hub.endpointKind === 'mirror') return errorReply(NO_SUCH_PAGE, 'json');
  return target.verb === 'xet-write-token'
    ? xetWriteToken(hub, request, target)
    : readRoute(hub.world, request, target);
}

/**
 * Recorded for callers without a token (2025-12), and for an account over its quota (OpenHUTB/hutb#3329, 2025-10).
 * ASSUMPTION(rate-limit-message): whoami's own limit is told in fewer words.
 */
function tooMany({ caller }: HubRequest, { exceeded, bucket, quota, seconds }: CountedWindow): Reply {
  if (caller.kind === 'token') {
    const account = `We had to rate limit you, you hit the quota of ${quota} ${bucket} requests per ${seconds / 60} minutes period. Upgrade to a PRO user or Team/Enterprise organization account (https://hf.co/pricing) to get higher limits. See https://huggingface.co/docs/hub/rate-limits`;
    return errorReply({ status: 429, message: exceeded ? account : 'Too Many Requests' }, 'json');
  }
  const message =
    "We had to rate limit your IP (127.0.0.1). To continue using our service, create a HF account or login to your existing account, and make sure you pass a HF_TOKEN if you're using the API.";
  return errorReply({ status: 429, message }, 'json');
}
