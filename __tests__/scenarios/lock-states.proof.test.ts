/** `lock write` and `lock check` in states between two runs: what was not compared is no "as in the lock", and nothing else is a difference. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { addRename, addRepo } from '../../src/simulator/build';
import { repoKey, type World } from '../../src/simulator/world';
import { onEachNode, onStage, runCli } from './harness';

const OPEN = 'openai-community/gpt2';
const OWN = 'ada/finetune';
const FILE = 'hf-access.lock.json';
/** As `--lock` has it where nothing else is said. */
const SAME = (lines: string) => `${lines} as in the lock.\n`;

interface Row {
  /** What is listed, and more options. */
  readonly list: readonly string[];
  readonly world?: (world: World) => void;
  /** Between `write` and `check`. */
  readonly then?: (world: World) => void;
  /** Of `check`, beside the list. */
  readonly more?: readonly string[];
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly exit: number;
  readonly told: string | RegExp;
}

const repoIn = (world: World, id: string) => {
  const repo = world.repos.get(repoKey({ type: 'model', id }));
  if (repo === undefined) throw new Error(`no ${id}`);
  return repo;
};
const NONE = { HF_TOKEN: undefined };
const moved = (world: World) => {
  addRepo(world, { type: 'model', id: 'mallory/new' });
  addRename(world, 'model', { from: 'mallory/old', to: 'mallory/new' });
};
const many = Array.from({ length: 25 }, (_, at) => `mallory/m${String(at)}`);

const ROWS: Readonly<Record<string, Row>> = {
  'lines that were skipped': {
    list: [OPEN, OWN],
    more: ['--on-missing-token', 'skip'],
    env: NONE,
    exit: 0,
    told: '2 of 2 lines not asked about, as there is no token.\n',
  },
  'a repo that was renamed before, and is hidden now': {
    list: ['mallory/old'],
    world: moved,
    then: (world) => (repoIn(world, 'mallory/new').private = true),
    exit: 1,
    told: 'mallory/old (read) differs from the lock: the outcome was allowed and is now denied (not-found).\n',
  },
  'a repo that was renamed before, and nobody asks': {
    list: ['mallory/old'],
    world: moved,
    more: ['--on-missing-token', 'skip'],
    env: NONE,
    exit: 0,
    told: '1 of 1 line not asked about, as there is no token.\n',
  },
  'a revision among others': {
    list: [`${OPEN}@v1.0`, `${OPEN}@main`, OPEN],
    then: (world) => repoIn(world, OPEN).refs.delete('v1.0'),
    exit: 1,
    told: `${OPEN} at revision v1.0 (read) differs from the lock: the outcome was allowed and is now denied (revision-not-found).\n`,
  },
  'a shard: the other part is not missing': {
    list: [OPEN, OWN],
    more: ['--shard', '2/2'],
    exit: 0,
    told: SAME('0 lines are'),
  },
  'more differences than a summary has': {
    list: many,
    world: (world) => {
      many.forEach((id) => addRepo(world, { type: 'model', id }));
    },
    then: (world) => {
      many.forEach((id) => (repoIn(world, id).gated = 'manual'));
    },
    exit: 1,
    told: /^(?:mallory\/m\d+ \(read\) differs .*\.\n){25}$/,
  },
  "the account's own": { list: ['inference'], exit: 0, told: SAME('1 line is') },
  'a license in a name that cannot be shown': {
    list: [OPEN],
    then: (world) => (repoIn(world, OPEN).card = { license: 'other', license_name: 'Wörter: unsere' }),
    exit: 1,
    told: `${OPEN} (read) differs from the lock: the license was mit and is now other.\n`,
  },
  'what a repo pulls in': {
    list: ['acme/adapter', '--follow'],
    world: (world) => {
      addRepo(world, { type: 'model', id: 'mallory/base' });
      addRepo(world, {
        type: 'model',
        id: 'acme/adapter',
        config: { peft: { base_model_name_or_path: 'mallory/base' } },
      });
    },
    then: (world) => (repoIn(world, 'mallory/base').gated = 'auto'),
    exit: 1,
    told: /^mallory\/base \(read\), behind acme\/adapter, differs from the lock: the gate was none and is now auto and/,
  },
};

