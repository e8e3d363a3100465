/** The built program against a hostile Hub on a hostile machine, as a process: everything that it leaves is judged, its exit code too. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Report, ReportJson } from '../../src/domain/report/report';
import { LINES, secrets, violations, type Played } from './hostile';
import { startHostileApi, type HostileApi } from './hostile-github';
import { PLANTED, plant, type HostileMachine } from './hostile-machine';
import type { HostileHub } from './hostile-replies';
import type { HostileServer } from './hostile-server';

const DIST = process.env['PREFLIGHT_DIST'] ?? fileURLToPath(new URL('../../dist', import.meta.url));
/** Only a process that hangs takes so long. */
const PATIENCE_MS = 120_000;

export interface DistCase {
  readonly hub: HostileHub;
  readonly token: string;
  readonly machine: HostileMachine;
}

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly elapsedMs: number;
}

/** Everything in such a run that must never be; empty when all is well. `dist`: a broken one, for the self-check. */
export async function playDist(
  server: HostileServer,
  { hub, token, machine }: DistCase,
  dist = DIST,
): Promise<readonly string[]> {
  server.play(hub, token);
  const strayedBefore = server.strayed;
  const base = mkdtempSync(join(tmpdir(), 'preflight-hostile-'));
  const api = machine.github && (await startHostileApi(machine.github, server.elsewhere));
  try {
    const folders = prepare(base, machine, server.ca);
    const edge = EDGES[machine.edge];
    const call = edge.call({ folders, machine, server, token, api });
    const ended = await run({ script: join(dist, machine.edge, 'index.js'), cwd: folders.work, ...call });
    const left = edge.read(ended, folders);
    if (left.report === undefined) return [`no report: exit ${String(ended.code)}: ${ended.stderr.slice(0, 300)}`];
    const played: Played = {
      report: asReport(left.report),
      sent: server.sent,
      token,
      origin: server.origin,
      texts: { ...left.texts, public: (api?.bodies ?? []).map(writtenIn).join('\n') },
      elapsedMs: ended.elapsedMs,
      strayed: server.strayed - strayedBefore,
    };
    return [
      ...violations(played),
      ...Object.values(PLANTED).flatMap((secret) => secrets({ ...played, token: secret })),
      ...wrongExit(ended, left, machine),
      ...wrongLists(left),
      ...(api?.foreign ?? []).map(() => 'GitHub was sent another credential'),
      ...server.foreign.map((what) => `the Hub was sent another credential: ${what.slice(0, 200)}`),
    ];
  } finally {
    await api?.close();
    rmSync(base, { recursive: true, force: true });
  }
}

type Folders = Readonly<Record<'home' | 'work' | 'temp' | 'ca' | 'output' | 'summary' | 'event' | 'report', string>>;

function prepare(base: string, { files }: HostileMachine, ca: string): Folders {
  const at = (name: string) => join(base, name);
  const folders = {
    home: at('home'),
    work: at('work'),
    temp: at('temp'),
    ca: at('ca.pem'),
    output: at('output'),
    summary: at('summary'),
    event: at('event.json'),
    report: at('temp/report.json'),
  };
  for (const folder of [folders.home, folders.work, folders.temp]) mkdirSync(folder);
  writeFileSync(folders.ca, ca);
  writeFileSync(folders.output, '');
  writeFileSync(folders.summary, '');
  writeFileSync(at('secret'), `machine localhost login ada password ${PLANTED.login}\n${PLANTED.token}\n`);
  writeFileSync(folders.event, JSON.stringify({ pull_request: { number: 7, head: { sha: 'a'.repeat(40) } } }));
  plant(folders.home, files, at('secret'));
  return folders;
}

interface About {
  readonly folders: Folders;
  readonly machine: HostileMachine;
  readonly server: HostileServer;
  readonly token: string;
  readonly api: HostileApi | undefined;
}

