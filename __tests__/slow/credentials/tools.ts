/** The real tools: how each is started so that it asks the Hub for something. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Machine } from './sources';

/** One real tool. `client` is its name in the report; `remote` picks git's row for the remote of the checkout. */
export interface Tool {
  readonly label: string;
  readonly client: string;
  readonly remote: boolean;
  readonly command: (machine: Machine) => readonly [program: string, ...args: string[]];
}

/** The folder with one virtual environment for each version of huggingface_hub; the stage that runs this fills it. */
const TOOLS = process.env['CREDENTIAL_TOOLS'] ?? '';
const PYTHON = 'import sys, huggingface_hub; huggingface_hub.HfApi().model_info(sys.argv[1])';
const NODE =
  "import { modelInfo } from '@huggingface/hub'; await modelInfo({ name: 'acme/open', hubUrl: process.env.HF_ENDPOINT })";

/** The versions that the environments hold. */
const VERSIONS = { old: '0.36.2', middle: '1.33.0', current: '2.4.0' } as const;

function inEnvironment(version: string, name: string): string {
  const path = join(TOOLS, `huggingface_hub-${version}`, 'bin', name);
  if (!existsSync(path)) throw new Error(`${path} is not there: run .ci/run 95-credentials`);
  return path;
}

function python(version: string, client: string): Tool {
  return {
    label: `huggingface_hub ${version}`,
    client,
    remote: false,
    command: () => [inEnvironment(version, 'python'), '-c', PYTHON, 'acme/open'],
  };
}

/** Every tool of the report that can be started here, in its order. */
export const REAL_TOOLS: readonly Tool[] = [
  python(VERSIONS.old, 'huggingface_hub<1.0'),
  python(VERSIONS.middle, 'huggingface_hub'),
  python(VERSIONS.current, 'huggingface_hub'),
  {
    label: `hf ${VERSIONS.current}`,
    client: 'hf',
    remote: false,
    command: ({ home }) => [
      inEnvironment(VERSIONS.current, 'hf'),
      ...['download', 'acme/open', 'README.md', '--local-dir', join(home, 'downloads')],
    ],
  },
  {
    label: '@huggingface/hub',
    client: '@huggingface/hub',
    remote: false,
    command: () => [process.execPath, '--input-type=module', '--eval', NODE],
  },
  {
    label: 'git',
    client: 'git',
    remote: false,
    command: ({ origin }) => ['git', 'ls-remote', `${origin}/acme/open`],
  },
  { label: 'git, at the remote', client: 'git', remote: true, command: () => ['git', 'ls-remote', 'origin'] },
  { label: 'git-lfs', client: 'git-lfs', remote: true, command: () => ['git-lfs', 'locks', '--remote', 'origin'] },
  {
    label: 'curl -n',
    client: 'curl',
    remote: false,
    command: ({ origin }) => ['curl', '-sn', `${origin}/api/models/acme/open`],
  },
];

/** Nothing of this process's own environment gets through but the path and the proxies' absence. */
export function environmentOf({ home, origin, env }: Machine): Record<string, string> {
  return {
    PATH: `${join(home, 'bin')}:${process.env['PATH'] ?? ''}`,
    HOME: home,
    HF_ENDPOINT: origin,
    HF_HUB_DISABLE_UPDATE_CHECK: '1',
    HF_HUB_DISABLE_TELEMETRY: '1',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    ...env,
  };
}

/** Runs a program in the checkout. It may well fail: what it asked the Hub before is what counts. */
export async function run(
  machine: Machine,
  [program, ...args]: readonly [string, ...string[]],
  input = '',
): Promise<void> {
  const child = spawn(program, args, {
    cwd: program === process.execPath ? process.cwd() : machine.checkout,
    env: environmentOf(machine),
    stdio: ['pipe', 'ignore', 'ignore'],
    timeout: 60_000,
  });
  // A program that reads nothing may be gone before the input is.
  child.stdin.on('error', () => undefined).end(input);
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => {
      resolve();
    });
  });
}
