/** A copy of the project in which one mutant at a time meets the tests of its room. */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PARTS = [
  'src',
  '__tests__',
  'docs',
  'action.yml',
  'README.md',
  'package.json',
  'jest.config.js',
  'tsconfig.json',
];
/** A mutant that never ends is noticed too. */
const PATIENCE_MS = 180_000;

export class Sandbox {
  #folder = mkdtempSync(join(tmpdir(), 'mutants-'));
  #root;

  constructor(root) {
    this.#root = root;
    for (const part of PARTS) cpSync(join(root, part), join(this.#folder, part), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(this.#folder, 'node_modules'));
  }

  /** `killed`, `survived` or `timeout`: what the room's own tests of a file say, with `source` in its place. */
  async judge({ file, room }, source) {
    const path = join(this.#folder, file);
    writeFileSync(path, source);
    try {
      return await this.#test(room, file);
    } finally {
      writeFileSync(path, readFileSync(join(this.#root, file)));
    }
  }

  #test(room, file) {
    const args = [
      ...[
        '--experimental-vm-modules',
        '--no-warnings',
        'node_modules/jest/bin/jest.js',
        '--runInBand',
        '--bail',
        '--silent',
      ],
      ...['--passWithNoTests', '--cacheDirectory', join(this.#folder, '.cache'), '--testTimeout', '20000'],
      ...['--testMatch', `<rootDir>/__tests__/${room}/**/*.test.ts`, '--findRelatedTests', file],
    ];
    const child = spawn(process.execPath, args, { cwd: this.#folder, stdio: 'ignore', timeout: PATIENCE_MS });
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve(code === 0 ? 'survived' : code === null ? 'timeout' : 'killed'));
    });
  }

  remove() {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
