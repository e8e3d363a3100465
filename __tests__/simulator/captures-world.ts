/** The world in which the recorded replies were given, as far as the records tell. */
import { addOrg, addRepo, addToken, addUser, createWorld } from '../../src/simulator/build';
import type { AccessRequest, World } from '../../src/simulator/world';

/** What a row wants to be different from the usual. */
export interface Given {
  /** The requester's state before the gate of the tiny model. */
  request?: AccessRequest;
  gated?: false;
  quota?: number;
  whoamiLimit?: number;
}

const OWNER = 'OwnerOfTheGatedModel';

export function createCapturesWorld(given: Given): World {
  const world = createWorld();
  addAccounts(world);
  addRepos(world);
  addTinyModel(world, given);
  addTokens(world);
  return world;
}

function addAccounts(world: World): void {
  for (const name of [OWNER, 'requester', '<user>', 'user', 'alice', 'hub.js', 'someone']) addUser(world, name);
  const known: [string, Partial<ReturnType<typeof userOf>>][] = [
    [OWNER, { objectId: '6ac4f4465de11a43eb34fb52', fullname: 'Ower Model', email: '<email>' }],
    ['<user>', { objectId: '6a61ec32fc25ba6426e21b6f', fullname: '<fullname>' }],
    ['alice', { objectId: 'user-id' }],
  ];
  for (const [name, fields] of known) Object.assign(userOf(world, name), fields);
  addOrg(world, 'SZLHOLDINGS', { members: { user: 'read' } });
  addOrg(world, 'acme', { members: { user: 'write' } });
  addOrg(world, 'example-org', { members: { member: 'no_access' }, groups: { Research: { member: 'read' } } });
  addUser(world, 'member');
  Object.assign(userOf(world, 'member'), { name: 'alice', objectId: 'user-id' });
}

function userOf(world: World, name: string) {
  const user = world.users.get(name);
  if (user === undefined) throw new Error(`no user ${name}`);
  return user;
}

function addRepos(world: World): void {
  const config = { 'config.json': '{}' };
  const llama = { gated: 'manual', files: config } as const;
  addRepo(world, { type: 'model', id: 'openai-community/gpt2' });
  addRepo(world, { type: 'model', id: 'meta-llama/Llama-3.2-1B', ...llama, objectId: '66eaebb25fcdca258b9576cb' });
  addRepo(world, { type: 'model', id: 'meta-llama/Llama-3.2-11B-Vision', ...llama });
  addRepo(world, { type: 'model', id: 'meta-llama/Llama-3.1-8B-Instruct', ...llama });
  addRepo(world, { type: 'model', id: 'bigcode/starcoder', gated: 'auto', objectId: '644677e41173e85ac7f10745' });
  addRepo(world, { type: 'model', id: 'mistralai/Mistral-7B-v0.1', objectId: '650aedb6238a644cb93a52c3' });
  addRepo(world, { type: 'model', id: 'google-bert/bert-base-uncased' });
  world.renames.set('model:bert-base-uncased', 'google-bert/bert-base-uncased');
  addRepo(world, { type: 'model', id: 'Qwen/Qwen3.5-0.8B-Base', sha: 'dc7cdfe2ee4154fa7e30f5b51ca41bfa40174e68' });
  addRepo(world, {
    type: 'model',
    id: 'groxaxo/Qwen3-14B-8K-Reasoning-v2-interim',
    sha: '5bedfd096acd665c6d49c3d6cbe5065b18cc573d',
    files: { 'model.safetensors.index.json': '{}' },
  });
  addRepo(world, { type: 'model', id: 'someone/disabled-repo', disabled: true, files: config });
  addRepo(world, { type: 'model', id: 'acme/private', private: true });
  addRepo(world, { type: 'model', id: 'reach-vb/TinyLlama-1.1B-Chat-v1.0-q4_k_m-GGUF' });
  addRepo(world, { type: 'model', id: 'pico-lm/demo' });
  addRepo(world, { type: 'model', id: 'user/some-model' });
  addRepo(world, { type: 'space', id: 'SZLHOLDINGS/a11oy' });
  addRepo(world, { type: 'space', id: 'user/tmp_test_space', sha: '8aa4cd78db279c7d673ade7a798dd4adff562cbb' });
}

