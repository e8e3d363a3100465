/**
 * `npm run bench:scan`: `scan` on 10,000 Python files beside Python's own parser, and beside ripgrep (or GNU grep, where there
 * is none) with the words of the prefilter; the Action with `discover` beside the Action with the same repos in `list`, where
 * each answer takes 50 ms, and where the wire does, so that the handshake takes its time too. The files are modules of the standard library of PYTHON (default `python3`), some with a call added. `--files`,
 * `--runs`; `--write` puts the table into docs/performance.md.
 */
import { execFileSync, fork, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { hubEnvironment } from './hub-host.mjs';
import { dayAndMachine, medianOf, spreadOf, writePart } from './page.mjs';

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '10000' },
    runs: { type: 'string', default: '5' },
    write: { type: 'boolean', default: false },
  },
});
const root = fileURLToPath(new URL('../..', import.meta.url));
const python = process.env.PYTHON ?? 'python3';
const runTs = ['--no-warnings', '--import', join(root, 'scripts', 'run-ts.mjs')];
const usage = ['--require', join(root, 'scripts', 'bench', 'usage.cjs')];
const ownNetwork = ['--require', join(root, 'scripts', 'bench', 'own-network.cjs')];
const scratch = mkdtempSync(join(tmpdir(), 'preflight-bench-scan-'));
let hub, wired;
try {
  const modules = modulesOf();
  writeTree('all', { count: Number(values.files), share: 1, modules });
  writeTree('few', { count: Number(values.files), share: 0.03, modules });
  writeTree('action', { count: 500, share: 0.05, modules });
  hub = await startHub(50);
  wired = await withWire(await startHub(0), 50);
  const rows = rowsOf();
  for (let run = 0; run <= Number(values.runs); run += 1) for (const row of rows) measure(row, run === 0);
  const text = table(rows);
  console.log(text);
  if (values.write) writePart('bench:scan', text);
} finally {
  for (const { child } of [hub, wired, wired?.behind].filter(Boolean)) child.disconnect();
  rmSync(scratch, { recursive: true, force: true });
}

/** Modules of up to 20 kB that parse and load nothing from the Hub. */
function modulesOf() {
  const code = [
    'import ast, glob, json, os, sysconfig',
    'found = []',
    'for name in sorted(glob.glob(sysconfig.get_paths()["stdlib"] + "/**/*.py", recursive=True)):',
    '    if "/test" in name or "site-packages" in name or not 200 < os.path.getsize(name) < 20000: continue',
    '    try:',
    '        text = open(name, encoding="utf-8").read(); ast.parse(text)',
    '    except Exception: continue',
    '    if "from_pretrained" not in text: found.append(name)',
    'print(json.dumps(found))',
  ].join('\n');
  const names = JSON.parse(execFileSync(python, ['-W', 'ignore', '-c', code], { encoding: 'utf8', maxBuffer: 1e8 }));
  return names.map((name) => readFileSync(name, 'utf8'));
}

/** Each module in turn; a call stands in a function of its own, in the middle of what else there is. */
function writeTree(name, { count, share, modules }) {
  for (let index = 0, calls = 0; index < count; index += 1) {
    const folder = join(scratch, name, `package${String(Math.floor(index / 100))}`);
    if (index % 100 === 0) mkdirSync(folder, { recursive: true });
    const hasCall = Math.floor(index * share) !== Math.floor((index + 1) * share);
    const call = `\n\ndef load_${index}():\n    from transformers import AutoModel\n    name = "ada/model-${calls % 25}"\n    return AutoModel.from_pretrained(name)\n`;
    writeFileSync(join(folder, `module${index}.py`), `${modules[index % modules.length]}${hasCall ? call : ''}`);
    calls += Number(hasCall);
  }
  const ids = Array.from({ length: 25 }, (_, index) => `ada/model-${index}\n`).join('');
  writeFileSync(join(scratch, name, 'repos.txt'), ids);
}

/** @param latency milliseconds before each answer */
async function startHub(latency) {
  const child = fork(join(root, 'scripts', 'bench', 'hub.mjs'), ['h2', String(latency), '100'], { execArgv: runTs });
  const { origin, ca, token } = await new Promise((resolve) => child.once('message', resolve));
  const pem = join(scratch, `ca-${latency}.pem`);
  writeFileSync(pem, ca);
  return { child, origin, token, pem };
}

/** The same Hub at the end of a wire. */
async function withWire(behind, roundTrip) {
  const { port } = new URL(behind.origin);
  const child = fork(join(root, 'scripts', 'bench', 'wire.mjs'), [port, String(roundTrip)]);
  const { port: own } = await new Promise((resolve) => child.once('message', resolve));
  return { ...behind, child, behind, origin: behind.origin.replace(port, String(own)) };
}

