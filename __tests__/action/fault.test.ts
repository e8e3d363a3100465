/** The entry of the action, alone: every other file of the build has gone missing. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const DIST = process.env['PREFLIGHT_DIST'] ?? fileURLToPath(new URL('../../dist', import.meta.url));

test.each([
  ['fail', 1],
  ['warn', 0],
])('under on-unknown: %s a file that cannot be loaded is told as such, without a stack', (onUnknown, exitCode) => {
  const folder = mkdtempSync(join(tmpdir(), 'preflight-fault-'));
  try {
    for (const name of ['index.js', 'package.json']) copyFileSync(join(DIST, 'action', name), join(folder, name));
    const output = join(folder, 'output');
    writeFileSync(output, '');
    const env = {
      PATH: process.env['PATH'],
      GITHUB_OUTPUT: output,
      GITHUB_WORKSPACE: folder,
      RUNNER_TEMP: folder,
      INPUT_MODELS: 'acme/x',
      INPUT_ENDPOINT: 'http://127.0.0.1:9',
      'INPUT_ON-UNKNOWN': onUnknown,
    };
    const ran = spawnSync(process.execPath, [join(folder, 'index.js')], { env, encoding: 'utf8', timeout: 240_000 });
    expect([ran.status, ran.stderr]).toEqual([exitCode, '']);
    expect(ran.stdout).toContain(
      'A file of HF Auth Preflight itself is missing: its copy on this runner is not whole.',
    );
    const blocked = readFileSync(output, 'utf8').matchAll(/^blocked<<(\S+)\n(.*)\n\1$/gm);
    expect([...blocked].at(-1)?.[2]).toBe(String(exitCode === 1));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
