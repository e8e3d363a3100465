/** Answers and grants → verdicts. */
import { CODES, outcomeOf, type Code } from '../../domain/hub/codes';
import { present } from '../../domain/basics/present';
import type { GateState, ProbeAnswer, ProbeResult, Refusal } from '../../domain/hub/probe';
import type { Failed, FailureReason } from '../../domain/hub/reply';
import type { Verdict } from '../../domain/report/verdict';
import type { Grant } from './grants';

type Extra = Partial<Omit<Verdict, 'outcome' | 'code'>>;

/** A verdict by its code, `confirmed` by default. */
export function verdictOf(code: Code, extra: Extra = {}): Verdict {
  return { certainty: 'confirmed', detail: {}, evidence: [], ...extra, outcome: outcomeOf(code), code };
}

/** What is certain about the same requirement without a token, where it is judged before any credential. */
export function withoutTokenAt(code: Code): 'denied' | undefined {
  return CODES[code].everybody === true ? 'denied' : undefined;
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

/** Answers whose meaning depends on what was asked: each judge has to say what each of them means. */
type Open = 'not-found' | 'unauthenticated' | 'refused' | 'no-route';
/** Answers that mean the same whatever was asked. */
type Plain = Exclude<ProbeResult, { kind: Open }>;

/** What answers mean to one judgement: every one that is not plain, and the plain ones that mean something else to it. */
export interface Overrides
  extends
    Readonly<Record<Exclude<Open, 'refused'>, () => Verdict>>,
    Readonly<Partial<Record<Plain['kind'], () => Verdict>>> {
  readonly refused: (refusal: Refusal) => Verdict;
}

/** The verdict on an answer. */
export function verdictFor(answer: ProbeAnswer, overrides: Overrides): Verdict {
  const { result } = answer;
  if (result.kind === 'refused') return withWords(overrides.refused(result.refusal), answer);
  if (isOpen(result)) return overrides[result.kind]();
  return overrides[result.kind]?.() ?? plainVerdict(result, answer);
}

const OPEN: Readonly<Record<Exclude<Open, 'refused'>, true>> = {
  'not-found': true,
  unauthenticated: true,
  'no-route': true,
};

function isOpen(result: ProbeResult): result is Extract<ProbeResult, { kind: Exclude<Open, 'refused'> }> {
  return result.kind in OPEN;
}

/** A refusal is shown in its own words, and an answer that was not understood in those beside it. */
function withWords(verdict: Verdict, { evidence }: Pick<ProbeAnswer, 'evidence'>): Verdict {
  const { status = 0, errorMessage: words = '' } = evidence.at(-1) ?? {};
  if (words === '') return verdict;
  return { ...verdict, detail: { ...verdict.detail, said: { status, words } } };
}

function plainVerdict(result: Plain, answer: ProbeAnswer): Verdict {
  const { movedTo } = answer;
  const moved = present({ movedTo });
  switch (result.kind) {
    case 'yes':
      return allowed(movedTo);
    case 'gated': {
      const verdict = verdictOf(GATE_CODES[result.state], moved);
      return result.state === 'unrecognised' ? withWords(verdict, answer) : verdict;
    }
    case 'gated-token-scope':
      return verdictOf('gate-token-scope', moved);
    case 'revision-not-found':
      return verdictOf('revision-not-found', moved);
    case 'expired':
      return verdictOf('token-expired');
    case 'disabled':
      return withWords(verdictOf('disabled', moved), answer);
    case 'blocked':
      return withWords(verdictOf('endpoint-policy', moved), answer);
    case 'failed':
      return failureVerdict(result, answer);
  }
}

/** The verdict where no answer came, or none that was understood. */
export function failureVerdict(
  { reason, detail: failure, needsSeconds, fault }: Failed,
  answer: Pick<ProbeAnswer, 'evidence'> = { evidence: [] },
): Verdict {
  const verdict = verdictOf(FAILURE_CODES[reason], { detail: { failure, ...present({ needsSeconds, fault }) } });
  return reason === 'unreachable' ? verdict : withWords(verdict, answer);
}

/** A yes to a repo, which may have another name now. */
export function allowed(movedTo?: string, extra: Extra = {}): Verdict {
  return verdictOf(movedTo === undefined ? 'ok' : 'ok-moved', { ...extra, ...present({ movedTo }) });
}

/** Where the Hub has no probe, what the token says of itself decides, and the verdict says so. */
export function fromGrant(grant: Grant, movedTo?: string): Verdict {
  const extra = { ...present({ movedTo }), certainty: 'inferred' } as const;
  switch (grant.kind) {
    case 'yes':
      return allowed(movedTo, { ...extra, detail: grant.detail });
    case 'no':
      return verdictOf(grant.code, { ...extra, detail: grant.detail });
    case 'cannot-tell':
      return verdictOf('probe-unsupported', extra);
  }
}
