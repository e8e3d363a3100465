/** The command line, on the built dist. */
import { readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { CODES } from '../../src/domain/hub/codes';
import { addRepo } from '../../src/simulator/build';
import { cells } from '../../src/report/render/lines';
import { QUIET_OPTIONS, onEachNode, onStage, runCli, type CliSpec } from './harness';

const OPEN = 'openai-community/gpt2';

onEachNode((node) => {
  test('exit codes: 0 does not block, 1 blocked, 2 bad usage or input, 3 blocked by unknowns alone', async () => {
    await onStage(
      { faults: [{ path: 'gpt2-tiny', effect: { kind: 'html', status: 503 } }] },
      async ({ hub, tokens }) => {
        const rows: [string[], number][] = [
          [[OPEN], 0],
          [[OPEN, 'ada/never-made'], 1],
          [['ada/never-made', '--on-denied', 'warn'], 0],
          [['gpt2-tiny'], 3],
          [['gpt2-tiny', '--on-unknown', 'warn'], 0],
          [['gpt2-tiny', 'ada/never-made'], 1],
          [['gpt2-tiny', 'ada/never-made', '--on-denied=warn'], 3],
          [['ada/finetune', '--operation', 'write'], 1],
          [['acme/x:Q4_K_M'], 2],
          [['--timeout', '0'], 2],
          [['--nonsense'], 2],
          [['--list'], 2],
          [['--list', 'missing.txt'], 2],
          [['--endpoint', 'http://hub.example', OPEN], 2],
          [['--expected-account', 'grace', '--on-empty', 'pass'], 1],
          [[], 2],
          [['--on-empty', 'pass'], 0],
        ];
        const runs = await Promise.all(
          rows.map(([args]) =>
            runCli({
              node,
              hub,
              args: ['check', ...args, ...(args[0] === '--list' && args.length === 1 ? args.slice(1) : QUIET_OPTIONS)],
              env: { HF_TOKEN: tokens.read },
            }),
          ),
        );
        expect(runs.map(({ exitCode }) => exitCode)).toEqual(rows.map(([, code]) => code));
        // Bad usage is told on standard error, so that standard output stays a report.
        for (const { exitCode, stdout, stderr } of runs) {
          expect(exitCode === 2 ? stderr : stdout).not.toBe('');
          if (exitCode === 2) expect(stdout).toBe('');
        }
      },
    );
  });

  test('bad input under --json is a report as well', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const args = ['check', '--json', 'acme/x:Q4_K_M', ...QUIET_OPTIONS];
      const { exitCode, stdout, stderr } = await runCli({ node, hub, args, env: { HF_TOKEN: tokens.read } });
      expect(exitCode).toBe(2);
      expect(stderr).toContain('may follow the colon');
      expect(JSON.parse(stdout)).toMatchObject({
        schema: 'hf-auth-preflight/report/v1',
        result: 'invalid',
        blockedBy: ['invalid'],
        checks: [],
        problems: [{ input: 'models', line: 1, quote: 'acme/x:Q4_K_M' }],
      });
    });
  });

  test('ids are models, and --datasets, --spaces and --list take the others', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const run = await runCli({
        node,
        hub,
        files: { 'repos.txt': 'datasets/ada/corpus # private\n' },
        env: { HF_TOKEN: tokens.read },
        args: [
          'check',
          '--json',
          OPEN,
          '--datasets',
          'squad',
          '--spaces',
          'ada/gallery',
          '--list',
          'repos.txt',
          'gpt2-tiny',
          ...QUIET_OPTIONS,
        ],
      });
      expect(run.exitCode).toBe(0);
      expect(run.report?.checks.map(({ repo }) => `${repo.type} ${repo.id}`)).toEqual([
        `model ${OPEN}`,
        'model gpt2-tiny',
        'dataset squad',
        'space ada/gallery',
        'dataset ada/corpus',
      ]);
    });
  });

  test('the token comes from the environment, the saved login or standard input, and never from an argument', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const args = ['check', '--json', 'ada/finetune', ...QUIET_OPTIONS];
      const home = { '.cache/huggingface/token': `${tokens.stranger}\n` };
      const [environment, saved, elsewhere, stdin] = await Promise.all([
        runCli({ node, hub, args, home, env: { HF_TOKEN: tokens.read } }),
        runCli({ node, hub, args, home, secrets: [tokens.stranger] }),
        runCli({
          node,
          hub,
          args,
          home: { 'hf/token': tokens.read },
          env: { HF_HOME: '~/hf' },
          secrets: [tokens.read],
        }),
        runCli({
          node,
          hub,
          args: [...args, '--token-stdin'],
          stdin: `${tokens.read}\n`,
          env: { HF_TOKEN: tokens.stranger },
        }),
      ]);
      expect(environment.report?.token).toMatchObject({ source: 'HF_TOKEN', account: 'ada' });
      expect(saved.report?.token).toMatchObject({ source: 'saved-login', account: 'mallory' });
      expect(elsewhere.report?.token).toMatchObject({ source: 'saved-login', account: 'ada' });
      expect(stdin.report?.token).toMatchObject({ source: 'stdin', account: 'ada' });
      hub.clearRequests();
      for (const words of [
        ['--token', tokens.read],
        [`--token=${tokens.read}`],
        [`--${tokens.read}`],
        [`-${tokens.read}`],
      ]) {
        const run = await runCli({ node, hub, args: ['check', OPEN, ...words], secrets: [tokens.read] });
        expect(run.exitCode).toBe(2);
      }
      const asId = await runCli({ node, hub, args: ['check', tokens.read], secrets: [tokens.read] });
      expect(asId.exitCode).toBe(2);
      expect(hub.requests).toHaveLength(0);
    });
  });

  test('HF_ENDPOINT is trusted, --endpoint outranks it', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const env = { HF_TOKEN: tokens.read };
      const trusted = await runCli({
        node,
        args: ['check', OPEN, '--json', ...QUIET_OPTIONS],
        env: { ...env, HF_ENDPOINT: `${hub.origin}/` },
      });
      expect(trusted.report).toMatchObject({ endpoint: hub.origin, result: 'pass' });
      const named = await runCli({
        node,
        args: ['check', OPEN, '--json', '--endpoint', hub.origin, ...QUIET_OPTIONS],
        env: { ...env, HF_ENDPOINT: 'https://elsewhere.example' },
      });
      expect(named.report).toMatchObject({ endpoint: hub.origin, result: 'pass' });
      const plain = await runCli({
        node,
        args: ['check', OPEN],
        env: { ...env, HF_ENDPOINT: 'http://elsewhere.example' },
      });
      expect(plain.exitCode).toBe(2);
      const unchecked = await runCli({
        node,
        args: ['check', OPEN],
        env: { ...env, HF_ENDPOINT: 'https://127.0.0.1:9', NODE_TLS_REJECT_UNAUTHORIZED: '0' },
      });
      expect(unchecked.exitCode).toBe(2);
    });
  });

  test('no colour where no terminal is; progress of a long list goes to standard error', async () => {
    await onStage({ rateLimits: { quotas: { api: 100_000 } } }, async ({ hub, tokens }) => {
      const ids = Array.from({ length: 120 }, (_, index) => `ada/many-${index}`);
      for (const id of ids) addRepo(hub.world, { type: 'model', id });
      const args = ['check', '--json', '--list', 'repos.txt', ...QUIET_OPTIONS];
      const files = { 'repos.txt': ids.join('\n') };
      const run = await runCli({ node, hub, args, files, env: { HF_TOKEN: tokens.read, FORCE_COLOR: '1' } });
      expect(run.report?.counts.allowed).toBe(120);
      expect(run.stderr).toMatch(/^(?:\d+ of 120 checked\n)+$/);
      const short = await runCli({
        node,
        hub,
        args: ['check', OPEN, ...QUIET_OPTIONS],
        env: { HF_TOKEN: tokens.read },
      });
      expect(short.stderr).toBe('');
      expect(short.stdout).toContain(`${OPEN}  read  ok`);
    });
  });

  test('help and version need nothing', async () => {
    const [help, version, none, wrong] = await Promise.all(
      [['--help'], ['--version'], [], ['chekc']].map((args) => runCli({ node, args })),
    );
    expect(help).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('hf-auth-preflight check [ID...]') });
    expect(version?.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(none).toMatchObject({ exitCode: 2, stdout: '', stderr: help?.stdout });
    expect(wrong).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(/command: .*must be check, /) });
  });

  test('a command comes first, and says what it takes', async () => {
    const rows: readonly (readonly [args: string[], exitCode: number, says: RegExp])[] = [
      [['check', '--help'], 0, /^Usage: hf-auth-preflight check \[ID\.\.\.\] \[options\]\n/],
      [['help', 'merge'], 0, /^Usage: hf-auth-preflight merge REPORT/],
      [['merge', 'a.json', '-h'], 0, /^Usage: hf-auth-preflight merge REPORT/],
      [['help'], 0, /^Usage:\n/],
      [['help', 'x'], 2, /help: x is not known: it must be check, .*\nHelp: hf-auth-preflight --help\n/],
      [['gpt2'], 2, /to check a repo: hf-auth-preflight check ID/],
      [['-v'], 2, /command: -v is not known; hf-auth-preflight --version prints the version/],
      [
        ['--json', 'check', 'a/b'],
        2,
        /command: check comes first, then its options: hf-auth-preflight check \[ID\.\.\.\] /,
      ],
      [['a/b', 'check'], 2, /command: check comes first, then its arguments: /],
      [
        ['--json', 'a/b'],
        2,
        /command: options come after a command, as in hf-auth-preflight check ID --json\nHelp: hf-auth-preflight --help\n/,
      ],
      [['-h'], 0, /^Usage:\n/],
      [['-V'], 2, /command: -V is not known; hf-auth-preflight --version prints/],
      [['demo', 'x'], 2, /demo: takes no arguments/],
      [['chekc', 'a/b'], 2, /chekc is not known: it must be check, .*; perhaps check is meant; to check a repo/],
      [['help', 'lnit'], 2, /perhaps lint is meant/],
      [
        ['check', '--dedline', '3', 'a/b'],
        2,
        /--dedline is not known, but --deadline is\nHelp: hf-auth-preflight check --help\n/,
      ],
      [['scan', 'nowhere'], 2, /scan: there is no such file or folder: "nowhere"/],
      [['lint', './nowhere'], 2, /lint: there is no such file or folder: "\.\/nowhere"/],
    ];
    const runs = await Promise.all(rows.map(([args]) => runCli({ node, args })));
    for (const [index, [, exitCode, says]] of rows.entries()) {
      const text = exitCode === 0 ? runs[index]?.stdout : runs[index]?.stderr;
      expect([runs[index]?.exitCode, text]).toEqual([exitCode, expect.stringMatching(says)]);
    }
  });

  test('with --json, bad usage is a report too, where the command makes reports', async () => {
    const rows: readonly (readonly [args: string[], input: string])[] = [
      [['check', '--nonsense', '--json'], 'option'],
      [['lock', '--json', 'wirte'], 'lock'],
      [['merge', '--json'], 'merge'],
      [['report', '--json', 'nowhere.json'], 'report'],
    ];
    for (const [args, input] of rows) {
      const { exitCode, stdout, stderr } = await runCli({ node, args });
      expect(JSON.parse(stdout)).toMatchObject({ result: 'invalid', blocked: true, problems: [{ input }] });
      expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringMatching(/^1 problem in the input\./) });
    }
    const others = await runCli({ node, args: ['scan', '--json', '--nonsense'] });
    expect(others).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringContaining('Nothing was scanned.') });
  });

  test('a path that cannot be looked at is bad input, and a home that cannot be one without logins', async () => {
    const long = 'n'.repeat(300);
    const rows: readonly (readonly [args: string[], says: RegExp])[] = [
      ...['scan', 'lint'].flatMap((command): [string[], RegExp][] => [
        [[command, long], /: it cannot be read: "nnn/],
        [[command, 'circle/x'], /: it cannot be read: "circle\/x"/],
        [[command, 'dangling'], /: it is a symbolic link that leads to nothing: "dangling"/],
        [[command, '.', 'circle'], /: it is a symbolic link that leads to nothing: "circle"/],
      ]),
      [['check', '--discover', long], /discover: it cannot be read: "nnn/],
      [['check', '--discover', 'circle/x'], /discover: it cannot be read: "circle\/x"/],
      [['scan', '.', '--write', long], /--write: it could not be written \(ENAMETOOLONG\)/],
      [['scan', '.', '--write', 'circle/x'], /--write: there is a symbolic link on the way to it/],
    ];
    const prepare = ({ workspace }: { readonly workspace: string }) => {
      symlinkSync('circle', join(workspace, 'circle'));
      symlinkSync('nowhere', join(workspace, 'dangling'));
    };
    const runs = await Promise.all(rows.map(([args]) => runCli({ node, args, prepare })));
    for (const [index, [args, says]] of rows.entries())
      expect([args, runs[index]?.exitCode, runs[index]?.stderr]).toEqual([args, 2, expect.stringMatching(says)]);
    await onStage({}, async ({ hub, tokens }) => {
      for (const home of ['circle/x', long]) {
        const env = { HF_TOKEN: tokens.read, HOME: home };
        const { report } = await runCli({ node, hub, args: ['check', 'gpt2-tiny', '--json'], env, prepare });
        expect(report?.checks.map(({ code }) => code)).toEqual(['ok']);
      }
    });
  });

  test('what Windows PowerShell redirects into a file is read: a list, a report', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const saved = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');
      const run = (args: string[], files: Record<string, string>) =>
        runCli({
          node,
          hub,
          args,
          env: { HF_TOKEN: tokens.read },
          prepare: ({ workspace }) => {
            for (const [name, text] of Object.entries(files)) writeFileSync(join(workspace, name), saved(text));
          },
        });
      const checked = await run(['check', '--list', 'list.txt', '--json'], {
        'list.txt': 'gpt2-tiny\r\ndatasets/squad\r\n',
      });
      expect(checked.report?.checks.map(({ repo, code }) => `${repo.type} ${repo.id} ${code}`)).toEqual([
        'model gpt2-tiny ok',
        'dataset squad ok',
      ]);
      const shown = await run(['report', 'report.json'], { 'report.json': checked.stdout });
      expect(shown).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('datasets/squad') });
      const merged = await run(['merge', 'report.json'], { 'report.json': checked.stdout });
      expect(merged).toMatchObject({ exitCode: 0, stderr: '' });
    });
  });

  test('a reader that has had enough is no fault', async () => {
    const demo = await runCli({ node, args: ['demo'], reader: 'hangs-up' });
    expect(demo).toMatchObject({ exitCode: 0, stderr: '' });
  });

  test('the demo is one job that fits a screen, and says what to type next', async () => {
    const run = await runCli({ node, args: ['demo'], env: { COLUMNS: '100' } });
    const lines = run.stdout.trimEnd().split('\n');
    expect([run.exitCode, lines.length <= 39, lines.filter((line) => cells(line) > 100)]).toEqual([0, true, []]);
    for (const outcome of ['allowed', 'denied', 'unknown']) expect(run.stdout).toContain(` ${outcome} `);
    expect(run.stdout).toMatch(/^A job on a simulated Hub: /);
    expect(run.stdout).toMatch(/\nWhat to type next\n {2}hf-auth-preflight check ID {2,}.*\n.* demo --all /);
  });

  test('lines wrap at the width, colour obeys the variables, and replies are shown when asked for', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const args = ['check', OPEN, 'meta-llama/Llama-pending', '--list', 'repos.txt', ...QUIET_OPTIONS];
      const files = { 'repos.txt': '# what we write to\nada/finetune:write\n' };
      const variables = [{}, { COLUMNS: '60' }, { FORCE_COLOR: '1' }, { FORCE_COLOR: '1', NO_COLOR: '1' }];
      const ran = (more: readonly string[], env: Readonly<Record<string, string>>) =>
        runCli({ node, hub, files, args: [...args, ...more], env: { HF_TOKEN: tokens.read, ...env } });
      const [plain, narrow, coloured, uncoloured] = await Promise.all(variables.map((env) => ran([], env)));
      const wide = (text = '') => text.split('\n').filter((line) => cells(line) > 60 && line.trim().includes(' '));
      expect(wide(narrow?.stdout)).toEqual([]);
      expect(wide(plain?.stdout)).not.toEqual([]);
      expect(coloured?.stdout).toContain('\u001b[31m');
      expect(uncoloured?.stdout).toBe(plain?.stdout);
      expect(plain?.stdout).toContain('read-only-token: Token can only read (list:2)');
      expect(plain?.stdout).not.toContain('request Root=');
      expect(plain?.stdout).toContain('\n\nAdd --evidence for all checks');
      const whole = await ran(['--evidence'], {});
      expect(whole.stdout).toMatch(/\n- ada\/finetune write\n {2}with the token: HTTP 403 - .* - request Root=/);
      expect(whole.stdout).not.toContain('Add --evidence');
    });
  });

  test('--report and --summary write files beside the text, and one that cannot be written lowers no exit code', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const found: Record<string, string> = {};
      const run = (given: readonly string[], prepare?: CliSpec['prepare']) =>
        runCli({
          node,
          hub,
          args: ['check', ...given, ...QUIET_OPTIONS],
          env: { HF_TOKEN: tokens.read },
          prepare: (scratch) => {
            prepare?.(scratch);
            found['folder'] = scratch.workspace;
          },
          onEnd: () => {
            for (const name of readdirSync(found['folder'] ?? '')) {
              const path = join(found['folder'] ?? '', name);
              if (statSync(path).isFile()) found[name] = readFileSync(path, 'utf8');
              found[`${name} mode`] = (statSync(path).mode & 0o777).toString(8);
            }
          },
        });
      const files = ['--report', 'out.json', '--summary', 'out.md'];
      const both = await run([OPEN, 'ada/never-made', ...files], ({ workspace }) => {
        writeFileSync(join(workspace, 'out.md'), 'before\n');
      });
      expect(both).toMatchObject({ exitCode: 1, stderr: '', stdout: expect.stringContaining('not-found') });
      expect(JSON.parse(found['out.json'] ?? '')).toMatchObject({ result: 'fail', counts: { allowed: 1, denied: 1 } });
      expect(found['out.json mode']).toBe('600');
      expect(found['out.md']).toMatch(/^before\n## ❌ HF Auth Preflight: failed\n/);
      const invalid = await run(['a/b:Q4', '--report', 'bad.json', '--summary', 'bad.md']);
      expect([invalid.exitCode, JSON.parse(found['bad.json'] ?? '')]).toMatchObject([2, { result: 'invalid' }]);
      expect(found['bad.md']).toContain('bad input');
      const rows: [string[], number, RegExp][] = [
        [
          [OPEN, '--report', 'list.txt'],
          2,
          /^--report: a file that is no report stands in its place; name another file\n$/,
        ],
        [['ada/never-made', '--report', 'list.txt'], 1, /^--report: /],
        [[OPEN, '--summary', '.'], 2, /^--summary: it is not a regular file; name another file\n$/],
        [
          [OPEN, '--report', 'same', '--summary', './same'],
          2,
          /^--summary: it is the file of the report; name another file\n$/,
        ],
        [[OPEN, '--report', '-'], 2, /--report: writes a file;/],
      ];
      for (const [args, exitCode, stderr] of rows) {
        const ran = await run(args, ({ workspace }) => {
          writeFileSync(join(workspace, 'list.txt'), 'gpt2\n');
        });
        expect(ran).toMatchObject({ exitCode, stderr: expect.stringMatching(stderr) });
      }
      expect(found['list.txt']).toBe('gpt2\n');
    });
  });

  test('the demo shows every kind of verdict and exits 0', async () => {
    const run = await runCli({
      node,
      args: ['demo', '--all'],
      env: { HF_TOKEN: `hf_${'Ab'.repeat(17)}`, HTTPS_PROXY: 'http://127.0.0.1:9' },
    });
    expect(run.exitCode).toBe(0);
    expect(Object.keys(CODES).filter((code) => !run.stdout.includes(`  ${code}: `))).toEqual([]);
    expect(run.stdout).toContain('Hosts that downloads or uploads need cannot be reached - who can fix it');
  });
});
