/** The outside of a run: the real clock, how the endpoint is asked, and the hosts behind it. */
import type { NetworkLook } from './domain/hub/network';
import type { Plan } from './domain/plan';
import type { Clock } from './domain/hub/ports';
import { present } from './domain/basics/present';
import { noProxyOf, proxySetting } from './domain/machine/proxy';
import type { RunContext } from './domain/run-context';
import { VERSION } from './domain/version';
import { createHub, type ReadyHub } from './hub/client';
import { SaidToNobody } from './hub/whoami';

/** The machine's own clock, in milliseconds since 1970; `sleep` ends early where its signal is aborted. */
export const CLOCK: Clock = {
  now: () => Date.now(),
  sleep: async (milliseconds, signal) => {
    // Most runs never sleep.
    const { setTimeout: delay } = await import('node:timers/promises');
    // An abort ends the wait early; whoever waits looks at the signal itself.
    await delay(milliseconds, undefined, present({ signal })).catch(() => undefined);
  },
};

/** To tell what came of a line takes about so long; the deadline is one for the whole run. */
const TELLING_MS_A_LINE = 0.05;

/** How the endpoint is asked, whatever is asked. */
export function wireOf({ env }: Pick<RunContext, 'env'>) {
  const httpsProxy = proxySetting(env)?.value;
  const noProxy = noProxyOf(env);
  const userAgent = `hf-auth-preflight/${VERSION} node/${process.versions.node}`;
  return { clock: CLOCK, userAgent, proxy: present({ httpsProxy, noProxy }) };
}

/** What the hubs of a run share where some lines are asked with a token and others without one; `undefined` in any other run. */
export function saidToNobody({ credential, further }: Plan): SaidToNobody | undefined {
  const isBeside = further?.tokens.some((one) => one.credential.kind === 'given') === true;
  return isBeside && credential.kind === 'missing' ? new SaidToNobody() : undefined;
}

/** Asks with the credential of a plan. */
export function hubFor(plan: Plan, context: RunContext, nobody?: SaidToNobody): ReadyHub {
  const { onProgress, redact, interrupted } = context;
  const { credential, endpoint, requirements } = plan;
  const tellingMs = Math.min(plan.limits.deadlineMs / 4, requirements.length * TELLING_MS_A_LINE);
  const limits = { ...plan.limits, deadlineMs: plan.limits.deadlineMs - tellingMs };
  return createHub({
    ...wireOf(context),
    endpoint,
    limits,
    redact,
    ...present({ secret: credential.kind === 'given' ? credential.secret : undefined, interrupted, nobody }),
    // After the verdicts on the replies that have just come.
    onHold: (hold) => setImmediate(onProgress, { kind: 'held', ...hold }),
  });
}

/**
 * Begins at once to look at the hosts that downloads and uploads need, so that their connections are on their way together with the run's own,
 * over which the list is asked for. Without a token; the list may name no host that has a piece of one in it.
 */
export async function lookAtHosts(
  { endpoint, limits }: Plan,
  context: RunContext,
  hub: ReadyHub,
): Promise<NetworkLook> {
  const list = hub.hostList();
  const { proxy, userAgent } = wireOf(context);
  const over = AbortSignal.timeout(limits.deadlineMs);
  const ended = context.interrupted === undefined ? over : AbortSignal.any([over, context.interrupted]);
  const mayName = (host: string) => context.redact(host) === host;
  const { lookAtNetwork } = await import('./hub/network');
  return lookAtNetwork(list, { endpoint, proxy, userAgent, timeoutMs: limits.timeoutMs, ended, mayName });
}
