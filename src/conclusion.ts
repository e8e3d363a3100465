/** What a run found, once everything is asked: facts, notices and the result, put into words. */
import type { ProxyUse } from './domain/machine/proxy';
import { conclude } from './checks/conclude';
import { overprivilege } from './checks/privilege';
import { publisherAvailable } from './checks/publisher-available';
import { lockFacts } from './checks/access-changes';
import { endpointFacts, listingFacts, networkFacts, untrusted } from './checks/run-facts';
import { accountMatch, tokenFacts, tokenNotices } from './checks/token-facts';
import type { TokenStatus } from './checks/access/input';
import { pagesAt } from './domain/inputs/endpoint';
import type { CiContext } from './domain/ci-context';
import type { About } from './domain/report/about';
import type { InputEdge } from './domain/inputs/input';
import type { NetworkLook } from './domain/hub/network';
import type { Clock, Hub } from './domain/hub/ports';
import type { NoticeFact } from './domain/report/notice';
import { NOTICES } from './domain/report/notices';
import type { Plan } from './domain/plan';
import { present } from './domain/basics/present';
import type { ConnectionFacts, Report, RunnerFinding } from './domain/report/report';
import type { Verdict } from './domain/report/verdict';
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
  /** What becomes of the proxy that the environment names. */
  readonly proxy?: ProxyUse;
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
  readonly about?: ReadonlyMap<string, About>;
  /** What came of the look at the hosts. */
  readonly network?: NetworkLook;
}

/** The report of a run. */
export function concluded(plan: Plan, asked: Asked, ports: Surroundings): Report {
  const { startedAt, look, about, network } = asked;
  const connection = connectionOf(plan, ports);
  const runs = [asked.first, ...asked.further];
  const pages = ports.pages ?? pagesAt(plan.endpoint, { isHubShown: runs.some((run) => run.isHubShown) });
  const first = partFindings(asked.first, ports, pages);
  const further = onePublisher(
    asked.further.map((run) => ({ part: run.part, ...partFindings(run, ports, pages) })),
    first.facts,
  );
  const verdicts = verdictsOf(runs);
  const facts = [...first.facts, ...runFacts(plan, asked, { ...ports, verdicts, connection })];
  return reportOf({
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
      furtherMissing: asked.further.some(isLacking),
      outcomes: verdicts.map(({ outcome }) => outcome),
      account: accountMatch(plan, first.status),
    }),
    ...first,
    verdicts,
    runner: look.findings,
    facts,
    further,
    ...present({ about, connection, network, pages }),
    ...present({ rateLimit: ports.hub.rateLimit(), proxy: ports.proxy }),
  });
}

/** What is worth telling of the run as a whole, whatever its tokens are. */
function runFacts(
  plan: Plan,
  { look, about, network }: Asked,
  found: Pick<Surroundings, 'hub' | 'edge'> & {
    readonly verdicts: readonly Verdict[];
    readonly connection: ConnectionFacts | undefined;
  },
): NoticeFact[] {
  const { hub, edge, verdicts, connection } = found;
  return [
    ...listingFacts(plan),
    ...endpointFacts(plan, connection),
    ...untrusted(plan, verdicts),
    ...lockFacts(plan, { verdicts, about, edge }),
    ...look.facts,
    ...networkFacts(network),
    ...budgetFacts(hub),
  ];
}

/** A token that is not there, though lines are to be asked with it. */
const isLacking = ({ part: { plan } }: TokenRun) => plan.credential.kind === 'missing' && plan.requirements.length > 0;

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
