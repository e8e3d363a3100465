/** `lint`, on the built dist. */
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { onEachNode, runCli, type Scratch } from './harness';

/** Invented. */
const TOKEN = ['hf', 'QzXwEcRvTbYnUmIkOlPqAsDfGhJk012345'].join('_');

const WORKFLOW = [
  'on: push',
  'jobs:',
  '  train:',
  '    runs-on: ubuntu-latest',
  '    env:',
  '      HF_TOKEN: ${{ vars.HF_TOKEN }}',
  '      HF_OLD: ${{ vars.HF_TOKEN }} # hf-auth-preflight: ignore[token-in-vars] it reads nothing',
  '    steps:',
  '      - run: huggingface-cli download acme/model',
  '',
].join('\n');
const FILES = {
  'app/.github/workflows/train.yml': WORKFLOW,
  'app/load.py':
    'from transformers import AutoModel\r\nAutoModel.from_pretrained("acme/x", use_auth_token=True)\r\n# the end',
};

interface LintJson {
  readonly schema: string;
  readonly findings: readonly {
    readonly rule: string;
    readonly level: string;
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly message: string;
    readonly fix: string;
  }[];
  readonly ignored: readonly object[];
  readonly filesRead: number;
  readonly filesSkipped: readonly { readonly file: string; readonly reason: string }[];
}

const FOUND = [
  'error .github/workflows/train.yml:6:21 token-in-vars',
  'warning .github/workflows/train.yml:9:14 deprecated-command',
  'warning load.py:2:37 deprecated-argument',
];

