/** The input `follow`, on the built Action and command line. */
import { expect, test } from '@jest/globals';
import { addRepo } from '../../src/simulator/build';
import type { World } from '../../src/simulator/world';
import type { LoggedRequest } from '../hub-fixture/request-log';
import { onEachNode, onStage, runAction, runCli } from './harness';

const GATED = 'meta-llama/Llama-not-requested';
const OPEN = 'openai-community/gpt2';
const peft = (base: string) => ({ peft: { base_model_name_or_path: base, task_type: 'CAUSAL_LM' } });

function addAdapters(world: World): void {
  addRepo(world, { type: 'model', id: 'acme/adapter', config: peft(GATED) });
  addRepo(world, { type: 'model', id: 'acme/stacked', config: peft('acme/adapter') });
  addRepo(world, { type: 'model', id: 'acme/deep', config: peft('acme/stacked') });
  addRepo(world, { type: 'model', id: 'acme/round', config: peft('acme/trip') });
  addRepo(world, { type: 'model', id: 'acme/trip', config: peft('acme/round') });
}

const about = (requests: readonly LoggedRequest[]) =>
  requests.map(({ path }) => path).filter((path) => /^\/api\/models\/[\w-]+\/[\w.-]+$/.test(path));

onEachNode((node) => {
  test("an adapter's gated base is found before access is given, and denied with its page", async () => {
    await onStage({}, async ({ hub, tokens }) => {
      addAdapters(hub.world);
      const inputs = { models: `${OPEN}\nacme/adapter`, follow: 'true', token: tokens.read };
      const run = await runAction({ node, hub, inputs, secrets: Object.values(tokens) });
      expect(run.exitCode).toBe(1);
      expect(run.report?.checks.map(({ repo, outcome }) => [repo.id, outcome])).toEqual([
        [OPEN, 'allowed'],
        ['acme/adapter', 'allowed'],
        [GATED, 'denied'],
      ]);
      expect(run.report?.checks[2]).toMatchObject({
        code: 'gate-not-requested',
        because: {
          repo: { type: 'model', id: 'acme/adapter' },
          field: 'base_model_name_or_path in adapter_config.json',
        },
        remedy: { url: `${hub.origin}/${GATED}` },
        sources: [{ input: 'models', line: 2 }],
      });
      expect(run.summary).toContain('behind acme/adapter, models:2');
      expect(run.summary).toContain(
        'which `acme/adapter` pulls in (`base_model_name_or_path in adapter_config.json`): the repo is gated',
      );
      expect(run.stdout).toContain('which acme/adapter pulls in');
      expect(run.outputs['denied']).toBe(JSON.stringify([GATED]));
    });
  });

  test('without the input nothing is followed, and no question is added', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      addAdapters(hub.world);
      const run = await runCli({
        node,
        hub,
        args: ['check', 'acme/adapter', '--json'],
        env: { HF_TOKEN: tokens.read },
      });
      expect(run.report?.checks.map(({ repo }) => repo.id)).toEqual(['acme/adapter']);
      expect(about(hub.requests)).toEqual([]);
    });
  });

  test('two levels and no more; a cycle once; what is listed anyway is asked once', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      addAdapters(hub.world);
      const check = async (...ids: string[]) => {
        hub.clearRequests();
        const args = ['check', ...ids, '--follow', '--json'];
        const run = await runCli({ node, hub, args, env: { HF_TOKEN: tokens.read } });
        return run.report?.checks.map(({ repo, because }) => [repo.id, because?.repo.id]);
      };
      expect(await check('acme/deep')).toEqual([
        ['acme/deep', undefined],
        ['acme/stacked', 'acme/deep'],
        ['acme/adapter', 'acme/stacked'],
      ]);
      expect(about(hub.requests)).toEqual(['/api/models/acme/deep', '/api/models/acme/stacked']);
      expect(await check('acme/round')).toEqual([
        ['acme/round', undefined],
        ['acme/trip', 'acme/round'],
      ]);
      expect(await check('acme/adapter', GATED)).toEqual([
        ['acme/adapter', undefined],
        [GATED, undefined],
      ]);
    });
  });

  test('files of a repo that may be read name more; what cannot be read is told, and is no yes', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const pipeline = (segmentation: string) =>
        `pipeline:\n  name: pyannote.audio.pipelines.SpeakerDiarization\n  params:\n    segmentation: ${segmentation}\n    embedding: ${OPEN}\n    plda: $model/plda\n`;
      const files = { 'config.yaml': pipeline(GATED) };
      const tags = ['pyannote-audio-pipeline'];
      addRepo(hub.world, { type: 'model', id: 'acme/voices', private: false, files, tags });
      addRepo(hub.world, { type: 'model', id: 'mallory/closed', gated: 'auto', files, tags });
      addRepo(hub.world, { type: 'space', id: 'acme/demo', card: { preload_from_hub: ['acme/voices config.yaml'] } });
      addRepo(hub.world, {
        type: 'model',
        id: 'acme/custom',
        config: { auto_map: { AutoModel: 'mallory/code--modeling.Model' } },
      });
      const run = await runAction({
        node,
        hub,
        secrets: Object.values(tokens),
        inputs: { models: 'mallory/closed acme/custom', spaces: 'acme/demo', follow: 'true', token: tokens.read },
      });
      expect(run.report?.checks.map(({ repo, outcome, because }) => [repo.id, outcome, because?.field])).toEqual([
        ['mallory/closed', 'denied', undefined],
        ['acme/custom', 'allowed', undefined],
        ['acme/demo', 'allowed', undefined],
        ['acme/voices', 'allowed', 'preload_from_hub in README.md'],
        [GATED, 'denied', 'segmentation in config.yaml'],
        [OPEN, 'allowed', 'embedding in config.yaml'],
      ]);
      const told = (code: string) => run.report?.notices.find((notice) => notice.code === code);
      expect(told('follow-unresolved')).toMatchObject({ level: 'notice' });
      expect(told('follow-unresolved')?.message).toContain('mallory/closed: config.yaml could not be read');
      expect(told('remote-code')?.message).toContain('acme/custom runs code of mallory/code (auto_map in config.json)');
      expect(run.summary).toContain('config.yaml could not be read');
    });
  });

  test('a bad token, and none: public repo info still tells what is behind', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      addAdapters(hub.world);
      const args = ['check', 'acme/adapter', '--follow', '--json'];
      const bad = await runCli({ node, hub, args, env: { HF_TOKEN: tokens.revoked } });
      expect(bad.report?.checks.map(({ repo, code }) => [repo.id, code])).toEqual([
        ['acme/adapter', 'token-invalid'],
        [GATED, 'token-invalid'],
      ]);
      const none = await runCli({ node, hub, args, env: {} });
      expect(none.report?.checks.map(({ repo, code }) => [repo.id, code])).toEqual([
        ['acme/adapter', 'ok'],
        [GATED, 'token-missing'],
      ]);
    });
  });

  test('no more than 100 are added, and that is told; a secret in a name goes nowhere', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const card = { preload_from_hub: Array.from({ length: 130 }, (_, at) => `acme/part-${String(at)}`) };
      addRepo(hub.world, { type: 'space', id: 'acme/many', card });
      addRepo(hub.world, { type: 'model', id: 'acme/echo', config: peft(`acme/${tokens.read}`) });
      const run = await runAction({
        node,
        hub,
        secrets: Object.values(tokens),
        inputs: { spaces: 'acme/many', models: 'acme/echo', follow: 'true', token: tokens.read },
      });
      expect(run.report?.checks).toHaveLength(102);
      const notice = run.report?.notices.find(({ code }) => code === 'follow-unresolved');
      expect(notice?.message).toContain('More repos are pulled in than a run follows');
    });
  });
});
