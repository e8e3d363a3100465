/** The commands that texts give to sign git in, run by a shell with a home of their own. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { GIT_HELPER, GIT_LOGIN } from '../../../src/domain/machine/git-login';

const TOKEN = `hf_${'Qx7Lm2Rt9'.repeat(4)}`;
const ASK = String.raw`printf 'url=https://huggingface.co\n\n' | git credential fill`;

test.each([
  ['with both, git has the token', [GIT_HELPER, GIT_LOGIN], `password=${TOKEN}\n`],
  ['without the helper it has none', [GIT_LOGIN], undefined],
])('%s', (_, commands, password) => {
  const home = mkdtempSync(join(tmpdir(), 'git-login-'));
  const env = {
    PATH: process.env['PATH'],
    HOME: home,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    HF_TOKEN: TOKEN,
  };
  try {
    const { stdout } = spawnSync('sh', ['-c', [...commands, ASK].join('\n')], {
      env,
      encoding: 'utf8',
      timeout: 60_000,
    });
    if (password === undefined) expect(stdout).not.toContain(TOKEN);
    else expect(stdout).toContain(password);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});