onEachNode((node) => {
  const lint = (
    args: readonly string[],
    files: Readonly<Record<string, string>> = FILES,
    more: { readonly prepare?: (scratch: Scratch) => void } = {},
  ) => runCli({ node, args: ['lint', ...args], secrets: [TOKEN], isNoSecret: true, files, ...more });
  const json = async (...given: Parameters<typeof lint>) => {
    const { stdout, exitCode } = await lint([...given[0], '--json'], given[1], given[2]);
    return { exitCode, ...(JSON.parse(stdout) as LintJson) };
  };

  test('as text, for people', async () => {
    const { exitCode, stdout, stderr } = await lint(['app']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' });
    const [first, second, , , fifth] = stdout.split('\n');
    expect(first).toBe(
      '.github/workflows/train.yml:6:21: error: vars.HF_TOKEN is a configuration variable, which GitHub does not mask. [token-in-vars]',
    );
    expect(second).toBe('  → Revoke the token, save a new one as a secret, and write secrets.HF_TOKEN.');
    expect(fifth).toMatch(/^load\.py:2:37: warning: /);
    expect(stdout).toMatch(/\n1 error, 2 warnings, 0 notices in 2 files\. 1 finding ignored by a comment\.\n$/);
  });

  test('as JSON, for programs', async () => {
    const { exitCode, schema, findings, ignored, filesRead } = await json(['app']);
    expect({ exitCode, schema, filesRead }).toEqual({ exitCode: 1, schema: 'hf-auth-preflight/lint/v1', filesRead: 2 });
    expect(findings.map((one) => `${one.level} ${one.file}:${one.line}:${one.column} ${one.rule}`)).toEqual(FOUND);
    expect(ignored).toEqual([
      { rule: 'token-in-vars', file: '.github/workflows/train.yml', line: 7, reason: 'it reads nothing' },
    ]);
  });

  test('as SARIF, with files as they are from the current folder', async () => {
    const { exitCode, stdout } = await lint(['app', '--format', 'sarif']);
    const { version, runs } = JSON.parse(stdout) as {
      readonly version: string;
      readonly runs: readonly {
        readonly results: readonly {
          readonly ruleId: string;
          readonly suppressions?: readonly object[];
          readonly locations: readonly {
            readonly physicalLocation: {
              readonly artifactLocation: { readonly uri: string };
              readonly region: { readonly startLine: number };
            };
          }[];
        }[];
      }[];
    };
    const [own] = runs;
    const told = own?.results.map(({ ruleId, suppressions = [], locations: [place] }) => {
      const { artifactLocation, region } = place?.physicalLocation ?? {};
      return `${artifactLocation?.uri ?? ''}:${String(region?.startLine)} ${ruleId} ${suppressions.length}`;
    });
    expect({ exitCode, version }).toEqual({ exitCode: 1, version: '2.1.0' });
    expect(told).toEqual([
      'app/.github/workflows/train.yml:6 token-in-vars 0',
      'app/.github/workflows/train.yml:9 deprecated-command 0',
      'app/load.py:2 deprecated-argument 0',
      'app/.github/workflows/train.yml:7 token-in-vars 1',
    ]);
  });

  test('as annotations', async () => {
    const { exitCode, stdout } = await lint(['app', '--format', 'github']);
    expect(exitCode).toBe(1);
    expect(
      stdout.split('\n').map((line) => /^::(\w+) file=([^,]*),line=(\d+),col=\d+,title=/.exec(line)?.slice(1)),
    ).toEqual([
      ['error', 'app/.github/workflows/train.yml', '6'],
      ['warning', 'app/.github/workflows/train.yml', '9'],
      ['warning', 'app/load.py', '2'],
      undefined,
    ]);
  });

  test('a diff of what has one safe fix changes no file', async () => {
    let left = '';
    const { exitCode, stdout } = await runCli({
      node,
      args: ['lint', 'app', '--fix'],
      files: FILES,
      prepare: ({ workspace }) => (left = join(workspace, 'app/load.py')),
      onEnd: () => {
        expect(readFileSync(left, 'utf8')).toBe(FILES['app/load.py']);
      },
    });
    // The token in vars has no fix that a program could make.
    expect(exitCode).toBe(1);
    expect(stdout).toBe(
      [
        '--- a/.github/workflows/train.yml',
        '+++ b/.github/workflows/train.yml',
        '@@ -9 +9 @@',
        '-      - run: huggingface-cli download acme/model',
        '+      - run: hf download acme/model',
        '--- a/load.py',
        '+++ b/load.py',
        '@@ -2 +2 @@',
        '-AutoModel.from_pretrained("acme/x", use_auth_token=True)\r',
        '+AutoModel.from_pretrained("acme/x", token=True)\r',
        '',
      ].join('\n'),
    );
  });

  test('with --write the files are replaced: line ends, the mode and links stay', async () => {
    const { 'app/load.py': python } = FILES;
    let folder = '';
    const { exitCode } = await runCli({
      node,
      args: ['lint', 'app', '--fix', '--write'],
      files: { 'app/load.py': python, 'outside.py': python },
      prepare: ({ workspace }) => {
        folder = workspace;
        chmodSync(join(workspace, 'app/load.py'), 0o755);
        symlinkSync(join(workspace, 'outside.py'), join(workspace, 'app/link.py'));
        symlinkSync(workspace, join(workspace, 'app/loop'));
      },
      onEnd: () => {
        expect(readFileSync(join(folder, 'app/load.py'), 'utf8')).toBe(python.replace('use_auth_token', 'token'));
        expect(statSync(join(folder, 'app/load.py')).mode & 0o777).toBe(0o755);
        expect(readFileSync(join(folder, 'outside.py'), 'utf8')).toBe(python);
        expect(lstatSync(join(folder, 'app/link.py')).isSymbolicLink()).toBe(true);
        expect(readdirSync(join(folder, 'app')).sort()).toEqual(['link.py', 'load.py', 'loop']);
      },
    });
    expect(exitCode).toBe(0);
  });

  test('warnings and notices are no reason to fail', async () => {
    const { exitCode, findings } = await json(['app/load.py'], FILES);
    expect({ exitCode, levels: findings.map(({ level }) => level) }).toEqual({ exitCode: 0, levels: ['warning'] });
  });

  test.each([
    [['nowhere'], 'there is no such file or folder'],
    [['app', '--format', 'yaml'], '--format: must be one of text, json, sarif, github: "yaml"'],
    [['app', '--format', 'constructor'], '--format: must be one of text, json, sarif, github: "constructor"'],
    [['app', '--write'], '--write: goes with --fix'],
    [['app', '--fast'], '--fast'],
  ])('%j is bad usage', async (args, says) => {
    const { exitCode, stdout, stderr } = await lint(args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(says);
  });

  test('without a repository, an env file is told as what cannot be seen', async () => {
    const { exitCode, findings } = await json(['app'], { 'app/.env': 'HF_TOKEN=an-invented-value\n' });
    expect(exitCode).toBe(0);
    expect(findings).toMatchObject([{ rule: 'env-file-in-git', level: 'notice', line: 1 }]);
    expect(findings[0]?.message).toContain('there is no repository here');
  });

  test('before the first git add nothing is tracked; what git ignores and somebody names is no finding', async () => {
    const env = { 'app/.env': 'HF_TOKEN=an-invented-value\n', 'app/.git/HEAD': 'ref: refs/heads/main\n' };
    const { findings } = await json(['app'], env);
    expect(findings).toMatchObject([{ rule: 'env-file-in-git', level: 'warning' }]);
    expect(findings[0]?.message).toContain('git does not ignore it');
    expect((await json(['app/.env'], { ...env, 'app/.gitignore': '.env\n' })).findings).toEqual([]);
  });

  test('a workflow that is no YAML is told', async () => {
    const file = '.github/workflows/a.yml';
    const { exitCode, filesSkipped } = await json(['.'], {
      [file]: 'on: [push\njobs:\n  a:\n    steps:\n      - run: echo ${{ secrets.HF_TOKEN }}\n',
    });
    expect([exitCode, filesSkipped]).toEqual([0, [{ file, reason: 'no-yaml' }]]);
  });

  test('a token in a file is reported and not printed', async () => {
    const files = { 'app/a.py': `login("${TOKEN}")\n`, 'app/get.sh': `huggingface-cli login --token ${TOKEN}\n` };
    for (const more of [[], ['--json'], ['--format', 'sarif'], ['--format', 'github'], ['--fix']]) {
      const { exitCode, stdout } = await lint(['app', ...more], files);
      expect(exitCode).toBe(1);
      expect(stdout).not.toContain(TOKEN.slice(3, 11));
    }
  });

  test('a tree that is made to break something', async () => {
    const { exitCode, findings, filesSkipped } = await json(
      ['app'],
      {
        'app/large.yml': `${WORKFLOW}# ${'x'.repeat(1024 * 1024)}\n`,
        'app/binary.yml': `${WORKFLOW}\u0000`,
        'app/deep.yml': `${'['.repeat(20_000)} HF_TOKEN`,
        'app/naïve\n::error::x.yml': WORKFLOW,
        'app/node_modules/a/b.yml': WORKFLOW,
      },
      {
        prepare: ({ workspace }) => {
          symlinkSync('/etc/passwd', join(workspace, 'app/link.yml'));
          symlinkSync('nowhere', join(workspace, 'app/dangling.yml'));
          mkdirSync(join(workspace, 'app/folder.yml'));
          writeFileSync(join(workspace, 'app/hf-access.lock.json'), '{"lines": 1}');
        },
      },
    );
    expect(exitCode).toBe(1);
    expect(new Set(findings.map(({ file }) => file))).toEqual(new Set(['naïve\n::error::x.yml']));
    const left = filesSkipped.map(({ file, reason }) => `${file} ${reason}`);
    for (const one of ['dangling.yml link', 'large.yml too-large', 'link.yml link', 'node_modules vendored'])
      expect(left).toContain(one);
  });

  test('a gate in the lock of the repository is used', async () => {
    const line = { repo: { type: 'model', id: 'acme/gated' }, operation: 'read', outcome: 'allowed', gate: 'auto' };
    const lock = { schema: 'hf-auth-preflight/lock/v1', endpoint: 'https://huggingface.co', lines: [line] };
    const { exitCode, findings } = await json(['app'], {
      'app/hf-access.lock.json': JSON.stringify(lock),
      'app/.github/workflows/a.yml':
        'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: hf download acme/gated\n',
    });
    expect(exitCode).toBe(1);
    expect(findings).toMatchObject([{ rule: 'gated-without-token', line: 6 }]);
  });
});
