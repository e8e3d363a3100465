/** `hf-preflight check`: the same engine for other CI and for laptops. */
import { homedir } from 'node:os';
import { text } from 'node:stream/consumers';
import { certificateChecksOff } from '../domain/endpoint';
import { parsePlan } from '../domain/parse-plan';
import type { TokenCandidate } from '../domain/credential';
import type { Plan, RawPlan } from '../domain/plan';
import type { Report } from '../domain/report';
import { progressLogger } from '../report/render/progress';
import { readListFile } from '../runner/files/read';
import { keepLean } from '../runner/lean';
import { readSavedLogin } from '../runner/credentials/saved-login';
import { readCiContext } from '../runner/ci-context';
import { runPlan } from '../run';
import type { Command } from './arguments';
import { exitCodeOf, settle } from './exit-code';
import { outliveReaders } from './terminal';

/** Runs `check` and prints its report; resolves with the exit code. */
export async function check(command: Extract<Command, { kind: 'check' }>): Promise<number> {
  const raw = await collect(command);
  await keepLean(raw);
  const reading = parsePlan(raw);
  if (reading.kind === 'problems') {
    settle(2);
    outliveReaders();
    const { tellProblems } = await import(/* webpackMode: "eager" */ './tell');
    await tellProblems(reading, command);
    return 2;
  }
  // Making the streams takes longer than to begin a check, which writes nothing yet.
  setImmediate(outliveReaders);
  const report = await inspect(reading.plan);
  const code = settle(exitCodeOf(report));
  const { tellReport } = await import(/* webpackMode: "eager" */ './tell');
  await tellReport(report, command);
  return code;
}

async function collect({ inputs, tokenFromStdin }: Extract<Command, { kind: 'check' }>): Promise<RawPlan> {
  const { env } = process;
  const list = inputs.list?.trim() ?? '';
  return {
    inputs,
    tokens: tokenFromStdin ? [{ source: 'stdin', raw: await text(process.stdin) }] : ownTokens(),
    trustHfEndpoint: true,
    certificateChecksOff: certificateChecksOff(env),
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
    ciContext: readCiContext(env),
    onSecret: () => {
      // Nothing here prints a credential, and a terminal has no masking to be told of it.
    },
    // On standard error, so that a report on standard output stays whole.
    onProgress: progressLogger((line) => process.stderr.write(`${line}\n`)),
    preload: () => import(/* webpackMode: "eager" */ './tell'),
  });
}
