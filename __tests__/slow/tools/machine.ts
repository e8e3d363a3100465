/** One tool on one machine: what it sent, and what the preflight said that it would. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { predictTools } from '../../../src/checks/tools';
import { TOOLS } from '../../../src/checks/tools/registry';
import { readInventory } from '../../../src/runner/credentials/inventory';
import type { Front } from './front';
import type { Program } from './start';

/** Where a credential is; `broken`: with a line break at its end; `empty`: set, and nothing in it. */
export interface Source {
  readonly at: 'variable' | 'home' | 'netrc';
  /** A variable's name, or a file's path in the home folder. */
  readonly name: string;
  readonly is?: 'broken' | 'empty';
  /** Variables that go with it. */
  readonly env?: (home: string) => Readonly<Record<string, string>>;
}

export interface Seen {
  /** The places whose tokens were sent, as the report names them, sorted. */
  readonly sent: readonly string[];
  /** The same as the report said it. */
  readonly said: readonly string[];
  readonly requests: number;
  /** A token is in what it printed. */
  readonly isShown: boolean;
}

const PATIENCE_MS = 90_000;

/** @param tokens one for each source, known to the Hub */
export async function tryTool(
  program: Program,
  sources: readonly Source[],
  { front, tokens }: { readonly front: Front; readonly tokens: readonly string[] },
): Promise<Seen> {
  const folder = mkdtempSync(join(tmpdir(), 'hf-tool-'));
  const home = join(folder, 'home');
  try {
    mkdirSync(home, { recursive: true });
    const env = setUp(home, sources, tokens);
    const all = { ...basicEnvironment(home, program.plain === true ? front.origin : undefined), ...env };
    const said = await predicted(program, all, home);
    front.take();
    const printed = await run(program.command(front.origin), all, folder);
    const isShown = tokens.some((token) => printed.includes(token));
    const { tokens: received, requests } = front.take();
    const places = sources.map(({ at, name }) => (at === 'variable' ? name : `~/${name}`));
    const sent = received.map((token) => places[tokens.indexOf(token)] ?? 'a token of no source');
    return { sent: [...new Set(sent)].sort(), said, requests, isShown };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function setUp(home: string, sources: readonly Source[], tokens: readonly string[]): Record<string, string> {
  const env: Record<string, string> = {};
  for (const [index, { at, name, is, env: more }] of sources.entries()) {
    const value = is === 'empty' ? '' : `${tokens[index] ?? ''}${is === 'broken' ? '\n' : ''}`;
    if (at === 'variable') env[name] = value;
    const text = at === 'netrc' ? `machine huggingface.co\nlogin user\npassword ${value}\n` : value;
    if (at !== 'variable') {
      mkdirSync(dirname(join(home, name)), { recursive: true });
      writeFileSync(join(home, name), text, { mode: 0o600 });
    }
    Object.assign(env, more?.(home));
  }
  return env;
}

/** Nothing of this process's own environment but the path; the authorities by every name that a tool may look for. */
function basicEnvironment(home: string, endpoint: string | undefined): Record<string, string> {
  const authorities = '/etc/ssl/certs/ca-certificates.crt';
  const names = ['SSL_CERT_FILE', 'REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE', 'NODE_EXTRA_CA_CERTS', 'PIP_CERT'];
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    HF_HUB_DISABLE_TELEMETRY: '1',
    DO_NOT_TRACK: '1',
    ...Object.fromEntries(names.map((name) => [name, authorities])),
    ...(endpoint === undefined ? {} : { HF_ENDPOINT: endpoint }),
  };
}

/** As in a checkout that names every tool. */
async function predicted({ client }: Program, env: Record<string, string>, home: string): Promise<string[]> {
  const endpoint = 'https://huggingface.co';
  const inventory = await readInventory({
    env,
    home,
    workspace: join(home, 'nowhere'),
    endpoint,
    onSecret: () => undefined,
  });
  const packages = new Set(TOOLS.flatMap(({ reason }) => reason?.packages ?? []));
  const { findings } = predictTools(
    { ...inventory, workspace: { packages, doubts: [] } },
    { kind: 'missing', empty: false },
  );
  const sources = findings.filter((row) => row.client === client && row.source !== 'none').map(({ source }) => source);
  return [...new Set(sources)].sort();
}

/** It may well fail: what it asked before is what counts. Gives what it printed. */
function run(
  [program, ...args]: readonly [string, ...string[]],
  env: Record<string, string>,
  folder: string,
): Promise<string> {
  const child = spawn(program, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: PATIENCE_MS });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (piece: Buffer) => {
      printed += piece.toString('latin1');
      if (process.env['TOOLS_SHOW'] === '1') process.stderr.write(piece);
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => {
      resolve(printed);
    });
  });
}
