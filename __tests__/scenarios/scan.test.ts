/** `scan`, on the built dist. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { onEachNode, runCli } from './harness';

const TOKEN = `hf_${'Vb4Nq8Zs2'.repeat(4)}`;
const FILES = {
  'train/train.py': [
    'from transformers import AutoModel',
    'AutoModel.from_pretrained("acme/base", revision="v1")',
    'AutoModel.from_pretrained("acme/base", revision="v1")',
    'AutoModel.from_pretrained(model)',
    '',
  ].join('\n'),
  'train/data.yaml': 'dataset_path: acme/corpus\n',
  'train/tests/test_it.py': 'from_pretrained("acme/of-a-test")\n',
  'train/naïve\nacme__evil.sh': 'hf download acme/strange\n',
};

interface ScanJson {
  readonly schema: string;
  readonly repos: readonly { readonly type: string; readonly id: string; readonly revision?: string }[];
  readonly unresolved: readonly { readonly file: string; readonly line: number; readonly reason: string }[];
  readonly filesRead: number;
  readonly filesSkipped: readonly { readonly file: string; readonly reason: string }[];
}

onEachNode((node) => {
  const scan = (args: readonly string[], files: Readonly<Record<string, string>> = {}) =>
    runCli({ node, args: ['scan', ...args], secrets: [TOKEN], isNoSecret: true, files: { ...FILES, ...files } });

  test('lines for a list, with places, reasons and what was left out', async () => {
    const { exitCode, stdout, stderr } = await scan(['train']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout.split('\n')).toEqual([
      '# 3 repos of the Hub in 3 files.',
      'acme/base@v1  # train.py:2, train.py:3',
      'acme/strange  # naïve acme__evil.sh:1',
      'datasets/acme/corpus  # data.yaml:1',
      '',
      '# Not resolved: 1 place. What they load is not in this list.',
      '#   1 × the id is a variable that this file gives no constant',
      '# train.py:4: from_pretrained: the id is a variable that this file gives no constant',
      '',
      '# Left out:',
      '# tests: tests; name the path to read them',
      '',
    ]);
  });

  test('as JSON', async () => {
    const { stdout } = await scan(['train', '--json']);
    const { schema, repos, unresolved, filesRead, filesSkipped } = JSON.parse(stdout) as ScanJson;
    expect(schema).toBe('hf-auth-preflight/scan/v1');
    expect(repos[0]).toEqual({
      type: 'model',
      id: 'acme/base',
      revision: 'v1',
      sources: [2, 3].map((line) => ({ file: 'train.py', line, how: 'from_pretrained' })),
    });
    expect(unresolved).toEqual([
      { file: 'train.py', line: 4, kind: 'variable', reason: expect.stringContaining('from_pretrained: ') },
    ]);
    expect({ filesRead, filesSkipped }).toEqual({ filesRead: 3, filesSkipped: [{ file: 'tests', reason: 'tests' }] });
  });

  test('a list is written, and compared', async () => {
    const old = 'acme/base@v1\nacme/gone\nacme/out:write\n';
    const differs = await scan(['train', '--check', 'hub-repos.txt'], { 'hub-repos.txt': old });
    expect(differs.exitCode).toBe(1);
    expect(differs.stdout).toContain('# 3 differences between the list and the code.\n');
    expect(differs.stdout).toContain('+ acme/strange  # ');
    expect(differs.stdout).toContain('+ datasets/acme/corpus  # data.yaml:1\n');
    expect(differs.stdout).toContain('- acme/gone  # no file that was read loads it\n');
    const list = ['# reviewed', 'acme/base@v1 # here', 'acme/strange, datasets/acme/corpus', 'acme/out:write', ''].join(
      '\n',
    );
    const same = await scan(['train', '--check', 'hub-repos.txt'], { 'hub-repos.txt': list });
    expect(same.exitCode).toBe(0);
    expect(same.stdout).toMatch(/^# The list is what the code loads\.\n\n# Not resolved: 1 place/);
    const folder = mkdtempSync(join(tmpdir(), 'scan-list-'));
    const path = join(folder, 'hub-repos.txt');
    writeFileSync(path, old);
    const written = await scan(['train', '--write', path]);
    expect(written.exitCode).toBe(0);
    const text = readFileSync(path, 'utf8');
    rmSync(folder, { recursive: true });
    expect(text).toContain('\nacme/base@v1  # train.py\n');
    expect(text).toContain('\n# Other operations, kept as they were.\nacme/out:write\n');
    expect(text).toContain('\n# train.py: from_pretrained: ');
  });

  test('what cannot be scanned is an input error', async () => {
    const missing = await scan(['nowhere', '--check', 'hub-repos.txt']);
    expect(missing.exitCode).toBe(2);
    expect(missing.stderr).toContain('scan: there is no such file or folder');
    const list = await scan(['train', '--check', 'hub-repos.txt']);
    expect(list).toMatchObject({ exitCode: 2, stdout: '' });
    expect(list.stderr).toContain('--check: there is no such file');
    const bad = await scan(['train', '--check', 'hub-repos.txt'], { 'hub-repos.txt': 'acme/x:delete\n' });
    expect(bad.exitCode).toBe(2);
    expect(bad.stderr).toContain('--check, line 1: only read');
    const both = await scan(['train', '--check', 'a', '--write', 'b']);
    expect(both.exitCode).toBe(2);
  });

  test('a secret in the code is printed nowhere', async () => {
    const code = `from_pretrained("acme/${TOKEN}")\nfrom_pretrained("${TOKEN}")\n`;
    const { exitCode, stdout } = await scan(['leaky'], {
      'leaky/a.py': code,
      [`leaky/${TOKEN}.py`]: 'get_kernel(x)\n',
    });
    expect(exitCode).toBe(0);
    expect(stdout).not.toContain(TOKEN.slice(3, 12));
  });
});
