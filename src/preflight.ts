/**
 * The order of events: ask and judge, look at the runner meanwhile, wait for gates, conclude. What is needed only after the
 * first request has left is loaded then, so that loading it takes no time of its own.
 */
import type { About } from './domain/report/about';
import type { NetworkLook } from './domain/hub/network';
import type { Hub } from './domain/hub/ports';
import type { Plan } from './domain/plan';
import { present } from './domain/basics/present';
import type { Report } from './domain/report/report';
import { partsOf, type TokenPart } from './domain/token-parts';
import type { RunnerLook, Surroundings } from './conclusion';
import type { SessionPorts } from './probe-session';
import { runToken } from './token-run';

/** Every effect of a run, passed in by an edge. */
export interface Ports extends SessionPorts, Surroundings {
  /** What asks with a further token. */
  readonly hubFor: (plan: Plan) => Hub;
  /** Absent under `check-runner: off`. */
  readonly look?: () => Promise<RunnerLook>;
  /** What repo info says of every requirement, by its key; absent where nobody needs it. */
  readonly describe?: () => Promise<ReadonlyMap<string, About>>;
  /** Looks at the hosts that downloads and uploads need; absent under `network: off`. */
  readonly network?: () => Promise<NetworkLook>;
  /** Called as soon as the first request has left: there is time until it is answered. */
  readonly whileWaiting?: () => void;
}

/** Runs a plan. Does not reject for anything that the Hub or the network does: those are verdicts. */
export async function preflight(plan: Plan, ports: Ports): Promise<Report> {
  const startedAt = ports.clock.now();
  const [one, ...others] = partsOf(plan);
  const asker = { ...ports, ...present({ progress: jointProgress(ports.progress, plan.requirements.length) }) };
  const askFurther = (part: TokenPart) => runToken(part, { ...asker, hub: ports.hubFor(part.plan) });
  const asking = Promise.all([runToken(one, asker), Promise.all(others.map(askFurther))]);
  const [[first, further], { concluded, ...seen }] = await Promise.all([asking, meanwhile(asking, ports)]);
  return concluded(plan, { startedAt, first, further, ...seen }, ports);
}

/** The probes come first; the rest goes on while the answers are on their way. */
async function meanwhile(asking: Promise<unknown>, { hub, look, describe, network, whileWaiting }: Ports) {
  await Promise.race([asking, hub.firstRequestSent()]);
  whileWaiting?.();
  const [{ concluded }, looked, about, hosts] = await Promise.all([
    import(/* webpackChunkName: "meanwhile" */ './conclusion'),
    look?.() ?? { findings: [], facts: [] },
    describe?.(),
    network?.(),
  ]);
  return { concluded, look: looked, ...present({ about, network: hosts }) };
}

/** The lines of all tokens are counted together. */
function jointProgress(progress: SessionPorts['progress'], total: number): SessionPorts['progress'] {
  let done = 0;
  return (
    progress &&
    ((one) => {
      if (one.kind === 'checked') done += 1;
      progress(one.kind === 'checked' ? { kind: 'checked', done, total } : one);
    })
  );
}
