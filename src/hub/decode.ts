/** A reply → what the Hub said about a repo. Only a reply that is understood becomes a verdict. */
import { isHub } from '../domain/endpoint';
import { present } from '../domain/present';
import type { ProbeKind } from '../domain/kinds';
import type { ProbeResult } from '../domain/probe';
import type { Failed, FailureReason, Fault } from '../domain/reply';
import { asObject } from '../domain/json';
import { isHtml, jsonOf, messageOf, messagesOf, type Reply } from './http/reply';
import { isEntryMissing, isPolicy, isPageMissing, isRepoMissing, isRouteMissing } from './registry-words';
import { causeIn, isHubsOwn } from './sentences';
import { GATE, shutIn } from './shut';
import { wallIn } from './walls';
import { isDisabled, isRestricted, saidWithYes } from './newer-kinds';
import { askedKind, isFile, newerRepo, readOut, whyNoYes, whyNotRead, type Asked } from './yes';

/** Who answers. The Hub's own words are only the Hub's; others lack routes and have words of their own. */
export type Speaker = 'hub' | 'other';

export function speakerAt(endpoint: string): Speaker {
  return isHub(endpoint) ? 'hub' : 'other';
}

/** A failure in our own words. */
export function failed(reason: FailureReason, detail: string, fault?: Fault): Failed {
  return { kind: 'failed', reason, detail, ...present({ fault }) };
}

/** Decodes a final reply (redirects are judged elsewhere). */
export function decodeResult(asked: Asked, reply: Reply, speaker: Speaker = 'hub'): ProbeResult {
  const result = decoded(asked, reply, speaker);
  if (result.kind === 'refused' && speaker === 'other' && isHubsOwn(reply)) return { ...result, isHubsOwn: true };
  return result.kind === 'failed' ? explained(result, reply) : result;
}

/** A failure, with who else answered where the reply shows it. */
export function explained(failure: Failed, reply: Reply): Failed {
  const isLimited = failure.reason === 'rate-limited';
  return { ...failure, ...(isLimited ? {} : wallIn(reply)) };
}

function decoded(asked: Asked, reply: Reply, speaker: Speaker): ProbeResult {
  const kind = askedKind(asked);
  if (speaker === 'other' && isNoRoute(kind, reply)) return { kind: 'no-route', ...unexplained(reply) };
  switch (reply.status) {
    case 200:
      return decodeYes(asked, reply);
    case 207:
      return decodePartial(asked, reply);
    case 401:
      return decodeUnauthorized(reply, speaker);
    case 403:
      return decodeForbidden(reply, speaker);
    case 404:
      return decodeNotFound(kind, reply, speaker);
    default:
      return decodeStated(reply) ?? decodeFailure(reply);
  }
}

/** Statuses of a route that is not there: Nexus 400, FastAPI and Go 404, Pulp 405, proxies 501. */
const MISSING_ROUTE = [400, 404, 405, 501];

/** Whether an endpoint that is not the Hub does not have the route, or says nothing on it that answers the probe. */
function isNoRoute(kind: ProbeKind, reply: Reply): boolean {
  const { status, headers } = reply;
  const message = messageOf(reply) ?? '';
  // Olah gives every unknown route the code of a missing repo, and words about a page.
  if (status === 404 && isPageMissing(message)) return true;
  if (status === 403 && isRouteMissing(message)) return true;
  if (headers.has('x-error-code')) return false;
  if (MISSING_ROUTE.includes(status)) return !headers.has('x-error-message') && !isRepoMissing(message);
  return whyNotRead(reply) === undefined && isSilent(kind, reply, message);
}

/** Statuses that refuse whoever asks, where the words beside them do not say that there is no such route. */
const REFUSING = [401, 403];

function unexplained(reply: Reply): { readonly isUnexplained?: true } {
  return REFUSING.includes(reply.status) && !isRouteMissing(messageOf(reply) ?? '') ? { isUnexplained: true } : {};
}

/** What `auth-check` answers. */
const RIGHTS: readonly ProbeKind[] = ['read', 'write', 'infer'];

/** Whether the reply to a route that is there leaves open what was asked. */
function isSilent(kind: ProbeKind, reply: Reply, message: string): boolean {
  // HEAD has no body that could say why, and a file without a mark of a Hub may be anybody's page.
  if (kind === 'file' && reply.status === 403) return message === '';
  if (isFile(kind) && reply.status === 200) return whyNoYes(kind, reply) !== undefined;
  return RIGHTS.includes(kind) && reply.status === 401 && !saysExpired(message) && !saysBadCredentials(message);
}

