/** One run, from the strings of an edge to the report: the real Hub, the real clock, the real runner. */
import { begun } from './domain/basics/begun';
import { handedSecrets } from './domain/inputs/credential';
import { guarded } from './domain/report/guard';
import { furtherAuthorities } from './domain/machine/authorities';
import { deadlineMsOf } from './domain/inputs/limits';
import { proxyUse } from './domain/machine/proxy';
import { parsePlan } from './domain/parse-plan';
import type { Plan, PlanResult, RawPlan } from './domain/plan';
import type { Hub } from './domain/hub/ports';
import { present } from './domain/basics/present';
import type { Report } from './domain/report/report';
import type { RunContext } from './domain/run-context';
import { suspectsIn, variablesIn } from './domain/inputs/token-for';
import type { ReadyHub } from './hub/client';
import { createDeadline } from './hub/http/deadline';
import { preflight, type Ports } from './preflight';
import { dropVariables } from './runner/environment';
import { createTidier } from './runner/memory';
import type { SaidToNobody } from './hub/whoami';
import { CLOCK, hubFor, lookAtHosts, saidToNobody, wireOf } from './wire';

/**
 * Judges the inputs and runs what they ask for. Bad input is a report too (`invalid`), and then nothing is sent. The report
 * holds no secret that has been seen, the last one found on the machine included.
 */
export async function run(raw: RawPlan, context: RunContext): Promise<Report> {
  const ready: Ready = {};
  try {
    const given = await withDiscovered(await withLock(withVariables(raw, context), context), context, ready);
    const reading = parsePlan(given, context);
    if (reading.kind !== 'plan') return guarded(await invalid(reading, context), context.redact);
    return guarded(await runReading(reading.plan, context, ready), context.redact);
  } finally {
    ready.hub?.close();
  }
}

/** A hub that was made before the plan was whole. */
interface Ready {
  hub?: ReadyHub;
  nobody?: SaidToNobody | undefined;
}

/** With the tokens that `token-for` names, which are masked first; and so is what may be one in its place. */
function withVariables(raw: RawPlan, { env, onSecret }: RunContext): RawPlan {
  const text = raw.inputs['token-for'] ?? '';
  if (text.trim() === '') return raw;
  const variables = variablesIn(text, env);
  for (const secret of handedSecrets([...Object.values(variables), ...suspectsIn(text, env)])) onSecret(secret);
  dropVariables(Object.keys(variables));
  return { ...raw, variables };
}

/** With what the input `lock` names, if it is given; a run without it never loads what reads it. */
async function withLock(raw: RawPlan, context: RunContext): Promise<RawPlan> {
  const path = raw.inputs.lock?.trim() ?? '';
  if (path === '' || context.redact(path) !== path) return raw;
  const { readLock } = await import('./lock');
  const { lock, problems = [] } = readLock(path, context);
  return { ...raw, ...present({ lock }), problems: [...(raw.problems ?? []), ...problems] };
}

/** With what the input `discover` finds. The connection is opened meanwhile; nothing is sent on it before the plan is whole. */
async function withDiscovered(raw: RawPlan, context: RunContext, ready: Ready): Promise<RawPlan> {
  const paths = raw.inputs.discover ?? '';
  if (paths.trim() === '' || context.redact(paths) !== paths) return raw;
  const { pathsIn } = await import('./discovery/paths');
  const { found, problems } = pathsIn(paths, context);
  if (problems.length > 0) return { ...raw, problems: [...(raw.problems ?? []), ...problems] };
  const reading = parsePlan({ ...raw, inputs: { ...raw.inputs, 'on-empty': 'pass' } }, context);
  if (reading.kind === 'plan' && reading.plan.keyless === undefined) {
    ready.nobody = saidToNobody(reading.plan);
    ready.hub = hubFor(reading.plan, context, ready.nobody);
    ready.hub.prepare();
  }
  const { discover } = await import('./discovery/for-run');
  // The search is part of the run, and what it finds is to be asked about as well.
  const search = { folder: context.folder, milliseconds: deadlineMsOf(raw.inputs.deadline) / 2 };
  const discovered = await discover(found, search);
  return { ...raw, discovered };
}

