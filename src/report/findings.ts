/** What a run found, and what the sentences about each of its tokens draw on. */
import type { ProxyUse } from '../domain/machine/proxy';
import type { About } from '../domain/report/about';
import type { RateLimit } from '../domain/hub/rate-limit';
import type { NoticeFact } from '../domain/report/notice';
import type { NetworkLook } from '../domain/hub/network';
import type { InputEdge } from '../domain/inputs/input';
import { listedIn } from '../domain/inputs/listing';
import type { Plan } from '../domain/plan';
import { present } from '../domain/basics/present';
import type { ConnectionFacts, Counts, FurtherFacts, Report, RunnerFinding, TokenFacts } from '../domain/report/report';
import type { Failed, Fault } from '../domain/hub/reply';
import type { CiContext } from '../domain/ci-context';
import type { FurtherToken } from '../domain/inputs/token-for';
import type { TokenPart } from '../domain/token-parts';
import type { Verdict } from '../domain/report/verdict';
import { explainToken } from './messages';
import type { MessageContext } from './messages/phrases/context';

/** Everything that a report is made of. `verdicts` are those of `plan.requirements`, in the same order. */
export interface Findings {
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
  /** The same of each further token's part, with its lines' places in the whole list. */
  readonly further?: readonly PartFindings[];
  /** What repo info says, by the key of the requirement. */
  readonly about?: ReadonlyMap<string, About>;
  readonly connection?: ConnectionFacts;
  readonly network?: NetworkLook;
  /** What becomes of the proxy that the environment names. */
  readonly proxy?: ProxyUse;
  readonly rateLimit?: RateLimit;
}

/** What a token's own part of the run came to. */
export interface PartFindings extends Pick<
  Findings,
  'token' | 'orgs' | 'facts' | 'whoami' | 'whoamiFault' | 'disbelief'
> {
  readonly part: TokenPart;
}

type Told = 'plan' | 'edge' | 'ciContext' | 'verdicts' | 'pages' | 'proxy' | Exclude<keyof PartFindings, 'part'>;

/** What the sentences about the lines of a token draw on. */
export function contextOf(findings: Pick<Findings, Told>): MessageContext {
  const { plan, edge, ciContext, token, orgs, facts, whoami, whoamiFault, pages, disbelief, verdicts, proxy } =
    findings;
  const { endpoint, policies, credential } = plan;
  const variable = 'variable' in credential ? credential.variable : undefined;
  const { tokenPath, misnamed } = credential.kind === 'missing' ? credential : {};
  const failure = credential.kind === 'not-exchanged' ? credential.failure : undefined;
  const exchanged = credential.kind === 'given' ? credential.exchanged : undefined;
  return {
    ...present({ failure, exchanged, tokenPath, misnamed, whoami, whoamiFault, pages, disbelief, proxy }),
    ...present({ needsSeconds: longestNeed(verdicts) }),
    wrongAccount: facts.some(({ code }) => code === 'account-mismatch'),
    requirements: listedIn(plan),
    endpoint,
    edge,
    token: { ...token, ...present({ variable }) },
    ciContext,
    policies,
    orgs,
  };
}

/** The run as the lines of each further token see it. */
export function contextsOf(findings: Findings): { readonly context: MessageContext; readonly own: PartFindings }[] {
  const { edge, ciContext, verdicts, pages, proxy } = findings;
  const frame = { edge, ciContext, verdicts, ...present({ pages, proxy }) };
  return (findings.further ?? []).map((own) => ({
    own,
    context: contextOf({ ...frame, ...own, plan: own.part.plan }),
  }));
}

/** One of them for the report. */
export function furtherToken(
  token: FurtherToken,
  { own, context }: ReturnType<typeof contextsOf>[number],
): FurtherFacts {
  return {
    ...own.token,
    ...explainToken(context, own.part.plan.credential),
    source: token.variable,
    pattern: token.patterns.join(', '),
    checks: own.part.places.length,
  };
}

/** One deadline that is enough for all, though each question knows only what was ahead of it. */
function longestNeed(verdicts: readonly Verdict[]): number | undefined {
  const all = verdicts.flatMap(({ detail: { needsSeconds } }) => needsSeconds ?? []);
  return all.length === 0 ? undefined : all.reduce((one, other) => Math.max(one, other));
}
