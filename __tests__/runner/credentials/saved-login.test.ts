import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loginFiles, readSavedLogin, tokenPathFault } from '../../../src/runner/credentials/saved-login';
import { displayPath } from '../../../src/runner/files/locations';

const home = '/home/ann';
const folder = '/srv/app';

describe('loginFiles', () => {
  test.each([
    [{}, '/home/ann/.cache/huggingface/token', '/home/ann/.cache/huggingface/stored_tokens'],
    [{ XDG_CACHE_HOME: '/x' }, '/x/huggingface/token', '/x/huggingface/stored_tokens'],
    [{ XDG_CACHE_HOME: '/x', HF_HOME: '/hf' }, '/hf/token', '/hf/stored_tokens'],
    [{ HF_HOME: '~/hf' }, '/home/ann/hf/token', '/home/ann/hf/stored_tokens'],
    [{ HF_HOME: '$BASE/${SUB}/hf', BASE: '/b', SUB: 's' }, '/b/s/hf/token', '/b/s/hf/stored_tokens'],
    [{ HF_HOME: '/$NOT_SET' }, '/$NOT_SET/token', '/$NOT_SET/stored_tokens'],
    [{ HF_TOKEN_PATH: '/run/secrets/hf', HF_HOME: '/hf' }, '/run/secrets/hf', '/run/secrets/stored_tokens'],
    [{ HF_TOKEN_PATH: '~' }, '/home/ann', '/home/stored_tokens'],
    // Set and blank is set: Python then takes a path in the current folder.
    [{ HF_HOME: '' }, '/srv/app/token', '/srv/app/stored_tokens'],
    [{ XDG_CACHE_HOME: '' }, '/srv/app/huggingface/token', '/srv/app/huggingface/stored_tokens'],
    [{ HF_TOKEN_PATH: '' }, '/srv/app', '/srv/app/stored_tokens'],
  ])('%j', (env, token, storedTokens) => {
    expect(loginFiles({ env, home, folder })).toMatchObject({ token, storedTokens });
  });

  test('HF_TOKEN_PATH does not move the file in HF_HOME', () => {
    const env = { HF_TOKEN_PATH: '/run/secrets/hf', HF_HOME: '/hf' };
    expect(loginFiles({ env, home, folder }).others.home).toBe('/hf/token');
  });

  test.each([
    [{}, { plain: 'C', home: 'C', tilde: 'C', path: 'C' }],
    [{ XDG_CACHE_HOME: '~/x' }, { plain: '/srv/app/~/x/huggingface/token', home: 'C', tilde: 'C', path: 'C' }],
    [
      { HF_HOME: '~/hf' },
      {
        plain: '/srv/app/~/hf/token',
        home: '/srv/app/~/hf/token',
        tilde: '/home/ann/hf/token',
        path: '/home/ann/hf/token',
      },
    ],
    [
      { HF_HOME: '$BASE/hf', BASE: '/b' },
      {
        plain: '/srv/app/$BASE/hf/token',
        home: '/srv/app/$BASE/hf/token',
        tilde: '/srv/app/$BASE/hf/token',
        path: '/srv/app/$BASE/hf/token',
      },
    ],
    [{ HF_TOKEN_PATH: '~/named' }, { plain: '/srv/app/~/named', home: 'C', tilde: 'C', path: '/home/ann/named' }],
    [
      { HF_TOKEN_PATH: '/named', HF_HOME: '/hf' },
      { plain: '/named', home: '/hf/token', tilde: '/hf/token', path: '/named' },
    ],
  ])('clients that take paths word for word: %j', (env, expected) => {
    const shown = Object.entries<string>({ ...loginFiles({ env: { ...env }, home, folder }).others }).map(
      ([name, path]) => [name, path === '/home/ann/.cache/huggingface/token' ? 'C' : path],
    );
    expect(Object.fromEntries(shown)).toEqual(expected);
  });
});

describe('displayPath', () => {
  test.each([
    ['/home/ann/.netrc', '~/.netrc'],
    ['/srv/app/.git/config', '.git/config'],
    ['/srv/temp/x.config', '$RUNNER_TEMP/x.config'],
    ['/etc/gitconfig', '/etc/gitconfig'],
    ['/home/bob/token', 'token'],
    ['/home/annette/token', 'token'],
  ])('%s', (path, shown) => {
    expect(displayPath(path, { env: { RUNNER_TEMP: '/srv/temp' }, home, folder })).toBe(shown);
  });

  test('a home of one letter is one, and none is not the root', () => {
    expect(displayPath('/r/.netrc', { env: {}, home: '/r', folder })).toBe('~/.netrc');
    expect(displayPath('/srv/.netrc', { env: {}, home: '', folder })).toBe('.netrc');
  });
});

describe('readSavedLogin', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'saved-login-test-'));
  afterAll(() => {
    rmSync(scratch, { recursive: true });
  });

  test('reads the file, and tells absence from trouble', () => {
    mkdirSync(join(scratch, '.cache/huggingface'), { recursive: true });
    writeFileSync(join(scratch, '.cache/huggingface/token'), 'hf_abc\n');
    const where = { env: {}, home: scratch, folder };
    expect(readSavedLogin(where)).toEqual({ kind: 'text', text: 'hf_abc\n' });
    expect(readSavedLogin({ ...where, env: { HF_HOME: '/nowhere' } })).toEqual({ kind: 'absent' });
    const faultOf = (path: string) => tokenPathFault({ ...where, env: { HF_TOKEN_PATH: path } });
    expect(tokenPathFault(where)).toBeUndefined();
    expect(faultOf(' ')).toBe('it is blank');
    expect(faultOf('/nowhere')).toMatch(/^there is no such file, /);
    expect(faultOf(scratch)).toBe('the file cannot be used: it is not a regular file');
    expect(faultOf(join(scratch, '.cache/huggingface/token'))).toBeUndefined();
    expect(readSavedLogin({ ...where, env: { HF_TOKEN_PATH: scratch } })).toMatchObject({ kind: 'unreadable' });
  });
});

test('only the file that HF_TOKEN_PATH names may be a link', () => {
  const base = mkdtempSync(join(tmpdir(), 'linked-login-'));
  writeFileSync(join(base, 'mounted'), 'hf_x');
  symlinkSync(join(base, 'mounted'), join(base, 'token'));
  expect(readSavedLogin({ env: { HF_TOKEN_PATH: join(base, 'token') }, home, folder })).toMatchObject({ kind: 'text' });
  expect(readSavedLogin({ env: { HF_HOME: base }, home, folder })).toMatchObject({ kind: 'unreadable' });
  rmSync(base, { recursive: true });
});
