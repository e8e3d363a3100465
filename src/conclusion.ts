/** What a run found, once everything is asked: facts, notices and the result, put into words. */
import { conclude } from './checks/conclude';
import { overprivilege } from './checks/privilege';
import { publisherAvailable } from './checks/publisher-available';
import { lockFacts } from './checks/access-changes';
import { followFacts } from './checks/follow-facts';
import { accountMatch, tokenFacts, tokenNotices } from './checks/token-facts';
import type { TokenStatus } from './checks/access/input';
import { hazardOf, isHub, pagesAt } from './domain/endpoint';
import type { CiContext } from './domain/ci-context';
import type { About } from './domain/about';
import type { InputEdge } from './domain/input';
import { listedIn } from './domain/listing';
import type { Clock, Hub } from './domain/ports';
import type { NoticeFact } from './domain/notice';
import { NOTICES } from './domain/notices';
import type { Plan } from './domain/plan';
import { present } from './domain/present';
import type { ConnectionFacts, Report, RunnerFinding } from './domain/report';
import type { Verdict } from './domain/verdict';
import { VERSION } from './domain/version';
import { reportOf } from './report/assemble';
import { verdictsOf, type TokenRun } from './token-run';

/** Below this share of a rate-limit window the next job on the same account is likely to be stopped. */
const LOW_BUDGET = 0.1;

/** What a look at the runner's credentials found. */
export interface RunnerLook {
  readonly findings: readonly RunnerFinding[];
  readonly facts: readonly NoticeFact[];
}

/** What is around a run. */
export interface Surroundings {
  /** How options are spelled where the report is read. */
  readonly edge: InputEdge;
  readonly hub: Hub;
  readonly clock: Clock;
  readonly ciContext: CiContext;
  /** Settings by which further authorities are trusted. */
  readonly authorities?: readonly string[];
  /** Where the pages are that go with the endpoint, where that is not what it shows itself. */
  readonly pages?: string;
}

/** What was asked and looked at. */
export interface Asked {
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly first: TokenRun;
  readonly further: readonly TokenRun[];
  readonly look: RunnerLook;
  /** What repo info says of every requirement, by its key. */
  readonly about?: ReadonlyMap<string, About> | undefined;
}

/** The report of a run. */
export function concluded(plan: Plan, asked: Asked, ports: Surroundings): Report {
  const { startedAt, look, about } = asked;
  const runs = [asked.first, ...asked.further];
  const connection = connectionOf(plan, ports);
  const isHubShown = runs.some((run) => run.isHubShown);
  const pages = ports.pages ?? pagesAt(plan.endpoint, { isHubShown });
  const first = partFindings(asked.first, ports, pages);
  const further = onePublisher(
    asked.further.map((run) => ({ part: run.part, ...partFindings(run, ports, pages) })),
    first.facts,
  );
  const verdicts = verdictsOf(runs);
  const general = [...listingFacts(plan), ...endpointFacts(plan, connection), ...untrusted(plan, verdicts)];
  const locked = lockFacts(plan, verdicts, about);
  const facts = [...first.facts, ...general, ...locked, ...look.facts, ...budgetFacts(ports.hub)];
  return reportOf({
    version: VERSION,
    plan,
    edge: ports.edge,
    ciContext: ports.ciContext,
    startedAt,
    elapsedMs: ports.clock.now() - startedAt,
    conclusion: conclude({
      plan,
      token: first.token,
      facts: [...facts, ...further.flatMap((one) => one.facts)],
      withheld: ports.ciContext.withheld !== undefined,
      outcomes: verdicts.map(({ outcome }) => outcome),
      account: accountMatch(plan, first.status),
    }),
    ...first,
    ...{ verdicts, runner: look.findings, facts, further },
    ...present({ about, connection, rateLimit: ports.hub.rateLimit(), pages }),
  });
}

