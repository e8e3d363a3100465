/**
 * The packages as people install them, from the files that a release would publish (`PACKAGES`), into empty places, without a
 * network. `WHEELS` has the wheel of Node, `UVX` is uv's program.
 */
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { VERSION } from '../../src/domain/version';
import { endToEndWorld } from '../end-to-end/world';
import { startHub, type TestHub } from '../hub-fixture/start';

const { PACKAGES = '', WHEELS = '', UVX = '' } = process.env;
const scratch = mkdtempSync(join(tmpdir(), 'preflight-packages-'));
const { world, tokens } = endToEndWorld();
const fileOf = (ending: string) =>
  join(PACKAGES, readdirSync(PACKAGES).find((name) => name.endsWith(ending)) ?? ending);
const folder = (name: string) => {
  mkdirSync(join(scratch, name), { recursive: true });
  return join(scratch, name);
};
let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ world });
});
afterAll(async () => {
  await hub.close();
  rmSync(scratch, { recursive: true, force: true });
});

interface Ran {
  readonly status: number | null;
  readonly output: string;
}

/** A way to call what is installed: the words before those of the command, the path, and the folder. */
interface Way {
  readonly words: readonly [string, ...string[]];
  readonly path: string;
  readonly cwd?: string;
}

/** Its exit code and standard output. The environment has nothing but a path, a home of its own and what a check needs. */
function run({ words: [program, ...before], path, cwd = folder('empty') }: Way, ...more: string[]): Promise<Ran> {
  const env = {
    PATH: path,
    HOME: folder('home'),
    HF_TOKEN: tokens['READ_TOKEN'],
    HF_ENDPOINT: hub.origin,
    NO_UPDATE_NOTIFIER: '1',
  };
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...before, ...more], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const pieces: string[] = [];
    child.stdout.on('data', (piece) => pieces.push(String(piece)));
    child.stderr.pipe(process.stderr);
    child.once('error', reject);
    child.once('close', (status) => {
      resolve({ status, output: pieces.join('') });
    });
  });
}

/** The demo, a check that is allowed and one that is denied, as the exit codes and the report say. */
async function works(way: Way): Promise<void> {
  expect(await run(way, '--version')).toEqual({ status: 0, output: expect.stringContaining(VERSION) });
  const demo = await run(way, 'demo');
  expect(demo).toEqual({ status: 0, output: expect.stringContaining('HF Auth Preflight') });
  const good = await run(way, 'check', 'acme/finetune', '--datasets', 'acme/corpus', '--json');
  expect([good.status, JSON.parse(good.output)]).toEqual([
    0,
    expect.objectContaining({ tool: { version: VERSION }, result: 'pass' }),
  ]);
  const bad = await run(way, 'check', 'acme/finetune:write', '--json');
  expect([bad.status, JSON.parse(bad.output)]).toEqual([1, expect.objectContaining({ result: 'fail' })]);
}

test('npm: installed into an empty folder with nothing beside it, and called by npx', async () => {
  const cwd = folder('npm');
  writeFileSync(join(cwd, 'package.json'), '{ "private": true }\n');
  execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', fileOf('.tgz')], { cwd, stdio: 'pipe' });
  expect(readdirSync(join(cwd, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['hf-auth-preflight']);
  await works({ words: ['npx', '--offline', 'hf-auth-preflight'], path: process.env['PATH'] ?? '', cwd });
});

describe('PyPI', () => {
  const python = join(scratch, 'venv', 'bin', 'python');
  const installed = join(scratch, 'venv', 'bin', 'hf-auth-preflight');
  const find = ['--no-index', '--find-links', WHEELS, '--find-links', PACKAGES];
  beforeAll(() => {
    execFileSync('python3', ['-m', 'venv', join(scratch, 'venv')]);
    execFileSync(python, ['-m', 'pip', 'install', '--quiet', '--no-cache-dir', ...find, 'hf-auth-preflight']);
  });

  test('pip: works where there is no node', async () => {
    await works({ words: [installed], path: folder('empty') });
    await works({ words: [python, '-m', 'hf_auth_preflight'], path: folder('empty') });
  });

  test('uvx: works where there is no node', async () => {
    // What uv installs is a script of the shell that needs these two.
    const path = folder('shell');
    for (const name of ['dirname', 'realpath']) symlinkSync(`/usr/bin/${name}`, join(path, name));
    const words = [
      UVX,
      '--python',
      realPython(),
      '--cache-dir',
      folder('cache'),
      ...find,
      'hf-auth-preflight',
    ] as const;
    await works({ words: [...words], path });
  });

  const OWN = `${VERSION}\n`;
  test.each([
    ['new enough', 'echo v20.18.0', 'other\n'],
    ['newer', 'echo v100.0.0', 'other\n'],
    ['a minor version too old', 'echo v20.17.9', OWN],
    ['a major version too old', 'echo v18.20.4', OWN],
    ['none, but named so', 'echo 24.1.0', OWN],
    ['silent', 'true', OWN],
    ['a shim that fails', 'echo v24.1.0; exit 1', OWN],
  ])('a node on the path that is %s', async (name, version, output) => {
    const bin = node(folder(`bin ${name}`), version);
    expect(await run({ words: [installed], path: `${bin}:/usr/bin:/bin` }, '--version')).toEqual({ status: 0, output });
  });

  test('a node of the folder that it is called in is not run', async () => {
    const cwd = node(folder('checkout'), 'echo v24.0.0');
    for (const path of [cwd, '.', '']) {
      expect(await run({ words: [installed], path, cwd }, '--version')).toEqual({ status: 0, output: OWN });
    }
  });

  test('a node that cannot be started is passed over', async () => {
    const bin = folder('broken');
    writeFileSync(join(bin, 'node'), '#!/nowhere/node\n', { mode: 0o755 });
    expect(await run({ words: [installed], path: bin }, '--version')).toEqual({ status: 0, output: OWN });
  });

  function realPython(): string {
    return execFileSync(python, ['-c', 'import sys; print(sys._base_executable)'], { encoding: 'utf8' }).trim();
  }
});

/** A program `node` that answers `--version` by a line of shell, and says `other` to all else. */
function node(bin: string, version: string): string {
  const file = join(bin, 'node');
  writeFileSync(file, `#!/bin/sh\nif [ "$1" = --version ]; then ${version}; else echo other; fi\n`);
  chmodSync(file, 0o755);
  return dirname(file);
}
