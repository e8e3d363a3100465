/** One run, from the strings of an edge to the report: the real Hub, the real clock, the real runner. */
import { homedir } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { predictTools } from './checks/tools';
import { handedSecrets } from './domain/credential';
import type { CredentialInventory } from './domain/credential-inventory';
import { guarded } from './domain/guard';
import { furtherAuthorities } from './domain/authorities';
import { deadlineMsOf } from './domain/limits';
import { parsePlan } from './domain/parse-plan';
import type { Plan, PlanResult, RawPlan } from './domain/plan';
import type { Clock, Hub } from './domain/ports';
import { present } from './domain/present';
import type { Report } from './domain/report';
import type { RunContext } from './domain/run-context';
import { suspectsIn, variablesIn } from './domain/token-for';
import { VERSION } from './domain/version';
import { createHub } from './hub/client';
import { createDeadline, type Deadline } from './hub/http/deadline';
import { preflight, type Ports, type RunnerLook } from './preflight';
import { invalidReport } from './report/assemble';
import { readInventory } from './runner/credentials/inventory';
import { createTidier } from './runner/memory';

const CLOCK: Clock = {
  now: () => Date.now(),
  sleep: async (milliseconds, signal) => {
    // An abort ends the wait early; whoever waits looks at the signal itself.
    await delay(milliseconds, undefined, present({ signal })).catch(() => undefined);
  },
};

/**
 * Judges the inputs and runs what they ask for. Bad input is a report too (`invalid`), and then nothing is sent. The report
 * holds no secret that has been seen, the last one found on the machine included.
 */
export async function run(raw: RawPlan, context: RunContext): Promise<Report> {
  const deadline = createDeadline(CLOCK, deadlineMsOf(raw.inputs.deadline));
  const reading = parsePlan(await withFiles(withVariables(raw, context), context), context);
  const report =
    reading.kind === 'plan'
      ? await runReading(begun(reading.plan, raw, deadline), context)
      : invalidReport(aboutInvalid(reading, context));
  return guarded(report, context.redact);
}

/** A search of files is part of the run. */
function begun(plan: Plan, { inputs }: RawPlan, deadline: Deadline): Plan {
  if ((inputs.discover ?? '').trim() === '') return plan;
  return { ...plan, limits: { ...plan.limits, deadlineMs: Math.max(1, deadline.remainingMs()) } };
}

/** With the tokens that `token-for` names, which are masked first; and so is what may be one in its place. */
function withVariables(raw: RawPlan, { env, onSecret }: RunContext): RawPlan {
  const text = raw.inputs['token-for'] ?? '';
  if (text.trim() === '') return raw;
  const variables = variablesIn(text, env);
  for (const secret of handedSecrets([...Object.values(variables), ...suspectsIn(text, env)])) onSecret(secret);
  return { ...raw, variables };
}

/** With what the inputs `discover` and `lock` name, if they are given; a run without them never loads what reads these. */
async function withFiles(raw: RawPlan, context: RunContext): Promise<RawPlan> {
  const path = raw.inputs.lock?.trim() ?? '';
  if (path === '' || context.redact(path) !== path) return withDiscovered(raw, context);
  const { readLock } = await import('./lock');
  const { lock, problems = [] } = readLock(path, context);
  return withDiscovered({ ...raw, ...present({ lock }), problems: [...(raw.problems ?? []), ...problems] }, context);
}

async function withDiscovered(raw: RawPlan, context: RunContext): Promise<RawPlan> {
  const paths = raw.inputs.discover ?? '';
  if (paths.trim() === '' || context.redact(paths) !== paths) return raw;
  const { discover } = await import('./discovery/for-run');
  // What is found is to be asked about as well.
  const milliseconds = deadlineMsOf(raw.inputs.deadline) / 2;
  const { problems, discovered } = discover(paths, { ...context, milliseconds });
  return { ...raw, ...present({ discovered }), problems: [...(raw.problems ?? []), ...problems] };
}

function aboutInvalid({ problems, policies, endpoint }: Refused, { ciContext }: RunContext) {
  return { version: VERSION, problems, policies, endpoint, ciContext, startedAt: Date.now() };
}

