/**
 * Long lists against a Hub that enforces its windows, on a clock that both share: it stands still while anything is
 * under way, and jumps to the end of the next wait when nothing is.
 */
import { setImmediate as turn } from 'node:timers/promises';
import type { Clock } from '../../src/domain/hub/ports';
import { parsePlan } from '../../src/domain/parse-plan';
import type { PlanInput } from '../../src/domain/inputs';
import type { Hold } from '../../src/domain/progress';
import type { Report } from '../../src/domain/report/report';
import { createHub } from '../../src/hub/client';
import { preflight } from '../../src/preflight';
import { progressLogger } from '../../src/report/render/progress';
import { addRepo, addToken, addUser, createWorld } from '../../src/simulator/build';
import type { LoggedRequest } from '../hub-fixture/request-log';
import { startHub } from '../hub-fixture/start';
import type { World } from '../../src/simulator/world';

/** The Hub's own, for every quota (Hub documentation, "Rate limits"). */
export const WINDOW_SECONDS = 300;
const START = Date.parse('2026-11-22T12:00:00Z');
const SURROUNDINGS = { notForwarded: false, selfHosted: false, pullRequest: false, serverUrl: 'https://github.com' };
/** Turns of the event loop without a request, after which nothing is under way. */
const QUIET_TURNS = 50;

export interface LongRun {
  readonly count: number;
  /** What the list asks for: reads have a second route, writes have none. */
  readonly operation: 'read' | 'write';
  readonly quotas: { readonly api: number; readonly resolvers: number };
  /** Whose token asks; the repos are all of `ada`, who asks where nobody is named. */
  readonly asker?: string;
  /** Seconds of the first window that are over when the run starts. */
  readonly late?: number;
  readonly inputs?: Partial<Record<PlanInput, string>>;
  /** Changes the world before the run. */
  readonly prepare?: (world: World) => void;
}

export interface LongRunSeen {
  readonly report: Report;
  readonly requests: number;
  readonly refused: number;
  /** Seconds on the clock that both share. */
  readonly seconds: number;
  /** Requests by window, from the first. */
  readonly api: readonly number[];
  readonly resolvers: readonly number[];
  readonly lines: readonly string[];
  readonly holds: readonly Hold[];
}

export function idOf(index: number): string {
  return `ada/r${String(index)}`;
}

/** Seconds until the last window that a list needs opens, when it starts with a fresh one: whoami is a request too. */
export function fewestSeconds(count: number, requestsAWindow: number): number {
  return (Math.ceil((count + 1) / requestsAWindow) - 1) * WINDOW_SECONDS;
}

/** Runs a preflight of so many repos to its end. */
export async function runLong(run: LongRun): Promise<LongRunSeen> {
  const world = createWorld();
  const { asker = 'ada' } = run;
  for (const name of new Set(['ada', asker])) addUser(world, name);
  const token = addToken(world, 'ci', { power: { kind: 'classic', owner: asker, role: 'write' } });
  const ids = Array.from({ length: run.count }, (_, index) => idOf(index));
  for (const id of ids) addRepo(world, { type: 'model', id });
  run.prepare?.(world);
  const clock = sharedClock(START + (run.late ?? 0) * 1000);
  const hub = await startHub({
    world,
    rateLimits: { enforce: true, quotas: run.quotas, windowSeconds: WINDOW_SECONDS, whoami: 1 },
    now: () => clock.now(),
  });
  const lines: string[] = [];
  const holds: Hold[] = [];
  const plan = planOf({ models: ids.join('\n'), operation: run.operation, endpoint: hub.origin, ...run.inputs }, token);
  const tell = progressLogger({ write: (line) => lines.push(line) }, 'action');
  const port = createHub({
    endpoint: hub.origin,
    limits: plan.limits,
    clock,
    userAgent: 'test',
    // The windows are the Hub's own; what another endpoint is asked besides is not what is counted here.
    speaker: 'hub',
    ...(plan.credential.kind === 'given' ? { secret: plan.credential.secret } : {}),
    onHold: (hold) => {
      holds.push(hold);
      setImmediate(tell, { kind: 'held', ...hold });
    },
  });
  const startedAt = clock.now();
  const driving = clock.drive(() => [hub.inFlight, hub.requests.length]);
  try {
    const report = await preflight(plan, {
      hub: port,
      hubFor: () => port,
      clock,
      edge: 'action',
      ciContext: SURROUNDINGS,
      progress: tell,
    });
    const refused = hub.requests.filter(({ status }) => status === 429).length;
    const seconds = (clock.now() - startedAt) / 1000;
    return { report, requests: hub.requests.length, refused, seconds, ...byWindow(hub.requests), lines, holds };
  } finally {
    clock.stop();
    await driving;
    port.close();
    await hub.close();
  }
}

function byWindow(requests: readonly LoggedRequest[]): Pick<LongRunSeen, 'api' | 'resolvers'> {
  const counts = { api: [] as number[], resolvers: [] as number[] };
  for (const { path, at } of requests) {
    const windows = path.startsWith('/api/') ? counts.api : counts.resolvers;
    const index = Math.floor((at - START) / 1000 / WINDOW_SECONDS);
    windows[index] = (windows[index] ?? 0) + 1;
  }
  return counts;
}

function planOf(inputs: Partial<Record<PlanInput, string>>, token: string) {
  const reading = parsePlan({
    inputs: { 'on-empty': 'pass', 'check-runner': 'off', 'least-privilege': 'off', ...inputs },
    tokens: [{ source: 'input', raw: token }],
    trustHfEndpoint: false,
    certificateChecksOff: false,
  });
  if (reading.kind === 'problems') throw new Error(JSON.stringify(reading.problems.slice(0, 3)));
  return reading.plan;
}

/** `drive` looks at what it is given, `[in flight, so far]`, and moves the time on while both rest. */
function sharedClock(start: number) {
  let now = start;
  let isOver = false;
  const sleepers = new Map<() => void, number>();
  const isQuiet = async (activity: () => [number, number]): Promise<boolean> => {
    const before = String(activity());
    for (let turns = 0; turns < QUIET_TURNS; turns += 1) {
      await turn();
      if (activity()[0] > 0 || String(activity()) !== before) return false;
    }
    return true;
  };
  const clock: Clock = {
    now: () => now,
    sleep: (milliseconds, signal) =>
      new Promise((resolve) => {
        sleepers.set(resolve, now + milliseconds);
        signal?.addEventListener('abort', () => {
          resolve();
        });
      }),
  };
  return {
    ...clock,
    stop: () => {
      isOver = true;
    },
    drive: async (activity: () => [number, number]) => {
      while (!isOver) {
        await turn();
        if (sleepers.size === 0 || !(await isQuiet(activity))) continue;
        const next = Math.min(...sleepers.values());
        now = Math.max(now, next);
        for (const [wake, at] of sleepers) {
          if (at > now) continue;
          sleepers.delete(wake);
          wake();
        }
      }
    },
  };
}
