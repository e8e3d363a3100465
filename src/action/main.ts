/** One run of the action, from the environment to the exit code. */
import { info, setFailed, setOutput } from '@actions/core';
import type { Plan } from '../domain/plan';
import { parsePlan } from '../domain/parse-plan';
import { createRedactor } from '../domain/redact';
import type { Secret } from '../domain/secret';
import { preflight } from '../preflight';
import type { Progress } from '../inquiry';
import { INITIAL_OUTPUTS } from '../report/outputs';
import { planReportPath } from '../runner/report-file';
import { readSurroundings, type Environment } from '../runner/surroundings';
import { openPorts } from '../wiring';
import { collectInputs } from './inputs';
import { mask, maskCandidates } from './masking';
import { publishFault, publishProblems, publishReport } from './publish';

/** Runs the action in this process. Never rejects: a fault of our own is told, and its result is `unknown`. */
export async function main(): Promise<void> {
  const { env } = process;
  const secrets = maskCandidates(env);
  try {
    for (const [name, value] of Object.entries(INITIAL_OUTPUTS)) setOutput(name, value);
    await run(env, secrets);
  } catch (error) {
    publishFault(error, createRedactor(secrets));
    setFailed('HF Auth Preflight met a fault of its own; nothing is known about the token.');
  }
}

async function run(env: Environment, secrets: Secret[]): Promise<void> {
  const folder = env['GITHUB_WORKSPACE'] ?? process.cwd();
  const reading = parsePlan(collectInputs(env, folder));
  const given = reading.kind === 'plan' ? reading.plan.reportPath : undefined;
  const place = planReportPath(given, env, folder);
  if (reading.kind === 'problems') {
    publishProblems(reading.problems);
    return;
  }
  if ('problem' in place) {
    publishProblems([{ input: 'report-path', rule: place.problem }]);
    return;
  }
  const report = await inspect(reading.plan, { env, folder, secrets });
  await publishReport(report, { plan: reading.plan, place, redact: createRedactor(secrets) });
}

async function inspect(plan: Plan, { env, folder, secrets }: { env: Environment; folder: string; secrets: Secret[] }) {
  const ports = openPorts(plan, {
    env,
    folder,
    surroundings: readSurroundings(env),
    onSecret: (secret) => {
      mask(secret);
      secrets.push(secret);
    },
    onProgress: tellProgress,
  });
  try {
    return await preflight(plan, ports);
  } finally {
    await ports.hub.close();
  }
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
