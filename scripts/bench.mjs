/**
 * `npm run bench`: the built command line against the embedded Hub over TLS at 50 ms latency, beside bare node, curl
 * and, where PYTHON names an interpreter with huggingface_hub, the Python client. Everything in one run, interleaved;
 * medians, spread and ratios. `--write` puts the table into docs/performance.md.
 */
import { execFileSync, fork, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '9' },
    latency: { type: 'string', default: '50' },
    write: { type: 'boolean', default: false },
  },
});
const root = fileURLToPath(new URL('..', import.meta.url));
const cli = join(root, 'dist', 'cli', 'index.js');
const runs = Number(values.runs);
const scratch = mkdtempSync(join(tmpdir(), 'preflight-bench-'));
const hubs = [];
try {
  const rows = await measure();
  const text = render(rows);
  console.log(text);
  if (values.write) writeDocs(text);
} finally {
  for (const { child } of hubs) child.disconnect();
  rmSync(scratch, { recursive: true, force: true });
}

/** Starts an embedded Hub with enough repos for every row. */
async function startHub(tls) {
  const script = join(root, 'scripts', 'bench', 'hub.mjs');
  const child = fork(script, [tls, values.latency, '1000'], {
    execArgv: ['--no-warnings', '--import', join(root, 'scripts', 'run-ts.mjs')],
  });
  const say = (message) =>
    new Promise((resolve) => {
      child.once('message', resolve);
      if (message !== undefined) child.send(message);
    });
  const { origin, ca, token } = await say();
  const pem = join(scratch, `${tls}.pem`);
  writeFileSync(pem, ca);
  const hub = { child, say, origin, token, pem };
  hubs.push(hub);
  return hub;
}

async function measure() {
  const h2 = await startHub('h2');
  const http1 = await startHub('http1');
  const rows = [
    { name: 'bare node (`node -e 0`)', command: [process.execPath, '-e', '0'] },
    preflight('preflight, 1 repo', h2, 1),
    preflight('preflight, 100 repos', h2, 100),
    preflight('preflight, 100 repos, `--concurrency 128`', h2, 100, ['--concurrency', '128']),
    preflight('preflight, 1,000 repos', h2, 1000),
    preflight('preflight, 1,000 repos, `--concurrency 128`', h2, 1000, ['--concurrency', '128']),
    preflight('preflight, 1 repo, without the look at the runner', h2, 1, ['--check-runner', 'off']),
    preflight('preflight, 1 repo, HTTP/1.1', http1, 1),
    preflight('preflight, 100 repos, HTTP/1.1', http1, 100),
    curl('`curl --parallel`, 100 repos', h2, 100),
    ...(process.env.PYTHON === undefined
      ? []
      : [
          python('`huggingface_hub` in a loop, 100 repos', h2, 'loop'),
          python('`huggingface_hub` in 32 threads, 100 repos', h2, 'threads'),
        ]),
  ].map((row) => ({ ...row, times: [], usage: [] }));
  // Interleaved, so that a slow moment of the machine meets every row.
  for (let run = 0; run <= runs; run += 1) {
    for (const row of rows) {
      if (run > (row.most ?? Infinity)) continue;
      await row.hub?.say('clear');
      const usage = join(scratch, 'usage');
      const started = process.hrtime.bigint();
      const { status, stderr } = spawnSync(row.command[0], row.command.slice(1), {
        env: { PATH: process.env.PATH, HOME: scratch, BENCH_USAGE: usage, NODE_OPTIONS: '', ...row.env },
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      });
      const elapsed = Number(process.hrtime.bigint() - started) / 1e6;
      if (status !== 0) throw new Error(`${row.name} failed: ${stderr.slice(-500)}`);
      // The first run warms the file cache.
      if (run > 0) row.times.push(elapsed);
      row.seen = await row.hub?.say('seen');
      if (row.measuresMemory) row.usage.push(Number(readFileSync(usage, 'utf8')));
    }
  }
  return rows;
}

