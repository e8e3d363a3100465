/**
 * `npm run bench:log`: `explain` on a log of 200 MB beside GNU grep with the words by which `explain` looks for lines, and
 * its peak memory, from a file and through a pipe; and both on one that has the same message in every line. `--size` in MB,
 * `--runs`; `--write` puts the table into docs/performance.md.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { dayAndMachine, medianOf, spreadOf, writePart } from './page.mjs';

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '200' },
    runs: { type: 'string', default: '5' },
    write: { type: 'boolean', default: false },
  },
});
const root = fileURLToPath(new URL('../..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'preflight-bench-log-'));
const log = join(scratch, 'build.log');
const repeats = join(scratch, 'repeats.log');
const words = join(scratch, 'words');
const cli = [process.execPath, '--require', join(root, 'scripts/bench/usage.cjs'), join(root, 'dist/cli/index.js')];
const rows = [
  { name: '`grep -E -c -f words`', command: ['grep', '-E', '-c', '-f', words, log] },
  { name: '`explain build.log`', command: [...cli, 'explain', log] },
  { name: '`explain < build.log`', command: [...cli, 'explain'], isPiped: true },
  { name: 'the same message in every line: `grep`', command: ['grep', '-E', '-c', '-f', words, repeats], first: 3 },
  { name: 'the same message in every line: `explain`', command: [...cli, 'explain', repeats], first: 3 },
].map((row) => ({ ...row, times: [], peaks: [] }));
try {
  writeLog();
  writeRepeats();
  writeFileSync(
    words,
    wordsOf()
      .map((word) => `${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\n`)
      .join(''),
  );
  // The first run warms the file cache.
  for (let run = 0; run <= Number(values.runs); run += 1) for (const row of rows) measure(row, run === 0);
  const text = table();
  console.log(text);
  if (values.write) writePart('bench:log', text);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** Installing, compiling, training and tests, as jobs print them, with a time stamp; now and then a line with one of the words. */
function writeLog() {
  const file = openSync(log, 'w');
  const pick = generator(7);
  for (let written = 0, at = 0; written < Number(values.size) * 1e6;) {
    const lines = Array.from({ length: 2000 }, () => line((at += 1), pick)).join('');
    written += writeSync(file, lines);
  }
  writeSync(file, "Error: Access denied. Model 'acme/gated' requires approval.\n");
  closeSync(file);
}

function writeRepeats() {
  const file = openSync(repeats, 'w');
  const pick = generator(7);
  const id = () => (pick(2 ** 24) + 2 ** 28).toString(16);
  for (let written = 0, at = 0; written < Number(values.size) * 1e6;) {
    const lines = Array.from({ length: 2000 }, () => {
      const stamp = `2026-11-27T09:12:${String((at += 1) % 60).padStart(2, '0')}.${String(pick(1e7)).padStart(7, '0')}Z`;
      return `${stamp} huggingface_hub.errors.GatedRepoError: 403 Client Error. (Request ID: Root=1-${id()})\n`;
    });
    written += writeSync(file, lines.join(''));
  }
  closeSync(file);
}

function line(at, pick) {
  const second = String(at % 60).padStart(2, '0');
  const stamp = `2026-11-27T09:12:${second}.${String(pick(1e7)).padStart(7, '0')}Z`;
  const said = [
    () => `  Downloading torch-2.15.${pick(9)}-cp311-cp311-manylinux_2_28_x86_64.whl (${pick(900)}.9 MB)`,
    () => `Epoch ${pick(9)}/9  step ${pick(5000)} loss=${pick(4)}.${pick(9999)} tokens/s=${pick(90000)}`,
    () => `[${pick(400)}/400] Building CXX object src/CMakeFiles/core.dir/file_${pick(400)}.cpp.o`,
    () => `tests/unit/test_module_${pick(90)}.py::test_case_${pick(900)} PASSED`,
    () => `2026-11-27 09:12:${second} INFO worker-${pick(16)}: batch ${pick(99999)} done in ${pick(900)} ms`,
  ][at % 5]();
  return `${stamp} ${at % 5000 === 0 ? `curl: (7) Failed to connect to 10.0.0.${pick(200)} port 9200` : said}\n`;
}

/** The same numbers in every run. */
function generator(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
}

function wordsOf() {
  const code = "import('./src/explain/index.ts').then(({ LOOKED_FOR }) => console.log(JSON.stringify(LOOKED_FOR)))";
  const flags = ['--no-warnings', '--import', './scripts/run-ts.mjs', '-e', code];
  return JSON.parse(execFileSync(process.execPath, flags, { cwd: root, encoding: 'utf8' }));
}

function measure({ command, isPiped, times, peaks }, isWarming) {
  const usage = join(scratch, 'usage');
  const started = process.hrtime.bigint();
  // Through a pipe and not from a file: that is how standard input comes.
  const [program, args] = isPiped
    ? ['bash', ['-c', 'cat "$0" | "$@"', log, ...command]]
    : [command[0], command.slice(1)];
  const { status } = spawnSync(program, args, {
    env: { PATH: process.env.PATH, HOME: scratch, BENCH_USAGE: usage, LC_ALL: 'C.UTF-8' },
    // Not nowhere: GNU grep stops at the first match when nobody can see the rest.
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`${program} ended with ${status}`);
  const elapsed = Number(process.hrtime.bigint() - started) / 1e6;
  if (isWarming) return;
  times.push(elapsed);
  if (command[0] !== 'grep') peaks.push(JSON.parse(readFileSync(usage, 'utf8')).peak / 1e6);
}

function table() {
  const cells = rows.map(({ name, times, peaks, first = 0 }) => {
    const grep = medianOf(rows[first].times);
    const time = medianOf(times);
    const spread = spreadOf(times);
    const peak = peaks.length === 0 ? '' : `${Math.max(...peaks).toFixed(0)} MB`;
    return `| ${name} | ${time.toFixed(0)} ms | ${spread} | ${(time / grep).toFixed(2)} × | ${peak} |`;
  });
  return [
    `${dayAndMachine()}, ${values.runs} runs a row, ${values.size} MB. Goals: at most 3 × the time of grep, and 120 MB.`,
    '',
    '| what | median | spread | beside grep | peak memory |',
    '| :-- | --: | --: | --: | --: |',
    ...cells,
  ].join('\n');
}
