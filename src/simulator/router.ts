/** One request in, one reply out: the whole Hub without its wire. */
import { randomBytes } from 'node:crypto';
import type { Bucket, RateLimiter } from './rate-limit';
import type { Reply } from './reply';
import { htmlReply, jsonReply, problemReply } from './reply';
import { clientRoute, xetWriteToken } from './client-routes';
import { lfsUpload } from './lfs-routes';
import { cacheRoute, fileRoute, storageRoute } from './file-routes';
import { repoRoute } from './repo-routes';
import type { Ask, Hub } from './paths';
import { apiTarget, cacheTarget, segmentsOf, webTarget } from './paths';
import { whoami } from './whoami';
import { BAD_CREDENTIAL, NO_SUCH_PAGE } from './messages';

/** Answers as the Hub does, with the headers that all its replies carry. */
export function answer(hub: Hub, limiter: RateLimiter, ask: Ask): Reply {
  const segments = segmentsOf(ask.target);
  // For a simulator that stands in as the storage of another one.
  if (segments?.[0] === 'storage') return storageAnswer(hub, ask);
  const window = limiter.count(bucketOf(ask.target), ask.caller);
  const limited = window.exceeded || (segments?.[1] === 'whoami-v2' && limiter.countWhoami(ask.caller));
  const reply = limited ? tooMany(ask) : route(hub, ask, segments);
  return { ...reply, headers: { ...reply.headers, ...commonHeaders(), ...window.headers } };
}

/** Answers as the storage host does: no token, no windows, no request id. */
export function storageAnswer(hub: Hub, ask: Ask): Reply {
  const segments = segmentsOf(ask.target) ?? [];
  if (segments[0] === 'storage' && isRead(ask)) return storageRoute(hub, ask, segments);
  return segments[0] === 'upload' ? lfsUpload(hub, ask, segments) : problemReply(NO_SUCH_PAGE, 'text');
}

function bucketOf(target: string): Bucket {
  if (/^\/api\/resolve-cache\/|\/(?:resolve|raw)\//.test(target)) return 'resolvers';
  return target.startsWith('/api/') ? 'api' : 'pages';
}

function route(hub: Hub, ask: Ask, segments: string[] | undefined): Reply {
  if (segments === undefined) return jsonReply(400, { error: 'Bad Request' });
  if (!isRead(ask))
    return clientRoute(hub, ask, segments) ?? problemReply(isBad(ask) ? BAD_CREDENTIAL : NO_SUCH_PAGE, 'json');
  if (segments[0] !== 'api') return webRoute(hub, ask, segments);
  if (segments[1] === 'whoami-v2') return whoami(hub, ask.caller);
  if (segments[1] === 'whoami') {
    // Recorded: the first version of the route refuses valid tokens too.
    return problemReply({ status: 401, message: 'Invalid credentials in Authorization header' }, 'json');
  }
  const cached = cacheTarget(segments);
  if (cached !== undefined) return cacheRoute(hub, ask, cached);
  const target = apiTarget(segments);
  if (target === undefined) return problemReply(isBad(ask) ? BAD_CREDENTIAL : NO_SUCH_PAGE, 'json');
  return target.verb === 'xet-write-token' ? xetWriteToken(hub, ask, target) : repoRoute(hub, ask, target);
}

function webRoute(hub: Hub, ask: Ask, segments: string[]): Reply {
  const target = webTarget(segments);
  if (target !== undefined && target.verb !== 'ask-access') return fileRoute(hub, ask, target);
  return segments.join('') === '' ? htmlReply(200, 'Hugging Face') : problemReply(NO_SUCH_PAGE, 'html');
}

function isRead({ method }: Ask): boolean {
  return method === 'GET' || method === 'HEAD';
}

function isBad({ caller }: Ask): boolean {
  return caller.kind === 'unknown' || caller.kind === 'expired';
}

/** Recorded for callers without a token (2025-12). ASSUMPTION: an account is told less. */
function tooMany({ caller }: Ask): Reply {
  if (caller.kind === 'token') return problemReply({ status: 429, message: 'Too Many Requests' }, 'json');
  const message =
    "We had to rate limit your IP (127.0.0.1). To continue using our service, create a HF account or login to your existing account, and make sure you pass a HF_TOKEN if you're using the API.";
  return problemReply({ status: 429, message }, 'json');
}

function commonHeaders(): Record<string, string> {
  const seconds = Math.floor(Date.now() / 1000).toString(16);
  return {
    'x-powered-by': 'huggingface-moon',
    'x-request-id': `Root=1-${seconds}-${randomBytes(12).toString('hex')}`,
    'access-control-allow-origin': 'https://huggingface.co',
    vary: 'Origin',
  };
}
