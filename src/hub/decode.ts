/** A reply → what the Hub said about a repo. Only a reply that is understood becomes a verdict. */
import type { ProbeKind } from '../domain/kinds';
import type { GateState, ProbeResult } from '../domain/probe';
import type { Failed, FailureReason } from '../domain/reply';
import { asObject, jsonOf, messageOf, type Reply } from './http/reply';
import { causeIn } from './sentences';
import { whyNoYes } from './yes';

/** A failure in our own words. */
export function failed(reason: FailureReason, detail: string): Failed {
  return { kind: 'failed', reason, detail };
}

/** Decodes a final reply (redirects are judged elsewhere). */
export function decodeResult(kind: ProbeKind, reply: Reply): ProbeResult {
  switch (reply.status) {
    case 200:
      return decodeYes(kind, reply);
    case 401:
      return decodeUnauthorized(reply);
    case 403:
      return decodeForbidden(reply);
    case 404:
      return decodeNotFound(kind, reply);
    default:
      return decodeStated(reply) ?? decodeFailure(reply);
  }
}

/** A refusal that names its cause in words that are known, whatever its status. */
function decodeStated(reply: Reply): ProbeResult | undefined {
  const refusal = causeIn(reply.status, messageOf(reply) ?? '', isWorded(reply));
  return refusal === undefined ? undefined : { kind: 'refused', refusal };
}

/** A firewall refuses as well; the Hub gives a reason in JSON or in its header. */
function isWorded(reply: Reply): boolean {
  return reply.headers.has('x-error-message') || typeof asObject(jsonOf(reply))?.['error'] === 'string';
}

/** Why a reply of a status that no verdict has is no answer. */
export function decodeFailure({ status }: Reply): Failed {
  if (status === 429) return failed('rate-limited', 'the endpoint answered 429, too many requests');
  if (status >= 500 || status === 408) return failed('hub-error', `the endpoint answered ${status}`);
  return failed('unexpected', `the endpoint answered ${status}, which does not answer this`);
}

function decodeYes(kind: ProbeKind, reply: Reply): ProbeResult {
  const why = whyNoYes(kind, reply);
  return why === undefined ? { kind: 'yes' } : failed('unexpected', why);
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

function decodeUnauthorized(reply: Reply): ProbeResult {
  const code = reply.headers.get('x-error-code');
  const message = messageOf(reply) ?? '';
  if (code === 'GatedRepo') return { kind: 'gated', state: 'login-required' };
  // Older Hubs and mirrors hide private repos so; huggingface_hub goes by the code alone (`hf_raise_for_status`).
  if (code === 'RepoNotFound') return { kind: 'not-found' };
  if (saysExpired(message)) return { kind: 'expired' };
  if (saysBadCredentials(message)) return { kind: 'unauthenticated' };
  return failed('unexpected', 'the endpoint answered 401 in words that are not the Hub’s');
}

const GATES: readonly (readonly [string, GateState])[] = [
  ['not in the authorized list', 'not-requested'],
  ['awaiting a review', 'pending'],
  ['has been rejected by', 'rejected'],
  ['has been reset by', 'reset'],
];

function decodeForbidden(reply: Reply): ProbeResult {
  const message = (messageOf(reply) ?? '').toLowerCase();
  if (reply.headers.get('x-error-code') === 'GatedRepo') {
    return { kind: 'gated', state: GATES.find(([words]) => message.includes(words))?.[1] ?? 'unrecognised' };
  }
  if (message.startsWith('please enable access to public gated repositories')) return { kind: 'gated-token-scope' };
  if (message.startsWith('access to this resource is disabled')) return { kind: 'disabled' };
  const stated = decodeStated(reply);
  if (stated !== undefined) return stated;
  if (isWorded(reply) && message !== '') return { kind: 'refused', refusal: 'unrecognised' };
  return failed('unexpected', 'the endpoint answered 403 without a reason of the Hub');
}

function decodeNotFound(kind: ProbeKind, reply: Reply): ProbeResult {
  switch (reply.headers.get('x-error-code')) {
    case 'RepoNotFound':
      return { kind: 'not-found' };
    case 'RevisionNotFound':
      return { kind: 'revision-not-found' };
    case 'EntryNotFound':
      // The gate is asked before the file is looked for.
      return kind === 'file' ? { kind: 'yes' } : failed('unexpected', 'the endpoint answered as if asked for a file');
    case undefined:
      return { kind: 'no-route' };
    default:
      return failed('unexpected', 'the endpoint answered 404 with a code that is not known');
  }
}
