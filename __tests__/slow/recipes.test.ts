/**
 * The recipes as users get them, run by act in host mode against the embedded Hub. Only what names places outside is
 * rewritten: the action is the one of this tree, the endpoint the embedded Hub. `ACT` names the program.
 */
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { parse, parseAllDocuments } from 'yaml';
import { addOrg, addPublisher, addRepo, addToken, addUser, createWorld } from '../../src/simulator/build';
import { RELEASE, slug } from '../../scripts/docs/release';
import { FAILURES } from '../explain/failures';
import type { Reply } from '../../src/simulator/reply';
import type { FullRequest } from '../hub-fixture/paths';
import { startHub } from '../hub-fixture/start';
import { serve } from '../mirrors/serve';
import { STAND_INS } from '../mirrors/stand-ins';
import { GITHUB_ISSUER, startIdentityProvider } from '../support/identity-provider';

const ACTION = `${slug(RELEASE)}@${RELEASE.pin.commit}`;
const SHARED = `your-org/workflows@${'0'.repeat(40)}`;
const ACT = process.env['ACT'] ?? 'act';
/** Every name that a recipe stores its token under. */
const SECRETS = ['HF_TOKEN', 'HF_READ_TOKEN', 'PRIVATE_HUB_TOKEN', 'REGISTRY_TOKEN'];
jest.setTimeout(60_000);

/** How the Hub stands: everything open, one gate closed, or nobody there. */
/** The list of the sharded recipe, beside the one model whose gate may be closed. */
const MANY = Array.from({ length: 40 }, (_, at) => `acme/part-${at}`);
const LONG_LIST = [...MANY, 'meta-llama/Llama-3.2-1B'].join('\n');
const CLI = join(process.cwd(), 'dist/cli/index.js');
/** The step that checks the command line out, which is this tree here. */
const OWN_CHECKOUT = new RegExp(
  `^ +- (?:if: failure\\(\\)\\n +)?uses: actions/checkout@.*\\n +with:\\n +repository: ${slug(RELEASE)}\\n(?: {10}.*\\n)+`,
  'gm',
);

/** git, for scripts that clone this project: it makes a folder with the build of this tree, and notes what was asked. */
const GIT = `#!/bin/sh
echo "$@" >> "$(dirname "$0")/asked"
[ "$1" = clone ] || exit 0
mkdir -p "\${4:-hf-auth-preflight}" && ln -s "${join(process.cwd(), 'dist')}" "\${4:-hf-auth-preflight}/dist"
`;

type Weather = 'well' | 'denied' | 'gone';

interface Scene {
  readonly recipes: readonly string[];
  readonly event: string;
  readonly weather: Weather;
  readonly payload?: unknown;
  readonly noSecrets?: boolean;
  readonly actor?: string;
  /** What `make` prints before it fails. */
  readonly says?: string;
  /** Of the token; `write` by default. */
  readonly role?: 'read' | 'write';
  /** The role of a second token, stored as `HF_PUSH_TOKEN`. */
  readonly push?: 'read' | 'write';
  /** In the place of GitHub's API. */
  readonly api?: string;
  /** Variables of every job. */
  readonly env?: Readonly<Record<string, string>>;
  /** A folder that keeps artifacts; the part of a list whose job dies before it has written anything. */
  readonly artifacts?: { readonly store: string; readonly dies?: string };
}

interface Played {
  /** `success` or `failure` by the job's id; a skipped job has none. */
  readonly jobs: Readonly<Record<string, string>>;
  /** What the recipe's own commands were: `make` with its target, model, and whether a token was there. */
  readonly made: readonly string[];
  readonly log: string;
  /** What the jobs added to their summaries. */
  readonly summary: string;
}

