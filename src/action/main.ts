/** One run of the action, from the environment to the exit code. */
import { parsePlan } from '../domain/parse-plan';
import type { PlanResult } from '../domain/plan';
import { createRedactor } from '../domain/redact';
import type { Report } from '../domain/report';
import type { Problem } from '../domain/request';
import type { Secret } from '../domain/secret';
import { VERSION } from '../domain/version';
import { INITIAL_OUTPUTS } from '../report/outputs';
import { createTeller } from '../report/progress';
import type { Environment } from '../runner/event';
import { keepLean } from '../runner/lean';
import { planReportPath } from '../runner/report-file';
import { readSurroundings } from '../runner/surroundings';
import { runPlan, type Edge } from '../wiring';
import { publishFault, type Verdict } from './fault';
import { collectInputs, input } from './inputs';
import { mask, maskCandidates } from './masking';
import { info, setOutput } from './toolkit';

/** Is given the verdict as soon as there is one, before anything is told. */
type Settle = (verdict: Verdict) => void;

/** Runs the action in this process. Never rejects: a fault of our own is told, and changes no verdict. */
export async function main(): Promise<void> {
  const { env } = process;
  // A log that nobody takes any more, or that no longer fits on the disk, changes nothing about the verdict.
  process.stdout.on('error', () => undefined);
  const secrets = maskCandidates(env);
  let verdict: Verdict | undefined;
  const settle: Settle = ({ result, blocked }) => {
    verdict = { result, blocked };
    process.exitCode = blocked ? 1 : 0;
  };
  try {
    for (const [name, value] of Object.entries(INITIAL_OUTPUTS)) setOutput(name, value);
    await run(env, secrets, settle);
  } catch (error) {
    const unknownBlocks = input(env, 'on-unknown')?.trim().toLowerCase() !== 'warn';
    publishFault(error, { verdict, unknownBlocks, redact: createRedactor(secrets) });
  }
}

async function run(env: Environment, secrets: Secret[], settle: Settle): Promise<void> {
  const folder = env['GITHUB_WORKSPACE'] ?? process.cwd();
  const edge: Edge = {
    env,
    folder,
    surroundings: readSurroundings(env),
    onSecret: (secret) => {
      mask(secret);
      secrets.push(secret);
    },
    onProgress: createTeller(info),
    meanwhile: () => import(/* webpackMode: "eager" */ './tell'),
  };
  const raw = collectInputs(env, folder);
  await keepLean(raw);
  const reading = parsePlan(raw);
  const place = planReportPath(input(env, 'report-path'), env, folder);
  const problems = [
    ...(reading.kind === 'problems' ? reading.problems : []),
    ...('problem' in place ? [{ input: 'report-path', rule: place.problem }] : []),
  ];
  if (reading.kind === 'plan' && problems.length === 0) {
    const report = await runPlan(reading.plan, edge);
    settle(report);
    const { tell } = await import(/* webpackMode: "eager" */ './tell');
    await tell(report, { edge, secrets, channels: reading.plan.channels, place });
    return;
  }
  settle({ result: 'invalid', blocked: true });
  const { channels } = reading.kind === 'plan' ? reading.plan : reading;
  const { tell } = await import(/* webpackMode: "eager" */ './tell');
  const elsewhere = 'path' in place ? place : planReportPath(undefined, env, folder);
  await tell(await refused(problems, reading, edge), { edge, secrets, channels, place: elsewhere });
}

async function refused(problems: readonly Problem[], reading: PlanResult, { surroundings }: Edge): Promise<Report> {
  const { invalidReport } = await import(/* webpackMode: "eager" */ '../report/assemble');
  const { policies, endpoint } = reading.kind === 'plan' ? reading.plan : reading;
  return invalidReport({ version: VERSION, problems, policies, endpoint, surroundings, startedAt: Date.now() });
}
