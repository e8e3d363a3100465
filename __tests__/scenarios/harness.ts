/** Runs the built dist in child processes, with real files where the runner has them, and audits every run. */
import { spawn, type ChildProcess } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { describe, expect } from '@jest/globals';
import { parse } from 'yaml';
import { INITIAL_OUTPUTS } from '../../src/report/render/outputs';
import type { ReportJson } from '../../src/domain/report/report';
import type { Fault } from '../hub-fixture/faults';
import { createDemoWorld, type DemoWorld } from '../../src/simulator/demo-world';
import { startHub, type TestHub, type TestHubOptions } from '../hub-fixture/start';
import { leaks, outputsFor, reportFaults, requestFaults, unsafe } from './audit';
import { readOutputFile, readStream, type Command } from './commands';
import { mayShare, runShared, type Call, type Ended } from './row-process';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** The committed build, or one that lies elsewhere. */
/** What is built. */
export const DIST = process.env['PREFLIGHT_DIST'] ?? join(ROOT, 'dist');
/** Inputs under which a run looks at no other credential and at no rights beyond need, and asks everything once. */
export const QUIET = { 'check-runner': 'off', 'least-privilege': 'off', retries: '0' };
/** The same as options. */
export const QUIET_OPTIONS = Object.entries(QUIET).flatMap(([name, value]) => [`--${name}`, value]);
/** The same, for a report as JSON. */
export const QUIET_JSON = ['--json', ...QUIET_OPTIONS];

const ACTION = join(DIST, 'action/index.js');
const CLI = join(DIST, 'cli/index.js');
const MEGABYTE = 1024 * 1024;
/** Only a child that hangs takes this long; it is ended and fails its test. */
const PATIENCE_MS = 240_000;

/** The Node programs to test on, from `PREFLIGHT_NODES`; this one by default. */
const NODES = (process.env['PREFLIGHT_NODES'] ?? process.execPath).split(delimiter);

/** The same scenarios for every Node. */
export function onEachNode(body: (node: string) => void): void {
  describe.each(NODES)('node %s', body);
}

/** A Hub with the demo's world, for as long as a scenario plays. */
export async function onStage<T>(
  options: Partial<TestHubOptions> & { readonly faults?: readonly Fault[] },
  play: (stage: { hub: TestHub; tokens: DemoWorld['tokens'] }) => Promise<T>,
): Promise<T> {
  const demo = createDemoWorld();
  const hub = await startHub({ world: demo.world, ...options });
  for (const fault of options.faults ?? []) hub.fault(fault);
  try {
    const result = await play({ hub, tokens: demo.tokens });
    expect(requestFaults(hub.requests, { mayExchange: options.issuers !== undefined })).toEqual([]);
    return result;
  } finally {
    await hub.close();
  }
}

/** Variables; `undefined` takes one away. */
type Variables = Readonly<Record<string, string | undefined>>;

interface Spec {
  readonly node: string;
  readonly env?: Variables;
  /** What must show nowhere, besides the tokens that are handed over. */
  readonly secrets?: readonly string[];
  /** What is handed over as a token is a word that anybody may read. */
  readonly isNoSecret?: true;
  /** Files by path, in the home folder. */
  readonly home?: Readonly<Record<string, string>>;
  /** Files by path, in the checkout or the folder that the command runs in. */
  readonly files?: Readonly<Record<string, string>>;
  /** Makes what else there must be before the run. */
  readonly prepare?: (scratch: Scratch) => void;
  /** The Hub to ask. */
  readonly hub?: { readonly origin: string };
  /** Looks at what is left of the run. */
  readonly onEnd?: () => void;
  /** It waits, and so gets a process of its own: the other calls take turns in theirs. */
  readonly waits?: true;
  /** Its `NODE_` variables are those of all calls of the file that have any, which a process can so be started with. */
  readonly startsAlike?: true;
}

export interface ActionSpec extends Spec {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly event?: unknown;
  /** It passes a token on as an output, which is then the one place that shows it. */
  readonly passesOn?: true;
}

export interface CliSpec extends Spec {
  readonly args: readonly string[];
  readonly stdin?: string;
  /** What becomes of standard output: `hangs-up` reads nothing but the first words, as `| head` does. */
  readonly reader?: 'slow' | 'hangs-up';
  /** Sent to the process as soon as this holds of what it has said. */
  readonly signal?: { readonly name: 'SIGHUP' | 'SIGINT' | 'SIGTERM'; readonly when: (stderr: string) => boolean };
}

/** The folders of one run. */
export interface Scratch {
  readonly home: string;
  readonly workspace: string;
  readonly temp: string;
}

