/** Verdicts and facts → the report, each with its sentence. */
import { pagesAt } from '../domain/inputs/endpoint';
import type { Plan } from '../domain/plan';
import { present } from '../domain/basics/present';
import type { Check, Report, ReportShard } from '../domain/report/report';
import type { RepoRef } from '../domain/hub/repo';
import { requirementKey, type Requirement } from '../domain/inputs/requirement';
import { digestOf } from '../domain/inputs/shard';
import type { Verdict } from '../domain/report/verdict';
import { VERSION } from '../domain/version';
import { contextOf, contextsOf, furtherToken, type Findings } from './findings';
import { explainToken, explainVerdict } from './messages';
import type { MessageContext } from './messages/phrases/context';
import { identityRows } from './messages/phrases/identity';
import { noticeOf } from './messages/notices';

function shardOf({ shard }: Plan): ReportShard | undefined {
  if (shard === undefined) return undefined;
  const { index, of, listed } = shard;
  return { index, of, listed: listed.length, digest: digestOf(listed) };
}

/** Assembles the report. */
export function reportOf(given: Findings): Report {
  const pages = given.pages ?? pagesAt(given.plan.endpoint, { isHubShown: false });
  const findings = { ...given, ...present({ pages }) };
  const { plan, ciContext, conclusion, verdicts, connection, network, rateLimit } = findings;
  const context = contextOf(findings);
  const others = contextsOf(findings);
  const contexts = new Map(others.flatMap(({ own, context: theirs }) => own.part.places.map((at) => [at, theirs])));
  const checks = plan.requirements.flatMap((requirement, index) => {
    const verdict = verdicts[index];
    if (verdict === undefined) return [];
    const about = findings.about?.get(requirementKey(requirement));
    return [{ ...checkOf(requirement, verdict, contexts.get(index) ?? context), ...present({ about }) }];
  });
  const tokens = others.flatMap((other) => other.own.part.tokens.map((token) => furtherToken(token, other)));
  return {
    schema: 'hf-auth-preflight/report/v1',
    tool: { version: VERSION },
    ...present({ run: ciContext.run, shard: shardOf(plan) }),
    startedAt: new Date(findings.startedAt).toISOString(),
    elapsedMs: elapsed(findings),
    ...conclusion,
    policies: plan.policies,
    endpoint: plan.endpoint,
    ...present({ pages, docs: ciContext.docs }),
    token: { ...findings.token, ...explainToken(context, plan.credential) },
    ...present({ tokens: tokens.length === 0 ? undefined : tokens, exchange: exchangeOf(findings) }),
    checks,
    runner: findings.runner,
    notices: [
      ...findings.facts.map((fact) => noticeOf(fact, context)),
      ...others.flatMap(({ own, context: theirs }) => own.facts.map((fact) => noticeOf(fact, theirs))),
    ],
    ...present({ connection, network, rateLimit }),
  };
}

/** What was refused, field by field. */
function exchangeOf({ plan: { credential, endpoint }, startedAt }: Findings): Report['exchange'] {
  if (credential.kind !== 'not-exchanged' || credential.failure.kind !== 'refused') return undefined;
  const { resource, claims = {} } = credential.failure;
  return { resource: resource.path, identity: identityRows(claims, endpoint, startedAt) };
}

/** Of a clock that may be set back meanwhile. */
function elapsed({ elapsedMs }: Findings): number {
  return Math.max(0, Math.round(elapsedMs));
}

function checkOf(listed: Requirement, verdict: Verdict, context: MessageContext): Check {
  const requirement = { ...listed, repo: named(listed.repo, context.token) };
  const { outcome, code, certainty, withoutToken, movedTo, evidence } = verdict;
  return {
    repo: told(requirement.repo),
    operation: requirement.operation,
    outcome,
    code,
    certainty,
    ...explainVerdict({ requirement, verdict, run: context }),
    ...present({ withoutToken, movedTo, because: requirement.because, tokenFrom: context.token.variable }),
    sources: requirement.sources,
    evidence,
  };
}

/** What a line leaves to the account is told by its name, as soon as that is known. */
function named(repo: RepoRef, { account }: MessageContext['token']): RepoRef {
  return repo.own === true && account !== undefined ? { ...repo, id: account } : repo;
}

/** In the word of the output `account`. */
function told(repo: RepoRef): RepoRef {
  return repo.id === '' ? { ...repo, id: 'unknown' } : repo;
}