function preflight(name, hub, count, more = []) {
  const list = join(scratch, `${count}.txt`);
  writeFileSync(list, Array.from({ length: count }, (_, index) => `ada/model-${index}\n`).join(''));
  const preload = join(root, 'scripts', 'bench', 'usage.cjs');
  const command = [process.execPath, '--require', preload, cli, 'check', '--list', list, '--json', ...more];
  const env = { HF_ENDPOINT: hub.origin, HF_TOKEN: hub.token, NODE_EXTRA_CA_CERTS: hub.pem };
  return { name, hub, command, env, measuresMemory: true };
}

function curl(name, hub, count) {
  const config = join(scratch, 'curl.txt');
  const lines = Array.from(
    { length: count },
    (_, index) => `url = "${hub.origin}/api/models/ada/model-${index}/auth-check"`,
  );
  writeFileSync(config, `header = "Authorization: Bearer ${hub.token}"\n${lines.join('\n')}\n`);
  const flags = ['--silent', '--fail', '--parallel', '--parallel-max', '100', '--http2', '--cacert', hub.pem];
  return { name, hub, command: ['curl', ...flags, '--config', config] };
}

function python(name, hub, mode) {
  const command = [process.env.PYTHON, join(root, 'scripts', 'bench', 'loop.py'), mode, '100'];
  const env = { HF_ENDPOINT: hub.origin, HF_TOKEN: hub.token, SSL_CERT_FILE: hub.pem, REQUESTS_CA_BUNDLE: hub.pem };
  return { name, hub, command, env, most: 3 };
}

function render(rows) {
  const medianOf = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
  const named = (name) => medianOf(rows.find((row) => row.name === name)?.times ?? [NaN]);
  const bare = medianOf(rows[0].times);
  const one = named('preflight, 1 repo');
  const head =
    '| what | median | spread | beside bare node | beside 1 repo | requests | connections | peak memory |\n| :-- | --: | --: | --: | --: | --: | --: | --: |';
  const body = rows.map(({ name, times, seen, usage }) => {
    const median = medianOf(times);
    const spread = `${Math.min(...times).toFixed(0)}–${Math.max(...times).toFixed(0)} ms`;
    const memory = usage.length === 0 ? '' : `${(medianOf(usage) / 1e6).toFixed(0)} MB`;
    return `| ${name} | ${median.toFixed(0)} ms | ${spread} | ${(median / bare).toFixed(2)} | ${(median / one).toFixed(2)} | ${seen?.requests ?? ''} | ${seen?.connections ?? ''} | ${memory} |`;
  });
  const model = cpus()[0]?.model ?? 'unknown processor';
  const about = `${new Date().toISOString().slice(0, 10)}, ${availableParallelism()} cores (${model}), Node ${process.versions.node}, ${runs} runs a row, ${values.latency} ms latency.`;
  return [about, '', head, ...body, '', `${look()} ${sizes()}`].join('\n');
}

/** The look at the runner by itself: too little to be seen between two runs of a whole process. */
function look() {
  const flags = ['--no-warnings', '--import', join(root, 'scripts', 'run-ts.mjs')];
  const script = join(root, 'scripts', 'bench', 'look.mjs');
  const times = Array.from({ length: runs }, () =>
    Number(execFileSync(process.execPath, [...flags, script], { encoding: 'utf8' })),
  );
  const median = times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
  return `The look at the runner alone takes ${median.toFixed(1)} ms (at most ${Math.max(...times).toFixed(1)} ms).`;
}

function sizes() {
  const bytes = (folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.js'))
      .reduce((sum, name) => sum + statSync(join(root, folder, name)).size, 0);
  const tarball = gzipSync(execFileSync('git', ['archive', 'HEAD'], { cwd: root, maxBuffer: 64 * 1024 * 1024 })).length;
  const kilo = (number) => `${(number / 1000).toFixed(0)} kB`;
  return `Action bundle ${kilo(bytes('dist/action'))}, command line ${kilo(bytes('dist/cli'))}, whole repository as a tarball ${kilo(tarball)}.`;
}

/** Replaces what stands between the marks. */
function writeDocs(text) {
  const file = join(root, 'docs', 'performance.md');
  const marked = /(<!-- bench -->\n)[\s\S]*(\n<!-- \/bench -->)/;
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(marked, (_, open, close) => `${open}\n${text}\n${close}`),
  );
}