export interface ActionRun extends Ended {
  readonly outputs: Readonly<Record<string, string>>;
  /** Every output in the order of writing. */
  readonly written: readonly (readonly [name: string, value: string])[];
  readonly masks: readonly string[];
  readonly annotations: readonly Command[];
  readonly summary: string;
  /** Variables that later steps get. */
  readonly exported: Readonly<Record<string, string>>;
  /** Absent where none was written. */
  readonly report?: ReportJson;
  /** Permission bits of the report. */
  readonly reportMode?: number;
  /** What lies in `RUNNER_TEMP` at the end. */
  readonly left: readonly string[];
}

export interface CliRun extends Ended {
  /** With `--json`. */
  readonly report?: ReportJson;
}

/** One step of a job. Fails the test where anything breaks that must hold of every run. */
export async function runAction(spec: ActionSpec): Promise<ActionRun> {
  const base = mkdtempSync(join(tmpdir(), 'preflight-scenario-'));
  try {
    const scratch = prepare(base, spec);
    const files = join(base, 'files');
    mkdirSync(files);
    const paths = {
      output: join(files, 'output'),
      summary: join(files, 'summary'),
      event: join(files, 'event.json'),
      env: join(files, 'env'),
    };
    writeFileSync(paths.output, '');
    writeFileSync(paths.env, '');
    writeFileSync(paths.summary, '');
    writeFileSync(paths.event, JSON.stringify(spec.event ?? {}));
    const inputs = { ...DEFAULTS, ...(spec.hub === undefined ? {} : { endpoint: spec.hub.origin }), ...spec.inputs };
    const env = { ...runnerEnvironment(scratch, paths), ...inputVariables(inputs), ...spec.env };
    const { node, waits, startsAlike } = spec;
    const ended = await run({ node, script: ACTION, args: [], env, cwd: scratch.workspace, waits, startsAlike });
    spec.onEnd?.();
    const ran = readRun(ended, { paths, temp: scratch.temp, isOutputSet: env['GITHUB_OUTPUT'] === paths.output });
    const given: Variables = { ...env, ...inputs };
    const tokens = spec.isNoSecret === true ? [] : CANDIDATES.flatMap((name) => given[name] ?? []);
    const shown = spec.passesOn === true ? withoutToken(ran) : ran;
    expect([...faultsOf(shown, secretsOf(spec, given)), ...maskFaults(ran, tokens)]).toEqual([]);
    return ran;
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

/** What must be safe: without the colours that were asked for, and the line ends that a diff of a file has as the file has them. */
function shownOf({ args, env }: CliSpec, stdout: string): string {
  const text = env?.['FORCE_COLOR'] === undefined ? stdout : stdout.replace(COLOURS, '');
  return args.includes('--fix') ? text.replaceAll('\r\n', '\n') : text;
}

// eslint-disable-next-line no-control-regex -- what is taken away where colour was asked for
const COLOURS = /\u001b\[\d+m/g;

/** One call of the command line. */
export async function runCli(spec: CliSpec): Promise<CliRun> {
  const base = mkdtempSync(join(tmpdir(), 'preflight-scenario-'));
  try {
    const scratch = prepare(base, spec);
    const endpoint = spec.hub === undefined ? {} : { HF_ENDPOINT: spec.hub.origin };
    const env = { PATH: process.env['PATH'], HOME: scratch.home, TMPDIR: scratch.temp, ...endpoint, ...spec.env };
    const { node, args, stdin, reader, signal, waits, startsAlike } = spec;
    const cwd = scratch.workspace;
    const ended = await run({ node, script: CLI, args, env, cwd, stdin, reader, waits, startsAlike, signal });
    spec.onEnd?.();
    const secrets = secretsOf(spec, { ...env, stdin: stdin ?? '' });
    const isReport = (args[0] === 'check' || args[0] === 'merge') && args.includes('--json');
    const isJson = isReport && ended.exitCode !== 2 && reader !== 'hangs-up';
    const report = isJson ? (JSON.parse(ended.stdout) as ReportJson) : undefined;
    expect([
      ...leaks(`${ended.stdout}\n${ended.stderr}`, secrets),
      ...unsafe('stdout', shownOf(spec, ended.stdout)),
      ...unsafe('stderr', ended.stderr),
      ...(report === undefined ? [] : reportFaults(report)),
    ]).toEqual([]);
    return { ...ended, ...(report === undefined ? {} : { report }) };
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

function prepare(base: string, spec: Spec): Scratch {
  const scratch = { home: join(base, 'home'), workspace: join(base, 'work'), temp: join(base, 'temp') };
  for (const folder of Object.values(scratch)) mkdirSync(folder);
  for (const [folder, files] of [
    [scratch.home, spec.home],
    [scratch.workspace, spec.files],
  ] as const) {
    for (const [path, content] of Object.entries(files ?? {})) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
  }
  spec.prepare?.(scratch);
  return scratch;
}

/** The defaults of action.yml, as the runner would fill them in; what it takes from a context is empty here. */
const DEFAULTS = defaultsOf(readFileSync(join(ROOT, 'action.yml'), 'utf8'));

function defaultsOf(text: string): Record<string, string> {
  const { inputs } = parse(text) as { inputs: Record<string, { default?: string }> };
  return Object.fromEntries(
    Object.entries(inputs).map(([name, input]) => [name, (input.default ?? '').replace(/\$\{\{.*?\}\}/g, '')]),
  );
}

function inputVariables(inputs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]),
  );
}

function runnerEnvironment(
  scratch: Scratch,
  paths: Readonly<Record<'output' | 'summary' | 'event' | 'env', string>>,
): Record<string, string | undefined> {
  return {
    PATH: process.env['PATH'],
    HOME: scratch.home,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: scratch.workspace,
    GITHUB_OUTPUT: paths.output,
    GITHUB_ENV: paths.env,
    GITHUB_STEP_SUMMARY: paths.summary,
    GITHUB_EVENT_PATH: paths.event,
    GITHUB_EVENT_NAME: 'push',
    GITHUB_ACTOR: 'octocat',
    GITHUB_REPOSITORY: 'octo/garden',
    GITHUB_RUN_ID: '4711',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_JOB: 'train',
    GITHUB_WORKFLOW: 'Train',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
    RUNNER_TEMP: scratch.temp,
    RUNNER_ENVIRONMENT: 'github-hosted',
  };
}

/** A run as it would be without the output that it was asked to pass a token on in. */
function withoutToken(ran: ActionRun): ActionRun {
  const written = ran.written.filter(([name]) => name !== 'token');
  return { ...ran, outputs: Object.fromEntries(written), written };
}

interface Handling {
  readonly reader?: CliSpec['reader'];
  readonly waits?: Spec['waits'] | undefined;
  readonly startsAlike?: Spec['startsAlike'] | undefined;
  readonly signal?: CliSpec['signal'];
}

function sendTo(child: ChildProcess, { name, when }: NonNullable<CliSpec['signal']>, said: () => string): void {
  const timer = setInterval(() => {
    if (!when(said())) return;
    clearInterval(timer);
    child.kill(name);
  }, 20);
  child.once('close', () => {
    clearInterval(timer);
  });
}

/** In a process of its own where it waits, or something is to be done to its standard output. */
function run(call: Call & Handling): Promise<Ended> {
  const env = Object.fromEntries(Object.entries(call.env).filter(([, value]) => value !== undefined));
  const isOwn = call.reader !== undefined || call.signal !== undefined || call.waits === true;
  if (!isOwn && mayShare(call, call.startsAlike === true)) return runShared({ ...call, env });
  const child = spawn(call.node, [call.script, ...call.args], { env, cwd: call.cwd, timeout: PATIENCE_MS });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  child.stdin.end(call.stdin ?? '');
  if (call.signal !== undefined) sendTo(child, call.signal, () => Buffer.concat(err).toString('utf8'));
  if (call.reader === 'hangs-up') child.stdout.once('data', () => child.stdout.destroy());
  if (call.reader === 'slow')
    child.stdout.on('data', () => {
      pauseFor(child.stdout, 5);
    });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => {
      resolve({ exitCode, stdout: Buffer.concat(out).toString('utf8'), stderr: Buffer.concat(err).toString('utf8') });
    });
  });
}