function rowsOf() {
  const cli = [process.execPath, ...usage, join(root, 'dist', 'cli', 'index.js'), 'scan', '--json'];
  const [search, words] = [searcher(), wordsOf().join('|')];
  const [all, few] = ['all', 'few'].map((name) => join(scratch, name));
  return [
    {
      key: 'ast',
      name: '`ast.parse`, every file has a call',
      command: [python, '-W', 'ignore', join(root, 'scripts/bench/parse.py'), all],
    },
    {
      key: 'all',
      name: '`scan`, every file has a call',
      command: [...cli, all],
      beside: 'ast',
      goal: 1.5,
      isOurs: true,
    },
    { key: 'search', name: `\`${search[0]}\`, 3 % of the files have one`, command: [...search, words, few] },
    {
      key: 'few',
      name: '`scan`, 3 % of the files have one',
      command: [...cli, few],
      beside: 'search',
      goal: 10,
      isOurs: true,
    },
    ...actions('reply', hub, 'answers take 50 ms'),
    ...actions('wire', wired, '50 ms on the wire'),
  ].map((row) => ({ ...row, times: [], cpus: [], peaks: [] }));
}

/** The Action with `list`, and with `discover`. */
function actions(key, server, how) {
  const [list, discover] = [`list-${key}`, `discover-${key}`];
  return [
    action(list, `the Action, 25 repos by \`list\`, ${how}`, { server, inputs: { INPUT_LIST: 'repos.txt' } }),
    {
      ...action(discover, 'the same by `discover` in 500 files', { server, inputs: { INPUT_DISCOVER: '.' } }),
      beside: list,
      goal: 1.3,
    },
  ];
}

function action(key, name, { server, inputs }) {
  const files = Object.fromEntries(['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY'].map((file) => [file, join(scratch, file)]));
  for (const file of Object.values(files)) writeFileSync(file, '');
  const folder = { RUNNER_TEMP: scratch, GITHUB_WORKSPACE: join(scratch, 'action') };
  const env = { ...files, ...folder, ...hubEnvironment(server), INPUT_TOKEN: server.token, ...inputs };
  const command = [process.execPath, ...usage, ...ownNetwork, join(root, 'dist', 'action', 'index.js')];
  return { key, name, command, env, isOurs: true };
}

function searcher() {
  const has = spawnSync('rg', ['--version']).status === 0;
  return has ? ['rg', '-l', '--sort', 'none', '-e'] : ['grep', '-rlE', '--include=*.py'];
}

/** The words of the prefilter for Python, as a pattern takes them. */
function wordsOf() {
  const code = "import('./src/scan/index.ts').then(({ wordsOf }) => console.log(JSON.stringify(wordsOf('a.py'))))";
  const words = JSON.parse(execFileSync(process.execPath, [...runTs, '-e', code], { cwd: root, encoding: 'utf8' }));
  return words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
}

function measure({ key, command, env, isOurs, times, cpus: spent, peaks }, isWarming) {
  const measured = join(scratch, 'usage');
  const started = process.hrtime.bigint();
  const { status, stderr } = spawnSync(command[0], command.slice(1), {
    env: { PATH: process.env.PATH, HOME: scratch, BENCH_USAGE: measured, ...env },
    maxBuffer: 256 * 1024 * 1024,
  });
  const elapsed = Number(process.hrtime.bigint() - started) / 1e6;
  if (status !== 0) throw new Error(`${key} ended with ${status}: ${String(stderr).slice(-300)}`);
  if (isWarming) return;
  times.push(elapsed);
  if (!isOurs) return;
  const { cpu, peak } = JSON.parse(readFileSync(measured, 'utf8'));
  spent.push(cpu);
  peaks.push(peak / 1e6);
}

function table(rows) {
  const times = new Map(rows.map(({ key, times: all }) => [key, medianOf(all)]));
  const cells = rows.map((row) => {
    const spread = spreadOf(row.times);
    const ratio = row.beside === undefined ? '' : `${(times.get(row.key) / times.get(row.beside)).toFixed(2)} ×`;
    const goal = row.goal === undefined ? '' : `${row.goal} ×`;
    const peak = row.peaks.length === 0 ? '' : `${Math.max(...row.peaks).toFixed(0)} MB`;
    return `| ${row.name} | ${times.get(row.key).toFixed(0)} ms | ${spread} | ${ratio} | ${goal} | ${peak} |`;
  });
  return [
    `${dayAndMachine()}, ${values.runs} runs a row, ${values.files} files. Each row is compared with the one before it; goal for memory: 250 MB.`,
    '',
    '| what | median | spread | beside it | goal | peak memory |',
    '| :-- | --: | --: | --: | --: | --: |',
    ...cells,
  ].join('\n');
}
