/**
 * A small world in which every kind of verdict can be seen: the account `ada`, three organizations, and a token for
 * each way of having too little. All names and secrets are invented.
 */
import { addOrg, addRename, addRepo, addToken, addUser, createWorld, type RepoSpec } from './build';
import type { Grant, Power, Restriction, World } from './world';

/** The labels of the demo's tokens; the request log uses the same words. */
export type DemoToken =
  | 'read'
  | 'write'
  | 'fine-grained'
  | 'fine-grained-no-gated-box'
  | 'fine-grained-read-only-scope'
  | 'fine-grained-own-repos'
  | 'fine-grained-compute'
  | 'fine-grained-patterns'
  | 'oauth'
  | 'oauth-expires-soon'
  | 'publisher'
  | 'app'
  | 'service'
  | 'expired'
  | 'revoked'
  | 'sso'
  | 'mfa'
  | 'ip'
  | 'token-pending'
  | 'token-revoked-by-org'
  | 'stranger';

/** The world of the demo, and its tokens. */
export interface DemoWorld {
  world: World;
  /** Label → invented secret. `revoked` is a token that the Hub no longer knows. */
  tokens: Record<DemoToken, string>;
}

/** Everything that a token can hold beside repos. */
const COMPUTE = [
  'job.write',
  'inference.endpoints.write',
  'inference.endpoints.infer.write',
  'inference.serverless.write',
];

const FULL = ['repo.content.read', 'repo.write', 'discussion.write'];

/** A fresh copy each time, so that a test can change it. */
export function createDemoWorld(): DemoWorld {
  const world = createWorld();
  addUser(world, 'ada', { email: 'ada@example.com' });
  addUser(world, 'grace');
  addUser(world, 'mallory');
  addOrgs(world);
  addOpenRepos(world);
  addGatedRepos(world);
  addOrgRepos(world);
  addNewerRepos(world);
  return { world, tokens: { ...addOrdinaryTokens(world), ...addScopedTokens(world), ...addBlockedTokens(world) } };
}

function addOrgs(world: World): void {
  addOrg(world, 'acme', { members: { ada: 'write', grace: 'admin' }, groups: { research: { grace: 'write' } } });
  addOrg(world, 'museum', { members: { ada: 'read', grace: 'admin' } });
  addOrg(world, 'guild', { members: { ada: 'contributor', grace: 'admin' } });
  addOrg(world, 'vault', { members: { ada: 'write' }, tokenPolicy: 'fine-grained-only' });
  addOrg(world, 'meta-llama');
  addOrg(world, 'openai-community');
  addOrg(world, 'google-bert');
}

function addOpenRepos(world: World): void {
  const weights = {
    'config.json': '{"model_type":"gpt2"}\n',
    'model.safetensors': { content: Buffer.alloc(4096, 7), lfs: true },
  };
  addRepo(world, { type: 'model', id: 'openai-community/gpt2', files: weights, revisions: ['v1.0'] });
  addRepo(world, { type: 'model', id: 'gpt2-tiny', files: weights });
  addRepo(world, { type: 'dataset', id: 'squad', files: { 'train.csv': 'question,answer\n' } });
  addRepo(world, { type: 'space', id: 'ada/gallery', files: { 'index.html': '<p>Hello</p>\n' } });
  addRepo(world, { type: 'model', id: 'google-bert/bert-base-uncased', files: weights });
  addRename(world, 'model', { from: 'bert-base-uncased', to: 'google-bert/bert-base-uncased' });
  addRepo(world, { type: 'model', id: 'mallory/taken-down', disabled: true });
  addRepo(world, { type: 'model', id: 'ada/finetune', private: true, files: weights, revisions: ['v1.2'] });
  addRepo(world, { type: 'dataset', id: 'ada/corpus', private: true, files: { 'part-0.csv': 'a,b\n' } });
  addRepo(world, { type: 'model', id: 'mallory/secret', private: true });
}

/** Buckets and kernels, whose gate is that of a model. */
function addNewerRepos(world: World): void {
  addRepo(world, { type: 'bucket', id: 'ada/checkpoints', private: true, bare: true, files: { 'step-1.bin': 'x' } });
  addRepo(world, { type: 'bucket', id: 'acme/logs', private: true, bare: true });
  addRepo(world, { type: 'bucket', id: 'museum/scans', bare: true, files: { 'page-1.png': 'x' } });
  addRepo(world, { type: 'kernel', id: 'guild/attention', revisions: ['v1'] });
  addRepo(world, { type: 'kernel', id: 'mallory/fast', untrusted: true });
  addRepo(world, { type: 'kernel', id: 'mallory/gated-kernel', gated: 'auto' });
}