function world(weather: Weather, role: 'read' | 'write' = 'write') {
  const made = createWorld();
  addUser(made, 'ci-bot');
  addUser(made, 'stranger');
  addOrg(made, 'acme', { members: { 'ci-bot': 'write' } });
  for (const name of ['meta-llama', 'google', 'openai-community'])
    addOrg(made, name, { members: { stranger: 'admin' } });
  const state = weather === 'denied' ? 'pending' : 'accepted';
  addRepo(made, { type: 'model', id: 'openai-community/gpt2' });
  addRepo(made, { type: 'model', id: 'google/gemma-2-2b', gated: 'manual', requests: { 'ci-bot': 'accepted' } });
  addRepo(made, { type: 'model', id: 'meta-llama/Llama-3.2-1B', gated: 'manual', requests: { 'ci-bot': state } });
  addRepo(made, { type: 'model', id: 'acme/finetune', private: true });
  addRepo(made, { type: 'dataset', id: 'acme/corpus', private: true });
  for (const id of MANY) addRepo(made, { type: 'model', id });
  const power = { kind: 'classic', owner: 'ci-bot', role } as const;
  return { world: made, token: addToken(made, 'ci write', { power }) };
}

async function play(scene: Scene): Promise<Played> {
  const { world: stage, token } = world(scene.weather, scene.role);
  const further =
    scene.push && addToken(stage, `ci push`, { power: { kind: 'classic', owner: 'ci-bot', role: scene.push } });
  const hub = await startHub({ world: stage });
  try {
    const endpoint = scene.weather === 'gone' ? 'http://127.0.0.1:9' : hub.origin;
    return await playAt(scene, { endpoint, token, push: further });
  } finally {
    await hub.close();
  }
}

interface Stored {
  readonly token: string;
  readonly push?: string | undefined;
}

