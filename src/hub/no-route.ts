/** Replies of an endpoint that is not the Hub by which it does not have the route, or says nothing on it that answers what was asked. */
import type { ProbeKind } from '../domain/hub/kinds';
import { messageOf, type Reply } from './http/reply';
import { isPageMissing, isRepoMissing, isRouteMissing } from './registry-words';
import { isFile, whyNoYes, whyNotRead } from './yes';

/** Statuses of a route that is not there: Nexus 400, FastAPI and Go 404, Pulp 405, proxies 501. */
const MISSING_ROUTE = [400, 404, 405, 501];

/** Whether an endpoint that is not the Hub does not have the route, or says nothing on it that answers the probe. */
export function isNoRoute(kind: ProbeKind, reply: Reply): boolean {
  const { status, headers } = reply;
  const message = messageOf(reply) ?? '';
  // Olah gives every unknown route the code of a missing repo, and words about a page.
  if (status === 404 && isPageMissing(message)) return true;
  if (status === 403 && isRouteMissing(message)) return true;
  if (headers.has('x-error-code')) return false;
  if (MISSING_ROUTE.includes(status)) return !headers.has('x-error-message') && !isRepoMissing(message);
  return whyNotRead(reply) === undefined && isSilent(kind, reply, message);
}

/** Statuses that refuse a request for what it is, whoever makes it: a plan, a rule, a lock, the law (RFC 9110, 4918, 7725). */
export const BY_RULE = [402, 403, 410, 423, 451];

/** Statuses that refuse whoever asks, where the words beside them do not say that there is no such route. */
const REFUSING = [401, ...BY_RULE];

/** Marks a refusal whose words do not say that there is no such route. */
export function unexplained(reply: Reply): { readonly isUnexplained?: true } {
  return REFUSING.includes(reply.status) && !isRouteMissing(messageOf(reply) ?? '') ? { isUnexplained: true } : {};
}

/** What `auth-check` answers. */
const RIGHTS: readonly ProbeKind[] = ['read', 'write', 'infer'];

/** Whether the reply to a route that is there leaves open what was asked. */
function isSilent(kind: ProbeKind, reply: Reply, message: string): boolean {
  // HEAD has no body that could say why, and a file without a mark of a Hub may be anybody's page.
  if (kind === 'file' && BY_RULE.includes(reply.status)) return message === '';
  if (isFile(kind) && reply.status === 200) return whyNoYes(kind, reply) !== undefined;
  return RIGHTS.includes(kind) && reply.status === 401 && !saysExpired(message) && !saysBadCredentials(message);
}

/** `User Access Token "ci" is expired`, with the token's display name (recorded 2026-01-28). */
export function saysExpired(message: string): boolean {
  return /^user access token ".*" is expired/is.test(message);
}

/**
 * Both wordings mean a bad token as well as none at all: the first was seen from February to October 2025, the second
 * in 2026.
 */
export function saysBadCredentials(message: string): boolean {
  return /^(?:invalid credentials in authorization header|invalid username or password)/i.test(message);
}