interface Call {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** What is left of a run. */
interface Left {
  readonly report: ReportJson | undefined;
  readonly outputs: Readonly<Record<string, string>>;
  readonly texts: Omit<Played['texts'], 'public'>;
}

const LIMITS = { deadline: '3', timeout: '1', retries: '1' };

const EDGES: Readonly<
  Record<HostileMachine['edge'], { call: (about: About) => Call; read: (ended: Ended, folders: Folders) => Left }>
> = {
  action: {
    call: ({ folders, machine, server, token, api }) => {
      const inputs = {
        token,
        endpoint: server.origin,
        models: LINES.join('\n'),
        'report-path': folders.report,
        ...LIMITS,
        'on-denied': machine.onDenied,
        'on-unknown': machine.onUnknown,
        summary: machine.summary,
        ...(api && { 'check-run': 'true', comment: 'true', 'github-token': PLANTED.github }),
      };
      const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
      return {
        args: [],
        env: {
          ...machineEnvironment(folders),
          ...(Object.fromEntries(given) as Record<string, string>),
          GITHUB_ACTIONS: 'true',
          GITHUB_WORKSPACE: folders.work,
          RUNNER_TEMP: folders.temp,
          GITHUB_OUTPUT: folders.output,
          GITHUB_STEP_SUMMARY: folders.summary,
          GITHUB_EVENT_PATH: folders.event,
          GITHUB_EVENT_NAME: 'pull_request',
          GITHUB_REPOSITORY: 'octo/garden',
          GITHUB_JOB: 'train',
          GITHUB_SHA: '0'.repeat(40),
          GITHUB_RUN_ID: '1',
          GITHUB_SERVER_URL: 'https://github.com',
          ...(api && { GITHUB_API_URL: api.origin }),
        },
      };
    },
    read: (ended, { output, summary, report }) => {
      const lines = ended.stdout.split('\n');
      const commands = lines.flatMap((line) => commandIn(line) ?? []);
      const outputs = outputsIn(readFileSync(output, 'utf8'));
      const json = textAt(report);
      const text = [...lines.filter((line) => commandIn(line) === undefined), ended.stderr].join('\n');
      return {
        report: reportIn(json),
        outputs,
        texts: {
          text,
          colour: '',
          json,
          summary: readFileSync(summary, 'utf8'),
          annotations: commands
            .filter(({ name }) => name !== 'add-mask')
            .map(({ title, message }) => JSON.stringify({ title, message }))
            .join('\n'),
          outputs: Object.entries(outputs)
            .map((pair) => JSON.stringify(pair))
            .join('\n'),
        },
      };
    },
  },
  cli: {
    call: ({ folders, machine, server, token }) => ({
      args: [
        ...['check', ...LINES, '--report', folders.report, '--summary', folders.summary],
        ...['--on-denied', machine.onDenied, '--on-unknown', machine.onUnknown],
        ...Object.entries(LIMITS).flatMap(([name, value]) => [`--${name}`, value]),
      ],
      env: { ...machineEnvironment(folders), HF_TOKEN: token, HF_ENDPOINT: server.origin },
    }),
    read: (ended, { summary, report }) => {
      const json = textAt(report);
      return {
        report: reportIn(json),
        outputs: {},
        texts: {
          text: ended.stdout + ended.stderr,
          colour: '',
          json,
          summary: readFileSync(summary, 'utf8'),
          annotations: '',
          outputs: '',
        },
      };
    },
  },
};

function machineEnvironment({ home, temp, ca }: Folders): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '', HOME: home, TMPDIR: temp, NODE_EXTRA_CA_CERTS: ca };
}

function run({ script, args, env, cwd }: Call & { readonly script: string; readonly cwd: string }): Promise<Ended> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [script, ...args], { env, cwd, timeout: PATIENCE_MS, killSignal: 'SIGKILL' });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (chunk: string) => (said[name] += chunk));
  child.stdin.end();
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ code, ...said, elapsedMs: performance.now() - startedAt });
    });
  });
}