onEachNode((node) => {
  const stage = (play: (at: Stage) => Promise<void>) =>
    onStage({}, async ({ hub, tokens }) => {
      const call: Stage['call'] = async (args, { lock, env = {} } = {}) => {
        let [written, workspace] = ['', ''];
        const run = await runCli({
          node,
          hub,
          args: ['lock', ...args],
          env: { HF_TOKEN: tokens['fine-grained-compute'], ...env },
          files: lock === undefined ? {} : { [FILE]: lock },
          prepare: (scratch) => (workspace = scratch.workspace),
          onEnd: () => (written = readText(join(workspace, FILE))),
        });
        return { ...run, written };
      };
      await play({ world: hub.world, read: tokens.read, hub, call });
    });

  test.each(Object.entries(ROWS))('%s', async (_, { list, world, then, more = [], env, exit, told }) => {
    await stage(async (at) => {
      world?.(at.world);
      const isOwn = list.includes('inference');
      const HF_TOKEN = isOwn ? {} : { HF_TOKEN: at.read };
      const wrote = await at.call(['write', ...list], { env: HF_TOKEN });
      expect([wrote.exitCode, wrote.stderr]).toEqual([0, '']);
      expect(wrote.written).not.toContain('"ada"');
      then?.(at.world);
      const run = await at.call(['check', ...list, ...more], { lock: wrote.written, env: { ...HF_TOKEN, ...env } });
      expect([run.exitCode, run.stdout]).toEqual([exit, typeof told === 'string' ? told : expect.stringMatching(told)]);
    });
  });

  test('repo info that does not come any more is no "as in the lock", nor silence when it is written', async () => {
    await stage(async ({ call, read, hub }) => {
      const env = { HF_TOKEN: read };
      const { written } = await call(['write', OPEN, OWN], { env });
      hub.fault({ path: /^\/api\/models\/ada\/finetune$/, effect: { kind: 'reply', status: 404 } });
      const run = await call(['check', OPEN, OWN], { lock: written, env });
      expect([run.exitCode, run.stdout]).toEqual([
        3,
        '1 of 2 lines not compared as a whole: the endpoint did not say the gate, visibility and license.\n',
      ]);
      const wrote = await call(['write', OPEN, OWN], { env });
      expect([wrote.exitCode, wrote.stderr]).toEqual([
        0,
        '1 line has only the outcome: the endpoint did not say the gate, visibility and license.\n',
      ]);
    });
  });

  test('a line of another token is described with it', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      let written = '';
      const run = await runCli({
        node,
        hub,
        args: ['lock', 'write', OWN, OPEN, '--token-for', 'ada/* = HF_ADA'],
        env: { HF_TOKEN: tokens.stranger, HF_ADA: tokens.read },
        prepare: ({ workspace }) => (written = workspace),
        onEnd: () => (written = readText(join(written, FILE))),
      });
      expect([run.exitCode, run.stderr]).toEqual([0, '']);
      expect(written).toContain('"visibility": "private"');
    });
  });

  test('nothing takes the place of a good lock but what a whole green run found', async () => {
    await stage(async ({ call, read }) => {
      const skipped = await call(['write', OPEN, '--on-missing-token', 'skip'], { lock: 'old', env: NONE });
      expect([skipped.exitCode, skipped.written]).toEqual([3, 'old']);
      expect(skipped.stderr).toContain('Nothing was written: a lock says what a green run found.');
      const part = await call(['write', OPEN, '--shard', '1/2'], { lock: 'old', env: { HF_TOKEN: read } });
      expect([part.exitCode, part.written]).toEqual([2, 'old']);
      expect(part.stderr).toContain('write it without --shard');
      const lost = await call(['write', OPEN, '--lock', 'no/such.json'], { env: { HF_TOKEN: read } });
      expect([lost.exitCode, lost.stderr]).toEqual([
        2,
        expect.stringMatching(/Nothing was written\.\n- lock: its folder does not exist; name another file/),
      ]);
    });
  });

  test('a lock of as many lines as a run takes is read', async () => {
    await stage(async ({ call, read, hub }) => {
      const line = (id: string) => ({ repo: { type: 'model', id }, operation: 'read', outcome: 'allowed' });
      const lines = Array.from({ length: 50_000 }, (_, at) => line(`mallory/model-of-some-name-${String(at)}`));
      const lock = JSON.stringify({ schema: 'hf-auth-preflight/lock/v1', endpoint: hub.origin, lines }, undefined, 2);
      const run = await call(['check', OPEN], { lock, env: { HF_TOKEN: read } });
      expect([run.exitCode, run.stdout.startsWith(`+ ${OPEN}:read\n- mallory/`)]).toEqual([1, true]);
    });
  });
});

interface Stage {
  readonly world: World;
  readonly read: string;
  readonly hub: Parameters<Parameters<typeof onStage>[1]>[0]['hub'];
  readonly call: (
    args: readonly string[],
    more?: { readonly lock?: string; readonly env?: Readonly<Record<string, string | undefined>> },
  ) => Promise<Awaited<ReturnType<typeof runCli>> & { readonly written: string }>;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
