/** The inputs `follow` and `lock` where the endpoint is not the Hub: below a path, at Olah and at registries' stand-ins. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { addRepo } from '../../src/simulator/build';
import { repoKey } from '../../src/simulator/world';
import { serve } from '../mirrors/serve';
import type { Caller } from '../mirrors/stand-in';
import { STAND_INS } from '../mirrors/stand-ins';
import { onEachNode, onStage, runCli, type CliRun } from './harness';

const FILE = 'hf-access.lock.json';
const GATED = 'meta-llama/Llama-not-requested';
const OPEN = 'openai-community/gpt2';

interface Place {
  readonly node: string;
  readonly endpoint: string;
  readonly token: string | undefined;
}

/** The command line at an endpoint, with the lock that is there and what it left of it. */
async function call({ node, endpoint, token }: Place, args: readonly string[], lock?: string) {
  const kept: { workspace: string; written?: string | undefined } = { workspace: '' };
  const run = await runCli({
    node,
    args: [...args, '--endpoint', endpoint],
    env: token === undefined ? {} : { HF_TOKEN: token },
    files: lock === undefined ? {} : { [FILE]: lock },
    prepare: (scratch) => {
      kept.workspace = scratch.workspace;
    },
    onEnd: () => {
      kept.written = read(join(kept.workspace, FILE));
    },
  });
  return { ...run, written: kept.written };
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

const codesOf = ({ report }: Pick<CliRun, 'report'>) => report?.notices.map(({ code }) => code) ?? [];

/** What `follow` says beside the same verdict, and whether there is a green run for a lock to keep. */
const ROWS: readonly (readonly [standIn: string, caller: Caller, doubts: number, locks: boolean])[] = [
  ['Olah', 'A', 0, true],
  ['Olah', 'N', 0, true],
  ['Nexus', 'N', 0, true],
  ['Artifactory', 'A', 0, true],
  ['Harness', 'A', 0, true],
  ['CLARIN-DSpace', 'N', 1, false],
];

onEachNode((node) => {
  test('a mirror below a path: a gate behind an adapter, and a repo that became gated', async () => {
    await onStage({ base: '/artifactory/api/hf' }, async ({ hub, tokens }) => {
      const config = { peft: { base_model_name_or_path: GATED } };
      addRepo(hub.world, { type: 'model', id: 'acme/adapter', config });
      const place = { node, endpoint: hub.endpoint, token: tokens.read };
      const followed = await call(place, ['check', 'acme/adapter', '--follow', '--json']);
      expect(followed.report?.checks.map(({ repo, outcome, because }) => [repo.id, outcome, because?.repo.id])).toEqual(
        [
          ['acme/adapter', 'allowed', undefined],
          [GATED, 'denied', 'acme/adapter'],
        ],
      );
      const { written = '' } = await call(place, ['lock', 'write', OPEN]);
      expect(JSON.parse(written)).toMatchObject({
        endpoint: hub.endpoint,
        lines: [{ repo: { id: OPEN }, gate: 'none' }],
      });
      expect(codesOf(await call(place, ['check', OPEN, '--lock', FILE, '--json'], written))).not.toContain(
        'access-changed',
      );
      const repo = hub.world.repos.get(repoKey({ type: 'model', id: OPEN }));
      if (repo !== undefined) repo.gated = 'manual';
      const changed = await call(place, ['check', OPEN, '--lock', FILE, '--json'], written);
      expect(codesOf(changed)).toContain('access-changed');
    });
  });

  test.each(ROWS)('%s as %s: no false red, no change that is none', async (name, caller, doubts, locks) => {
    const standIn = STAND_INS.find((one) => one.name === name);
    if (standIn === undefined) throw new Error(`there is no ${name}`);
    const served = await serve(standIn.open(), standIn.base);
    try {
      const id = name === 'Artifactory' || name === 'Harness' ? 'acme/uploaded' : 'acme/open';
      const place = { node, endpoint: served.address, token: standIn.tokens[caller] };
      const plain = await call(place, ['check', id, '--json']);
      const followed = await call(place, ['check', id, '--follow', '--json']);
      expect(followed.report?.checks.map(({ outcome, code }) => [outcome, code])).toEqual(
        plain.report?.checks.map(({ outcome, code }) => [outcome, code]),
      );
      expect(codesOf(followed).filter((code) => code === 'follow-unresolved')).toHaveLength(doubts);
      const { written } = await call(place, ['lock', 'write', id]);
      expect(written !== undefined).toBe(locks);
      if (written === undefined) return;
      const again = await call(place, ['check', id, '--lock', FILE, '--json'], written);
      expect(codesOf(again)).not.toContain('access-changed');
    } finally {
      await served.close();
    }
  });
});