function pauseFor(stream: Readable, milliseconds: number): void {
  stream.pause();
  setTimeout(() => stream.resume(), milliseconds);
}

function readRun(
  ended: Ended,
  about: { paths: { output: string; summary: string; env: string }; temp: string; isOutputSet: boolean },
): ActionRun {
  const { commands } = readStream(ended.stdout);
  const written = about.isOutputSet ? readOutputFile(readFileSync(about.paths.output, 'utf8')) : [];
  const outputs = Object.fromEntries(written);
  const path = outputs['report'] ?? '';
  const isThere = path !== '' && existsSync(path);
  return {
    ...ended,
    outputs,
    written,
    masks: commands.filter(({ name }) => name === 'add-mask').map(({ message }) => message),
    annotations: commands.filter(({ name }) => ['error', 'warning', 'notice'].includes(name)),
    summary: readFileSync(about.paths.summary, 'utf8'),
    exported: Object.fromEntries(readOutputFile(readFileSync(about.paths.env, 'utf8'))),
    ...(isThere
      ? { report: JSON.parse(readFileSync(path, 'utf8')) as ReportJson, reportMode: statSync(path).mode & 0o777 }
      : {}),
    left: existsSync(about.temp) ? readdirSync(about.temp).map((name) => basename(name)) : [],
  };
}