function addGatedRepos(world: World): void {
  const gate = (name: string, requests: RepoSpec['requests'] = {}): void => {
    const files = { 'config.json': '{}\n', 'model.safetensors': { content: Buffer.from(name.repeat(64)), lfs: true } };
    addRepo(world, { type: 'model', id: `meta-llama/${name}`, gated: 'manual', requests, files });
  };
  gate('Llama-accepted', { ada: 'accepted' });
  gate('Llama-not-requested');
  gate('Llama-pending', { ada: 'pending' });
  gate('Llama-rejected', { ada: 'rejected' });
  gate('Llama-reset', { ada: 'reset' });
  addRepo(world, { type: 'dataset', id: 'mallory/interviews', gated: 'auto' });
  addRepo(world, { type: 'model', id: 'ada/gated-own', gated: 'auto' });
}

function addOrgRepos(world: World): void {
  addRepo(world, { type: 'model', id: 'acme/product', private: true });
  addRepo(world, { type: 'dataset', id: 'acme/lab-notes', private: true, group: 'research' });
  addRepo(world, { type: 'dataset', id: 'museum/paintings' });
  addRepo(world, { type: 'model', id: 'museum/catalogue', private: true });
  addRepo(world, { type: 'model', id: 'guild/adas-own', createdBy: 'ada' });
  addRepo(world, { type: 'model', id: 'guild/graces-own', createdBy: 'grace' });
  addRepo(world, { type: 'model', id: 'vault/plans', private: true });
}

function addOrdinaryTokens(world: World) {
  const owner = 'ada';
  const oauth = (scopes: string[]): Power => ({ kind: 'oauth', owner, scopes, orgs: ['acme'] });
  return {
    read: addToken(world, 'read', { power: { kind: 'classic', owner, role: 'read' } }),
    write: addToken(world, 'write', { power: { kind: 'classic', owner, role: 'write' } }),
    stranger: addToken(world, 'stranger', { power: { kind: 'classic', owner: 'mallory', role: 'write' } }),
    oauth: addToken(world, 'oauth', {
      power: oauth(['openid', 'profile', 'read-repos', 'write-repos', 'gated-repos']),
      expiresAt: '2099-01-01T00:00:00.000Z',
    }),
    'oauth-expires-soon': addToken(world, 'oauth-expires-soon', {
      power: oauth(['openid', 'read-repos']),
      expiresAt: new Date(Date.now() + 3 * 86_400_000).toISOString(),
    }),
    publisher: addToken(world, 'publisher', { power: { kind: 'publisher', type: 'model', id: 'acme/product' } }),
    app: addToken(world, 'app', {
      power: { kind: 'app', name: 'release-bot', role: 'write', entities: [{ type: 'model', name: 'acme/product' }] },
    }),
    expired: addToken(world, 'expired', {
      power: { kind: 'classic', owner, role: 'write' },
      displayName: 'nightly-2025',
      status: 'expired',
    }),
    revoked: addToken(world, 'revoked', { power: { kind: 'classic', owner, role: 'write' }, status: 'revoked' }),
  };
}

function addScopedTokens(world: World) {
  const scoped = (label: string, grants: Grant[], canReadGatedRepos = true): string =>
    addToken(world, label, {
      power: { kind: 'fine-grained', owner: 'ada', scoped: grants, global: [], canReadGatedRepos },
    });
  const mine = (permissions: string[]): Grant => ({ type: 'user', name: 'ada', permissions });
  const acme: Grant = { type: 'org', name: 'acme', permissions: FULL };
  return {
    'fine-grained': scoped('fine-grained', [mine(FULL), acme, { ...acme, name: 'vault' }]),
    'fine-grained-no-gated-box': scoped('fine-grained-no-gated-box', [mine(FULL)], false),
    'fine-grained-read-only-scope': scoped('fine-grained-read-only-scope', [mine(['repo.content.read'])]),
    'fine-grained-own-repos': scoped('fine-grained-own-repos', [
      { type: 'model', name: 'ada/finetune', permissions: FULL },
    ]),
    'fine-grained-compute': scoped('fine-grained-compute', [mine(COMPUTE), { ...acme, permissions: COMPUTE }]),
    'fine-grained-patterns': addToken(world, 'fine-grained-patterns', {
      power: {
        kind: 'fine-grained',
        owner: 'ada',
        scoped: [{ ...acme, permissions: COMPUTE }],
        global: [],
        canReadGatedRepos: false,
        endpointPatterns: ['staging-*'],
      },
    }),
    service: addToken(world, 'service', {
      power: { kind: 'service', owner: 'acme', name: 'acme-ci', scoped: [acme], global: [], canReadGatedRepos: false },
    }),
  };
}

/** Good tokens that the policy of `acme` keeps out of its repos. */
function addBlockedTokens(world: World) {
  const blocked = (label: string, restriction: Restriction): string =>
    addToken(world, label, {
      power: { kind: 'classic', owner: 'ada', role: 'write' },
      restrictions: { acme: [restriction] },
    });
  return {
    sso: blocked('sso', 'sso'),
    mfa: blocked('mfa', 'mfa'),
    ip: blocked('ip', 'ip'),
    'token-pending': blocked('token-pending', 'token-policy'),
    'token-revoked-by-org': blocked('token-revoked-by-org', 'token-revoked'),
  };
}
