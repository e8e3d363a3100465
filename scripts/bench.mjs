/**
 * `npm run bench`: the built command line against the embedded Hub over TLS at 50 ms latency, under the Hub's own name,
 * beside bare node, curl and, where PYTHON names an interpreter with huggingface_hub, the Python client. Everything in one run, interleaved;
 * medians, spread and ratios. `--against REF` measures the build of another commit in the same run: a release compares
 * with the last. `--write` puts the tables into docs/performance.md; `--rows 1,100,action` measures only those and their
 * counterparts in the other build.
 */
import { execFileSync, fork, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { HUB_HOST, hubEnvironment } from './bench/hub-host.mjs';
import { writePart } from './bench/page.mjs';
import { profileOf } from './bench/profile.mjs';
import { render } from './bench/render.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '9' },
    latency: { type: 'string', default: '50' },
    against: { type: 'string' },
    rows: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const root = fileURLToPath(new URL('..', import.meta.url));
const ownNetwork = ['--require', join(root, 'scripts', 'bench', 'own-network.cjs')];
const usage = ['--require', join(root, 'scripts', 'bench', 'usage.cjs')];
const runs = Number(values.runs);
if (values.write && values.rows !== undefined) throw new Error('--write needs every row');
const scratch = mkdtempSync(join(tmpdir(), 'preflight-bench-'));
const children = [];
let files = 0;
try {
  const rows = await measure(chosen(await listRows()));
  const { latency, against } = values;
  const text = render(rows, { root, runs, latency, against, ...(values.rows === undefined ? rest(rows) : {}) });
  console.log(text);
  if (values.write) writePart('bench', text);
} finally {
  for (const child of children) child.disconnect();
  rmSync(scratch, { recursive: true, force: true });
}

/** All rows, or those that `--rows` names; what each is compared with is always among them. */
function chosen(rows) {
  const keys = values.rows?.split(',');
  const isChosen = ({ key }) =>
    key === 'bare' || keys.includes(key) || keys.includes(key.replace(/^before-|^(refused)-.*/, '$1'));
  return keys === undefined ? rows : rows.filter(isChosen);
}

/** What is measured beside the rows. */
function rest(rows) {
  return { look: look(), profiles: rows.filter(({ key }) => ['1', '100', '1000'].includes(key)).map(profile) };
}

/** Starts an embedded Hub with enough repos for every row. */
async function startHub(tls, ...streams) {
  const { say, first } = await serve('hub.mjs', [tls, values.latency, '10000', ...streams]);
  const { origin, ca, token } = first;
  return { say, origin, token, pem: trusted(ca) };
}

/** Starts a server of scripts/bench in a process of its own, which ends with this one. */
async function serve(script, words) {
  const child = fork(join(root, 'scripts', 'bench', script), words, {
    execArgv: ['--no-warnings', '--import', join(root, 'scripts', 'run-ts.mjs')],
  });
  children.push(child);
  const say = (message) =>
    new Promise((resolve) => {
      child.once('message', resolve);
      if (message !== undefined) child.send(message);
    });
  return { say, first: await say() };
}

/** A file of authorities to trust. */
function trusted(...authorities) {
  const pem = join(scratch, `${files}.pem`);
  files += 1;
  writeFileSync(pem, authorities.join(''));
  return pem;
}

/** The hub with a server for the hosts of files beside it. */
async function withHosts(hub) {
  const { port, ca } = (await serve('hosts.mjs', [values.latency])).first;
  return { ...hub, hostsPort: port, pem: trusted(readFileSync(hub.pem, 'utf8'), ca) };
}

async function listRows() {
  const h2 = await startHub('h2');
  const narrow = await startHub('h2', '128');
  const http1 = await startHub('http1');
  const full = await withHosts(h2);
  const cli = join(root, 'dist', 'cli', 'index.js');
  const before = values.against === undefined ? undefined : unpack(values.against);
  const { PYTHON } = process.env;
  return [
    { key: 'bare', name: 'bare node (`node -e 0`)', command: [process.execPath, '-e', '0'] },
    preflight('1', 'preflight, 1 repo', { cli, hub: h2, count: 1 }),
    preflight('100', 'preflight, 100 repos', { cli, hub: h2, count: 100 }),
    preflight('1000', 'preflight, 1,000 repos', { cli, hub: h2, count: 1000 }),
    preflight('10000', 'preflight, 10,000 repos, no rate limit', { cli, hub: h2, count: 10_000, most: 3 }),
    preflight('narrow', 'preflight, 1,000 repos, endpoint with 128 streams', { cli, hub: narrow, count: 1000 }),
    preflight('bounded', 'preflight, 100 repos, `--concurrency 8`', {
      cli,
      hub: h2,
      count: 100,
      more: ['--concurrency', '8'],
    }),
    preflight('bare-1', 'preflight, 1 repo, without the look at the runner', {
      cli,
      hub: h2,
      count: 1,
      more: ['--check-runner', 'off'],
    }),
    preflight('other', 'preflight, 1 repo, an endpoint that is not the Hub', { cli, hub: h2, count: 1, isOther: true }),
    preflight('network', 'preflight, 1 repo, `--network fail`, 19 hosts', {
      cli,
      hub: full,
      count: 1,
      more: ['--network', 'fail'],
    }),
    preflight('h1-1', 'preflight, 1 repo, HTTP/1.1', { cli, hub: http1, count: 1 }),
    preflight('h1-100', 'preflight, 100 repos, HTTP/1.1', { cli, hub: http1, count: 100 }),
    action('action', 'the Action, 1 repo', { dist: join(root, 'dist'), hub: h2 }),
    ...(before === undefined ? [] : rowsBefore(before, { h2, http1 })),
    refused('refused', 'preflight, a gate that is shut', { cli, hub: h2 }),
    curl('curl', '`curl --parallel`, 100 repos', { hub: h2, count: 100 }),
    curl('curl-1000', '`curl --parallel`, 1,000 repos', { hub: h2, count: 1000 }),
    ...(PYTHON === undefined
      ? []
      : [
          python('loop', '`huggingface_hub` in a loop, 100 repos', { PYTHON, hub: h2, mode: 'loop' }),
          ...refusals(PYTHON, h2),
          python('threads', '`huggingface_hub` in 32 threads, 100 repos', { PYTHON, hub: h2, mode: 'threads' }),
        ]),
  ].map((row) => ({ ...row, times: [], peaks: [], cpus: [], firstBytes: [] }));
}

/** The rows that are compared with the build before; each has the key of its counterpart behind `before-`. */
function rowsBefore(dist, { h2, http1 }) {
  const cli = join(dist, 'cli', 'index.js');
  const name = (what) => `${what}, the build of \`${values.against}\``;
  return [
    preflight('before-1', name('1 repo'), { cli, hub: h2, count: 1 }),
    preflight('before-100', name('100 repos'), { cli, hub: h2, count: 100 }),
    preflight('before-1000', name('1,000 repos'), { cli, hub: h2, count: 1000 }),
    preflight('before-10000', name('10,000 repos'), { cli, hub: h2, count: 10_000, most: 3 }),
    preflight('before-h1-1', name('1 repo, HTTP/1.1'), { cli, hub: http1, count: 1 }),
    preflight('before-h1-100', name('100 repos, HTTP/1.1'), { cli, hub: http1, count: 100 }),
    action('before-action', name('the Action, 1 repo'), { dist, hub: h2 }),
  ];
}

/** Interleaved, so that a slow moment of the machine meets every row. */
async function measure(rows) {
  for (let run = 0; run <= runs; run += 1) {
    for (const row of rows) {
      if (run <= (row.most ?? Infinity)) await measureOnce(row, run);
    }
  }
  return rows;
}

async function measureOnce(row, run) {
  await row.hub?.say('clear');
  const measured = join(scratch, 'usage');
  const started = process.hrtime.bigint();
  const { status, stderr } = spawnSync(row.command[0], row.command.slice(1), {
    env: { PATH: process.env.PATH, HOME: scratch, BENCH_USAGE: measured, NODE_OPTIONS: '', ...row.env },
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  const elapsed = Number(process.hrtime.bigint() - started) / 1e6;
  if (status !== (row.exits ?? 0)) throw new Error(`${row.name} failed: ${stderr.slice(-500)}`);
  row.seen = await row.hub?.say('seen');
  // The first run warms the file cache.
  if (run === 0) return;
  row.times.push(elapsed);
  if (!row.isOurs) return;
  const { peak, cpu, connectedAt } = JSON.parse(readFileSync(measured, 'utf8'));
  row.peaks.push(peak);
  row.cpus.push(cpu);
  row.firstBytes.push(Number(BigInt(connectedAt) - started) / 1e6);
}

function preflight(key, name, { cli, hub, count, more = [], most, isOther = false }) {
  const list = join(scratch, `${count}.txt`);
  writeFileSync(list, Array.from({ length: count }, (_, index) => `ada/model-${index}\n`).join(''));
  const words = [cli, 'check', '--list', list, '--json', ...more];
  const env = { ...hubEnvironment(hub), HF_TOKEN: hub.token, ...(isOther ? { HF_ENDPOINT: hub.origin } : {}) };
  return { ...ours(words, { key, name, hub, env }), ...(most === undefined ? {} : { most }) };
}

/** The same refusal by the preflight and by the loaders that a job would start: how long until a person can read it. */
function refused(key, name, { cli, hub }) {
  const env = { ...hubEnvironment(hub), HF_TOKEN: hub.token };
  return { ...ours([cli, 'check', 'vendor/gated', '--json'], { key, name, hub, env }), exits: 1 };
}

/** Those of the loaders that the interpreter has. */
function refusals(PYTHON, hub) {
  const has = (library) =>
    spawnSync(PYTHON, ['-c', `import importlib.util as u; exit(u.find_spec("${library}") is None)`]).status === 0;
  const env = { ...pythonEnvironment(hub), HF_HUB_DISABLE_TELEMETRY: '1' };
  return ['huggingface_hub', 'transformers', 'datasets'].filter(has).map((library) => ({
    key: `refused-${library}`,
    name: `\`${library}\`, the same gate`,
    hub,
    env,
    most: 5,
    exits: 1,
    command: [PYTHON, join(root, 'scripts', 'bench', 'refusal.py'), library],
  }));
}

function action(key, name, { dist, hub }) {
  const files = Object.fromEntries(['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY'].map((name) => [name, join(scratch, name)]));
  for (const file of Object.values(files)) writeFileSync(file, '');
  const inputs = { INPUT_TOKEN: hub.token, INPUT_MODELS: 'ada/model-0' };
  const env = { ...files, ...inputs, ...hubEnvironment(hub), RUNNER_TEMP: scratch, GITHUB_WORKSPACE: scratch };
  return ours([join(dist, 'action', 'index.js')], { key, name, hub, env });
}

/** A row for a program of ours; a profile is taken without what measures, which would be measured as well. */
function ours(words, row) {
  const plain = [process.execPath, ...ownNetwork, ...words];
  return { ...row, plain, command: [process.execPath, ...usage, ...ownNetwork, ...words], isOurs: true };
}

function curl(key, name, { hub, count }) {
  const config = join(scratch, `curl-${count}.txt`);
  const lines = Array.from(
    { length: count },
    (_, index) => `url = "https://${HUB_HOST}/api/models/ada/model-${index}/auth-check"`,
  );
  writeFileSync(config, `header = "Authorization: Bearer ${hub.token}"\n${lines.join('\n')}\n`);
  const way = ['--connect-to', `::localhost:${new URL(hub.origin).port}`, '--cacert', hub.pem];
  // 300 is the most that curl does at once.
  const flags = ['--silent', '--fail', '--parallel', '--parallel-max', '300', '--http2', ...way];
  return { key, name, hub, command: ['curl', ...flags, '--config', config] };
}

function python(key, name, { PYTHON, hub, mode }) {
  const command = [PYTHON, join(root, 'scripts', 'bench', 'loop.py'), mode, '100'];
  return { key, name, hub, command, env: pythonEnvironment(hub), most: 3 };
}

function pythonEnvironment(hub) {
  return { HF_ENDPOINT: hub.origin, HF_TOKEN: hub.token, SSL_CERT_FILE: hub.pem, REQUESTS_CA_BUNDLE: hub.pem };
}

function profile({ name, plain, env }) {
  const settings = { env: { PATH: process.env.PATH, HOME: scratch, ...env }, folder: join(scratch, 'profile') };
  return { name, sums: profileOf(plain, settings) };
}

/** The folder with what another commit built. */
function unpack(ref) {
  const folder = join(scratch, 'before');
  mkdirSync(folder);
  // By an index of its own: an archive leaves out what jobs do not download.
  const env = { ...process.env, GIT_INDEX_FILE: join(scratch, 'index') };
  execFileSync('git', ['--work-tree', folder, 'checkout', '--quiet', ref, '--', 'dist'], { cwd: root, env });
  return join(folder, 'dist');
}

/** Milliseconds of the look at the runner by itself: too little to be seen between two runs of a whole process. */
function look() {
  const flags = ['--no-warnings', '--import', join(root, 'scripts', 'run-ts.mjs')];
  const script = join(root, 'scripts', 'bench', 'look.mjs');
  return Array.from({ length: runs }, () =>
    Number(execFileSync(process.execPath, [...flags, script], { encoding: 'utf8' })),
  );
}