function addTinyModel(world: World, given: Given): void {
  addRepo(world, {
    type: 'model',
    id: `${OWNER}/tiny-gated-model`,
    objectId: '6ac4f6932fb5557d4ceee81f',
    sha: '5bb9fc53add422c252f7351a8e28c438cb98ea21',
    gated: given.gated ?? 'manual',
    requests: given.request === undefined ? {} : { requester: given.request },
    files: {
      'checkpoint-0/config.json': { content: Buffer.alloc(819, ' '), oid: '1a78b7e6c35fa843b214689706ce9398ac8fc761' },
      'checkpoint-0/generation_config.json': {
        content: Buffer.alloc(195, ' '),
        oid: 'ad61e9690fadc7132837a8a037197af97061bd5f',
      },
      'checkpoint-0/model.safetensors': {
        content: Buffer.alloc(691_784),
        lfs: true,
        xet: true,
        oid: '73500655b76ca057265c754b218fbfab58751f0b',
      },
    },
  });
}

const RECORDED_GRANTS =
  'repo.content.read repo.access.read repo.write inference.serverless.write inference.endpoints.infer.write ' +
  'inference.endpoints.write user.webhooks.read user.webhooks.write collection.read collection.write discussion.write ' +
  'user.billing.read job.write user.notifications.read user.notifications.write';

function addTokens(world: World): void {
  const classic = (owner: string, role: 'read' | 'write' = 'write') => ({ kind: 'classic', owner, role }) as const;
  const orig = { displayName: 'orig', createdAt: '2026-10-06T13:15:23.159Z' };
  addToken(world, 'owner', { power: classic(OWNER), ...orig });
  addToken(world, 'requester', { power: classic('requester') });
  addToken(world, 'read', { power: classic('someone', 'read') });
  addToken(world, 'user', { power: classic('user') });
  addToken(world, 'hub-js', { power: classic('hub.js'), displayName: 'ci-hub.js' });
  addToken(world, 'expired', { power: classic('someone'), status: 'expired', displayName: '<displayName>' });
  addToken(world, 'revoked', { power: classic('someone'), status: 'revoked' });
  addToken(world, 'token-policy', { power: classic('user'), restrictions: { acme: ['token-policy'] } });
  addToken(world, 'token-revoked', { power: classic('user'), restrictions: { acme: ['token-revoked'] } });
  addToken(world, 'read-in-org', {
    power: { kind: 'oauth', owner: 'user', scopes: ['write-repos'], orgs: ['SZLHOLDINGS'] },
  });
  addToken(world, 'oauth', {
    power: { kind: 'oauth', owner: 'alice', scopes: ['openid'], orgs: [] },
    expiresAt: '2027-08-05T00:00:00.000Z',
  });
  addToken(world, 'publisher', { power: { kind: 'publisher', type: 'space', id: 'user/tmp_test_space' } });
  const entities = [{ type: 'bucket', name: 'org/bucket' }];
  addToken(world, 'app', { power: { kind: 'app', name: 'automation-app', role: 'contributor', entities } });
  addFineGrained(world);
}

function addFineGrained(world: World): void {
  const power = { kind: 'fine-grained', global: [] as string[], canReadGatedRepos: true } as const;
  const own = (name: string, permissions: string) => [{ type: 'user', name, permissions: permissions.split(' ') }];
  addToken(world, 'fine-grained', {
    power: {
      ...power,
      owner: '<user>',
      scoped: own('<user>', RECORDED_GRANTS),
      global: ['discussion.write', 'post.write'],
    },
    displayName: 'deployement',
    createdAt: '2026-07-23T10:27:03.276Z',
  });
  addToken(world, 'user-fine-grained', {
    power: { ...power, owner: 'user', scoped: own('user', 'repo.content.read repo.write') },
  });
  addToken(world, 'fine-grained-no-box', {
    power: { ...power, owner: 'someone', scoped: own('someone', 'repo.content.read'), canReadGatedRepos: false },
  });
  addToken(world, 'member', {
    power: {
      ...power,
      owner: 'member',
      scoped: [
        { type: 'model', name: 'org/private-model', permissions: ['readRepoContent', 'writeRepoContent'] },
        { type: 'resource-group', name: 'Research', permissions: ['readRepoContent'] },
      ],
      global: ['writeDiscussion'],
    },
    displayName: 'Do not expose',
    createdAt: '2026-08-04T12:00:00.000Z',
    restrictions: { 'example-org': ['sso'] },
  });
}
