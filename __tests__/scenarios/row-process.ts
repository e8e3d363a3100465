/**
 * Where a call of a built program runs: in a process of its own, or with the other calls of a worker of Jest in one, which is
 * what most rows do (`row-process.mjs`). `PREFLIGHT_PROCESSES=own` gives each call a process (the stage `60-nodes` does).
 */
import { afterAll } from '@jest/globals';
import { ofWorker } from '../support/of-worker';

export interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Call {
  readonly node: string;
  readonly script: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** What stands on standard input; nothing where it is not given. */
  readonly stdin?: string | undefined;
}

/** What Node reads as it starts, and what therefore is there for all calls of a process. */
export type StartedWith = Readonly<Record<string, string | undefined>>;

/** Whether a call may share a process: one that needs what Node reads as it starts has to say that the others of its file need the same. */
export function mayShare({ env }: Call, startsAlike: boolean): boolean {
  return process.env['PREFLIGHT_PROCESSES'] !== 'own' && (startsAlike || Object.keys(startOf(env)).length === 0);
}

/** One call in the process that the calls on this Node share; they take turns. */
export function runShared(call: Call): Promise<Ended> {
  const startedWith = startOf(call.env);
  if (Object.keys(startedWith).length > 0) ofThisFile.add(startedWith);
  return ofWorker.rowProcesses.run(call, startedWith);
}

function startOf(env: Call['env']): StartedWith {
  return Object.fromEntries(Object.entries(env).filter(([name]) => name.startsWith('NODE_')));
}

const ofThisFile = new Set<StartedWith>();
afterAll(() => {
  for (const startedWith of ofThisFile) ofWorker.rowProcesses.endStartedWith(startedWith);
});
