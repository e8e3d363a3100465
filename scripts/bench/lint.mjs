/**
 * `lint` beside actionlint on the same workflows, one after the other: `npm run bench:lint`.
 * `ACTIONLINT` names the program; by default the one of PATH. Every workflow names the Hub, so that none is passed over.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';

const FILES = 2_000;
const RUNS = 5;
const cli = resolve(process.argv[2] ?? 'dist/cli/index.js');
const actionlint = process.env['ACTIONLINT'] ?? 'actionlint';

const recipes = readdirSync('docs/recipes')
  .filter((name) => name.endsWith('.yml') && name !== 'gitlab-ci.yml')
  .map((name) => readFileSync(join('docs/recipes', name), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'bench-lint-'));
try {
  const workflows = join(folder, '.github', 'workflows');
  mkdirSync(workflows, { recursive: true });
  execFileSync('git', ['init', '-q', folder]);
  const names = Array.from({ length: FILES }, (_, index) => join(workflows, `w${index}.yml`));
  for (const [index, name] of names.entries())
    writeFileSync(name, recipes[index % recipes.length].replaceAll('HF_TOKEN', index % 2 ? 'HF_TOKEN' : 'HF_CI_TOKEN'));
  const times = { lint: [], actionlint: [] };
  for (let run = 0; run < RUNS; run += 1) {
    times.lint.push(timed(process.execPath, [cli, 'lint', folder, '--json']));
    times.actionlint.push(timed(actionlint, ['-shellcheck=', '-pyflakes=', ...names]));
  }
  const [own, other] = [times.lint, times.actionlint].map(median);
  console.log(
    `${FILES} workflows, median of ${RUNS} runs: lint ${own.toFixed(2)} s, actionlint ${other.toFixed(2)} s, ratio ${(own / other).toFixed(2)}`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Seconds of wall time; both exit 1 where they find something. */
function timed(program, words) {
  const start = performance.now();
  const { status, error } = spawnSync(program, words, { cwd: folder, stdio: 'ignore', timeout: 300_000 });
  if (error !== undefined || (status !== 0 && status !== 1))
    throw error ?? new Error(`${program} ended with ${status}`);
  return (performance.now() - start) / 1000;
}

function median(values) {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];
}
