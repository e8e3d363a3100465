/** `follow` in states of what is pulled in: what is checked, what is said about it, and whom it sends where. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { addRename, addRepo, type RepoSpec } from '../../src/simulator/build';
import type { Fault } from '../hub-fixture/faults';
import { onEachNode, onStage, runAction, runCli } from './harness';

const GATED = 'meta-llama/Llama-not-requested';
const OPEN = 'openai-community/gpt2';
const base = (id: unknown) => ({ config: { peft: { base_model_name_or_path: id, task_type: 'CAUSAL_LM' } } });
const json = (value: unknown) => JSON.stringify(value);
const NOT_LISTED = /^It is not in the list: a file of the repo that pulls it in names it/;
/** An endpoint's repo info in place of the Hub's. */
const info = (fields: object): Fault => ({
  path: /^\/api\/models\/acme\/adapter$/,
  effect: {
    kind: 'reply',
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: json({ id: 'acme/adapter', ...fields }),
  },
});

interface Row {
  /** Of `acme/adapter`, which is listed. */
  readonly adapter: Partial<RepoSpec>;
  readonly beside?: readonly RepoSpec[];
  readonly renamed?: { readonly from: string; readonly to: string };
  readonly faults?: readonly Fault[];
  readonly line?: string;
  /** What is checked behind it: id and code. */
  readonly behind?: readonly (readonly [id: string, code: string])[];
  readonly remedy?: RegExp;
  /** What is not known. */
  readonly doubt?: RegExp;
}

const NO_REPO = /base_model_name_or_path in adapter_config\.json names no repo of the Hub/;
const UNREAD = /adapter_config\.json could not be read/;

const ROWS: Readonly<Record<string, Row>> = {
  'a base with an @, which its loaders refuse': {
    adapter: base('mallory/base@v1'),
    beside: [{ type: 'model', id: 'mallory/base', revisions: ['v1'] }],
    doubt: NO_REPO,
  },
  'a base under its old name': {
    adapter: base('mallory/old'),
    beside: [{ type: 'model', id: 'mallory/new' }],
    renamed: { from: 'mallory/old', to: 'mallory/new' },
    behind: [['mallory/old', 'ok-moved']],
    remedy: NOT_LISTED,
  },
  'a private base': { adapter: base('mallory/secret'), behind: [['mallory/secret', 'not-found']], remedy: NOT_LISTED },
  'a base without an owner, deleted': { adapter: base('lama'), behind: [['lama', 'not-found']], remedy: NOT_LISTED },
  'a base that is a data set': {
    adapter: base('mallory/data'),
    beside: [{ type: 'dataset', id: 'mallory/data' }],
    behind: [['mallory/data', 'wrong-type']],
    remedy: NOT_LISTED,
  },
  'a folder of the machine that trained it': { adapter: base('./out/base'), doubt: NO_REPO },
  'a whole path': { adapter: base('/root/base'), doubt: NO_REPO },
  'a path of Windows': { adapter: base('C:\\models\\base'), doubt: NO_REPO },
  'no name': { adapter: base(''), doubt: NO_REPO },
  'no base': { adapter: base(null) },
  'only a card': { adapter: { card: { base_model: [GATED], base_model_relation: 'quantized' } } },
  'only the card of a merge': { adapter: { card: { base_model: [GATED, OPEN], base_model_relation: 'merge' } } },
  'a file that is too large': {
    adapter: { files: { 'adapter_config.json': json({ base_model_name_or_path: GATED, x: 'y'.repeat(300_000) }) } },
    doubt: UNREAD,
  },
  'a file that is no JSON': { adapter: { files: { 'adapter_config.json': '{"base_model' } }, doubt: UNREAD },
  'a file in the storage of large ones': {
    adapter: { files: { 'adapter_config.json': { content: Buffer.from('{}'), lfs: true } } },
    doubt: UNREAD,
  },
  'a revision that is not there': { adapter: base(GATED), line: 'acme/adapter@v9' },
  'a revision that is there': {
    adapter: { ...base(GATED), revisions: ['v1'] },
    line: 'acme/adapter@v1',
    behind: [[GATED, 'gate-not-requested']],
  },
  'files that the endpoint does not name': { adapter: {}, faults: [info({ config: {} })], doubt: /names neither/ },
  'files that it does not name beside a configuration': {
    adapter: {},
    faults: [info({ config: { model_type: 'llama' } })],
    doubt: /the endpoint does not name its files/,
  },
  'files that it names, and nothing else': {
    adapter: { files: { 'adapter_config.json': json({ base_model_name_or_path: GATED }) } },
    faults: [info({ siblings: [{ rfilename: 'adapter_config.json' }] })],
    behind: [[GATED, 'gate-not-requested']],
  },
  'repo info that is refused for a moment': {
    adapter: base(GATED),
    faults: [{ path: /^\/api\/models\/acme\/adapter$/, times: 1, effect: { kind: 'reply', status: 429 } }],
    behind: [[GATED, 'gate-not-requested']],
  },
  'repo info that does not come': {
    adapter: base(GATED),
    faults: [{ path: /^\/api\/models\/acme\/adapter$/, effect: { kind: 'html', status: 200 } }],
    doubt: /the endpoint does not say what it is/,
  },
};