/** The commands that are ours to give; any other one stays in the text, where it is a fault. */
function commandIn(line: string): { name: string; title: string; message: string } | undefined {
  const [, name, properties = '', message = ''] =
    /^::(add-mask|error|warning|notice)(?: (.*?))?::(.*)$/s.exec(line) ?? [];
  if (name === undefined) return undefined;
  const [, title = ''] = /title=([^,]*)/.exec(properties) ?? [];
  return { name, title: unescaped(title), message: unescaped(message).replace(/\n(?=- )/g, ' ') };
}

function unescaped(text: string): string {
  const meant: Readonly<Record<string, string>> = { '0D': '\r', '0A': '\n', '3A': ':', '2C': ',', '25': '%' };
  return text.replace(/%(0D|0A|3A|2C|25)/g, (_, code: string) => meant[code] ?? '');
}

/** As the runner reads the file: a name, and its text up to the delimiter of its own. */
function outputsIn(file: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = file.split(/\r?\n/);
  for (let at = 0; at < lines.length; at += 1) {
    const [, name, end] = /^([\w-]+)<<(\S+)$/.exec(lines[at] ?? '') ?? [];
    if (name === undefined || end === undefined) continue;
    const stop = lines.indexOf(end, at + 1);
    outputs[name] = lines.slice(at + 1, stop).join('\n');
    at = stop < 0 ? lines.length : stop;
  }
  return outputs;
}

function textAt(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function reportIn(json: string): ReportJson | undefined {
  return json === '' ? undefined : (JSON.parse(json) as ReportJson);
}

/** What the oracle asks of a report in the process, from the one that was written. */
function asReport(json: ReportJson): Report {
  const checks = json.checks.map(({ remedy, ...check }) => ({
    ...check,
    ...(remedy && { remedy: { text: [remedy.text], ...(remedy.url !== undefined && { page: { url: remedy.url } }) } }),
  }));
  return { ...json, checks } as unknown as Report;
}

/** What was written on GitHub, without the form of the request. */
function writtenIn(body: string): string {
  const texts = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(texts)
        : [];
  if (body === '') return '';
  const { output, body: comment } = JSON.parse(body) as { output?: unknown; body?: unknown };
  // The mark by which it is found, and the small print.
  const ours = /^<!-- hf-auth-preflight:[\w ./:-]* -->$|<\/?sub>/gm;
  return [...texts(output), ...texts(comment)].join('\n').replace(ours, '');
}

function wrongExit(
  { code, stderr }: Ended,
  { report, outputs }: Left,
  { edge, onDenied, onUnknown }: HostileMachine,
): string[] {
  const outcomes = report?.checks.map(({ outcome }) => outcome) ?? [];
  const blocks =
    (onDenied === 'fail' && outcomes.includes('denied')) || (onUnknown === 'fail' && outcomes.includes('unknown'));
  const isBlocked = report?.blocked === true;
  const codes = edge === 'action' ? [isBlocked ? 1 : 0] : isBlocked ? [1, 3] : [0];
  return [
    ...(blocks && !isBlocked ? ['it lets through what must block'] : []),
    ...(codes.includes(code ?? -1) ? [] : [`exit code ${String(code)} and blocked is ${String(isBlocked)}`]),
    ...(edge === 'action' && outputs['blocked'] !== String(isBlocked)
      ? ["the output blocked is not the report's"]
      : []),
    ...(edge === 'action' && (outputs['ok'] === 'true') !== (report?.result === 'pass') ? ['ok is not pass'] : []),
    ...(stderr.includes('    at ') || stderr.includes('Internal fault') ? [`a fault: ${stderr.slice(0, 300)}`] : []),
  ];
}

/** Each listed id stands in exactly one list, that of its own outcome. */
function wrongLists({ report, outputs }: Left): string[] {
  if (outputs['result'] === undefined) return [];
  return (report?.checks ?? []).flatMap(({ repo, outcome }) => {
    const id = repo.type === 'dataset' ? `datasets/${repo.id}` : repo.id;
    const lists = ['allowed', 'denied', 'unknown', 'skipped'].filter((name) =>
      (JSON.parse(outputs[name] ?? '[]') as string[]).includes(id),
    );
    return lists.join() === outcome ? [] : [`${id} is ${outcome} and stands in ${lists.join() || 'no list'}`];
  });
}
