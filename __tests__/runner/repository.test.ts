import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { repositoryAround, trackedIn } from '../../src/runner/tree/repository';

const folder = mkdtempSync(join(tmpdir(), 'repository-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const isEnv = (path: string) => path.includes('.env');

describe.each([2, 3, 4])('an index of version %i', (version) => {
  const top = join(folder, String(version));
  const git = (...words: string[]) => execFileSync('git', words, { cwd: top, stdio: 'pipe' });
  mkdirSync(join(top, 'app', 'deep'), { recursive: true });
  for (const name of ['.env', 'app/.env', 'app/.env.local', 'app/deep/.env', 'app/main.py', 'later.env'])
    writeFileSync(join(top, name), 'x');
  git('init', '-q');
  git('config', 'index.version', String(version));
  git('remote', 'add', 'origin', 'git@github.com:Acme/app.git');
  git('add', '.env', 'app');
  git('add', '-N', 'later.env');
  git('update-index', '--index-version', String(version));

  test('has what git tracks, told from the base', () => {
    expect(repositoryAround(top, isEnv)).toEqual({
      top,
      owner: 'acme',
      tracked: new Set(['.env', 'app/.env', 'app/.env.local', 'app/deep/.env', 'later.env']),
    });
    const below = repositoryAround(join(top, 'app'), isEnv);
    expect(below?.tracked).toEqual(new Set(['../.env', '.env', '.env.local', 'deep/.env', '../later.env']));
  });
});

test('bytes that are no index are none', () => {
  for (const bytes of ['', 'DIRC', 'DIRC\0\0\0\u0002\0\0\0\u0005', `DIRC\0\0\0\u0009\0\0\0\0`])
    expect(trackedIn(Buffer.from(bytes, 'latin1'), isEnv)).toBeUndefined();
});

test('an index that cannot be read is said to be so', () => {
  const top = join(folder, 'bare');
  mkdirSync(join(top, '.git'), { recursive: true });
  expect(repositoryAround(top, isEnv)).toEqual({ top, tracked: 'unreadable' });
});