onEachNode((node) => {
  test.each(Object.entries(ROWS))('%s', async (_, row) => {
    const { adapter, beside = [], renamed, faults = [], line = 'acme/adapter', behind = [], remedy, doubt } = row;
    await onStage({ faults }, async ({ hub, tokens }) => {
      for (const spec of [{ type: 'model', id: 'acme/adapter', ...adapter } as const, ...beside])
        addRepo(hub.world, spec);
      if (renamed !== undefined) addRename(hub.world, 'model', renamed);
      const inputs = { models: line, follow: 'true', token: tokens.read };
      const { report } = await runAction({ node, hub, inputs });
      const checks = report?.checks.filter(({ because }) => because?.repo.id === 'acme/adapter') ?? [];
      expect(checks.map(({ repo, code }) => [repo.id, code])).toEqual(behind);
      expect(report?.checks).toHaveLength(1 + behind.length);
      if (remedy !== undefined) expect(checks[0]?.remedy?.text).toMatch(remedy);
      const told = report?.notices.find(({ code }) => code === 'follow-unresolved')?.message;
      if (doubt === undefined) expect(told).toBeUndefined();
      else expect(told).toMatch(doubt);
    });
  });

  test('shards that pull in the same repo: it is one check, beside those of the list', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const ids = Array.from({ length: 6 }, (_, at) => `acme/a${String(at)}`);
      for (const id of ids) addRepo(hub.world, { type: 'model', id, ...base(GATED) });
      const shardOf = async (shard: string) => {
        let place = '';
        await runAction({
          node,
          hub,
          inputs: { models: ids.join(' '), follow: 'true', shard, token: tokens.read, 'report-path': 'r.json' },
          prepare: ({ workspace }) => (place = join(workspace, 'r.json')),
          onEnd: () => (place = readFileSync(place, 'utf8')),
        });
        return place;
      };
      const files = { '1.json': await shardOf('1/2'), '2.json': await shardOf('2/2') };
      const merge = (...names: readonly string[]) =>
        runCli({ node, args: ['merge', ...names], files, env: {}, secrets: [tokens.read] });
      expect((await merge('1.json', '2.json')).stdout).toContain('1 of 7 checks was denied, so the job is blocked.');
      const part = JSON.parse(files['1.json']) as { readonly checks: readonly unknown[] };
      const left = 7 - part.checks.length;
      expect((await merge('1.json')).stdout).toContain(`1 of 7 checks was denied and ${String(left)} ha`);
    });
  });
});
