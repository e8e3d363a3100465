/** States around `token-for` that nobody asks for and everybody meets, on the built program. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import type { ReportJson } from '../../src/domain/report/report';
import type { DemoWorld } from '../../src/simulator/demo-world';
import type { TestHub } from '../hub-fixture/start';
import { onEachNode, onStage, runAction, runCli } from './harness';

type Tokens = DemoWorld['tokens'];

const OPEN = 'openai-community/gpt2';
const OWN = 'ada/finetune';

interface Row {
  readonly what: string;
  readonly lines: string;
  readonly tokenFor: string;
  readonly env: (tokens: Tokens) => Readonly<Record<string, string>>;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly result: string;
  readonly blockedBy?: readonly string[];
  readonly codes: readonly string[];
  /** Source, state and number of checks of each further token. */
  readonly tokens?: readonly (readonly [source: string, state: string, checks: number])[];
  readonly notices?: readonly string[];
  readonly holds?: (report: ReportJson, hub: TestHub) => void;
}

/** How often the Hub was asked whose a token is. */
const whoamis = (hub: TestHub, credential: string) =>
  hub.requests.filter((one) => one.credential === credential && one.path.startsWith('/api/whoami-v2')).length;

const ROWS: readonly Row[] = [
  {
    what: 'the same token in two variables and in `token` is one token',
    lines: `${OPEN} ${OWN} ${OWN}:write`,
    tokenFor: 'write = HF_A\nread = HF_B',
    env: ({ write }) => ({ HF_TOKEN: write, HF_A: write, HF_B: write }),
    result: 'pass',
    codes: ['ok', 'ok', 'ok'],
    tokens: [],
    holds: (_report, hub) => {
      expect(whoamis(hub, 'write')).toBeLessThanOrEqual(2);
    },
  },
  {
    what: 'the same further token under two names is asked about once',
    lines: `${OWN} ${OWN}:write`,
    tokenFor: 'write = HF_A\nread = HF_B',
    env: ({ read, write }) => ({ HF_TOKEN: read, HF_A: write, HF_B: write }),
    result: 'pass',
    codes: ['ok', 'ok'],
    tokens: [
      ['HF_A', 'valid', 2],
      ['HF_B', 'valid', 2],
    ],
    holds: (_report, hub) => {
      expect(whoamis(hub, 'write')).toBeLessThanOrEqual(2);
    },
  },
  {
    what: 'one damaged token denies its own lines alone',
    lines: `${OWN} ${OWN}:write`,
    tokenFor: 'write = HF_A',
    env: ({ read, write }) => ({ HF_TOKEN: read, HF_A: `"${write}"` }),
    result: 'fail',
    blockedBy: ['denied'],
    codes: ['ok', 'token-malformed'],
    tokens: [['HF_A', 'malformed', 1]],
  },
  {
    what: 'whose it must be is said of `token`, and not of the others',
    lines: `${OPEN} ${OWN}`,
    tokenFor: `${OPEN} = HF_A`,
    env: ({ read, stranger }) => ({ HF_TOKEN: read, HF_A: stranger }),
    inputs: { 'expected-account': 'ada' },
    result: 'pass',
    codes: ['ok', 'ok'],
    tokens: [['HF_A', 'valid', 1]],
  },
  {
    what: 'of a wrong account `token` blocks, whatever the others may',
    lines: `${OPEN} ${OWN}`,
    tokenFor: `${OWN} = HF_A`,
    env: ({ read, stranger }) => ({ HF_TOKEN: stranger, HF_A: read }),
    inputs: { 'expected-account': 'ada' },
    result: 'fail',
    blockedBy: ['account-mismatch'],
    codes: ['ok', 'ok'],
    notices: ['account-mismatch'],
    tokens: [['HF_A', 'valid', 1]],
  },
  {
    what: 'an expired one denies its own lines alone',
    lines: `${OPEN} ${OWN}:write`,
    tokenFor: 'write = HF_A',
    env: ({ read, expired }) => ({ HF_TOKEN: read, HF_A: expired }),
    result: 'fail',
    blockedBy: ['denied'],
    codes: ['ok', 'token-expired'],
    tokens: [['HF_A', 'expired', 1]],
  },
  {
    what: 'the first line that matches holds',
    lines: `${OWN}:write`,
    tokenFor: '* = HF_A\nwrite = HF_B',
    env: ({ read, write }) => ({ HF_TOKEN: write, HF_A: read, HF_B: write }),
    result: 'fail',
    blockedBy: ['denied'],
    codes: ['read-only-token'],
  },
  {
    what: 'no `token` at all, where every line has one of its own',
    lines: `${OPEN} ${OWN}:write`,
    tokenFor: '* = HF_A',
    env: ({ write }) => ({ HF_A: write }),
    result: 'pass',
    codes: ['ok', 'ok'],
    tokens: [['HF_A', 'valid', 2]],
  },
  {
    what: 'no `token` at all, and one is required',
    lines: OPEN,
    tokenFor: '* = HF_A',
    env: ({ write }) => ({ HF_A: write }),
    inputs: { 'on-missing-token': 'fail' },
    result: 'fail',
    blockedBy: ['token-missing'],
    codes: ['ok'],
  },
  {
    what: 'one that is named and not there, and one is required, though what is denied only warns',
    lines: `${OPEN} ${OWN}:write`,
    tokenFor: 'write = HF_A',
    env: ({ read }) => ({ HF_TOKEN: read }),
    inputs: { 'on-missing-token': 'fail', 'on-denied': 'warn' },
    result: 'fail',
    blockedBy: ['token-missing'],
    codes: ['ok', 'token-missing'],
    tokens: [['HF_A', 'missing', 1]],
  },
  {
    what: 'one that is named and not there, for no line, though one is required',
    lines: OPEN,
    tokenFor: 'write = HF_A',
    env: ({ read }) => ({ HF_TOKEN: read }),
    inputs: { 'on-missing-token': 'fail' },
    result: 'pass',
    codes: ['ok'],
  },
  {
    what: 'a bad `token` that no line is asked with',
    lines: OPEN,
    tokenFor: '* = HF_A',
    env: ({ revoked, read }) => ({ HF_TOKEN: revoked, HF_A: read }),
    result: 'fail',
    codes: ['ok'],
    tokens: [['HF_A', 'valid', 1]],
  },
  {
    what: 'none is meant to be there but for some lines',
    lines: `${OPEN} ${OWN}:write meta-llama/Llama-accepted`,
    tokenFor: 'write = HF_A',
    env: ({ write }) => ({ HF_A: write }),
    inputs: { 'on-missing-token': 'anonymous' },
    result: 'fail',
    blockedBy: ['denied'],
    codes: ['ok', 'ok', 'gate-login-required'],
  },
  {
    what: 'a name in small letters, comments, CRLF, and HF_TOKEN itself',
    lines: `${OPEN} ${OWN}:write`,
    tokenFor: '# for the push\r\nwrite=hf_push # it writes\r\n\r\nread = HF_TOKEN\r\n',
    env: ({ read, write }) => ({ HF_TOKEN: read, hf_push: write }),
    result: 'pass',
    codes: ['ok', 'ok'],
    tokens: [['hf_push', 'valid', 1]],
  },
  {
    what: 'kinds by their prefix, and ids of them',
    lines: 'jobs/acme:run buckets/ada/checkpoints:write buckets/ada/checkpoints',
    tokenFor: 'jobs = HF_JOBS\nbuckets/ada/check*:write = HF_A\n',
    env: ({ read, write }) => ({ HF_TOKEN: read, HF_JOBS: write }),
    result: 'invalid',
    blockedBy: ['invalid'],
    codes: [],
  },
  {
    what: 'a kind by its prefix, an id of another with a star',
    lines: 'jobs/acme:run buckets/ada/checkpoints:write jobs/acme',
    tokenFor: 'jobs = HF_JOBS\nbuckets/*/checkpoints = HF_BUCKET',
    env: ({ read, write }) => ({ HF_TOKEN: read, HF_JOBS: write, HF_BUCKET: read }),
    result: 'fail',
    blockedBy: ['denied'],
    codes: ['ok', 'read-only-token', 'ok'],
    tokens: [['HF_JOBS', 'valid', 2]],
  },
  {
    what: 'a token for nothing that is listed',
    lines: OPEN,
    tokenFor: 'spaces = HF_A',
    env: ({ read, write }) => ({ HF_TOKEN: read, HF_A: write }),
    result: 'pass',
    codes: ['ok'],
    tokens: [['HF_A', 'valid', 0]],
  },
];

