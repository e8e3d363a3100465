/**
 * May this token create the repo? Nothing on the Hub has a dry run for that, so where the repo is not there yet the
 * verdict is inferred. Where it is there, `create` means what `exist_ok=True` makes of it: a write.
 */
import { CODES } from '../../domain/hub/codes';
import { KINDS, taskOf } from '../../domain/hub/kinds';
import { present } from '../../domain/basics/present';
import { namespaceOf, type RepoRef } from '../../domain/hub/repo';
import type { Requirement } from '../../domain/inputs/requirement';
import type { Verdict } from '../../domain/report/verdict';
import type { JudgementContext } from './context';
import { grantOf } from './grants';
import { unlessRefused } from './guess';
import { inOwnNamespace, unsupported } from './inferred';
import type { TokenStatus } from './input';
import { membershipIn, sameName } from './membership';
import { failureVerdict, fromGrant } from './verdicts';
import { writeVerdict } from './write';

/** Judges a `create`. */
export function judgeCreate(context: JudgementContext, { repo: named, operation }: Requirement): Verdict {
  const { token } = context.input;
  const byGrant = (target: RepoRef) => withPlan(fromGrant(grantOf(operation, token, target)), target, token);
  const repo = taskOf({ repo: named, operation }).bareNameIsOwn ? inOwnNamespace(token, named) : named;
  const { disbelief } = context.input;
  // Nobody said whose own namespace it is, so there is nothing to ask about.
  if (repo === undefined) return disbelief === undefined ? byGrant(named) : failureVerdict(disbelief);
  const answer = context.need({ kind: 'write', repo, as: 'token' });
  const judged = () => writeVerdict(context, { repo, operation: 'write' }, answer);
  const { kind } = answer.result;
  if (token.resource !== undefined) return asPublisher(judged());
  // Elsewhere only a route can answer, because roles prove no right there.
  if (kind === 'no-route' && context.input.standing !== 'hub') return unsupported();
  if (kind === 'not-found') return byGrant(repo);
  if (kind === 'no-route' || kind === 'unauthenticated') {
    // Without a write probe, repo info still shows whether the repo is there.
    const shown = context.need({ kind: 'exists', repo, as: 'token' });
    if (shown.result.kind === 'failed') return failureVerdict(shown.result);
    return shown.result.kind === 'yes' ? existing(judged()) : unlessRefused(byGrant(repo), shown);
  }
  const verdict = judged();
  // A rule of the endpoint's own does not say whether the repo is there.
  return verdict.outcome === 'unknown' || CODES[verdict.code].family === 'endpoint' ? verdict : existing(verdict);
}

/** A publisher hangs on a repo that exists; nothing else can be created by its token. */
function asPublisher(verdict: Verdict): Verdict {
  return verdict.outcome === 'allowed' ? existing(verdict) : verdict;
}

/** Whether the namespace pays for a plan, without which programs of the Hub do not run. */
function withPlan(verdict: Verdict, repo: RepoRef, { principal }: TokenStatus): Verdict {
  if (principal === undefined || KINDS[repo.type].runsPrograms !== true) return verdict;
  const namespace = namespaceOf(repo);
  const hasPlan = sameName(principal.account, namespace)
    ? principal.isPro
    : membershipIn(principal, namespace)?.hasPlan;
  return { ...verdict, detail: { ...verdict.detail, ...present({ hasPlan }) } };
}

function existing(verdict: Verdict): Verdict {
  return { ...verdict, detail: { ...verdict.detail, exists: true } };
}
