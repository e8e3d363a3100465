/** Plugs the rooms together for an edge: the real Hub, the real clock, the real runner. */
import { homedir } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { predictClients, tokensFound } from './checks/sources';
import type { Clock } from './domain/evidence';
import type { Plan } from './domain/plan';
import type { Progress } from './domain/progress';
import type { Report } from './domain/report';
import type { Secret } from './domain/secret';
import type { Surroundings } from './domain/surroundings';
import { VERSION } from './domain/version';
import { createHub } from './hub/client';
import { preflight, type Ports, type RunnerLook } from './preflight';
import { readScene } from './runner/scene';
import type { Environment } from './runner/event';

/** What an edge knows. */
export interface Edge {
  readonly env: Environment;
  /** The checkout, or the folder that the command was started in. */
  readonly folder: string;
  readonly surroundings: Surroundings;
  /** Is told every credential that is found, before anything else is done with it. */
  readonly onSecret: (secret: Secret) => void;
  readonly onProgress: (progress: Progress) => void;
}

const CLOCK: Clock = {
  now: () => Date.now(),
  sleep: async (milliseconds, signal) => {
    // An abort ends the wait early; whoever waits looks at the signal itself.
    await delay(milliseconds, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
  },
};

/** Runs a plan on real ports, and closes them. */
export async function runPlan(plan: Plan, edge: Edge): Promise<Report> {
  const ports = openPorts(plan, edge);
  try {
    return await preflight(plan, ports);
  } finally {
    await ports.hub.close();
  }
}

function openPorts(plan: Plan, edge: Edge): Ports {
  const { credential, endpoint, limits } = plan;
  const { env, surroundings, onProgress } = edge;
  const httpsProxy = env['https_proxy'] ?? env['HTTPS_PROXY'];
  const noProxy = env['no_proxy'] ?? env['NO_PROXY'];
  const hub = createHub({
    endpoint,
    limits,
    clock: CLOCK,
    userAgent: `hf-auth-preflight/${VERSION} node/${process.versions.node}`,
    proxy: { ...(httpsProxy === undefined ? {} : { httpsProxy }), ...(noProxy === undefined ? {} : { noProxy }) },
    ...(credential.kind === 'given' ? { secret: credential.secret } : {}),
    // After the verdicts on the replies that have just come.
    onHold: (hold) => setImmediate(onProgress, { kind: 'held', ...hold }),
  });
  const look = plan.policies.checkRunner === 'off' ? {} : { look: () => lookAround(plan, edge) };
  return { hub, clock: CLOCK, surroundings, progress: onProgress, ...look };
}

async function lookAround(plan: Plan, { env, folder, onSecret }: Edge): Promise<RunnerLook> {
  const scene = await readScene({ env, home: homedir(), workspace: folder, endpoint: plan.endpoint });
  for (const secret of tokensFound(scene)) onSecret(secret);
  return predictClients(scene, plan.credential, plan.endpoint);
}
