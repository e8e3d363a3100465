/**
 * One request → verdict. The Hub's own answer decides the outcome; what the token says of itself only picks the
 * reason. Pure: where an answer is missing, the judgement is the list of probes to ask first.
 */
import { taskOf } from '../../domain/hub/kinds';
import type { DecidedBy } from '../../domain/hub/operations';
import type { NotExchanged } from '../../domain/tokens/exchange';
import { present } from '../../domain/basics/present';
import type { Probe } from '../../domain/hub/probe';
import type { Requirement } from '../../domain/inputs/requirement';
import type { Verdict } from '../../domain/report/verdict';
import { JudgementContext, ANSWERS_NEEDED } from './context';
import { judgeAnonymous } from './anonymous';
import { judgeCreate } from './create';
import { judgeByGrant, judgeByOwnProbe } from './own-probe';
import { writeWithoutRoute } from './keyless';
import { judgeRead, withoutToken } from './read';
import { judgeWrite } from './write';
import { inferFromGrants, unsupported } from './inferred';
import { withLacks } from './lacks';
import { failureVerdict, verdictOf } from './verdicts';
import type { JudgementInput } from './input';

/** A verdict, or what must be asked before there can be one. */
export type Judgement =
  { readonly kind: 'verdict'; readonly verdict: Verdict } | { readonly kind: 'ask'; readonly probes: readonly Probe[] };

/** Judges one request by the answers that are there. */
export function judge(request: Requirement, input: JudgementInput): Judgement {
  const context = new JudgementContext(input);
  try {
    const verdict = withLacks(context.told(judgeWith(context, request)), request, input.token);
    const { failure } = input.token;
    const own = context.evidence(request.repo);
    const evidence = failure === undefined ? own : [...failure.evidence, ...own];
    return { kind: 'verdict', verdict: { ...verdict, evidence } };
  } catch (error) {
    if (error === ANSWERS_NEEDED) return { kind: 'ask', probes: context.lacking };
    throw error;
  }
}

function judgeWith(context: JudgementContext, request: Requirement): Verdict {
  const { token } = context.input;
  if (token.failure !== undefined) return withoutExchange(context, request, token.failure);
  switch (token.state) {
    case 'missing':
      return judgeAnonymous(context, request);
    case 'invalid':
      return badToken(context, request, verdictOf('token-invalid'));
    case 'expired':
      return badToken(context, request, verdictOf('token-expired'));
    case 'malformed': {
      const detail = present({ defect: token.defect });
      return badToken(context, request, verdictOf('token-malformed', { detail, certainty: 'inferred' }));
    }
    case 'valid':
    case 'unverified':
      // The endpoint's own login may write: that says nothing about whoever asks.
      if (context.input.standing === 'own-login' && taskOf(request).decidedBy !== 'read-probe') {
        return context.input.disbelief === undefined
          ? verdictOf('probe-unsupported')
          : failureVerdict(context.input.disbelief);
      }
      return DECIDE[taskOf(request).decidedBy](context, request);
  }
}

type Decide = (context: JudgementContext, request: Requirement) => Verdict;

/** One file for each way to decide. */
const DECIDE: Readonly<Record<DecidedBy, Decide>> = {
  'read-probe': (context, { repo }) => judgeRead(context, repo),
  'write-probe-or-grant': judgeWrite,
  'grant-if-missing': judgeCreate,
  'read-probe-and-grant': (context, request) => {
    const read = judgeRead(context, request.repo);
    if (read.outcome === 'allowed') {
      // Roles prove no right where `auth-check` has not answered: some endpoints say the same to everybody.
      const isHub = context.input.standing === 'hub' || read.detail.grounds === undefined;
      const byGrant = () => (isHub ? inferFromGrants(context, request, read.movedTo) : unsupported());
      return writeWithoutRoute(context, request, read.movedTo) ?? byGrant();
    }
    if (read.outcome === 'denied' || !isWithoutRoute(context, request)) return read;
    const { result } = context.need({ kind: 'file', repo: request.repo, as: 'token' });
    return result.kind === 'failed' ? read : unsupported();
  },
  'own-probe': judgeByOwnProbe,
  grant: judgeByGrant,
};

/** Whether this is another endpoint than the Hub, and has no route that says who may read. */
function isWithoutRoute(context: JudgementContext, { repo }: Requirement): boolean {
  if (context.input.standing === 'hub') return false;
  return context.need({ kind: 'read', repo, as: 'token' }).result.kind === 'no-route';
}

/** Without a token of the exchange the job has none, for whatever it does. */
function withoutExchange(context: JudgementContext, request: Requirement, failure: NotExchanged): Verdict {
  switch (failure.kind) {
    case 'refused':
      return badToken(context, request, verdictOf('publisher-refused'));
    case 'unavailable':
      return badToken(context, request, verdictOf('oidc-unavailable'));
    case 'no-route':
      return verdictOf('probe-unsupported', { detail: { noExchange: true } });
    case 'failed':
      return failureVerdict(failure, failure);
  }
}

/** A bad token is refused on public repos too; the control probe shows what dropping it would give. */
function badToken(context: JudgementContext, { repo, operation }: Requirement, verdict: Verdict): Verdict {
  return { ...verdict, withoutToken: taskOf({ repo, operation }).anonymous ? withoutToken(context, repo) : 'denied' };
}
