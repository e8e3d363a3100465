/** Runs states through the product, in process and over loopback, and compares them with the oracle. */
import { parsePlan } from '../../src/domain/parse-plan';
import type { Plan } from '../../src/domain/plan';
import type { Check, Report } from '../../src/domain/report/report';
import { spell } from '../../src/domain/hub/repo';
import type { World } from '../../src/simulator/world';
import { runPlan as play } from '../../src/run';
import { closeEndpoints, openEndpoints } from './endpoints';
import { expectationOf, type Expectation } from './oracle';
import { labelOf, nameOf, secretOf, worldOfStates, type State } from './states';
import { UNDECIDABLE } from './undecidable';
import type { EndpointKind } from './dimensions';

/** One state with what was expected and what came out. */
export interface Finding {
  readonly state: State;
  readonly expected: Expectation;
  readonly check: Check;
}

/** What a run over many states came to. */
export interface Agreement {
  readonly states: number;
  readonly plans: number;
  readonly requests: number;
  readonly byOutcome: Readonly<Record<string, number>>;
  /** Outcomes that are not what the Hub would do, and `unknown` outside the declared cells. */
  readonly wrongOutcomes: readonly string[];
  readonly wrongCodes: readonly string[];
  /** A yes that claims to be confirmed where it is inferred, or the other way round. */
  readonly wrongCertainty: readonly string[];
  /** A second witness that says something else than the Hub tells nobody. */
  readonly wrongWitness: readonly string[];
  /** A denied check without a remedy. */
  readonly withoutRemedy: readonly string[];
  /** Of the declared cells: how many states fall into it, and how many of them came out unknown. */
  readonly cells: readonly { readonly name: string; readonly states: number; readonly unknown: number }[];
  /** States in which one code is right, and by reason those in which nothing determines it. */
  readonly determined: number;
  readonly open: readonly { readonly why: string; readonly states: number; readonly codes: readonly string[] }[];
}

/** Runs the states, those that share a token and an endpoint in one plan, and compares each. */
export async function agreementOf(states: readonly State[]): Promise<Agreement> {
  const world = worldOfStates();
  const hubs = await openEndpoints({ world });
  const tally = new Tally();
  try {
    for (const group of groupsOf(states)) {
      const [first] = group;
      if (first === undefined) continue;
      const { endpoint } = hubs[first.endpoint];
      for (const finding of await runPlan(world, group, endpoint)) tally.add(finding);
      tally.plans += 1;
      tally.requests += hubs[first.endpoint].requests.length;
      hubs[first.endpoint].clearRequests();
    }
  } finally {
    await closeEndpoints(hubs);
  }
  return tally.sum();
}

