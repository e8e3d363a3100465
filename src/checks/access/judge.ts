/**
 * One requirement → verdict. The Hub's own answer decides the outcome; what the token says of itself only picks the
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
import { withSpending } from './spending';
import { failureVerdict, verdictOf } from './verdicts';
import type { JudgementInput } from './input';

/** A verdict, or what must be asked before there can be one. */
export type Judgement =
  { readonly kind: 'verdict'; readonly verdict: Verdict } | { readonly kind: 'ask'; readonly probes: readonly Probe[] };

/** Judges one requirement by the answers that are there. */
export function judge(requirement: Requirement, input: JudgementInput): Judgement {
  const context = new JudgementContext(input);
  try {
    const told = withSpending(context.told(judgeWith(context, requirement)), requirement, input.token);
    const verdict = withLacks(told, requirement, input.token);
    const { failure } = input.token;
    const own = context.evidence(requirement.repo);
    const evidence = failure === undefined ? own : [...failure.evidence, ...own];
    return { kind: 'verdict', verdict: { ...verdict, evidence } };
  } catch (error) {
    if (error === ANSWERS_NEEDED) return { kind: 'ask', probes: context.lacking };
    throw error;
  }
}

function judgeWith(context: JudgementContext, requirement: Requirement): Verdict {
  const { token } = context.input;
  if (token.failure !== undefined) return withoutExchange(context, requirement, token.failure);
  switch (token.state) {
    case 'missing':
      return judgeAnonymous(context, requirement);
    case 'invalid':
      return badToken(context, requirement, verdictOf('token-invalid'));
    case 'expired':
      return badToken(context, requirement, verdictOf('token-expired'));
    case 'malformed': {
      const detail = present({ defect: token.defect });
      return badToken(context, requirement, verdictOf('token-malformed', { detail, certainty: 'inferred' }));
    }
    case 'valid':
    case 'unverified':
      // The endpoint's own login may write: that says nothing about whoever asks.
      if (context.input.standing === 'own-login' && taskOf(requirement).decidedBy !== 'read-probe') {
        return context.input.disbelief === undefined
          ? verdictOf('probe-unsupported')
          : failureVerdict(context.input.disbelief);
      }
      return DECIDE[taskOf(requirement).decidedBy](context, requirement);
  }
}

type Decide = (context: JudgementContext, requirement: Requirement) => Verdict;

/** One file for each way to decide. */
const DECIDE: Readonly<Record<DecidedBy, Decide>> = {
  'read-probe': (context, { repo }) => judgeRead(context, repo),
  'write-probe-or-grant': judgeWrite,
  'grant-if-missing': judgeCreate,
  'read-probe-and-grant': (context, requirement) => {
    const read = judgeRead(context, requirement.repo);
    if (read.outcome === 'allowed') {
      // Roles prove no right where `auth-check` has not answered: some endpoints say the same to everybody.
      const isHub = context.input.standing === 'hub' || read.detail.grounds === undefined;
      const byGrant = () => (isHub ? inferFromGrants(context, requirement, read.movedTo) : unsupported());
      return writeWithoutRoute(context, requirement, read.movedTo) ?? byGrant();
    }
    if (read.outcome === 'denied' || !isWithoutRoute(context, requirement)) return read;
    const { result } = context.need({ kind: 'file', repo: requirement.repo, as: 'token' });
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
function withoutExchange(context: JudgementContext, requirement: Requirement, failure: NotExchanged): Verdict {
  switch (failure.kind) {
    case 'refused':
      return badToken(context, requirement, verdictOf('publisher-refused'));
    case 'unavailable':
      return badToken(context, requirement, verdictOf('oidc-unavailable'));
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
