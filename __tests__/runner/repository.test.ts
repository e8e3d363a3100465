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

test('an index that ends within a name is none', () => {
  const head = Buffer.from('DIRC\0\0\0\u0002\0\0\0\u0001', 'latin1');
  const entry = (name: string) => Buffer.concat([head, Buffer.alloc(62), Buffer.from(name, 'latin1')]);
  expect(trackedIn(entry('app/.env'), isEnv)).toBeUndefined();
  expect(trackedIn(entry('app/.env\0'), isEnv)).toEqual(['app/.env']);
});

test.each([
  ['the address that is fetched from', 'url = https://github.com/acme/app.git', 'acme'],
  ['one that is only pushed to', 'pushurl = https://github.com/acme/app.git', undefined],
  ['another key', 'fetch = +refs/heads/*:refs/remotes/origin/*', undefined],
])('the owner: %s', (_what, setting, owner) => {
  const top = mkdtempSync(join(folder, 'owner-'));
  mkdirSync(join(top, '.git'));
  writeFileSync(join(top, '.git', 'config'), `[remote "origin"]\n\t${setting}\n[branch "main"]\n\tremote = origin\n`);
  expect(repositoryAround(top, isEnv)?.owner).toBe(owner);
});

test('before anything was added there is no index, and nothing is tracked', () => {
  const top = join(folder, 'fresh');
  mkdirSync(join(top, '.git'), { recursive: true });
  expect(repositoryAround(top, isEnv)).toEqual({ top, tracked: new Set() });
});

test('an index that cannot be read is said to be so, and so is one that a file leads to', () => {
  const linked = mkdtempSync(join(folder, 'linked-'));
  writeFileSync(join(linked, '.git'), 'gitdir: ../elsewhere/.git/worktrees/linked');
  expect(repositoryAround(linked, isEnv)).toEqual({ top: linked, tracked: 'unreadable' });
  const top = join(folder, 'bare');
  mkdirSync(join(top, '.git'), { recursive: true });
  writeFileSync(join(top, '.git', 'index'), 'DIRCjunk');
  expect(repositoryAround(top, isEnv)).toEqual({ top, tracked: 'unreadable' });
});
