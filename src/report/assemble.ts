/** Verdicts and facts → the report, each with its sentence. */
import { pagesAt } from '../domain/endpoint';
import type { About } from '../domain/about';
import type { RateLimit } from '../domain/rate-limit';
import type { NoticeFact } from '../domain/notice';
import type { InputEdge } from '../domain/input';
import { listedIn } from '../domain/listing';
import type { Plan } from '../domain/plan';
import type { Policies } from '../domain/policies';
import { present } from '../domain/present';
import type { Check, ConnectionFacts, Counts, Report, ReportShard, RunnerFinding, TokenFacts } from '../domain/report';
import type { Failed, Fault } from '../domain/reply';
import type { RepoRef } from '../domain/repo';
import { requirementKey, type Problem, type Requirement } from '../domain/requirement';
import { digestOf } from '../domain/shard';
import type { CiContext } from '../domain/ci-context';
import type { Verdict } from '../domain/verdict';
import { explainToken, explainVerdict } from './messages';
import type { MessageContext } from './messages/phrases/context';
import { identityRows } from './messages/phrases/identity';
import { noticeOf } from './messages/notices';

/** Everything that a report is made of. `verdicts` are those of `plan.requirements`, in the same order. */
export interface Findings {
  readonly version: string;
  readonly plan: Plan;
  /** Where it was started. */
  readonly edge: InputEdge;
  /** Where the pages are that go with the endpoint, where that is not what its address says. */
  readonly pages?: string;
  readonly ciContext: CiContext;
  /** What replaces all that the endpoint answered, if nothing that it says counts. */
  readonly disbelief?: Failed;
  /** Why nobody knows whose the token is, and what has to be corrected to know it. */
  readonly whoami?: string;
  readonly whoamiFault?: Fault;
  /** The account's organizations. */
  readonly orgs: readonly string[];
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly elapsedMs: number;
  readonly conclusion: Pick<Report, 'result' | 'blocked' | 'blockedBy'> & { readonly counts: Counts };
  readonly token: TokenFacts;
  readonly verdicts: readonly Verdict[];
  readonly runner: readonly RunnerFinding[];
  readonly facts: readonly NoticeFact[];
  /** What repo info says, by the key of the requirement. */
  readonly about?: ReadonlyMap<string, About>;
  readonly connection?: ConnectionFacts;
  readonly rateLimit?: RateLimit;
}

function contextOf(findings: Findings): MessageContext {
  const { plan, edge, ciContext, token, orgs, facts, whoami, whoamiFault, pages, disbelief, verdicts } = findings;
  const { endpoint, policies, credential } = plan;
  const tokenPath = credential.kind === 'missing' ? credential.tokenPath : undefined;
  const failure = credential.kind === 'not-exchanged' ? credential.failure : undefined;
  const exchanged = credential.kind === 'given' ? credential.exchanged : undefined;
  return {
    ...present({ failure, exchanged, tokenPath, whoami, whoamiFault, pages, disbelief }),
    ...present({ needsSeconds: longestNeed(verdicts) }),
    wrongAccount: facts.some(({ code }) => code === 'account-mismatch'),
    requirements: listedIn(plan),
    endpoint,
    edge,
    token,
    ciContext,
    policies,
    orgs,
  };
}

/** One deadline that is enough for all, though each question knows only what was ahead of it. */
function longestNeed(verdicts: readonly Verdict[]): number | undefined {
  const all = verdicts.flatMap(({ detail: { needsSeconds } }) => needsSeconds ?? []);
  return all.length === 0 ? undefined : all.reduce((one, other) => Math.max(one, other));
}

function shardOf({ shard }: Plan): ReportShard | undefined {
  if (shard === undefined) return undefined;
  const { index, of, listed } = shard;
  return { index, of, listed: listed.length, digest: digestOf(listed) };
}

/** Assembles the report. */
export function reportOf(given: Findings): Report {
  const pages = given.pages ?? pagesAt(given.plan.endpoint, { isHubShown: false });
  const findings = { ...given, ...present({ pages }) };
  const { version, plan, ciContext, conclusion, verdicts, connection, rateLimit } = findings;
  const context = contextOf(findings);
  const checks = plan.requirements.flatMap((request, index) => {
    const verdict = verdicts[index];
    const about = findings.about?.get(requirementKey(request));
    return verdict === undefined ? [] : [{ ...checkOf(request, verdict, context), ...present({ about }) }];
  });
  return {
    schema: 'hf-auth-preflight/report/v1',
    tool: { version },
    ...present({ run: ciContext.run, shard: shardOf(plan) }),
    startedAt: new Date(findings.startedAt).toISOString(),
    elapsedMs: elapsed(findings),
    ...conclusion,
    policies: plan.policies,
    endpoint: plan.endpoint,
    ...present({ pages, docs: ciContext.docs }),
    token: { ...findings.token, ...explainToken(context, plan.credential) },
    ...present({ exchange: exchangeOf(findings) }),
    checks,
    runner: findings.runner,
    notices: findings.facts.map((fact) => noticeOf(fact, context)),
    ...present({ connection, rateLimit }),
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
  const request = { ...listed, repo: named(listed.repo, context.token) };
  const { outcome, code, certainty, withoutToken, movedTo, evidence } = verdict;
  return {
    repo: told(request.repo),
    operation: request.operation,
    outcome,
    code,
    certainty,
    ...explainVerdict({ request, verdict, run: context }),
    ...present({ withoutToken, movedTo, because: request.because }),
    sources: request.sources,
    evidence,
  };
}

/** What a line leaves to the account is told by its name, as soon as that is known. */
function named(repo: RepoRef, { account }: TokenFacts): RepoRef {
  return repo.own === true && account !== undefined ? { ...repo, id: account } : repo;
}

/** In the word of the output `account`. */
function told(repo: RepoRef): RepoRef {
  return repo.id === '' ? { ...repo, id: 'unknown' } : repo;
}

/** The report of a run that asked nothing, because its input was invalid. */
export function invalidReport(about: {
  readonly version: string;
  readonly problems: readonly Problem[];
  readonly policies: Policies;
  readonly endpoint: string;
  readonly ciContext: CiContext;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
}): Report {
  const { version, problems, policies, endpoint, ciContext, startedAt } = about;
  return {
    schema: 'hf-auth-preflight/report/v1',
    tool: { version },
    ...present({ run: ciContext.run }),
    startedAt: new Date(startedAt).toISOString(),
    elapsedMs: 0,
    result: 'invalid',
    blocked: true,
    blockedBy: ['invalid'],
    policies,
    endpoint,
    counts: { allowed: 0, denied: 0, unknown: 0, skipped: 0 },
    token: { state: 'unverified' },
    checks: [],
    runner: [],
    notices: [],
    problems,
  };
}
