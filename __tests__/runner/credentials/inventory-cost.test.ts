/** What a look at the machine costs, counted in calls of the file system: that is the same on every machine. */
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, jest, test } from '@jest/globals';

const seen: string[] = [];
jest.unstable_mockModule('node:fs', () => ({
  ...fs,
  lstatSync: (path: string) => {
    seen.push(path);
    return fs.lstatSync(path);
  },
}));
const { readInventory } = await import('../../../src/runner/credentials/inventory');

const scratch = fs.mkdtempSync(join(tmpdir(), 'cost-test-'));
afterAll(() => {
  fs.rmSync(scratch, { recursive: true });
});

test('few files are looked at, and none more than once', async () => {
  const files = {
    'home/.netrc': 'machine huggingface.co login a password b\n',
    'home/.gitconfig': '[credential]\nhelper = store\n',
    'home/.git-credentials': 'https://a:b@huggingface.co\n',
    'checkout/.git/config': '[remote "origin"]\nurl = https://a:b@huggingface.co/x/y\n',
  };
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(dirname(join(scratch, name)), { recursive: true });
    fs.writeFileSync(join(scratch, name), text);
  }
  await readInventory({
    env: { GIT_CONFIG_NOSYSTEM: '1' },
    home: join(scratch, 'home'),
    workspace: join(scratch, 'checkout'),
    endpoint: 'https://huggingface.co',
    onSecret: () => undefined,
  });
  const times = seen.map((path) => seen.filter((other) => other === path).length);
  // The saved login is looked for by the rules of several clients, and read once.
  expect(Math.max(...times)).toBe(1);
  expect(seen.length).toBeLessThanOrEqual(12);
});
