/** A reply → what the Hub said about a repo. Only a reply that is understood becomes a verdict. */
import { isHub } from '../domain/inputs/endpoint';
import { present } from '../domain/basics/present';
import type { ProbeKind } from '../domain/hub/kinds';
import type { ProbeResult } from '../domain/hub/probe';
import type { Failed, FailureReason, Fault } from '../domain/hub/reply';
import { asObject } from '../domain/formats/json';
import { isHtml, jsonOf, messageOf, messagesOf, type Reply } from './http/reply';
import { BY_RULE, isNoRoute, saysBadCredentials, saysExpired, unexplained } from './no-route';
import { isEntryMissing, isPolicy, isPageMissing, isRepoMissing } from './registry-words';
import { causeIn, isHubsOwn } from './sentences';
import { GATE, shutIn } from './shut';
import { wallIn } from './walls';
import { isDisabled, isRestricted, saidWithYes } from './newer-kinds';
import { askedKind, isFile, newerRepo, readOut, whyNoYes, whyNotRead, type Asked } from './yes';

/** Who answers. The Hub's own words are only the Hub's; others lack routes and have words of their own. */
export type Speaker = 'hub' | 'other';

/** Who answers at an endpoint: the Hub's own words count only for the Hub. */
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
  if (speaker === 'other' && isNoRoute(kind, reply))
    return {
      kind: 'no-route',
      ...unexplained(reply),
      ...present({ isNothing: (kind === 'info' && reply.status === 404) || undefined }),
    };
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
      return decodeStated(reply) ?? decodeRule(reply, speaker) ?? decodeFailure(reply);
  }
}

/** A refusal that names its cause in words that are known, whatever its status. */
function decodeStated(reply: Reply): ProbeResult | undefined {
  // 402 is HTTP's own for a payment, and no firewall's; bytes of no type are nobody's words.
  const isPayment = reply.status === 402 && reply.headers.has('content-type') && whyNotRead(reply) === undefined;
  const refusal = causeIn(reply.status, messageOf(reply) ?? '', isWorded(reply) || isPayment);
  return refusal === undefined ? undefined : { kind: 'refused', refusal };
}

/** A registry's rule, in its own words. */
function decodeRule(reply: Reply, speaker: Speaker): ProbeResult | undefined {
  const isRule = speaker === 'other' && BY_RULE.includes(reply.status) && isPolicy(messageOf(reply) ?? '');
  return isRule ? { kind: 'blocked' } : undefined;
}

/** A firewall refuses as well; the Hub gives a reason in JSON or in its header. */
function isWorded(reply: Reply): boolean {
  return reply.headers.has('x-error-message') || asObject(jsonOf(reply)) !== undefined;
}

/** Why a reply of a status that no verdict has is no answer. */
export function decodeFailure({ status }: Reply): Failed {
  if (status === 429) return failed('rate-limited', 'the endpoint answered 429, too many requests');
  if (status >= 500 || status === 408) return failed('hub-error', `the endpoint answered ${status}`);
  if (status === 402)
    return failed(
      'unexpected',
      'the endpoint answered 402, which asks for a payment, and does not say what for',
      'payment',
    );
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

/** With the Hub's header for its sentence it is the Hub that says no, and the sentence is about no page. */
function unknownWords(reply: Reply): { readonly isUnexplained?: true } {
  return reply.headers.has('x-error-message') && !isPageMissing(messageOf(reply) ?? '') ? { isUnexplained: true } : {};
}

/** It asks for a login in words that the Hub does not use. */
export const OTHER_LOGIN = "the endpoint answered 401 in words that are not the Hub's";

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
  const blocked = decodeRule(reply, speaker);
  if (blocked !== undefined) return blocked;
  if (isWorded(reply) && message !== '' && wallIn(reply) === undefined)
    return { kind: 'refused', refusal: 'unrecognised' };
  return failed('unexpected', isHtml(reply) ? WEB_PAGE : 'the endpoint answered 403 without a reason');
}

/** What the Hub says beside its codes (recorded 2026-10-06): proxies between it and the runner drop the headers. */
const UNCODED = [
  { words: /^repository not found$/i, kind: 'not-found' },
  { words: /^invalid rev id: /i, kind: 'revision-not-found' },
] as const;

function uncoded(reply: Reply): ProbeResult | undefined {
  if (whyNotRead(reply) !== undefined || asObject(jsonOf(reply)) === undefined) return undefined;
  const row = UNCODED.find(({ words }) => words.test(messageOf(reply) ?? ''));
  return row === undefined ? undefined : { kind: row.kind };
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
      return (
        (speaker === 'hub' ? uncoded(reply) : undefined) ??
        (speaker === 'other' && isRepoMissing(messageOf(reply) ?? '')
          ? { kind: 'not-found' }
          : { kind: 'no-route', ...unknownWords(reply) })
      );
    default:
      return failed('unexpected', 'the endpoint answered 404 with a code that is not known');
  }
}
