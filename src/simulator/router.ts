/** One request in, one reply out: the whole Hub without its wire. */
import { randomBytes } from 'node:crypto';
import { credentialProblem } from './decision';
import { resolveRoute } from './file-routes';
import { BAD_CREDENTIAL, NO_SUCH_PAGE } from './messages';
import { apiTarget, segmentsOf, webTarget, type HubRequest } from './paths';
import type { Caller } from './relation';
import { errorReply, htmlReply, jsonReply, type Reply } from './reply';
import { repoRoute } from './repo-routes';
import { useRoute } from './use-routes';
import { whoami } from './whoami';
import type { World } from './world';

/** Routes that are tried before the Hub's own, by the segments of the address; `undefined` leaves it to those. */
export type Routes = (segments: readonly string[]) => Reply | undefined;

/** Answers as the Hub does, with the headers that all its replies carry. */
export function answer(world: World, request: HubRequest, routes?: Routes): Reply {
  const segments = segmentsOf(request.target);
  const reply =
    segments === undefined
      ? jsonReply(400, { error: 'Bad Request' })
      : (routes?.(segments) ?? route(world, request, segments));
  return { ...reply, headers: { ...reply.headers, ...ownPath(reply, request), ...commonHeaders() } };
}

/** A Hub below a path knows its path: its redirects stay there. */
function ownPath({ headers: { location } }: Reply, { base }: HubRequest): Record<string, string> {
  return location?.startsWith('/') === true ? { location: `${base}${location}` } : {};
}

function route(world: World, request: HubRequest, segments: readonly string[]): Reply {
  const use = useRoute(world, request, segments);
  if (use !== undefined) return use;
  if (!isRead(request)) return noSuchRoute(request);
  if (segments[0] !== 'api') return webRoute(world, request, segments);
  if (segments[1] === 'whoami-v2') return whoami(world, request.caller);
  if (segments[1] === 'models' && segments.length === 2) return listRoute(request);
  const target = apiTarget(segments);
  return target === undefined ? noSuchRoute(request) : repoRoute(world, request, target);
}

function webRoute(world: World, request: HubRequest, segments: readonly string[]): Reply {
  if (segments[0] === '.well-known') return wellKnown(world, segments);
  const target = webTarget(segments);
  if (target !== undefined) return resolveRoute(world, request, target);
  return segments.join('') === '' ? htmlReply(200, 'Hugging Face') : errorReply(NO_SUCH_PAGE, 'html');
}

/** The list of hosts is for everybody; whatever else is asked for there is a 401, as was seen. */
function wellKnown({ hosts }: World, segments: readonly string[]): Reply {
  return segments[1] === 'meta.json' && hosts !== undefined
    ? jsonReply(200, hosts)
    : errorReply(BAD_CREDENTIAL, 'json');
}

/** Of no model: who may ask is all that is of interest. A bad credential is refused on public routes too. */
function listRoute({ caller }: HubRequest): Reply {
  return isBad(caller) ? errorReply(BAD_CREDENTIAL, 'json') : jsonReply(200, []);
}

/** Whether a request is a `GET` or a `HEAD`. */
export function isRead({ method }: HubRequest): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** A bad credential is reported first. */
function noSuchRoute({ caller }: HubRequest): Reply {
  return errorReply(isBad(caller) ? BAD_CREDENTIAL : NO_SUCH_PAGE, 'json');
}

function isBad(caller: Caller): boolean {
  return credentialProblem(caller) !== undefined;
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
