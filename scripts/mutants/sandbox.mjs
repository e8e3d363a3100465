/** A copy of the project in which one mutant at a time meets the tests. */
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A mutant that never ends is noticed too. */
const PATIENCE_MS = 180_000;
/** All tests of all rooms, on a machine that may be busy. */
const GREEN_PATIENCE_MS = 1_800_000;

/**
 * The tests that a survivor of its room's own meets next. `scenarios` and `action` run the build, which
 * holds no mutant; the wide suites take minutes.
 */
const WIDER = [
  'checks',
  'cli',
  'discovery',
  'docs',
  'domain',
  'explain',
  'follow',
  'hub',
  'lint',
  'lock',
  'report',
  'runner',
  'scan',
  'simulator',
];

export class Sandbox {
  #folder = mkdtempSync(join(tmpdir(), 'mutants-'));

  constructor(root) {
    const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0');
    for (const file of files) {
      const isThere = file !== '' && existsSync(join(root, file));
      if (isThere) cpSync(join(root, file), join(this.#folder, file), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(this.#folder, 'node_modules'));
  }

  /** `killed`, `survived` or `timeout`: what the tests of its room say, or the generated pages and all others, with `source` in its place. */
  async judge({ file, room }, source, whose) {
    const path = join(this.#folder, file);
    const original = readFileSync(path);
    writeFileSync(path, source);
    try {
      if (whose === 'own') return await this.#test([room], ['--findRelatedTests', file]);
      // The pages that are generated are compared in CI.
      const pages = await this.#run(['--import', './scripts/run-ts.mjs', 'scripts/docs/index.ts', '--check']);
      if (pages !== 'survived') return pages;
      return await this.#test(
        WIDER.filter((one) => one !== room),
        ['--findRelatedTests', file],
      );
    } finally {
      writeFileSync(path, original);
    }
  }

  /** Whether the tests pass without any mutant: where they fail, they would kill everything. */
  async isGreen() {
    const verdict = await this.#test(WIDER, [], { stderr: 'inherit', timeout: GREEN_PATIENCE_MS });
    if (verdict === 'timeout') throw new Error('the tests take too long without any mutant');
    return verdict === 'survived';
  }

  #test(rooms, which, options) {
    const args = [
      ...['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'],
      ...[
        '--config',
        'jest.quick.config.js',
        '--runInBand',
        '--bail',
        '--silent',
        '--passWithNoTests',
        '--testTimeout',
        '20000',
      ],
      ...['--cacheDirectory', join(this.#folder, '.cache')],
      ...['--testSequencer', fileURLToPath(new URL('shortest-first.mjs', import.meta.url))],
      ...[...rooms.map((room) => `${room}/**/*`), 'probe-session'].flatMap((name) => [
        '--testMatch',
        `<rootDir>/__tests__/${name}.test.ts`,
      ]),
      ...which,
    ];
    return this.#run(args, options);
  }

  #run(args, { stderr = 'ignore', timeout = PATIENCE_MS } = {}) {
    const child = spawn(process.execPath, args, {
      cwd: this.#folder,
      stdio: ['ignore', 'ignore', stderr],
      timeout,
    });
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve(code === 0 ? 'survived' : code === null ? 'timeout' : 'killed'));
    });
  }

  remove() {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
