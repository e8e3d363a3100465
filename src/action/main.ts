/** One run of the action, from the environment to the exit code. */
import { info, notice, setOutput } from '@actions/core';
import { parsePlan } from '../domain/parse-plan';
import type { Channels, Policies } from '../domain/plan';
import { createRedactor } from '../domain/redact';
import type { Report } from '../domain/report';
import type { Problem } from '../domain/request';
import type { Secret } from '../domain/secret';
import { VERSION } from '../domain/version';
import type { Progress } from '../inquiry';
import { invalidReport } from '../report/assemble';
import { INITIAL_OUTPUTS } from '../report/outputs';
import type { Environment } from '../runner/event';
import { keepLean } from '../runner/lean';
import { planReportPath } from '../runner/report-file';
import { readSurroundings } from '../runner/surroundings';
import { runPlan, type Edge } from '../wiring';
import { tellGitHub } from './github/tell';
import { collectInputs, input } from './inputs';
import { mask, maskCandidates } from './masking';
import { publish, publishFault } from './publish';

/** Runs the action in this process. Never rejects: a fault of our own is told, and its result is `unknown`. */
export async function main(): Promise<void> {
  const { env } = process;
  const secrets = maskCandidates(env);
  try {
    for (const [name, value] of Object.entries(INITIAL_OUTPUTS)) setOutput(name, value);
    await run(env, secrets);
  } catch (error) {
    const blocks = input(env, 'on-unknown')?.trim().toLowerCase() !== 'warn';
    publishFault(error, blocks, createRedactor(secrets));
  }
}

async function run(env: Environment, secrets: Secret[]): Promise<void> {
  const folder = env['GITHUB_WORKSPACE'] ?? process.cwd();
  const edge: Edge = {
    env,
    folder,
    surroundings: readSurroundings(env),
    onSecret: (secret) => {
      mask(secret);
      secrets.push(secret);
    },
    onProgress: tellProgress,
  };
  const raw = collectInputs(env, folder);
  await keepLean(raw);
  const reading = parsePlan(raw);
  const place = planReportPath(input(env, 'report-path'), env, folder);
  const problems = [
    ...(reading.kind === 'problems' ? reading.problems : []),
    ...('problem' in place ? [{ input: 'report-path', rule: place.problem }] : []),
  ];
  const tell = async (report: Report, channels: Channels, at: typeof place): Promise<void> => {
    const redact = createRedactor(secrets);
    const { surroundings } = edge;
    await publish(report, { summary: channels.summary, redact, ...('path' in at ? { place: at } : {}) });
    const unwritten = await tellGitHub(report, { channels, env, surroundings, workspace: folder, redact });
    if (unwritten !== undefined) notice(unwritten, { title: 'Check run or comment not written' });
  };
  if (reading.kind === 'plan' && problems.length === 0) {
    await tell(await runPlan(reading.plan, edge), reading.plan.channels, place);
    return;
  }
  const { policies, endpoint, channels } = reading.kind === 'plan' ? reading.plan : reading;
  const report = refused(problems, { policies, endpoint, edge });
  await tell(report, channels, 'path' in place ? place : planReportPath(undefined, env, folder));
}

function refused(
  problems: readonly Problem[],
  { policies, endpoint, edge }: { policies: Policies; endpoint: string; edge: Edge },
): Report {
  const { surroundings } = edge;
  return invalidReport({ version: VERSION, problems, policies, endpoint, surroundings, startedAt: Date.now() });
}

/** Long lists and waits say that they are alive; short ones do not need to. */
function tellProgress(progress: Progress): void {
  if (progress.kind === 'waiting') {
    const seconds = String(Math.ceil(progress.leftMs / 1000));
    info(`Waiting for ${String(progress.gates)} gate(s) to open; ${seconds} s left`);
  } else if (progress.total >= 200 && progress.done % Math.ceil(progress.total / 10) === 0) {
    info(`${String(progress.done)} of ${String(progress.total)} checked`);
  }
}
