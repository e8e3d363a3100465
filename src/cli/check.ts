/** `hf-preflight check`: the same engine for other CI and for laptops. */
import { homedir } from 'node:os';
import { text } from 'node:stream/consumers';
import { parsePlan } from '../domain/parse-plan';
import type { Plan, PlanResult, RawPlan, TokenCandidate } from '../domain/plan';
import type { Report } from '../domain/report';
import { VERSION } from '../domain/version';
import type { Progress } from '../inquiry';
import { invalidReport } from '../report/assemble';
import { streamJson } from '../report/json';
import { renderProblems } from '../report/problems';
import { renderText } from '../report/text';
import { readListFile } from '../runner/files';
import { keepLean } from '../runner/lean';
import { readSavedLogin } from '../runner/saved-login';
import { readSurroundings } from '../runner/surroundings';
import { runPlan } from '../wiring';
import type { Command } from './arguments';
import { usesColour, writeOut } from './terminal';

/** Runs `check` and prints its report; resolves with the exit code. */
export async function check(command: Extract<Command, { kind: 'check' }>): Promise<number> {
  const raw = await collect(command);
  await keepLean(raw);
  const reading = parsePlan(raw);
  if (reading.kind === 'problems') {
    process.stderr.write(`${renderProblems(reading.problems)}\n`);
    // Whoever parses standard output finds a report there whatever came of the run.
    if (command.json) await writeOut(streamJson(refused(reading)));
    return 2;
  }
  const report = await inspect(reading.plan);
  await writeOut(command.json ? streamJson(report) : [renderText(report, { color: usesColour(process.stdout) })]);
  return exitCodeOf(report);
}

function refused({ problems, policies, endpoint }: Extract<PlanResult, { kind: 'problems' }>): Report {
  const surroundings = readSurroundings(process.env);
  return invalidReport({ version: VERSION, problems, policies, endpoint, surroundings, startedAt: Date.now() });
}

/** 0 does not block, 1 blocked by more than unknowns, 3 blocked by unknowns alone. */
function exitCodeOf({ blocked, blockedBy }: Pick<Report, 'blocked' | 'blockedBy'>): number {
  if (!blocked) return 0;
  return blockedBy.every((reason) => reason === 'unknown') ? 3 : 1;
}

async function collect({ inputs, tokenFromStdin }: Extract<Command, { kind: 'check' }>): Promise<RawPlan> {
  const { env } = process;
  const list = inputs.list?.trim() ?? '';
  return {
    inputs,
    tokens: tokenFromStdin ? [{ source: 'stdin', raw: await text(process.stdin) }] : ownTokens(),
    trustHfEndpoint: true,
    certificateChecksOff: env['NODE_TLS_REJECT_UNAUTHORIZED'] === '0',
    ...(list === '' ? {} : { listFile: readListFile(list, process.cwd()) }),
    ...(env['HF_ENDPOINT'] === undefined ? {} : { hfEndpoint: env['HF_ENDPOINT'] }),
  };
}

function ownTokens(): TokenCandidate[] {
  const { env } = process;
  const saved = readSavedLogin({ env, home: homedir(), folder: process.cwd() });
  return [
    { source: 'HF_TOKEN', raw: env['HF_TOKEN'] },
    { source: 'HUGGING_FACE_HUB_TOKEN', raw: env['HUGGING_FACE_HUB_TOKEN'] },
    { source: 'saved-login', raw: saved.kind === 'text' ? saved.text : undefined },
  ];
}

function inspect(plan: Plan): Promise<Report> {
  const { env } = process;
  return runPlan(plan, {
    env,
    folder: process.cwd(),
    surroundings: readSurroundings(env),
    onSecret: () => {
      // Nothing here prints a credential, and a terminal has no masking to be told of it.
    },
    onProgress: tellProgress,
  });
}

/** On standard error, so that a report on standard output stays whole. */
function tellProgress(progress: Progress): void {
  if (progress.kind === 'waiting') {
    const seconds = String(Math.ceil(progress.leftMs / 1000));
    process.stderr.write(`waiting for ${String(progress.gates)} gate(s) to open; ${seconds} s left\n`);
  } else if (progress.total >= 100 && progress.done % Math.ceil(progress.total / 20) === 0) {
    process.stderr.write(`${String(progress.done)} of ${String(progress.total)} checked\n`);
  }
}