async function invalid({ problems, policies, endpoint }: Refused, { ciContext }: RunContext): Promise<Report> {
  const { invalidReport } = await import('./report/invalid');
  return invalidReport({ problems, policies, endpoint, ciContext, startedAt: Date.now() });
}

type Refused = Extract<PlanResult, { kind: 'problems' }>;

/** A keyless run first gets its token, within the deadline of the whole run. */
async function runReading(plan: Plan, context: RunContext, ready: Ready): Promise<Report> {
  const { keyless, limits } = plan;
  if (keyless === undefined) return runPlan(plan, context, ready);
  const { exchanged } = await import('./keyless');
  const deadline = createDeadline(CLOCK, limits.deadlineMs);
  const withToken = await exchanged(plan, keyless, {
    ...wireOf(context),
    limits,
    deadline,
    context,
    ...present({ interrupted: context.interrupted }),
  });
  const deadlineMs = Math.max(1, deadline.remainingMs());
  return runPlan({ ...withToken, limits: { ...limits, deadlineMs } }, context);
}

/** Runs a plan on real ports, and closes them. */
export async function runPlan(given: Plan, context: RunContext, ready: Ready = {}): Promise<Report> {
  const tidy = createTidier();
  const progress: RunContext['onProgress'] = (what) => {
    if (what.kind === 'checked') tidy(what.done, what.total);
    context.onProgress(what);
  };
  const { nobody = saidToNobody(given) } = ready;
  const hub = ready.hub ?? hubFor(given, context, nobody);
  const hubs = [hub];
  const further = (one: Plan) => {
    const own = hubFor(one, context, nobody);
    hubs.push(own);
    return own;
  };
  const hosts = given.policies.network === 'off' ? undefined : begun(lookAtHosts(given, context, hub));
  const network = hosts && (() => hosts);
  const look = given.policies.checkRunner === 'off' ? undefined : () => lookAtRunner(given, context);
  try {
    const plan = given.follows === true ? await withFollowed(given, { hub, hubFor: further }, context) : given;
    return await preflight(plan, {
      ...surroundings(context, plan),
      hub,
      hubFor: further,
      progress,
      ...present({ look, network, describe: describer(plan, { hub, further }, context) }),
    });
  } finally {
    for (const one of hubs) one.close();
  }
}

/** What is around a run, whatever it asks. */
function surroundings({ edge, env, ciContext, pages, interrupted, whileWaiting }: RunContext, { endpoint }: Plan) {
  return {
    clock: CLOCK,
    edge,
    ciContext,
    authorities: furtherAuthorities(env),
    ...present({ pages, interrupted, whileWaiting, proxy: proxyUse(env, new URL(endpoint)) }),
  };
}

async function lookAtRunner(plan: Plan, context: RunContext) {
  const { lookAround } = await import(/* webpackChunkName: "meanwhile" */ './look');
  return lookAround(plan, context);
}

/** With what is listed pulls in; a run that does not follow never loads the rules. */
async function withFollowed(plan: Plan, hubs: Pick<Ports, 'hub' | 'hubFor'>, { redact }: RunContext): Promise<Plan> {
  const { followed } = await import('./following');
  return followed(plan, hubs, redact);
}

/** Repo info is asked for only where a lock is compared or made. */
function describer(plan: Plan, { hub, further }: Hubs, { describes }: RunContext): Ports['describe'] {
  if (plan.lock === undefined && describes !== true) return undefined;
  return async () => (await import('./following/describe')).describe(plan, hub, further);
}

interface Hubs {
  readonly hub: Hub;
  readonly further: (plan: Plan) => Hub;
}
