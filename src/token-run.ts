/** What one token comes to: its lines asked and judged, the gates waited for, and a few files asked for. */
import { likelyFiles } from './checks/access/likely-files';
import type { JudgementInput } from './checks/access/input';
import { judging } from './checks/access/load-judging';
import { isHub } from './domain/inputs/endpoint';
import { asksNothing, type Plan } from './domain/plan';
import type { Probe } from './domain/hub/probe';
import type { TokenPart } from './domain/token-parts';
import type { Verdict } from './domain/report/verdict';
import { ProbeSession, type SessionPorts } from './probe-session';

/** A part that has been asked about. */
export interface TokenRun {
  readonly part: TokenPart;
  readonly input: JudgementInput;
  /** Of the part's lines, in their order. */
  readonly verdicts: readonly Verdict[];
  readonly isHubShown: boolean;
}

/** Asks about the lines of one token. Does not reject for anything that the Hub or the network does. */
export async function runToken(part: TokenPart, ports: SessionPorts): Promise<TokenRun> {
  const session = new ProbeSession(part.plan, ports);
  const asking = session.judgeAll();
  const [{ input, verdicts }] = await Promise.all([asking, ...early(part.plan).map((probe) => session.ask(probe))]);
  await session.waitForGates(input, verdicts);
  const { afterFiles, filesToAsk } = await judging();
  const outcome = { requirements: part.plan.requirements, input, verdicts };
  await Promise.all(filesToAsk(outcome).map((probe) => session.ask(probe)));
  return { part, input, verdicts: afterFiles(outcome), isHubShown: session.isHubShown(input) };
}

/** What an endpoint that is not the Hub is asked depends on what its whoami shows, so nothing is asked there beforehand. */
function early(plan: Plan): Probe[] {
  if (!isHub(plan.endpoint) || asksNothing(plan)) return [];
  return likelyFiles(plan.requirements, plan.credential.kind === 'given' ? 'token' : 'nobody');
}

/** The verdicts of all parts, in the order of the whole list. */
export function verdictsOf(runs: readonly TokenRun[]): Verdict[] {
  const placed = runs.flatMap(({ part: { places }, verdicts }) =>
    verdicts.map((verdict, index) => ({ verdict, place: places[index] ?? 0 })),
  );
  return placed.sort((one, other) => one.place - other.place).map(({ verdict }) => verdict);
}
