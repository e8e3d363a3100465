/** A build that lacks a file: nothing is known then, and nothing of the machine is shown. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { DIST, onEachNode } from './harness';

const folder = mkdtempSync(join(tmpdir(), 'preflight-incomplete-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Words of the look at the runner, which is loaded with all else that is needed after the first answer. */
const MARK = 'pushes go to another address';

onEachNode((node) => {
  test('what is loaded after the first request is gone', () => {
    cpSync(DIST, folder, { recursive: true });
    const chunks = readdirSync(join(folder, 'cli')).filter((name) => /^\d+\.index\.js$/.test(name));
    const gone = chunks.filter((name) => readFileSync(join(folder, 'cli', name), 'utf8').includes(MARK));
    expect(gone).toHaveLength(1);
    for (const name of gone) rmSync(join(folder, 'cli', name));
    // Nobody listens there.
    const env = { HOME: folder, HF_TOKEN: `hf_${'aBcDeFgHiJkLmNoPq'.repeat(2)}`, HF_ENDPOINT: 'http://127.0.0.1:9' };
    const args = [join(folder, 'cli', 'index.js'), 'check', 'acme/model', 'acme/other:write', '--retries', '0'];
    const { status, stdout, stderr } = spawnSync(node, args, { env, encoding: 'utf8', cwd: folder });
    expect([status, stdout]).toEqual([3, '']);
    expect(stderr.trim().split('\n').at(-1)).toMatch(
      /^hf-auth-preflight failed because of an error of its own; nothing is known/,
    );
    expect(stderr).not.toContain(folder);
  });
});