async function playAt(scene: Scene, { endpoint, ...stored }: Stored & { endpoint: string }): Promise<Played> {
  const base = mkdtempSync(join(tmpdir(), 'preflight-recipes-'));
  try {
    const repository = checkoutOf(base, { ...scene, endpoint });
    if (scene.artifacts !== undefined) {
      keepArtifacts(base, scene.artifacts);
      sameHub(scene.artifacts.store, endpoint);
    }
    const log = await runAct(scene, { base, repository, ...stored });
    const jobs = jobResults(log);
    const file = join(base, 'made');
    const summary = existsSync(join(base, 'summary')) ? readFileSync(join(base, 'summary'), 'utf8') : '';
    return { jobs, log, summary, made: existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').sort() : [] };
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

/** A repository with the recipes as its workflows. */
function checkoutOf(base: string, { recipes, endpoint, api, says }: Scene & { endpoint: string }): string {
  const repository = join(base, 'garden');
  const workflows = join(repository, '.github/workflows');
  mkdirSync(workflows, { recursive: true });
  for (const path of ['action.yml', 'dist']) cpSync(path, join(base, 'action', path), { recursive: true });
  const target = `@echo "$@ $(MODEL) token:$(if $(HF_TOKEN),yes,no)" >> ${join(base, 'made')}`;
  if (says !== undefined) writeFileSync(join(repository, 'said'), says);
  writeFileSync(join(repository, 'Makefile'), `%:\n\t${says === undefined ? target : '@cat said >&2; exit 1'}\n`);
  writeFileSync(join(repository, 'hub-repos.txt'), LONG_LIST);
  for (const recipe of recipes) {
    const text = readFileSync(`docs/recipes/${recipe}.yml`, 'utf8');
    expect(text).toMatch(/uses: (?!actions\/)|repository: /);
    const here = text
      .replace(/https:\/\/[\w-]+\.example\.com/g, endpoint)
      .replace(/^( +)token: \$\{\{.*$/gm, (line, indent: string) => {
        const own = text.includes('endpoint:') ? '' : `\n${indent}endpoint: ${endpoint}`;
        return `${line}${own}\n${indent}retries: 0`;
      })
      .replace(
        /^( +)oidc-resource: .*$/gm,
        (line, indent: string) => `${line}\n${indent}endpoint: ${endpoint}\n${indent}retries: 0`,
      )
      .replace('HUB: https://huggingface.co/', `HUB: ${endpoint}/`)
      .replaceAll('$GITHUB_API_URL', api ?? '$GITHUB_API_URL')
      .replace(OWN_CHECKOUT, '')
      // A plain scalar of YAML begins with no quote.
      .replace(/run: node \.hf-auth-preflight\/\S+/g, `run: env "${process.execPath}" "${CLI}"`)
      .replace(/node \.hf-auth-preflight\/\S+/g, `"${process.execPath}" "${CLI}"`)
      .replaceAll('$GITHUB_STEP_SUMMARY', join(base, 'summary'));
    writeFileSync(join(workflows, `${basename(recipe)}.yml`), here);
  }
  return repository;
}

/** The two actions that the sharded recipe moves files with, as the repository names them. */
function artifactAction(name: 'upload' | 'download'): string {
  const [uses = ''] =
    new RegExp(`actions/${name}-artifact@\\w+`).exec(readFileSync('docs/recipes/sharded.yml', 'utf8')) ?? [];
  return uses;
}

/**
 * Stand-ins for those actions. The real ones are fetched from GitHub, where these tests ask nobody but loopback; and the
 * artifact server of act 0.2.89 refuses upload-artifact 7 (`unknown field "mime_type"`). With a folder they do what the
 * recipe asks of the real ones: one artifact a name, replaced when it comes again, nothing but a warning for a file
 * that is not there, and all artifacts into one folder.
 */
function keepArtifacts(base: string, { store, dies }: NonNullable<Scene['artifacts']>): void {
  const start = `const { cpSync, existsSync, readdirSync, rmSync } = require('node:fs');
const { join } = require('node:path');
const input = (name) => process.env['INPUT_' + name.toUpperCase()] ?? '';
const store = ${JSON.stringify(store)}, from = join(process.env.GITHUB_WORKSPACE, input('path'));\n`;
  const codes = {
    upload: `const to = join(store, input('name'));
if (!existsSync(from)) { console.log('::warning::no files were found'); process.exit(); }
if (existsSync(to) && input('overwrite') !== 'true') throw new Error('an artifact with this name already exists');
rmSync(to, { recursive: true, force: true });
cpSync(from, join(to, input('path')));`,
    download: `const prefix = input('pattern').replace(/\\*$/, '');
for (const name of readdirSync(store)) if (name.startsWith(prefix)) cpSync(join(store, name), from, { recursive: true });`,
  };
  for (const name of ['upload', 'download'] as const) {
    const folder = join(base, `${name}-artifact`);
    mkdirSync(folder);
    writeFileSync(join(folder, 'action.yml'), `name: ${name}\nruns: { using: node24, main: index.js }\n`);
    writeFileSync(join(folder, 'index.js'), start + codes[name]);
  }
  if (dies === undefined) return;
  const main = join(base, 'action/dist/action/index.js');
  const end = `if (process.env.INPUT_SHARD === ${JSON.stringify(dies)}) process.kill(process.pid, 'SIGKILL');\n`;
  writeFileSync(main, end + readFileSync(main, 'utf8'));
}

/** What an earlier attempt left was an answer of the same Hub, which here has another port in every run. */
function sameHub(store: string, endpoint: string): void {
  for (const path of readdirSync(store, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.json'),
  )) {
    const file = join(store, path);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/http:\/\/127\.0\.0\.1:\d+/g, endpoint));
  }
}

async function runAct(
  { recipes, event, payload, actor, noSecrets = false, env: variables = {} }: Scene,
  { base, repository, token, push }: Stored & { base: string; repository: string },
): Promise<string> {
  const env = { PATH: process.env['PATH'], HOME: join(base, 'home') };
  mkdirSync(env.HOME);
  writeFileSync(join(base, 'event.json'), JSON.stringify(payload ?? {}));
  const secrets = [...SECRETS.map((name) => `${name}=${token}\n`), push === undefined ? '' : `HF_PUSH_TOKEN=${push}\n`];
  writeFileSync(join(base, 'secrets'), noSecrets ? '' : secrets.join(''), { mode: 0o600 });
  const git = ['-c', 'user.name=ci', '-c', 'user.email=ci@example.com', '-c', 'init.defaultBranch=main'];
  for (const args of [
    ['init', '-q'],
    ['add', '.'],
    ['commit', '-q', '-m', 'recipes'],
    ['remote', 'add', 'origin', 'https://github.com/octo/garden'],
  ]) {
    await run('git', [...git, ...args], { cwd: repository, env });
  }
  const files = ['--env-file', '/dev/null', '--var-file', '/dev/null', '--secret-file', join(base, 'secrets')];
  const fixed = [
    '--platform',
    'ubuntu-latest=-self-hosted',
    '--platform',
    'self-hosted=-self-hosted',
    '--no-cache-server',
    '--container-daemon-socket',
    '-',
    '--json',
  ];
  const which = [
    '--workflows',
    `.github/workflows/${basename(recipes[0] ?? '')}.yml`,
    '--eventpath',
    join(base, 'event.json'),
  ];
  const local = [
    ...(['upload', 'download'] as const).flatMap((name) => [
      '--local-repository',
      `${artifactAction(name)}=${join(base, `${name}-artifact`)}`,
    ]),
    '--local-repository',
    `${ACTION}=${join(base, 'action')}`,
    '--local-repository',
    `${SHARED}=${repository}`,
    '--local-repository',
    `${syncAction()}=${syncStandIn(base)}`,
    '--actor',
    actor ?? 'octocat',
    ...Object.entries(variables).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
  ];
  return run(ACT, [event, ...local, ...which, ...fixed, ...files, '--secret', 'GITHUB_TOKEN=invented-token'], {
    cwd: repository,
    env,
  });
}

/** The official sync action, as the recipe names it. */
function syncAction(): string {
  return /huggingface\/hub-sync@\w+/.exec(readFileSync('docs/recipes/keyless.yml', 'utf8'))?.[0] ?? '';
}

/** In its place one that notes which token it was given; the real one is fetched from GitHub. */
function syncStandIn(base: string): string {
  const folder = join(base, 'hub-sync');
  mkdirSync(folder, { recursive: true });
  const inputs = '{ github_repo_id: {}, huggingface_repo_id: {}, repo_type: {}, hf_token: { required: true } }';
  writeFileSync(
    join(folder, 'action.yml'),
    `name: hub-sync\ninputs: ${inputs}\nruns: { using: node24, main: index.js }\n`,
  );
  const note = `process.env.INPUT_HUGGINGFACE_REPO_ID + ' ' + process.env.INPUT_HF_TOKEN.slice(0, 7)`;
  const file = JSON.stringify(join(base, 'made'));
  writeFileSync(join(folder, 'index.js'), `require('node:fs').appendFileSync(${file}, 'sync ' + ${note} + '\\n');\n`);
  return folder;
}

/** Both streams of a program, whatever its exit code. */
function run(
  program: string,
  args: readonly string[],
  options: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<string> {
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => (text += part));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => {
      resolve(text);
    });
  });
}

