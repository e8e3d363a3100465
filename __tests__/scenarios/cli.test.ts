/** The command line, on the built dist. */
import { expect, test } from '@jest/globals';
import { CODES } from '../../src/domain/codes';
import { addRepo } from '../../src/simulator/build';
import { onEachNode, onStage, runCli } from './harness';

const OPEN = 'openai-community/gpt2';
const OFF = ['--least-privilege', 'off', '--check-runner=off', '--retries', '0'];

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
              args: ['check', ...args, ...(args[0] === '--list' && args.length === 1 ? args.slice(1) : OFF)],
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
      const args = ['check', '--json', 'acme/x:Q4_K_M', ...OFF];
      const { exitCode, stdout, stderr } = await runCli({ node, hub, args, env: { HF_TOKEN: tokens.read } });
      expect(exitCode).toBe(2);
      expect(stderr).toContain('may follow the colon');
      expect(JSON.parse(stdout)).toMatchObject({
        ...{ schema: 'hf-auth-preflight/report/v1', result: 'invalid', blockedBy: ['invalid'], checks: [] },
        problems: [{ input: 'models', line: 1, quote: 'acme/x:Q4_K_M' }],
      });
    });
  });

  test('ids are models, and --datasets, --spaces and --list take the others', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const run = await runCli({
        ...{ node, hub, files: { 'repos.txt': 'datasets/ada/corpus # private\n' }, env: { HF_TOKEN: tokens.read } },
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
          ...OFF,
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
      const args = ['check', '--json', 'ada/finetune', ...OFF];
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
        args: ['check', OPEN, '--json', ...OFF],
        env: { ...env, HF_ENDPOINT: `${hub.origin}/` },
      });
      expect(trusted.report).toMatchObject({ endpoint: hub.origin, result: 'pass' });
      const named = await runCli({
        ...{ node, args: ['check', OPEN, '--json', '--endpoint', hub.origin, ...OFF] },
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
        ...{ node, args: ['check', OPEN] },
        env: { ...env, HF_ENDPOINT: 'https://127.0.0.1:9', NODE_TLS_REJECT_UNAUTHORIZED: '0' },
      });
      expect(unchecked.exitCode).toBe(2);
    });
  });

  test('no colour where no terminal is; progress of a long list goes to standard error', async () => {
    await onStage({ rateLimits: { quotas: { api: 100_000 } } }, async ({ hub, tokens }) => {
      const ids = Array.from({ length: 120 }, (_, index) => `ada/many-${index}`);
      for (const id of ids) addRepo(hub.world, { type: 'model', id });
      const args = ['check', '--json', '--list', 'repos.txt', ...OFF];
      const files = { 'repos.txt': ids.join('\n') };
      const run = await runCli({ node, hub, args, files, env: { HF_TOKEN: tokens.read, FORCE_COLOR: '1' } });
      expect(run.report?.counts.allowed).toBe(120);
      expect(run.stderr).toMatch(/^(?:\d+ of 120 checked\n)+$/);
      const short = await runCli({ node, hub, args: ['check', OPEN, ...OFF], env: { HF_TOKEN: tokens.read } });
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
    expect(none?.exitCode).toBe(0);
    expect(wrong).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('command: must be check, ') });
  });

  test('a command comes first, and says what it takes', async () => {
    const rows: readonly (readonly [args: string[], exitCode: number, says: RegExp])[] = [
      [['check', '--help'], 0, /^Usage: hf-auth-preflight check \[ID\.\.\.\] \[options\]\n/],
      [['help', 'merge'], 0, /^Usage: hf-auth-preflight merge REPORT/],
      [['merge', 'a.json', '-h'], 0, /^Usage: hf-auth-preflight merge REPORT/],
      [['help'], 0, /^Usage:\n/],
      [['help', 'x'], 2, /help: must be check, /],
      [['gpt2'], 2, /to check a repo: hf-auth-preflight check ID/],
      [['-v'], 2, /command: -v is not known; --version prints the version/],
      [['--json', 'check', 'a/b'], 2, /command: comes first, .*: hf-auth-preflight check \.\.\./],
      [['a/b', 'check'], 2, /command: comes first/],
      [['demo', 'x'], 2, /demo: takes no arguments/],
    ];
    const runs = await Promise.all(rows.map(([args]) => runCli({ node, args })));
    for (const [index, [, exitCode, says]] of rows.entries()) {
      const text = exitCode === 0 ? runs[index]?.stdout : runs[index]?.stderr;
      expect([runs[index]?.exitCode, text]).toEqual([exitCode, expect.stringMatching(says)]);
    }
  });

  test('a reader that has had enough is no fault', async () => {
    const demo = await runCli({ node, args: ['demo'], reader: 'hangs-up' });
    expect(demo).toMatchObject({ exitCode: 0, stderr: '' });
  });

  test('the demo shows every kind of verdict and exits 0', async () => {
    const run = await runCli({
      node,
      args: ['demo'],
      env: { HF_TOKEN: `hf_${'Ab'.repeat(17)}`, HTTPS_PROXY: 'http://127.0.0.1:9' },
    });
    expect(run.exitCode).toBe(0);
    // A registry's own rule: the demo's Hub has none.
    const missing = Object.keys(CODES).filter((code) => !run.stdout.includes(`  ${code}: `));
    expect(missing.filter((code) => code !== 'endpoint-policy')).toEqual([]);
  });
});