/** A refusal that names its cause in words that are known, whatever its status. */
function decodeStated(reply: Reply): ProbeResult | undefined {
  const refusal = causeIn(reply.status, messageOf(reply) ?? '', isWorded(reply));
  return refusal === undefined ? undefined : { kind: 'refused', refusal };
}

/** A firewall refuses as well; the Hub gives a reason in JSON or in its header. */
function isWorded(reply: Reply): boolean {
  return reply.headers.has('x-error-message') || asObject(jsonOf(reply)) !== undefined;
}

/** Why a reply of a status that no verdict has is no answer. */
export function decodeFailure({ status }: Reply): Failed {
  if (status === 429) return failed('rate-limited', 'the endpoint answered 429, too many requests');
  if (status >= 500 || status === 408) return failed('hub-error', `the endpoint answered ${status}`);
  return failed('unexpected', `the endpoint answered ${status}, which does not answer this`);
}

function decodeYes(asked: Asked, reply: Reply): ProbeResult {
  const why = whyNoYes(asked, reply);
  if (why !== undefined) return failed('unexpected', why);
  const repo = newerRepo(asked);
  if (repo !== undefined)
    return isDisabled(reply) ? { kind: 'disabled' } : { kind: 'yes', ...saidWithYes(repo.type, reply) };
  return { kind: 'yes', ...readOut(asked, reply) };
}

function decodePartial(asked: Asked, reply: Reply): ProbeResult {
  const repo = newerRepo(asked);
  return repo !== undefined && whyNotRead(reply) === undefined && isRestricted(reply, repo)
    ? { kind: 'yes', isRestricted: true }
    : decodeFailure(reply);
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

/** With the Hub's header for its sentence it is the Hub that says no, and the sentence is about no page. */
function unknownWords(reply: Reply): { readonly isUnexplained?: true } {
  return reply.headers.has('x-error-message') && !isPageMissing(messageOf(reply) ?? '') ? { isUnexplained: true } : {};
}

/** It asks for a login in words that the Hub does not use. */
export const OTHER_LOGIN = 'the endpoint answered 401 in words that are not the Hub’s';

function decodeUnauthorized(reply: Reply, speaker: Speaker): ProbeResult {
  const code = reply.headers.get('x-error-code');
  const message = messageOf(reply) ?? '';
  if (code === 'GatedRepo' || GATE.test(message)) return { kind: 'gated', state: 'login-required' };
  // Older Hubs and mirrors hide private repos this way; huggingface_hub goes by the code only (`hf_raise_for_status`).
  if (code === 'RepoNotFound') return { kind: 'not-found' };
  if (saysExpired(message)) return { kind: 'expired' };
  if (saysBadCredentials(message)) return { kind: 'unauthenticated' };
  // Elsewhere the status is word enough: it is HTTP's own for credentials.
  if (speaker === 'other' && whyNotRead(reply) === undefined) return { kind: 'unauthenticated' };
  return failed('unexpected', OTHER_LOGIN, speaker === 'other' ? 'login' : undefined);
}

const WEB_PAGE = 'the endpoint answered with a web page';

function decodeForbidden(reply: Reply, speaker: Speaker): ProbeResult {
  const message = (messageOf(reply) ?? '').toLowerCase();
  const shut = shutIn(reply, isWorded(reply));
  if (shut !== undefined) return shut;
  const stated = decodeStated(reply);
  if (stated !== undefined) return stated;
  if (speaker === 'other' && isPolicy(message)) return { kind: 'blocked' };
  if (isWorded(reply) && message !== '' && wallIn(reply) === undefined)
    return { kind: 'refused', refusal: 'unrecognised' };
  return failed('unexpected', isHtml(reply) ? WEB_PAGE : 'the endpoint answered 403 without a reason');
}

function decodeNotFound(kind: ProbeKind, reply: Reply, speaker: Speaker): ProbeResult {
  switch (reply.headers.get('x-error-code')) {
    case 'RepoNotFound':
      return { kind: 'not-found' };
    case 'RevisionNotFound':
      return { kind: 'revision-not-found' };
    case 'EntryNotFound':
      // The gate is asked before the file is looked for. With words that say another thing it is not the Hub's.
      return isFile(kind) && whyNotRead(reply) === undefined && messagesOf(reply).every(isEntryMissing)
        ? { kind: 'yes', isAbsent: true }
        : failed('unexpected', 'the endpoint answered as if asked for a file');
    case undefined:
      return speaker === 'other' && isRepoMissing(messageOf(reply) ?? '')
        ? { kind: 'not-found' }
        : { kind: 'no-route', ...unknownWords(reply) };
    default:
      return failed('unexpected', 'the endpoint answered 404 with a code that is not known');
  }
}
