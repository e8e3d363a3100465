/** One run of the action, from the environment to the exit code. */
import { parsePlan } from '../domain/parse-plan';
import type { PlanResult } from '../domain/plan';
import { createRedactor } from '../domain/text/redact';
import type { Report } from '../domain/report';
import type { Problem } from '../domain/requirement';
import type { Secret } from '../domain/text/secret';
import { VERSION } from '../domain/version';
import { INITIAL_OUTPUTS } from '../report/render/outputs';
import { progressLogger } from '../report/render/progress';
import type { Environment } from '../domain/environment';
import { keepLean } from '../runner/lean';
import { planReportPath } from '../runner/files/report-file';
import { readCiContext } from '../runner/ci-context';
import { runPlan, type Edge } from '../run';
import { publishFault, type Verdict } from './fault';
import { collectInputs } from './inputs';
import { input } from '../runner/action-input';
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
    ciContext: readCiContext(env),
    onSecret: (secret) => {
      mask(secret);
      secrets.push(secret);
    },
    onProgress: progressLogger(info),
    preload: () => import(/* webpackMode: "eager" */ './tell'),
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

async function refused(problems: readonly Problem[], reading: PlanResult, { ciContext }: Edge): Promise<Report> {
  const { invalidReport } = await import(/* webpackMode: "eager" */ '../report/assemble');
  const { policies, endpoint } = reading.kind === 'plan' ? reading.plan : reading;
  return invalidReport({ version: VERSION, problems, policies, endpoint, ciContext, startedAt: Date.now() });
}
