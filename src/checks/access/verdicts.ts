/** Small makers of verdicts, shared by the judgements. */
import type { ProbeAnswer, GateState, ProbeResult } from '../../domain/probe';
import type { FailureReason } from '../../domain/reply';
import { type Code, outcomeOf } from '../../domain/codes';
import type { Verdict } from '../../domain/verdict';
import type { Grant } from './grants';
import { present } from '../../domain/present';

type Extra = Partial<Omit<Verdict, 'outcome' | 'code'>>;

/** A verdict by its code, `confirmed` unless told otherwise. */
export function verdictOf(code: Code, extra: Extra = {}): Verdict {
  return { certainty: 'confirmed', detail: {}, evidence: [], ...extra, outcome: outcomeOf(code), code };
}

const GATE_CODES: Readonly<Record<GateState, Code>> = {
  'login-required': 'gate-login-required',
  'not-requested': 'gate-not-requested',
  pending: 'gate-pending',
  rejected: 'gate-rejected',
  reset: 'gate-reset',
  unrecognised: 'gated',
};

const FAILURE_CODES: Readonly<Record<FailureReason, Code>> = {
  unreachable: 'hub-unreachable',
  'hub-error': 'hub-error',
  'rate-limited': 'rate-limited',
  unexpected: 'unexpected-answer',
};

/** Answers that mean the same whatever was asked. */
export type Plain = Extract<
  ProbeResult,
  { kind: 'yes' | 'gated' | 'gated-token-scope' | 'revision-not-found' | 'expired' | 'disabled' | 'failed' }
>;

/** The verdict on an answer that needs no second look. */
export function plainVerdict(said: Plain, { movedTo }: Pick<ProbeAnswer, 'movedTo'>): Verdict {
  const moved = movedTo === undefined ? {} : { movedTo };
  switch (said.kind) {
    case 'yes':
      return verdictOf(movedTo === undefined ? 'ok' : 'ok-moved', moved);
    case 'gated':
      return verdictOf(GATE_CODES[said.state], moved);
    case 'gated-token-scope':
      return verdictOf('gate-token-scope', moved);
    case 'revision-not-found':
      return verdictOf('revision-not-found', moved);
    case 'expired':
      return verdictOf('token-expired');
    case 'disabled':
      return verdictOf('disabled', moved);
    case 'failed': {
      const { reason, detail: failure, needsSeconds, fault } = said;
      return verdictOf(FAILURE_CODES[reason], { detail: { failure, ...present({ needsSeconds, fault }) } });
    }
  }
}

/** Where the Hub has no probe, what the token says of itself decides, and the verdict says so. */
export function fromGrant(grant: Grant, seen: Verdict): Verdict {
  const moved = seen.movedTo === undefined ? {} : { movedTo: seen.movedTo };
  const extra = { ...moved, certainty: 'inferred' } as const;
  switch (grant.kind) {
    case 'yes':
      return verdictOf(seen.movedTo === undefined ? 'ok' : 'ok-moved', { ...extra, detail: grant.detail });
    case 'no':
      return verdictOf(grant.code, { ...extra, detail: grant.detail });
    case 'cannot-tell':
      return verdictOf('probe-unsupported', extra);
  }
}