function jobResults(log: string): Record<string, string> {
  const entries = log.split('\n').flatMap((line) => {
    if (!line.startsWith('{')) return [];
    const entry = JSON.parse(line) as { jobID?: string; jobResult?: string };
    return entry.jobID === undefined || entry.jobResult === undefined ? [] : [[entry.jobID, entry.jobResult] as const];
  });
  return Object.fromEntries(entries);
}

const FORK = {
  pull_request: {
    number: 7,
    head: { sha: 'a'.repeat(40), ref: 'x', repo: { id: 2, full_name: 'eve/garden' } },
    base: { ref: 'main', repo: { id: 1, full_name: 'octo/garden' } },
  },
};
const OWN = {
  pull_request: { ...FORK.pull_request, head: { ...FORK.pull_request.head, repo: FORK.pull_request.base.repo } },
};

describe('the gate that really gates', () => {
  const scene = { recipes: ['gate-aggregator'], event: 'pull_request', payload: OWN } as const;

  test('passes when everything passes', async () => {
    const { jobs, made } = await play({ ...scene, weather: 'well' });
    expect(jobs).toEqual({ preflight: 'success', train: 'success', gate: 'success' });
    expect(made).toEqual(['train  token:yes']);
  });

  test.each(['denied', 'gone'] as const)('fails when the preflight fails: %s', async (weather) => {
    const { jobs, made } = await play({ ...scene, weather });
    expect(jobs).toMatchObject({ preflight: 'failure', gate: 'failure' });
    expect(jobs['train']).not.toBe('success');
    expect(made).toEqual([]);
  });

  test('passes for a fork, which trains nothing, and asks again in the merge queue', async () => {
    const fork = await play({ ...scene, payload: FORK, noSecrets: true, weather: 'denied' });
    expect(fork.jobs).toMatchObject({ preflight: 'success', gate: 'success' });
    expect(fork.made).toEqual([]);
    const queue = await play({ ...scene, event: 'merge_group', payload: {}, weather: 'denied' });
    expect(queue.jobs).toMatchObject({ preflight: 'failure', gate: 'failure' });
  });

  test('as a required job trains with the token, and never on a fork', async () => {
    const own = await play({ ...scene, recipes: ['gate-required-job'], weather: 'well' });
    expect(own.jobs).toEqual({ preflight: 'success', train: 'success' });
    expect(own.made).toEqual(['train  token:yes']);
    const fork = { payload: FORK, noSecrets: true, weather: 'denied' } as const;
    const foreign = await play({ ...scene, ...fork, recipes: ['gate-required-job'] });
    expect(foreign.jobs).toMatchObject({ preflight: 'success' });
    expect(foreign.made).toEqual([]);
  });

  test('as a required job fails by itself', async () => {
    const { jobs, made } = await play({ ...scene, recipes: ['gate-required-job'], weather: 'denied' });
    expect(jobs['preflight']).toBe('failure');
    expect(made).toEqual([]);
  });
});