/** What is known of a token at the end of the asking. */
function partFindings(
  { part: { plan }, input }: TokenRun,
  { clock, ciContext }: Surroundings,
  pages: string | undefined,
) {
  const { token: status, disbelief } = input;
  return {
    status,
    token: tokenFacts(plan, status, ciContext),
    orgs: status.principal?.orgs.map(({ name }) => name) ?? [],
    facts: [
      ...tokenNotices(plan, status, clock.now()),
      ...excess(plan, status),
      ...spare(plan, status, { ciContext, pages }),
    ],
    ...present({ disbelief, whoami: status.why, whoamiFault: status.fault }),
  };
}

/** That a job could do without a stored token is told once. */
function onePublisher<Part extends { readonly facts: readonly NoticeFact[] }>(
  parts: readonly Part[],
  before: readonly NoticeFact[],
): Part[] {
  let isTold = before.some(isPublisher);
  return parts.map((part) => {
    const facts = isTold ? part.facts.filter((fact) => !isPublisher(fact)) : part.facts;
    isTold ||= facts.some(isPublisher);
    return { ...part, facts };
  });
}

const isPublisher = ({ code }: NoticeFact) => NOTICES[code].once === true;

function excess(plan: Plan, status: TokenStatus): NoticeFact[] {
  const fact = plan.policies.leastPrivilege === 'off' ? undefined : overprivilege(plan, status);
  return fact === undefined ? [] : [fact];
}

/** That a stored token could be done without, where the endpoint is a Hub. */
function spare(
  plan: Plan,
  status: TokenStatus,
  { ciContext, pages }: { readonly ciContext: CiContext; readonly pages: string | undefined },
): NoticeFact[] {
  const fact = pages === undefined ? undefined : publisherAvailable(plan, status, ciContext);
  return fact === undefined ? [] : [fact];
}

/** What may be read and yet does not run. */
function untrusted({ requirements }: Plan, verdicts: readonly Verdict[]): NoticeFact[] {
  const kernels = requirements.flatMap(({ repo }, at) => (verdicts[at]?.detail.isUntrusted === true ? [repo] : []));
  return kernels.length === 0 ? [] : [{ code: 'kernel-untrusted', kernels }];
}

/** What was listed by accident, or not at all. */
function listingFacts(plan: Plan): NoticeFact[] {
  const hidden = (plan.hiddenIds ?? []).map((one): NoticeFact => ({ code: 'comment-hides-id', ...one }));
  const { gaps } = plan;
  const isPartial = gaps !== undefined && (gaps.count > 0 || gaps.isCut);
  const unresolved: NoticeFact[] = isPartial ? [{ code: 'discovery-unresolved', ...gaps }] : [];
  const nothing: NoticeFact[] = listedIn(plan).length === 0 ? [{ code: 'nothing-listed' }] : [];
  return [...nothing, ...hidden, ...unresolved, ...followFacts(plan)];
}

/** The user's own word is no news, unless the answers travel where anybody could change them. */
function endpointFacts(
  { endpoint, endpointFrom: variable }: Plan,
  connection: ConnectionFacts | undefined,
): NoticeFact[] {
  const isOpen = hazardOf(new URL(endpoint), { certificateChecksOff: false }) !== undefined;
  const isNews = !isHub(endpoint) && (variable !== undefined || isOpen);
  return [
    ...(isNews ? [{ code: 'endpoint-not-hub', origin: endpoint, ...present({ variable }) } as const] : []),
    ...(connection === undefined ? [] : [{ code: 'proxy-in-use', ...connection } as const]),
  ];
}

/** Over plain HTTP, which is for this machine, nobody has to vouch for anybody. */
function connectionOf(
  { endpoint }: Plan,
  { hub: { proxy }, authorities = [] }: Surroundings,
): ConnectionFacts | undefined {
  const trusted = endpoint.startsWith('https:') && authorities.length > 0 ? authorities : undefined;
  return proxy === undefined && trusted === undefined ? undefined : present({ proxy, authorities: trusted });
}

function budgetFacts(hub: Hub): NoticeFact[] {
  const window = hub.rateLimit();
  const low = window !== undefined && window.remaining < window.limit * LOW_BUDGET;
  return low ? [{ code: 'rate-limit-low', window }] : [];
}