const LEFT = fileURLToPath(new URL('left-over.cjs', import.meta.url));

onEachNode((node) => {
  test.each(ROWS)('$what', async ({ lines, tokenFor, env, inputs, result, blockedBy = [], codes, ...row }) => {
    await onStage({}, async ({ hub, tokens }) => {
      const run = await runAction({
        node,
        hub,
        env: env(tokens),
        secrets: Object.values(env(tokens)),
        inputs: {
          models: lines,
          'token-for': tokenFor,
          'check-runner': 'off',
          'least-privilege': 'off',
          retries: '0',
          ...inputs,
        },
      });
      const { report } = run;
      expect([report?.result, report?.checks.map(({ code }) => code), report?.blockedBy]).toEqual([
        result,
        codes,
        blockedBy,
      ]);
      if (row.tokens !== undefined) {
        const told = (report?.tokens ?? []).map(({ source, state, checks }) => [source, state, checks]);
        expect(told).toEqual(row.tokens);
      }
      const codesTold = report?.notices.map(({ code }) => code) ?? [];
      for (const code of row.notices ?? []) expect(codesTold).toContain(code);
      if (row.notices === undefined) expect(codesTold).not.toContain('account-mismatch');
      if (report !== undefined) row.holds?.(report, hub);
    });
  });

  test('beside a keyless run it is an input error, and nothing is sent', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const inputs = { models: OWN, 'oidc-resource': OWN, 'token-for': 'write = HF_A' };
      const run = await runAction({ node, hub, inputs, env: { HF_A: tokens.write }, secrets: [tokens.write] });
      expect(run.report?.result).toBe('invalid');
      expect(run.report?.problems?.map(({ input }) => input).join()).toMatch(/oidc-resource|token-for/);
      expect(hub.requests).toEqual([]);
    });
  });

  test('shards of such a list merge into what one run says', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const folder = mkdtempSync(join(tmpdir(), 'preflight-token-for-'));
      try {
        const env = { HF_TOKEN: tokens.read, HF_A: tokens.write };
        const list = [OPEN, OWN, `${OWN}:write`, 'gpt2-tiny', 'datasets/squad', 'ada/new-model:create'];
        const args = [
          'check',
          ...list,
          '--token-for',
          'write = HF_A\ncreate = HF_A',
          '--json',
          '--check-runner',
          'off',
        ];
        const secrets = [tokens.write];
        const whole = await runCli({ node, hub, args, env, secrets });
        const paths: string[] = [];
        for (const shard of ['1/3', '2/3', '3/3']) {
          const part = await runCli({ node, hub, args: [...args, '--shard', shard], env, secrets });
          const path = join(folder, `${shard.slice(0, 1)}.json`);
          writeFileSync(path, part.stdout);
          paths.push(path);
        }
        const merged = await runCli({ node, args: ['merge', '--json', ...paths], env: {}, secrets });
        const told = (report: ReportJson | undefined) => ({
          result: report?.result,
          counts: report?.counts,
          checks: report?.checks.map(({ repo, code, tokenFrom }) => [repo.id, code, tokenFrom]),
          tokens: report?.tokens?.map(({ source, pattern, state, checks }) => [source, pattern, state, checks]),
        });
        expect(told(merged.report)).toEqual(told(whole.report));
        expect(told(whole.report).tokens).toEqual([['HF_A', 'write, create', 'valid', 2]]);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  });

  test('the variables that it names are gone from the process once they are read', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const folder = mkdtempSync(join(tmpdir(), 'preflight-left-'));
      try {
        const file = join(folder, 'left');
        const env = { HF_A: tokens.write, HF_TOKEN: tokens.read, LEFT_OVER: file, NODE_OPTIONS: `--require=${LEFT}` };
        const inputs = {
          models: `${OWN}:write`,
          'token-for': 'write = HF_A',
          'check-runner': 'off',
          'least-privilege': 'off',
        };
        const run = await runAction({ node, hub, inputs, env, secrets: [tokens.write] });
        expect(run.report?.result).toBe('pass');
        const left = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
        expect(Object.keys(left)).toContain('GITHUB_OUTPUT');
        expect(Object.values(left).filter((value) => [tokens.write, tokens.read].includes(value))).toEqual([]);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  });
});
