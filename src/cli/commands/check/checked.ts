/** The same engine for other CI and for laptops: collect and run. What is published comes after. */
import { homedir } from 'node:os';
import { environmentSecrets, handedSecrets, type TokenCandidate } from '../../../domain/inputs/credential';
import { misnamedTokens } from '../../../domain/machine/credential-inventory';
import { certificateChecksOff } from '../../../domain/inputs/endpoint';
import { INPUTS, PLAN_INPUTS, type PlanInput } from '../../../domain/inputs';
import type { RawPlan } from '../../../domain/plan';
import type { Problem } from '../../../domain/inputs/requirement';
import { present } from '../../../domain/basics/present';
import type { Environment } from '../../../domain/basics/environment';
import type { Report } from '../../../domain/report/report';
import type { RunContext } from '../../../domain/run-context';
import { SeenSecrets } from '../../../domain/text/redact';
import { progressLogger } from '../../../report/render/progress';
import { run } from '../../../run';
import { readCiContext } from '../../../runner/ci-context';
import { identityIn } from '../../../runner/identity';
import { takeEnvironment } from '../../../runner/environment';
import { readSavedLogin, tokenPathFault } from '../../../runner/credentials/saved-login';
import { readListFile } from '../../../runner/files/read';
import type { Arguments } from '../../grammar/command';
import { exitCodeOf } from '../../process/exit-code';
import { interruptible } from '../../process/interrupt';
import { readStdin } from '../../process/stdin';
import { canUpdate, say, showStatus } from '../../process/terminal';

/** One run with the words of the command line, and the exit code that its report has. */
export async function checked(
  given: Arguments,
  more: Pick<RunContext, 'describes' | 'whileWaiting'>,
): Promise<{ readonly report: Report; readonly code: number }> {
  const env = takeEnvironment();
  const raw = await collect(given, env);
  const seen = new SeenSecrets();
  const handed = handedSecrets(raw.tokens.map((token) => token.raw));
  for (const secret of [...handed, ...environmentSecrets(env)]) seen.add(secret);
  const context: RunContext = {
    ...more,
    edge: 'cli',
    env,
    folder: process.cwd(),
    ciContext: readCiContext(env),
    identity: identityIn(env),
    redact: seen.redact,
    holdsSecret: seen.holdsSecret,
    onSecret: (secret) => {
      seen.add(secret);
    },
    onProgress: progressLogger({ write: say, ...(canUpdate() ? { update: showStatus } : {}) }, 'cli'),
  };
  const ended = await interruptible((interrupted) => run(raw, untilInterrupted(context, interrupted)));
  return { report: ended.value, code: ended.code ?? exitCodeOf(ended.value) };
}

/** Once it is interrupted, a run only ends what it has begun: that is no progress. */
function untilInterrupted(context: RunContext, interrupted: AbortSignal): RunContext {
  const onProgress: RunContext['onProgress'] = (progress) => {
    if (!interrupted.aborted) context.onProgress(progress);
  };
  return { ...context, interrupted, onProgress };
}

async function collect(given: Arguments, env: Environment): Promise<RawPlan> {
  const inputs = inputsOf(given);
  const fromStdin = given.flags.has('token-stdin');
  const { listFile, ...listProblem } = await readList(inputs.list?.trim() ?? '', fromStdin);
  const { tokens, ...tokenProblem } = fromStdin ? await tokenFromStdin() : { tokens: ownTokens(env) };
  return {
    inputs,
    tokens,
    trustHfEndpoint: true,
    certificateChecksOff: certificateChecksOff(env),
    problems: [...dashes(given), ...(listProblem.problems ?? []), ...(tokenProblem.problems ?? [])],
    ...present({
      listFile,
      tokenPath: fromStdin ? undefined : tokenPathFault(machine(env)),
      misnamed: fromStdin ? undefined : misnamedTokens(env),
      hfEndpoint: env['HF_ENDPOINT'],
    }),
  };
}

/** Nobody uses this option by accident: if nothing came, the command before the pipe is wrong. */
async function tokenFromStdin(): Promise<Pick<RawPlan, 'tokens' | 'problems'>> {
  const reading = await readStdin();
  const rule = 'rule' in reading ? reading.rule : 'standard input was empty: no token came';
  const isThere = 'value' in reading && reading.value.trim() !== '';
  const tokens: TokenCandidate[] = [{ source: 'stdin', raw: isThere ? reading.value : undefined }];
  return isThere ? { tokens } : { tokens, problems: [{ input: '--token-stdin', rule }] };
}

/** `-` is standard input, which gives one thing only. */
async function readList(list: string, isTaken: boolean): Promise<Pick<RawPlan, 'listFile' | 'problems'>> {
  if (list === '') return {};
  if (list !== '-') return { listFile: readListFile(list, process.cwd()) };
  if (!isTaken) return { listFile: await readStdin() };
  return { problems: [{ input: '--list', rule: 'standard input cannot be both the list and the token' }] };
}

/** In a list a dash is left out, so standard input would be as well. */
function dashes({ operands, lists }: Arguments): Problem[] {
  const isThere = [operands, ...lists.values()].some((words) => words.includes('-'));
  return isThere ? [{ input: 'check', rule: 'an argument is "-": a list on standard input is --list -' }] : [];
}

/** Bare words are models. */
function inputsOf({ operands, lists, values, flags }: Arguments): RawPlan['inputs'] {
  const inputs: Partial<Record<PlanInput, string>> = {};
  // An option of the command's own may have the name of an input that only the Action takes.
  for (const name of PLAN_INPUTS.filter((one) => INPUTS[one].edges.some((edge) => edge === 'cli'))) {
    const words = [...(name === 'models' ? operands : []), ...(lists.get(name) ?? [])];
    const value = values.get(name) ?? (flags.has(name) ? 'true' : words.join('\n'));
    if (value !== '') inputs[name] = value;
  }
  return inputs;
}

const machine = (env: Environment) => ({ env, home: homedir(), folder: process.cwd() });

function ownTokens(env: Environment): TokenCandidate[] {
  const saved = readSavedLogin(machine(env));
  return [
    { source: 'HF_TOKEN', raw: env['HF_TOKEN'] },
    { source: 'HUGGING_FACE_HUB_TOKEN', raw: env['HUGGING_FACE_HUB_TOKEN'] },
    { source: 'saved-login', raw: saved.kind === 'text' && saved.text.trim() !== '' ? saved.text : undefined },
  ];
}