describe('only what is accessible', () => {
  const scene = { recipes: ['only-accessible'], event: 'push' } as const;

  test('everything', async () => {
    const { made } = await play({ ...scene, weather: 'well' });
    const ids = ['google/gemma-2-2b', 'meta-llama/Llama-3.2-1B', 'openai-community/gpt2'];
    expect(made).toEqual(['compare  token:yes', ...ids.map((id) => `evaluate ${id} token:yes`)]);
  });

  test('all but the closed gate', async () => {
    const { made, jobs } = await play({ ...scene, weather: 'denied' });
    expect(made).toEqual(['google/gemma-2-2b', 'openai-community/gpt2'].map((id) => `evaluate ${id} token:yes`));
    expect(jobs['preflight']).toBe('success');
  });
});

describe('forks and Dependabot', () => {
  const scene = { recipes: ['forks-and-dependabot'], event: 'pull_request', weather: 'well' } as const;

  test.each([
    ['a fork', { payload: FORK }],
    ['Dependabot', { payload: OWN, actor: 'dependabot[bot]' }],
  ])('%s is green and runs what needs no token', async (_, who) => {
    const { made, jobs } = await play({ ...scene, ...who, noSecrets: true });
    expect(jobs).toEqual({ test: 'success' });
    expect(made).toEqual(['test  token:no']);
  });

  test('our own branches run everything', async () => {
    expect((await play({ ...scene, payload: OWN })).made).toEqual(['gated-test  token:yes', 'test  token:no']);
  });
});

describe('one preflight for many jobs', () => {
  test.each([
    ['well', ['evaluate  token:yes', 'train  token:yes']],
    ['denied', []],
  ] as const)('%s', async (weather, expected) => {
    expect((await play({ recipes: ['one-for-many'], event: 'schedule', weather })).made).toEqual(expected);
  });

  test.each([
    ['well', ['publish  token:yes']],
    ['gone', []],
  ] as const)('in a called workflow: %s', async (weather, expected) => {
    const recipes = ['call-hub-preflight', 'hub-preflight'];
    expect((await play({ recipes, event: 'push', weather })).made).toEqual(expected);
  });
});

describe('two tokens', () => {
  const scene = { recipes: ['two-tokens'], event: 'workflow_dispatch', role: 'read', weather: 'well' } as const;

  test('one that reads passes the gates, another pushes', async () => {
    const { jobs, made } = await play({ ...scene, push: 'write' });
    expect(jobs).toEqual({ train: 'success' });
    expect(made).toEqual(['train  token:yes', 'upload  token:yes']);
  });

  test.each([
    ['that may only read', 'read', 'read-only-token'],
    ['that is not stored', undefined, 'token-missing'],
  ] as const)('one for the push %s stops the job, and is named', async (_what, push, code) => {
    const { jobs, made, log } = await play({ ...scene, ...(push === undefined ? {} : { push }) });
    expect(jobs).toEqual({ train: 'failure' });
    expect(made).toEqual([]);
    expect(log).toContain(code);
    expect(log).toContain('HF_PUSH_TOKEN');
  });
});

