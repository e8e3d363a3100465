/**
 * `lint` beside actionlint on the same 2,000 workflows, in turns: `npm run bench:lint`.
 * `ACTIONLINT` names the program; by default the one of PATH. The workflows are this project's recipes, each of which has a step
 * that uses the Hub. In the first row all are as they are, so that none is passed over; in the second, only one of 20 is, and the
 * others have no word of the Hub. Wall time needs an idle machine, processor time does not.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { medianOf } from './page.mjs';

const FILES = 2_000;
const RUNS = 5;
const ROWS = [
  ['all concern the Hub', 1],
  ['1 of 20 concerns the Hub', 20],
];
const cli = resolve(process.argv[2] ?? 'dist/cli/index.js');
const actionlint = process.env['ACTIONLINT'] ?? 'actionlint';

const recipes = readdirSync('docs/recipes')
  .filter((name) => name.endsWith('.yml') && name !== 'gitlab-ci.yml')
  .map((name) => readFileSync(join('docs/recipes', name), 'utf8'));

for (const [name, every] of ROWS) measure(name, every);

function measure(name, every) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-lint-'));
  try {
    const names = written(folder, every);
    const times = { lint: [], actionlint: [] };
    for (let run = 0; run < RUNS; run += 1) {
      times.lint.push(timed(folder, [process.execPath, cli, 'lint', folder, '--json']));
      times.actionlint.push(timed(folder, [actionlint, '-shellcheck=', '-pyflakes=', ...names]));
    }
    for (const what of ['wall', 'processor']) {
      const [own, other] = [times.lint, times.actionlint].map((all) => medianOf(all.map((one) => one[what])));
      const ratio = (own / other).toFixed(2);
      console.log(
        `${FILES} workflows, ${name}: ${what} time, median of ${RUNS}: lint ${own.toFixed(2)} s, actionlint ${other.toFixed(2)} s, ratio ${ratio}`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The workflows, half of them with another name for the secret. */
function written(folder, every) {
  const workflows = join(folder, '.github', 'workflows');
  mkdirSync(workflows, { recursive: true });
  execFileSync('git', ['init', '-q', folder]);
  return Array.from({ length: FILES }, (_, index) => {
    const path = join(workflows, `w${index}.yml`);
    const recipe = recipes[Math.floor(index / every) % recipes.length];
    const isHub = index % every === 0;
    const text = isHub
      ? recipe.replaceAll('HF_TOKEN', index % (2 * every) ? 'HF_CI_TOKEN' : 'HF_TOKEN')
      : plain(recipe);
    writeFileSync(path, text);
    return path;
  });
}

function plain(text) {
  return text
    .replaceAll(/HF_/g, 'ACME_')
    .replaceAll(/hf[-_]/gi, 'acme-')
    .replaceAll(/\bhf\b/gi, 'acme')
    .replaceAll(/hugging/gi, 'acme');
}

/** Seconds, by bash's `time`; both exit 1 where they find something. */
function timed(folder, words) {
  const script = `TIMEFORMAT='%R %U %S'; { time "$@" >/dev/null 2>&1; } 2>&1; exit 0`;
  const { stdout, error } = spawnSync('bash', ['-c', script, 'bash', ...words], { cwd: folder, timeout: 300_000 });
  const [wall, user, system] = String(stdout).trim().split(' ').map(Number);
  if (error !== undefined || !(wall > 0)) throw error ?? new Error(`${words[0]} was not measured`);
  return { wall, processor: user + system };
}