type Refused = Extract<PlanResult, { kind: 'problems' }>;

/** A keyless run first gets its token, within the deadline of the whole run. */
async function runReading(plan: Plan, context: RunContext): Promise<Report> {
  const { keyless, limits } = plan;
  if (keyless === undefined) return runPlan(plan, context);
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
export async function runPlan(given: Plan, context: RunContext): Promise<Report> {
  const { edge, env, ciContext, onProgress, pages, interrupted } = context;
  const tidy = createTidier();
  const progress: RunContext['onProgress'] = (what) => {
    if (what.kind === 'checked') tidy(what.done, what.total);
    onProgress(what);
  };
  const hub = hubFor(given, context);
  const hubs = [hub];
  const further = (one: Plan) => {
    const own = hubFor(one, context);
    hubs.push(own);
    return own;
  };
  const look = given.policies.checkRunner === 'off' ? undefined : () => lookAround(given, context);
  try {
    const plan = given.follows === true ? await withFollowed(given, hub, context) : given;
    return await preflight(plan, {
      hub,
      hubFor: further,
      clock: CLOCK,
      edge,
      ciContext,
      progress,
      authorities: furtherAuthorities(env),
      ...present({ look, pages, interrupted, describe: describer(plan, hub, context) }),
    });
  } finally {
    await Promise.all(hubs.map((one) => one.close()));
  }
}

/** With what is listed brings along; a run that does not follow never loads the rules. */
async function withFollowed(plan: Plan, hub: Hub, { redact }: RunContext): Promise<Plan> {
  const { followed } = await import('./following');
  return followed(plan, hub, redact);
}

/** Repo info is asked for only where a lock is compared or made. */
function describer(plan: Plan, hub: Hub, { describes }: RunContext): Ports['describe'] {
  if (plan.lock === undefined && describes !== true) return undefined;
  return async () => (await import('./following/describe')).describe(plan, hub);
}

/** To tell what came of a line takes about so long; the deadline is one for the whole run. */
const TELLING_MS_A_LINE = 0.05;

/** How the endpoint is asked, whatever is asked. */
function wireOf({ env }: Pick<RunContext, 'env'>) {
  const first = (...names: readonly string[]) =>
    names.map((name) => env[name]).find((value) => (value ?? '').trim() !== '');
  // In the order of curl; a variable that is set and blank names none.
  const httpsProxy = first('https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY');
  const noProxy = first('no_proxy', 'NO_PROXY');
  const userAgent = `hf-auth-preflight/${VERSION} node/${process.versions.node}`;
  return { clock: CLOCK, userAgent, proxy: present({ httpsProxy, noProxy }) };
}

function hubFor(plan: Plan, context: RunContext): Hub {
  const { onProgress, redact, interrupted } = context;
  const { credential, endpoint, requirements } = plan;
  const tellingMs = Math.min(plan.limits.deadlineMs / 4, requirements.length * TELLING_MS_A_LINE);
  const limits = { ...plan.limits, deadlineMs: plan.limits.deadlineMs - tellingMs };
  return createHub({
    ...wireOf(context),
    endpoint,
    limits,
    redact,
    ...present({ secret: credential.kind === 'given' ? credential.secret : undefined, interrupted }),
    // After the verdicts on the replies that have just come.
    onHold: (hold) => setImmediate(onProgress, { kind: 'held', ...hold }),
  });
}

async function lookAround(plan: Plan, { env, folder, onSecret }: RunContext): Promise<RunnerLook> {
  const { endpoint, credential } = plan;
  const inventory = await readInventory({ env, home: homedir(), workspace: folder, endpoint, onSecret });
  return predictTools(withPassedOn(inventory, plan), credential);
}

/** Later steps find the exchanged token in the variable that it is passed on as, whatever is in there now. */
function withPassedOn(inventory: CredentialInventory, { credential, keyless }: Plan): CredentialInventory {
  const isThere = credential.kind === 'given' && credential.exchanged !== undefined && keyless?.exportToken === 'env';
  return isThere ? { ...inventory, variables: { ...inventory.variables, HF_TOKEN: credential.secret } } : inventory;
}
