/** Judging by what the token says of itself, about the repo as it is called today. */
import { isCode } from '../../domain/hub/codes';
import type { Probe, ProbeAnswer } from '../../domain/hub/probe';
import { namespaceOf, type RepoRef } from '../../domain/hub/repo';
import type { RepoOperation } from '../../domain/inputs/requirement';
import type { Verdict } from '../../domain/report/verdict';
import type { JudgementContext } from './context';
import { grantOf } from './grants';
import type { TokenStatus } from './input';
import { showsHub } from './standing';
import { failureVerdict, fromGrant, verdictOf } from './verdicts';

/** Neither a route nor what the token says about itself can answer. */
export function unsupported(): Verdict {
  return verdictOf('probe-unsupported', { certainty: 'inferred' });
}

/** A repo that the Hub has, and other endpoints may; what counts is who answers, and in which words. */
const KNOWN_REPO = { type: 'model', id: 'openai-community/gpt2' } as const;

/** Why an endpoint has not shown to be a Hub, where the line itself has no route that could; `undefined` where it has. */
export function whyNoHub(context: JudgementContext, as: Probe['as']): Verdict | undefined {
  const probe = { kind: 'read', repo: KNOWN_REPO, as } as const;
  const answer = context.need(probe);
  if (showsHub(probe, answer)) return undefined;
  return answer.result.kind === 'failed' ? failureVerdict(answer.result, answer) : unsupported();
}

/** A refusal that does not say its cause, at an endpoint that has not shown to be a Hub: it can be the gateway's in front of it. */
export function isVague({ input }: JudgementContext, { result }: Pick<ProbeAnswer, 'result'>): boolean {
  const isKnown = input.standing === 'hub' || input.token.principal !== undefined;
  if (isKnown || result.kind !== 'refused' || result.isHubsOwn === true) return false;
  return !isCode(result.refusal);
}

/** The repo under the name that a redirect led to: scopes and namespaces are those of its new name. */
export function renamed(repo: RepoRef, movedTo: string | undefined): RepoRef {
  return movedTo === undefined ? repo : { ...repo, id: movedTo };
}

/** A bare name, and a kind without a name, belong to the account itself, which whoami names. */
export function inOwnNamespace({ principal }: TokenStatus, repo: RepoRef): RepoRef | undefined {
  if (namespaceOf(repo) !== undefined) return repo;
  if (principal === undefined) return undefined;
  return { ...repo, id: repo.own === true ? principal.account : `${principal.account}/${repo.id}` };
}

/**
 * The verdict on a repo that was seen, under the name `movedTo` if it has another one now. The route of the files serves
 * an old name without saying that it is one, so before it holds a no against the listed name, the route that does say so
 * is asked.
 */
export function inferFromGrants(
  context: JudgementContext,
  { repo, operation }: RepoOperation,
  movedTo?: string,
): Verdict {
  const { token } = context.input;
  const under = (name: string | undefined) => grantOf(operation, token, renamed(repo, name));
  const grant = under(movedTo);
  const byFile = context.input.answer({ kind: 'file', repo, as: 'token' }) !== undefined;
  if (grant.kind !== 'no' || !byFile || movedTo !== undefined) return fromGrant(grant, movedTo);
  const { movedTo: now } = context.need({ kind: 'exists', repo, as: 'token' });
  return now === undefined ? fromGrant(grant) : fromGrant(under(now), now);
}
