/** What the end-to-end workflow finds on the embedded Hub: one repo for each answer that a job can meet. */
import {
  addOrg,
  addPublisher,
  addRename,
  addRepo,
  addToken,
  addUser,
  createWorld,
  inventSecret,
} from '../../src/simulator/build';
import type { World } from '../../src/simulator/world';
import { GITHUB_ISSUER } from '../support/identity-provider';

const LATER = '2100-01-01T00:00:00.000Z';
const PAST = '2020-01-01T00:00:00.000Z';

/** Builds the world and hands out its tokens, by the name of the variable that a workflow knows them under. */
export function endToEndWorld(): { readonly world: World; readonly tokens: Readonly<Record<string, string>> } {
  const world = createWorld();
  for (const name of ['ci-bot', 'stranger']) addUser(world, name);
  addOrg(world, 'acme', { members: { 'ci-bot': 'write' } });
  addOrg(world, 'labs', { members: { 'ci-bot': 'read' } });
  addOrg(world, 'vendor', { members: { stranger: 'admin' } });
  addModels(world);
  addRepo(world, { type: 'dataset', id: 'acme/corpus', private: true, files: FILES });
  addRepo(world, { type: 'dataset', id: 'vendor/speech', gated: 'manual', files: FILES });
  addRepo(world, { type: 'space', id: 'acme/board', files: FILES });
  addRepo(world, { type: 'space', id: 'vendor/secret-board', private: true, files: FILES });
  // The job of the provider beside this Hub, by the claims that it gives out.
  const claims = { repository: 'octo/garden', branch: 'main', workflow_file: 'train.yml' };
  addPublisher(world, { resource: 'acme/finetune', issuer: GITHUB_ISSUER, claims });
  const owner = 'ci-bot';
  const narrow = { scoped: [], global: [], canReadGatedRepos: false };
  return {
    world,
    tokens: {
      WRITE_TOKEN: addToken(world, 'ci write', { power: { kind: 'classic', owner, role: 'write' } }),
      READ_TOKEN: addToken(world, 'ci read', { power: { kind: 'classic', owner, role: 'read' } }),
      NARROW_TOKEN: addToken(world, 'ci narrow', {
        power: { kind: 'fine-grained', owner, ...narrow },
        expiresAt: LATER,
      }),
      EXPIRED_TOKEN: addToken(world, 'ci expired', {
        power: { kind: 'classic', owner, role: 'read' },
        status: 'expired',
        expiresAt: PAST,
      }),
      INVALID_TOKEN: inventSecret('never handed out', { kind: 'classic', owner, role: 'read' }),
    },
  };
}

const FILES = { 'config.json': '{}\n', 'weights.bin': { content: Buffer.from('weights'), lfs: true } };

function addModels(world: World): void {
  const model = { type: 'model', files: FILES } as const;
  addRepo(world, { ...model, id: 'acme/open', revisions: ['v1.2'] });
  addRepo(world, { ...model, id: 'acme/finetune', private: true });
  const base = { base_model_name_or_path: 'vendor/new-gate', task_type: 'CAUSAL_LM' };
  addRepo(world, { ...model, id: 'acme/adapter', config: { peft: base } });
  addRepo(world, { ...model, id: 'labs/published' });
  addRepo(world, { ...model, id: 'vendor/new-name' });
  addRename(world, 'model', { from: 'vendor/old-name', to: 'vendor/new-name' });
  addRepo(world, { ...model, id: 'vendor/hidden', private: true });
  addRepo(world, { ...model, id: 'vendor/closed', disabled: true });
  addRepo(world, { ...model, id: 'vendor/granted', gated: 'auto', requests: { 'ci-bot': 'accepted' } });
  addRepo(world, { ...model, id: 'vendor/new-gate', gated: 'auto' });
  for (const state of ['pending', 'rejected', 'reset'] as const) {
    addRepo(world, { ...model, id: `vendor/${state}`, gated: 'manual', requests: { 'ci-bot': state } });
  }
}
