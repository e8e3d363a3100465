/**
 * Git as a client, with the token in `http.extraHeader`, which sends it at once: with a credential helper git asks
 * without it first, and clones a public repo whatever the token is worth.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { spell } from '../../../src/domain/hub/repo';
import type { Attempt, Client, Machine } from './clients';
import { gitEnvironment } from './git-backend';

export async function startGit({ endpoints, authorities, home, checkout }: Machine): Promise<Client> {
  mkdirSync(home, { recursive: true });
  const clone = join(home, 'clone');
  const env = { ...gitEnvironment(home), GIT_SSL_CAINFO: authorities };
  const run = (args: readonly string[], token?: string): Promise<Attempt> =>
    git(args, checkout, token === undefined ? env : { ...env, ...headerOf(token) });
  return {
    version: await gitVersion(),
    attempt: async ({ endpoint, token, deed, repo }) => {
      const url = `${endpoints[endpoint]}/${spell(repo)}`;
      if (deed === 'git push') return await run(['push', '-q', url, 'HEAD:main'], token);
      const attempt = await run(['clone', '-q', url, clone], token);
      rmSync(clone, { recursive: true, force: true });
      return attempt;
    },
    stop: () => undefined,
  };
}

function headerOf(token: string): Record<string, string> {
  const value = `Authorization: Basic ${Buffer.from(`hf_user:${token}`).toString('base64')}`;
  return { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'http.extraHeader', GIT_CONFIG_VALUE_0: value };
}

function git(args: readonly string[], cwd: string, env: Record<string, string>): Promise<Attempt> {
  return new Promise((resolve) => {
    execFile('git', args, { cwd, env, timeout: 60_000 }, (error, _stdout, stderr) => {
      resolve(error === null ? { ok: true } : { ok: false, ...errorOf(stderr) });
    });
  });
}

function gitVersion(): Promise<string> {
  return new Promise((resolve) => {
    execFile('git', ['--version'], (_error, stdout) => {
      resolve(stdout.replace(/[^\d.]/g, ''));
    });
  });
}

const WORDS: readonly (readonly [words: string, status: number])[] = [
  ['pre-receive hook declined', 403],
  ['could not read Username', 401],
  ['not found', 404],
];

/** Git tells the status in words alone. */
function errorOf(message: string): { error: string; status: number | null; message: string } {
  const [error, number] = /returned error: (\d+)/.exec(message) ?? [];
  if (error !== undefined) return { error, status: Number(number), message };
  const [words = 'another error', status = null] = WORDS.find(([known]) => message.includes(known)) ?? [];
  return { error: words, status, message };
}