/** Whatever was handed over as a token, the one of GitHub too. */
function secretsOf({ secrets = [], isNoSecret }: Spec, given: Variables): string[] {
  const handed = [...CANDIDATES, 'github-token', 'stdin'].flatMap((name) => given[name] ?? []);
  return [...(isNoSecret === true ? [] : handed), ...secrets].filter((secret) => secret.trim() !== '');
}

/** Where the action takes its token from. */
const CANDIDATES = ['token', 'HF_TOKEN', 'HUGGING_FACE_HUB_TOKEN'];

/** Everything about a run that must not be. */
function faultsOf(ran: ActionRun, secrets: readonly string[]): string[] {
  const { stdout, stderr, summary, written, outputs, report, annotations } = ran;
  const lines = stdout.split('\n');
  const isMask = (line: string) => line.startsWith('::add-mask::');
  const unmasked = lines.filter((line) => !isMask(line)).join('\n');
  const told = [unmasked, stderr, summary, JSON.stringify(written), JSON.stringify(report ?? {})];
  const levels = (level: string) => annotations.filter(({ name }) => name === level).length;
  // GitHub's own client says so what it asks for.
  const known = ['add-mask', 'debug', 'error', 'warning', 'notice', ...(written.length === 0 ? ['set-output'] : [])];
  return [
    ...leaks(told.join('\n'), secrets),
    ...unsafe('stdout', unmasked),
    ...unsafe('stderr', stderr),
    ...unsafe('summary', summary),
    ...unsafe('report', textsIn(report).join('\n').replaceAll('\n', ' ')),
    ...[stdout, stderr].flatMap((stream) =>
      readStream(stream).commands.flatMap(({ name, message }) => (known.includes(name) ? [] : [`command ${message}`])),
    ),
    ...(stderr === '' ? [] : ['the action wrote to standard error']),
    ...(levels('error') > 10 || levels('warning') > 10 ? ['more annotations than are shown'] : []),
    ...(Buffer.byteLength(summary) > MEGABYTE ? ['the summary is too long'] : []),
    ...(written.length === 0 ? [] : outputFaults(ran)),
    ...(report === undefined ? [] : reportFaults(report)),
    ...(outputs['blocked'] === undefined || (ran.exitCode !== 0) === (outputs['blocked'] === 'true')
      ? []
      : [`exit code ${String(ran.exitCode)} with blocked ${outputs['blocked']}`]),
  ];
}

/** Masked before anything else is said, whole and in the forms of git and Basic authentication. */
function maskFaults({ stdout, masks }: ActionRun, tokens: readonly string[]): string[] {
  const firstOther = stdout.split('\n').findIndex((line) => !line.startsWith('::add-mask::'));
  const early = readStream(stdout.split('\n').slice(0, firstOther).join('\n')).commands.map(({ message }) => message);
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const long = tokens.map((token) => token.trim()).filter(({ length }) => length >= 8);
  return [
    ...long.flatMap((token) =>
      [token, base64(token), base64(`hf_user:${token}`)].flatMap((form, index) =>
        early.includes(form) ? [] : [`form ${index} was not masked before anything else`],
      ),
    ),
    ...masks.filter((mask) => mask.trim().length < 8).map(() => 'a mask is shorter than 8 characters'),
  ];
}

/** First all of them with their safe values, and at the end all of them again. */
function outputFaults({ written, outputs, report }: ActionRun): string[] {
  const names = Object.keys(INITIAL_OUTPUTS);
  const first = Object.fromEntries(written.slice(0, names.length));
  const expected = report === undefined ? {} : outputsFor(report);
  return [
    ...Object.entries(INITIAL_OUTPUTS).flatMap(([name, value]) =>
      first[name] === value ? [] : [`${name} was not ${value} at first`],
    ),
    ...names.flatMap((name) => (outputs[name]?.trim() === '' ? [`${name} is empty`] : [])),
    ...Object.keys(outputs).flatMap((name) => (names.includes(name) ? [] : [`${name} is no output`])),
    ...Object.entries(expected).flatMap(([name, value]) =>
      outputs[name] === value ? [] : [`${name} is ${outputs[name] ?? 'not set'} and not ${value}`],
    ),
  ];
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
