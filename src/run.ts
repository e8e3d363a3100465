/** Plugs the rooms together for an edge: the real Hub, the real clock, the real runner. */
import { homedir } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import type { Clock, Hub } from './domain/ports';
import type { Plan } from './domain/plan';
import type { Progress } from './domain/progress';
import type { Report } from './domain/report';
import type { Secret } from './domain/text/secret';
import type { CiContext } from './domain/ci-context';
import { VERSION } from './domain/version';
import { createHub } from './hub/client';
import type { Ports, RunnerLook } from './preflight';
import type { Environment } from './domain/environment';

/** What an edge knows. */
export interface Edge {
  readonly env: Environment;
  /** The checkout, or the folder that the command was started in. */
  readonly folder: string;
  readonly ciContext: CiContext;
  /** Is told every credential that is found, before anything else is done with it. */
  readonly onSecret: (secret: Secret) => void;
  readonly onProgress: (progress: Progress) => void;
  /** See {@link Ports}. */
  readonly preload?: () => Promise<unknown>;
}

const CLOCK: Clock = {
  now: () => Date.now(),
  sleep: async (milliseconds, signal) => {
    // An abort ends the wait early; whoever waits looks at the signal itself.
    await delay(milliseconds, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
  },
};

/** Runs a plan on real ports, and closes them. What the first request does not need is loaded while it is on its way. */
export async function runPlan(plan: Plan, edge: Edge): Promise<Report> {
  const hub = hubFor(plan, edge);
  try {
    // Its answer is kept for whoever asks again; the connection begins with it.
    if (plan.credential.kind === 'given') void hub.whoami();
    const { preflight } = await import(/* webpackMode: "eager" */ './preflight');
    return await preflight(plan, portsOf(plan, edge, hub));
  } finally {
    await hub.close();
  }
}

function hubFor({ credential, endpoint, limits }: Plan, { env, onProgress }: Edge): Hub {
  const httpsProxy = env['https_proxy'] ?? env['HTTPS_PROXY'];
  const noProxy = env['no_proxy'] ?? env['NO_PROXY'];
  return createHub({
    endpoint,
    limits,
    clock: CLOCK,
    userAgent: `hf-auth-preflight/${VERSION} node/${process.versions.node}`,
    proxy: { ...(httpsProxy === undefined ? {} : { httpsProxy }), ...(noProxy === undefined ? {} : { noProxy }) },
    ...(credential.kind === 'given' ? { secret: credential.secret } : {}),
    // After the verdicts on the replies that have just come.
    onHold: (hold) => setImmediate(onProgress, { kind: 'held', ...hold }),
  });
}

function portsOf(plan: Plan, edge: Edge, hub: Hub): Ports {
  const { ciContext, onProgress, preload } = edge;
  const look = plan.policies.checkRunner === 'off' ? {} : { look: () => lookAround(plan, edge) };
  return {
    hub,
    clock: CLOCK,
    ciContext,
    progress: onProgress,
    ...(preload === undefined ? {} : { preload }),
    ...look,
  };
}

async function lookAround(plan: Plan, { env, folder, onSecret }: Edge): Promise<RunnerLook> {
  const [{ readInventory }, { predictTools }] = await Promise.all([
    import(/* webpackMode: "eager" */ './runner/credentials/inventory'),
    import(/* webpackMode: "eager" */ './checks/tools'),
  ]);
  const inventory = await readInventory({ env, home: homedir(), workspace: folder, endpoint: plan.endpoint, onSecret });
  return predictTools(inventory, plan.credential, plan.endpoint);
}
