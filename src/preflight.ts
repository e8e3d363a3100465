/** The order of events: ask and judge, wait for gates, look at the runner, conclude, put everything into words. */
import { conclude } from './checks/conclude';
import { overprivilege } from './checks/privilege';
import { publisherAvailable } from './checks/publisher-available';
import { accessChanges } from './checks/access-changes';
import { accountMatch, tokenFacts, tokenNotices } from './checks/token-facts';
import type { TokenStatus } from './checks/access/input';
import { hazardOf, isHub, pagesAt } from './domain/endpoint';
import type { CiContext } from './domain/ci-context';
import type { About } from './domain/about';
import type { InputEdge } from './domain/input';
import { listedIn } from './domain/listing';
import type { Hub } from './domain/ports';
import type { NoticeFact } from './domain/notice';
import type { Plan } from './domain/plan';
import { present } from './domain/present';
import type { ConnectionFacts, Report, RunnerFinding } from './domain/report';
import { requirementKey } from './domain/requirement';
import type { Verdict } from './domain/verdict';
import { VERSION } from './domain/version';
import { reportOf } from './report/assemble';
import { ProbeSession, type SessionPorts } from './probe-session';

/** Below this share of a rate-limit window the next job on the same account is likely to be stopped. */
const LOW_BUDGET = 0.1;

/** What a look at the runner's credentials found. */
export interface RunnerLook {
  readonly findings: readonly RunnerFinding[];
  readonly facts: readonly NoticeFact[];
}

/** Every effect of a run, passed in by an edge. */
export interface Ports extends SessionPorts {
  /** How options are spelled where the report is read. */
  readonly edge: InputEdge;
  /** Absent under `check-runner: off`. */
  readonly look?: () => Promise<RunnerLook>;
  /** What repo info says of every requirement, by its key; absent where nobody needs it. */
  readonly describe?: () => Promise<ReadonlyMap<string, About>>;
  /** Settings by which further authorities are trusted. */
  readonly authorities?: readonly string[];
  /** Where the pages are that go with the endpoint, where that is not what it shows itself. */
  readonly pages?: string;
}

/** Runs a plan. Does not reject for anything that the Hub or the network does: those are verdicts. */
export async function preflight(plan: Plan, ports: Ports): Promise<Report> {
  const startedAt = ports.clock.now();
  const session = new ProbeSession(plan, ports);
  const judging = session.judgeAll();
  // The probes come first; the rest goes on while the answers are on their way.
  const afterFirstRequest = Promise.race([judging, ports.hub.firstRequestSent()]);
  const [{ input, verdicts }, about, look] = await Promise.all([
    judging,
    afterFirstRequest.then(() => ports.describe?.()),
    afterFirstRequest.then(() => ports.look?.() ?? { findings: [], facts: [] }),
  ]);
  const { token: status } = input;
  await session.waitForGates(input, verdicts);
  const connection = connectionOf(plan, ports);
  const pages = ports.pages ?? pagesAt(plan.endpoint, { isHubShown: session.isHubShown(input) });
  const known = [...factsOf(plan, ports, { status, connection, pages }), ...untrusted(plan, verdicts)];
  const facts = [...known, ...lockFacts(plan, verdicts, about), ...look.facts, ...budgetFacts(ports.hub)];
  const token = tokenFacts(plan, status, ports.ciContext);
  return reportOf({
    version: VERSION,
    plan,
    edge: ports.edge,
    ciContext: ports.ciContext,
    orgs: status.principal?.orgs.map(({ name }) => name) ?? [],
    startedAt,
    elapsedMs: ports.clock.now() - startedAt,
    conclusion: conclude({
      plan,
      token,
      facts,
      withheld: ports.ciContext.withheld !== undefined,
      outcomes: verdicts.map(({ outcome }) => outcome),
      account: accountMatch(plan, status),
    }),
    ...{ token, verdicts, runner: look.findings, facts },
    ...present({ about, connection, rateLimit: ports.hub.rateLimit(), pages, disbelief: input.disbelief }),
    ...present({ whoami: status.why, whoamiFault: status.fault }),
  });
}

/** What is known at the end of the asking. */
interface RunKnowledge {
  readonly status: TokenStatus;
  readonly connection: ConnectionFacts | undefined;
  readonly pages: string | undefined;
}

/** What whoami, the list and the endpoint give rise to. */
function factsOf(plan: Plan, { clock, ciContext }: Ports, { status, connection, pages }: RunKnowledge): NoticeFact[] {
  return [
    ...tokenNotices(plan, status, clock.now()),
    ...excess(plan, status),
    ...spare(plan, status, { ciContext, pages }),
    ...listingFacts(plan),
    ...endpointFacts(plan, connection),
  ];
}

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

/** What is no longer so as at the last green run. */
function lockFacts({ lock, requirements }: Plan, verdicts: readonly Verdict[], about?: Abouts): NoticeFact[] {
  if (lock === undefined) return [];
  const lines = requirements.flatMap((request, index) => {
    const verdict = verdicts[index];
    return verdict === undefined ? [] : [{ ...verdict, request, ...present({ about: about?.get(requirementKey(request)) }) }]; // prettier-ignore
  });
  return accessChanges(lock, lines);
}

type Abouts = ReadonlyMap<string, About>;

/** What following could not tell, and the code that it found. */
function followFacts({ followed }: Plan): NoticeFact[] {
  if (followed === undefined) return [];
  const { doubts, isCut, code: uses } = followed;
  return [
    ...(doubts.length > 0 || isCut ? [{ code: 'follow-unresolved', doubts, isCut } as const] : []),
    ...(uses.length > 0 ? [{ code: 'remote-code', uses } as const] : []),
  ];
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
function connectionOf({ endpoint }: Plan, { hub: { proxy }, authorities = [] }: Ports): ConnectionFacts | undefined {
  const trusted = endpoint.startsWith('https:') && authorities.length > 0 ? authorities : undefined;
  return proxy === undefined && trusted === undefined ? undefined : present({ proxy, authorities: trusted });
}

function budgetFacts(hub: Hub): NoticeFact[] {
  const window = hub.rateLimit();
  const low = window !== undefined && window.remaining < window.limit * LOW_BUDGET;
  return low ? [{ code: 'rate-limit-low', window }] : [];
}