test('a failed step is explained in the summary', async () => {
  const says = `${FAILURES['hf download of a gated model']?.log ?? ''}\n`;
  const { jobs, summary } = await play({ recipes: ['explain-failure'], event: 'push', weather: 'well', says });
  expect(jobs).toEqual({ train: 'failure' });
  expect(summary).toContain('`gate-not-requested`');
});

describe('elsewhere', () => {
  test.each([
    ['read', ['train  token:yes']],
    ['write', []],
  ] as const)('a runner of our own with a token that may %s', async (role, expected) => {
    expect((await play({ recipes: ['self-hosted'], event: 'push', weather: 'well', role })).made).toEqual(expected);
  });

  test.each([
    ['well', 'write', ['train  token:yes']],
    ['well', 'read', []],
    ['gone', 'write', []],
  ] as const)('a private Hub: %s, token that may %s', async (weather, role, expected) => {
    expect((await play({ recipes: ['private-hub'], event: 'push', weather, role })).made).toEqual(expected);
  });

  const { 'hub-preflight': job } = parse(readFileSync('docs/recipes/gitlab-ci.yml', 'utf8')) as {
    'hub-preflight': { script: string[]; allow_failure: { exit_codes: number } };
  };
  const shells = {
    'preflight.sh': readFileSync('docs/recipes/preflight.sh', 'utf8'),
    'gitlab-ci.yml': job.script.join('\n'),
    'gitlab-component.yml': `set -e\nPREFLIGHT_REPOS='meta-llama/Llama-3.2-1B acme/finetune:write'\n${componentScript()}`,
    'kubernetes-job.yml': initScript(),
  };

  test.each([
    ['preflight.sh', 'well', 0],
    ['preflight.sh', 'denied', 1],
    ['preflight.sh', 'gone', 0],
    ['gitlab-ci.yml', 'well', 0],
    ['gitlab-ci.yml', 'denied', 1],
    ['gitlab-ci.yml', 'gone', job.allow_failure.exit_codes],
    ['gitlab-component.yml', 'well', 0],
    ['gitlab-component.yml', 'denied', 1],
    ['gitlab-component.yml', 'gone', job.allow_failure.exit_codes],
    ['kubernetes-job.yml', 'well', 0],
    ['kubernetes-job.yml', 'denied', 1],
    ['kubernetes-job.yml', 'gone', 3],
  ] as const)('%s, %s: exit code %i', async (name, weather, expected) => {
    const base = mkdtempSync(join(tmpdir(), 'preflight-shell-'));
    const script = shells[name].replace(/index\.js"? check/, '$& --retries 0').replaceAll(' /tmp/', ` ${base}/`);
    writeFileSync(join(base, 'git'), GIT, { mode: 0o755 });
    const { world: stage, token } = world(weather);
    const hub = await startHub({ world: stage });
    const endpoint = weather === 'gone' ? 'http://127.0.0.1:9' : hub.origin;
    const env = { PATH: `${base}:${process.env['PATH'] ?? ''}`, HOME: base, HF_ENDPOINT: endpoint, HF_TOKEN: token };
    const child = spawn('bash', ['-c', script], { env, cwd: base, stdio: 'ignore' });
    const code = await new Promise((resolve) => child.once('close', resolve));
    await hub.close();
    expect(code).toBe(expected);
    expect(readFileSync(join(base, 'asked'), 'utf8')).toMatch(
      new RegExp(`^clone .*${slug(RELEASE)} .*\\n-C \\S+ checkout --quiet ${RELEASE.pin.commit}\\n$`),
    );
    rmSync(base, { recursive: true, force: true });
  });
});

describe('at the stand-in of a registry', () => {
  test.each([
    ['artifactory', 'Artifactory', 'A', 'train  token:yes'],
    ['artifactory', 'Artifactory', 'B', ''],
    ['nexus', 'Nexus', 'N', 'train  token:no'],
    ['harness', 'Harness', 'A', 'train  token:yes'],
    ['pulp', 'Pulp, remote with hf_token', 'N', 'train  token:no'],
    ['olah', 'Olah', 'A', 'train  token:yes'],
    ['olah', 'Olah', 'B', ''],
    ['matrixhub', 'MatrixHub', 'A', 'train  token:yes'],
    ['hfd', 'hfd with a static token', 'A', 'train  token:yes'],
    ['kohakuhub', 'KohakuHub', 'A', 'train  token:yes'],
    ['kkrepo', 'kkRepo', 'A', 'train  token:yes'],
    ['caching-proxy', 'nginx that keeps every 200', 'A', 'train  token:yes'],
  ] as const)('%s at %s as %s: %s', async (recipe, name, caller, expected) => {
    const standIn = STAND_INS.find((one) => one.name === name);
    if (standIn === undefined) throw new Error(`there is no ${name}`);
    const token = caller === 'N' ? '' : (standIn.tokens[caller] ?? '');
    const served = await serve(standIn.open(), standIn.base);
    try {
      const scene = { recipes: [`registries/${recipe}`], event: 'push', weather: 'well' } as const;
      const played = await playAt(scene, { endpoint: new URL(served.address).origin, token });
      expect([played.made.join(), played.jobs['train']]).toEqual([expected, expected === '' ? 'failure' : 'success']);
    } finally {
      await served.close();
    }
  });
});

describe('a list over eight jobs', () => {
  const scene = { recipes: ['sharded'], event: 'schedule' } as const;
  let store = '';
  beforeEach(() => {
    store = mkdtempSync(join(tmpdir(), 'preflight-artifacts-'));
  });
  afterEach(() => {
    rmSync(store, { recursive: true, force: true });
  });

  test('is one green gate when every part is', async () => {
    const { jobs, made, summary } = await play({ ...scene, weather: 'well', artifacts: { store } });
    expect(jobs).toMatchObject({ parts: 'success', gate: 'success', train: 'success' });
    expect(made).toEqual(['train  token:yes']);
    expect(summary).toContain('**All 41 checks are allowed.**');
  });

  test('is one red gate when one part is denied something', async () => {
    const { jobs, made, summary } = await play({ ...scene, weather: 'denied', artifacts: { store } });
    expect(jobs).toMatchObject({ gate: 'failure' });
    expect(made).toEqual([]);
    expect(summary).toContain('**1 of 41 checks was denied');
    expect(summary).toContain('meta-llama/Llama-3.2-1B');
  });

  test('is red when a job dies, and stays so where an earlier attempt left its report', async () => {
    const dead = await play({ ...scene, weather: 'well', artifacts: { store, dies: '4/8' } });
    expect(dead.jobs).toMatchObject({ gate: 'failure' });
    expect(dead.made).toEqual([]);
    expect(dead.summary).toMatch(/Shard 4 of 8 left no report/);
    const again = await play({ ...scene, weather: 'well', artifacts: { store } });
    expect(again.jobs).toMatchObject({ gate: 'success' });
    const stale = await play({ ...scene, weather: 'well', artifacts: { store, dies: '4/8' } });
    expect(stale.summary).toContain('**All 41 checks are allowed.**');
    expect(stale.jobs).toMatchObject({ gate: 'failure' });
    expect(stale.made).toEqual([]);
  });
});

describe('no stored token', () => {
  /** git sends a credential only to who asks for one. */
  const challenge = ({ target, caller }: FullRequest): Promise<Reply | undefined> => {
    const isAsked = target.includes('git-receive-pack') && caller.kind === 'anonymous';
    const headers = { 'www-authenticate': 'Basic realm="Hub"' };
    return Promise.resolve(isAsked ? { status: 401, headers, body: Buffer.from('') } : undefined);
  };

  test('the identity is exchanged, and each way to upload gets a token of its own repo', async () => {
    const provider = await startIdentityProvider();
    const { world: stage } = world('well');
    addRepo(stage, { type: 'space', id: 'acme/demo' });
    const claims = { repository: 'octo/garden' };
    for (const resource of ['acme/finetune', 'spaces/acme/demo', 'datasets/acme/corpus'])
      addPublisher(stage, { resource, issuer: GITHUB_ISSUER, claims });
    const issuers = { [provider.issuer]: provider.jwk };
    const hub = await startHub({ world: stage, issuers, extraRoutes: challenge });
    try {
      const scene: Scene = { recipes: ['keyless'], event: 'push', weather: 'well', noSecrets: true, env: provider.env };
      const { jobs, made, log } = await playAt(scene, { endpoint: hub.origin, token: '' });
      expect(jobs).toMatchObject({ 'by-hf': 'success', 'by-sync-action': 'success' });
      expect(made).toEqual(['sync acme/corpus hf_jwt_', 'upload  token:yes']);
      const pushes = hub.requests.filter(({ path }) => path.includes('git-receive-pack'));
      expect(pushes.map(({ path, credential }) => `${path.split('?')[0] ?? ''} ${credential}`)).toContain(
        '/spaces/acme/demo/info/refs exchanged for spaces/acme/demo #1',
      );
      for (const { value } of stage.tokens.values()) expect(shown(log)).not.toContain(value);
      for (const secret of provider.secrets.slice(1)) expect(shown(log)).not.toContain(secret);
    } finally {
      await Promise.all([hub.close(), provider.close()]);
    }
  });

  /** What the runner shows: act's own records repeat the argument of a command beside it. */
  const shown = (log: string) =>
    log
      .split('\n')
      .map((line) => (line.startsWith('{') ? (JSON.parse(line) as { msg?: string }).msg : line) ?? '')
      .join('\n');
});

describe('the scheduled health check', () => {
  const TITLE = 'The Hugging Face token needs attention';
  const health = async (weather: Weather, issues: readonly { number: number; title: string }[]) => {
    const sent: string[] = [];
    const server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (part: string) => (body += part));
      request.on('end', () => {
        if (request.method !== 'GET')
          sent.push(`${request.method ?? ''} ${request.url ?? ''} ${body.replace(/\s+/g, ' ')}`);
        response.end(request.method === 'GET' ? JSON.stringify(issues) : '{}');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { jobs } = await play({ recipes: ['scheduled-health'], event: 'schedule', weather, api });
    server.closeAllConnections();
    server.close();
    expect(jobs).toEqual({ check: 'success', tell: 'success' });
    return sent;
  };
  const OTHER = { number: 3, title: 'Something else' };
  const OPEN = { number: 4, title: TITLE };

  test.each<[string, Weather, (typeof OPEN)[], RegExp[]]>([
    ['opens one when the token goes bad', 'denied', [OTHER], [/^POST \/repos\/octo\/garden\/issues .*needs attention/]],
    ['opens no second one', 'denied', [OTHER, OPEN], []],
    ['closes it when all is well', 'well', [OTHER, OPEN], [/^PATCH \/repos\/octo\/garden\/issues\/4 .*"closed"/]],
    ['has nothing to close', 'well', [OTHER], []],
    ['takes an outage for nothing, open', 'gone', [OPEN], []],
    ['takes an outage for nothing, closed', 'gone', [], []],
  ])('%s', async (_, weather, issues, expected) => {
    expect(await health(weather, issues)).toEqual(expected.map((pattern) => expect.stringMatching(pattern)));
  });
});

/** What the component's job runs. Its inputs stand in the first document, the job in the second. */
function componentScript(): string {
  const [, job] = parseAllDocuments(readFileSync('docs/recipes/gitlab-component.yml', 'utf8'));
  return (job?.toJS() as { 'hub-preflight': { script: string[] } })['hub-preflight'].script.join('\n');
}

/** What the init container's shell is given, with the shell's own switches. */
function initScript(): string {
  const { spec } = parse(readFileSync('docs/recipes/kubernetes-job.yml', 'utf8')) as {
    spec: { template: { spec: { initContainers: { command: string[]; args: string[] }[] } } };
  };
  const [init] = spec.template.spec.initContainers;
  expect(init?.command).toEqual(['/bin/sh', '-euc']);
  return `set -eu\n${init?.args[0] ?? ''}`;
}
