/** The access lock, on the built Action and command line. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { addRepo } from '../../src/simulator/build';
import { repoKey, type Repo, type World } from '../../src/simulator/world';
import { onEachNode, onStage, runAction, runCli } from './harness';

const OPEN = 'openai-community/gpt2';
const FILE = 'hf-access.lock.json';
const PUBLISHED: object = JSON.parse(readFileSync('docs/lock.schema.json', 'utf8')) as object;

function repoAt(world: World, type: Repo['type'], id: string): Repo {
  const repo = world.repos.get(repoKey({ type, id }));
  if (repo === undefined) throw new Error(`no ${id}`);
  return repo;
}

onEachNode((node) => {
  const stage = async (play: (at: Stage) => Promise<void>) =>
    onStage({}, async ({ hub, tokens }) => {
      const secrets = Object.values(tokens);
      const cli = async (args: readonly string[], lock?: string) => {
        let written: string | undefined;
        let workspace = '';
        const run = await runCli({
          node,
          hub,
          args,
          secrets,
          env: { HF_TOKEN: tokens.read },
          files: lock === undefined ? {} : { [FILE]: lock },
          prepare: (scratch) => {
            workspace = scratch.workspace;
          },
          onEnd: () => {
            written = read(join(workspace, FILE));
          },
        });
        return { ...run, written };
      };
      await play({ world: hub.world, hub, cli, token: tokens.read, secrets });
    });

  test('what is written is sorted, stable, as its schema says, and names nobody', async () => {
    await stage(async ({ cli, hub, world }) => {
      const ids = ['lock', 'write', `${OPEN}@v1.0`, 'ada/finetune', '--datasets', 'squad'];
      const { exitCode, written = '', stdout } = await cli(ids);
      expect([exitCode, stdout]).toEqual([0, `${FILE}: 3 lines.\n`]);
      const validate = new Ajv({ allErrors: true }).compile(PUBLISHED);
      expect([validate(JSON.parse(written)), validate.errors]).toEqual([true, null]);
      expect(JSON.parse(written)).toEqual({
        schema: 'hf-auth-preflight/lock/v1',
        endpoint: hub.origin,
        lines: [
          {
            repo: { type: 'model', id: 'ada/finetune' },
            operation: 'read',
            outcome: 'allowed',
            gate: 'none',
            visibility: 'private',
            license: 'mit',
            disabled: false,
          },
          {
            repo: { type: 'dataset', id: 'squad' },
            operation: 'read',
            outcome: 'allowed',
            gate: 'none',
            visibility: 'public',
            license: 'mit',
            disabled: false,
          },
          {
            repo: { type: 'model', id: OPEN, revision: 'v1.0' },
            operation: 'read',
            outcome: 'allowed',
            gate: 'none',
            visibility: 'public',
            license: 'mit',
            disabled: false,
            commit: repoAt(world, 'model', OPEN).refs.get('v1.0')?.sha,
          },
        ],
      });
      expect((await cli(ids, written)).written).toBe(written);
    });
  });

  test('a run tells what differs, before and after, and blocks only for what is denied', async () => {
    await stage(async ({ cli, hub, world, token, secrets }) => {
      addRepo(world, { type: 'model', id: 'mallory/base' });
      const list = ['mallory/base', OPEN];
      const { written = '' } = await cli(['lock', 'write', ...list]);
      const act = () =>
        runAction({
          node,
          hub,
          secrets,
          files: { [FILE]: written },
          inputs: { models: list.join(' '), lock: FILE, token },
        });
      const same = await act();
      expect(same.report?.notices.map(({ code }) => code)).not.toContain('access-changed');
      expect((await cli(['lock', 'check', ...list], written)).stdout).toBe('2 lines are as in the lock.\n');
      repoAt(world, 'model', OPEN).card = { license: 'other', license_name: 'acme-1' };
      const relicensed = await act();
      expect([relicensed.exitCode, relicensed.report?.result]).toEqual([0, 'pass']);
      expect(relicensed.report?.notices).toContainEqual(
        expect.objectContaining({
          code: 'access-changed',
          level: 'warning',
          message: `${OPEN} (read) differs from the lock: the license was mit and is now acme-1.`,
        }),
      );
      repoAt(world, 'model', 'mallory/base').gated = 'manual';
      const gated = await act();
      expect([gated.exitCode, gated.report?.result]).toEqual([1, 'fail']);
      const words =
        'the gate was none and is now manual and the outcome was allowed and is now denied (gate-not-requested)';
      expect(gated.report?.notices.map(({ message }) => message).join()).toContain(words);
      expect(gated.summary).toContain('differs from the lock: the gate was');
      const check = await cli(['lock', 'check', ...list, 'gpt2-tiny'], written);
      expect(check.exitCode).toBe(1);
      expect(check.stdout).toContain(words);
      expect(check.stdout).toContain('+ gpt2-tiny:read');
      const shorter = await cli(['lock', 'check', OPEN], written);
      expect(shorter.stdout).toContain('- mallory/base:read');
    });
  });

  test('one more request for each repo, and none without a lock', async () => {
    await stage(async ({ cli, hub }) => {
      const { written = '' } = await cli(['lock', 'write', OPEN]);
      const asked = async (...args: string[]) => {
        hub.clearRequests();
        await cli(['check', OPEN, `${OPEN}:pull-request`, ...args], written);
        return hub.requests.length;
      };
      const without = await asked();
      expect(await asked('--lock', FILE)).toBe(without + 1);
    });
  });

  test('a missing, damaged or foreign lock, and one outside, are bad input that names lock write', async () => {
    await stage(async ({ cli, hub, token, secrets }) => {
      const { written = '' } = await cli(['lock', 'write', OPEN]);
      const rows = [
        ['nowhere.json', undefined, 'there is no such file'],
        [FILE, '{"schema":', 'it is not JSON'],
        [FILE, '[]', 'is not an object'],
        [FILE, written.replace('/v1', '/v9'), 'schema is not hf-auth-preflight/lock/v1'],
        [FILE, written.replace('"read"', '"eat"'), 'operation is not one of'],
        [FILE, written.replace(hub.origin, 'https://huggingface.co'), 'was written for another endpoint'],
        ['../lock.json', undefined, 'must be in the checkout'],
      ] as const;
      for (const [lock, text, rule] of rows) {
        const files: Record<string, string> = text === undefined ? {} : { [FILE]: text };
        const run = await runAction({ node, hub, secrets, files, inputs: { models: OPEN, lock, token } });
        expect(run.report?.result).toBe('invalid');
        const rules = run.report?.problems?.map((problem) => problem.rule).join() ?? '';
        expect(rules).toContain(rule);
        expect(rules).toContain('hf-auth-preflight lock write');
      }
      const none = await cli(['lock', 'check', OPEN]);
      expect([none.exitCode, none.stderr.includes('there is no such file')]).toEqual([2, true]);
    });
  });

  test.each(['hf_', 'glpat-'])('a repo whose name is a token (%s) is bad input, and shown nowhere', async (prefix) => {
    await onStage({}, async ({ hub, tokens }) => {
      const secret = `${prefix}${'aZ3kQ9xW5mT1vR7cYbN8'.repeat(2).slice(0, 34)}`;
      const line = { repo: { type: 'model', id: `acme/${secret}` }, operation: 'read', outcome: 'allowed' };
      const lock = JSON.stringify({ schema: 'hf-auth-preflight/lock/v1', endpoint: hub.origin, lines: [line] });
      const files = { 'hf-access.lock.json': lock };
      const env = { HF_TOKEN: tokens.read };
      const args = ['lock', 'check', 'openai-community/gpt2'];
      const run = await runCli({ node, hub, args, files, env, secrets: [secret] });
      expect([run.exitCode, run.stderr]).toEqual([
        2,
        expect.stringContaining('lines.0.repo contains what looks like a token'),
      ]);
      expect(hub.requests).toEqual([]);
    });
  });

  test('nothing is written where the run is blocked, and bad usage is told', async () => {
    await stage(async ({ cli }) => {
      const blocked = await cli(['lock', 'write', 'meta-llama/Llama-not-requested']);
      expect([blocked.exitCode, blocked.written]).toEqual([1, undefined]);
      expect(blocked.stderr).toContain('Nothing was written');
      const noted = await cli(['lock', 'write', 'meta-llama/Llama-not-requested', '--on-denied', 'warn']);
      expect(noted.exitCode).toBe(0);
      expect(noted.written).toContain('"outcome": "denied"');
      for (const args of [['lock'], ['lock', 'read', OPEN], ['lock', 'write']])
        expect((await cli(args)).exitCode).toBe(2);
    });
  });
});

interface Stage {
  readonly world: World;
  readonly hub: Parameters<Parameters<typeof onStage>[1]>[0]['hub'];
  readonly cli: (
    args: readonly string[],
    lock?: string,
  ) => Promise<Awaited<ReturnType<typeof runCli>> & { written: string | undefined }>;
  readonly token: string;
  readonly secrets: readonly string[];
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
