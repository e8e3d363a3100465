/**
 * What a yes may be worked out from where no route has answered. What is served to this very caller, and out of no cache, counts by itself, whatever was
 * refused beside it: it is what the job is about to fetch. What is merely shown (repo info, the account's own words) counts only where every
 * answer on the way has left the question open: after a no that nobody understands a yes would be a guess against it.
 */
import { CODES, isCode } from '../../domain/hub/codes';
import type { ProbeAnswer, ProbeResult, Refusal } from '../../domain/hub/probe';
import type { Verdict } from '../../domain/report/verdict';
import { unsupported } from './inferred';

type Answer = Pick<ProbeAnswer, 'result'>;

/** Whether an answer leaves open what was asked, so that something else may settle it. */
export function leavesOpen({ result }: Answer): boolean {
  return result.kind === 'no-route' ? result.isUnexplained !== true : LEAVES_OPEN[result.kind];
}

const LEAVES_OPEN: Readonly<Record<Exclude<ProbeResult['kind'], 'no-route'>, boolean>> = {
  yes: true,
  // What is not there is refused to nobody.
  'not-found': true,
  'revision-not-found': true,
  gated: false,
  'gated-token-scope': false,
  unauthenticated: false,
  expired: false,
  disabled: false,
  blocked: false,
  refused: false,
  failed: false,
};

/** A yes that was worked out, unless an answer on the way speaks against it. A no still holds. */
export function unlessRefused(guess: Verdict, ...onTheWay: readonly Answer[]): Verdict {
  return guess.outcome === 'allowed' && !onTheWay.every(leavesOpen) ? unsupported() : guess;
}

/** Whether what was asked without any token is kept from those who have none. 401 is HTTP's own status for that, in whichever words. */
export function isShutToNobody({ result }: Answer): boolean {
  if (result.kind === 'refused') return !isSaidToEverybody(result.refusal);
  // It may be a route that only callers with a token have, unless nothing was there at an address that answers whoever has one.
  if (result.kind === 'no-route') return result.isNothing === true;
  return SHUT_TO_NOBODY[result.kind];
}

const SHUT_TO_NOBODY: Readonly<Record<Exclude<ProbeResult['kind'], 'refused' | 'no-route'>, boolean>> = {
  unauthenticated: true,
  'not-found': true,
  yes: false,
  'revision-not-found': false,
  gated: false,
  'gated-token-scope': false,
  expired: false,
  disabled: false,
  blocked: false,
  failed: false,
};

/** Of the region, a plan: said before any credential is looked at. */
export function isSaidToEverybody(refusal: Refusal): boolean {
  return isCode(refusal) && CODES[refusal].everybody === true;
}