function groupsOf(states: readonly State[]): State[][] {
  const groups = new Map<string, State[]>();
  for (const state of states) {
    const key = `${state.endpoint satisfies EndpointKind} ${labelOf(state)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [state]);
    else group.push(state);
  }
  return [...groups.values()];
}

/** One plan, as an edge would run it; a check for every state, or it throws. */
export async function runPlan(world: World, states: readonly State[], origin: string): Promise<Finding[]> {
  const [first] = states;
  if (first === undefined) return [];
  const secret = secretOf(world, first);
  const lines = states.map(({ repo, operation }) => `${spell(repo).replace(/^(?=[^/]*$)/, 'models/')}:${operation}`);
  const report = await run(planOf(origin, secret, lines.join('\n')));
  const checks = new Map(report.checks.map((check) => [keyOf(check.repo, check.operation), check]));
  return states.map((state) => {
    const check = checks.get(keyOf(state.repo, state.operation));
    if (check === undefined) throw new Error(`no check came out of ${nameOf(state)}`);
    return { state, check, expected: expectationOf(state) };
  });
}

function keyOf(repo: Check['repo'], operation: string): string {
  return `${spell(repo)} ${operation}`;
}

export function planOf(
  endpoint: string,
  secret: string | undefined,
  list: string,
  more: Record<string, string> = {},
): Plan {
  const reading = parsePlan({
    inputs: {
      endpoint,
      retries: '0',
      deadline: '600',
      timeout: '60',
      'least-privilege': 'off',
      'check-runner': 'off',
      ...more,
    },
    listFile: { value: list },
    tokens: [{ source: 'HF_TOKEN', raw: secret }],
    trustHfEndpoint: false,
    certificateChecksOff: false,
  });
  if (reading.kind === 'plan') return reading.plan;
  throw new Error(`a bad line: ${JSON.stringify(reading.problems[0])}`);
}

export function run(plan: Plan): Promise<Report> {
  return play(plan, {
    edge: 'cli',
    env: {},
    folder: process.cwd(),
    ciContext: { notForwarded: false, selfHosted: false, pullRequest: false, serverUrl: 'https://github.com' },
    onSecret: () => undefined,
    onProgress: () => undefined,
    redact: (text) => text,
    holdsSecret: () => false,
  });
}

/** Adds findings up. */
export class Tally {
  plans = 0;
  requests = 0;
  #states = 0;
  #determined = 0;
  readonly #outcomes: Record<string, number> = { allowed: 0, denied: 0, unknown: 0, skipped: 0 };
  readonly #wrongOutcomes: string[] = [];
  readonly #wrongCodes: string[] = [];
  readonly #wrongCertainty: string[] = [];
  readonly #wrongWitness: string[] = [];
  readonly #withoutRemedy: string[] = [];
  readonly #cells = UNDECIDABLE.map((cell) => ({ cell, states: 0, unknown: 0 }));
  readonly #open = new Map<string, { states: number; codes: Set<string> }>();

  add({ state, expected, check }: Finding): void {
    this.#states += 1;
    this.#outcomes[check.outcome] = (this.#outcomes[check.outcome] ?? 0) + 1;
    const cells = this.#cells.filter(({ cell }) => cell.holds(state));
    const isUnknown = check.outcome === 'unknown';
    for (const cell of cells) {
      cell.states += 1;
      cell.unknown += isUnknown ? 1 : 0;
    }
    const told = `${nameOf(state)}: expected ${expected.outcome} ${expected.codes.join('/')}, got ${check.outcome} ${check.code}`;
    if (check.outcome !== expected.outcome && !(isUnknown && cells.length > 0)) this.#wrongOutcomes.push(told);
    else if (!isUnknown && !expected.codes.includes(check.code)) this.#wrongCodes.push(told);
    else if (isUnknown && check.code !== 'probe-unsupported') this.#wrongCodes.push(told);
    const { certainty, withoutToken } = expected;
    const isCertain = certainty === 'either' || check.outcome !== 'allowed' || check.certainty === certainty;
    if (!isCertain) this.#wrongCertainty.push(`${told}, ${check.certainty}`);
    if (check.withoutToken !== undefined && check.withoutToken !== withoutToken) {
      this.#wrongWitness.push(`${told}, without the token ${check.withoutToken}`);
    }
    if (check.outcome === 'denied' && (check.remedy?.text ?? []).length === 0) this.#withoutRemedy.push(told);
    if (isUnknown) return;
    if (expected.open === undefined) this.#determined += 1;
    else this.#leaveOpen(expected.open, check.code);
  }

  #leaveOpen(why: string, code: string): void {
    const entry = this.#open.get(why) ?? { states: 0, codes: new Set<string>() };
    entry.states += 1;
    entry.codes.add(code);
    this.#open.set(why, entry);
  }

  sum(): Agreement {
    return {
      states: this.#states,
      plans: this.plans,
      requests: this.requests,
      byOutcome: { ...this.#outcomes },
      wrongOutcomes: this.#wrongOutcomes,
      wrongCodes: this.#wrongCodes,
      wrongCertainty: this.#wrongCertainty,
      wrongWitness: this.#wrongWitness,
      withoutRemedy: this.#withoutRemedy,
      cells: this.#cells.map(({ cell, states, unknown }) => ({ name: cell.name, states, unknown })),
      determined: this.#determined,
      open: [...this.#open].map(([why, { states, codes }]) => ({ why, states, codes: [...codes].sort() })),
    };
  }
}
