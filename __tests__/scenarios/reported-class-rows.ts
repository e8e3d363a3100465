/**
 * States of the classes that reports in public stand for, as in `reported-rows.ts`: by whose token it is, what sets the variables, what
 * stands where. What is right was written down before it was run.
 */
import { addRepo, addToken } from '../../src/simulator/build';
import type { Power, World } from '../../src/simulator/world';
import { INNER, type Reported } from './reported-rows';

const OPEN = 'openai-community/gpt2';
const GATED = 'meta-llama/Llama-accepted';
const CLOSED = 'meta-llama/Llama-not-requested';
const OF_TOKEN = { HF_TOKEN: '$TOKEN' };
const SIGN_IN = /signed in as the account/;
const STALE = `hf_${'sTaLeX'.repeat(5)}zzzz`;

const made = (power: Power) => (world: World) => addToken(world, 'made', { power });
const login = (...scopes: string[]): Power => ({ kind: 'oauth', owner: 'ada', scopes, orgs: [] });
const fineGranted = (permissions: string[], type = 'user', name = 'ada') =>
  made({
    kind: 'fine-grained',
    owner: 'ada',
    scoped: [{ type, name, permissions }],
    global: [],
    canReadGatedRepos: false,
  });
const OF_ACTION = { edge: 'action', env: OF_TOKEN } as const;

export const OF_KINDS: readonly Reported[] = [
  {
    ...OF_ACTION,
    source:
      "class: a service account at a gate that it did not pass: access is given to users (the Hub's documentation)",
    world: made({
      kind: 'service',
      owner: 'acme',
      name: 'acme-ci',
      scoped: [{ type: 'org', name: 'acme', permissions: ['repo.content.read'] }],
      global: [],
      canReadGatedRepos: true,
    }),
    lines: CLOSED,
    verdicts: ['denied gate-not-requested'],
    says: /that of a service account/,
    fix: /token of a user/,
    never: SIGN_IN,
  },
  {
    ...OF_ACTION,
    source: 'class: an application at a gate',
    token: 'app',
    lines: CLOSED,
    verdicts: ['denied gate-not-requested'],
    says: /that of an application/,
    never: SIGN_IN,
  },
  {
    ...OF_ACTION,
    source: 'class: a login of a browser without the scope for gated repos',
    world: made(login('openid', 'read-repos')),
    lines: GATED,
    verdicts: ['denied gate-token-scope'],
    says: /a login without the permission gated-repos/,
    fix: /^Log in again with gated-repos/,
    never: /Edit the token/,
  },
  {
    ...OF_ACTION,
    source: 'class: a login of a browser that was not granted the organization',
    world: made(login('openid', 'read-repos', 'write-repos')),
    lines: 'acme/product',
    verdicts: ['denied not-found'],
    fix: /log in again with read-repos and its organization/,
  },
  {
    ...OF_ACTION,
    source: "class: a pull request by a Trusted Publisher's token, which no publisher may open",
    token: 'publisher',
    lines: 'acme/product:pull-request',
    verdicts: ['denied scope-missing'],
    fix: /^Use a fine-grained token/,
    never: /add this workflow/,
  },
  {
    ...OF_ACTION,
    source: 'class: one dataset is named by the token, and another is loaded',
    world: (world) => {
      addRepo(world, { type: 'dataset', id: 'ada/other', private: true });
      return fineGranted(['repo.content.read'], 'dataset', 'ada/corpus')(world);
    },
    lines: 'datasets/ada/other',
    verdicts: ['denied not-found'],
    says: /does not name it/,
    fix: /repo\.content\.read/,
  },
  {
    ...OF_ACTION,
    source: 'class: a token made for Inference Providers loads a private dataset',
    world: fineGranted(['inference.serverless.write']),
    lines: 'datasets/ada/corpus inference',
    verdicts: ['denied not-found', 'allowed ok'],
    fix: /repo\.content\.read/,
  },
  {
    ...OF_ACTION,
    source: 'class: a permission to contribute, and a repo that somebody else created',
    world: fineGranted(['repo.contribute.write', 'repo.content.read'], 'org', 'acme'),
    lines: 'acme/product:write acme/new:create',
    verdicts: ['denied scope-missing', 'allowed ok'],
    says: /only to what it created itself/,
    fix: /repo\.write/,
  },
  {
    ...OF_ACTION,
    source: 'class: the account has left the organization that its token names',
    world: (world) => {
      world.orgs.get('acme')?.members.delete('ada');
      return fineGranted(['repo.content.read', 'repo.write'], 'org', 'acme')(world);
    },
    lines: 'acme/product acme/new:create',
    verdicts: ['denied not-found', 'unknown probe-unsupported'],
  },
  {
    source: 'class: HF_TOKEN is stale, and the deprecated name has another token',
    edge: 'action',
    token: 'write',
    env: { HF_TOKEN: STALE, HUGGING_FACE_HUB_TOKEN: '$TOKEN' },
    inputs: { 'check-runner': 'warn' },
    lines: OPEN,
    verdicts: ['denied token-invalid'],
    says: /from HF_TOKEN/,
    fix: /Remove HUGGING_FACE_HUB_TOKEN; if its token is the right one, put that into HF_TOKEN/,
    notice: 'deprecated-variable',
  },
  {
    source: 'class: HF_TOKEN holds spaces, and hides the deprecated name from the libraries',
    edge: 'action',
    token: 'read',
    env: { HF_TOKEN: '   ', HUGGING_FACE_HUB_TOKEN: '$TOKEN' },
    inputs: { 'check-runner': 'warn' },
    lines: GATED,
    verdicts: ['allowed ok'],
    fix: /hides HUGGING_FACE_HUB_TOKEN from huggingface_hub<1\.0, huggingface_hub and hf, which will go without a token/,
    notice: 'tool-without-token',
  },
  {
    source: 'class: the merge queue makes a branch for each run, which no publisher can name',
    edge: 'action',
    token: 'write',
    env: {
      ...OF_TOKEN,
      GITHUB_EVENT_NAME: 'merge_group',
      GITHUB_REF: 'refs/heads/gh-readonly-queue/main/pr-104-0123abc',
      GITHUB_WORKFLOW_REF: 'octo/garden/.github/workflows/train.yml@refs/heads/main',
    },
    event: { repository: { private: false } },
    inputs: { 'check-runner': 'warn' },
    lines: 'ada/finetune:write',
    verdicts: ['allowed ok'],
    never: /Trusted Publisher|gh-readonly-queue/,
    noNotice: 'publisher-available',
  },
  {
    source: 'class: act on a laptop, to which GitHub gives no secret',
    edge: 'action',
    env: { ACT: 'true' },
    lines: GATED,
    verdicts: ['denied token-missing'],
    fix: /act -s HF_TOKEN/,
    never: /settings\/secrets/,
  },
  {
    source: 'class: the address of the Hub with the path of its API (https://huggingface.co/docs/huggingface_hub)',
    edge: 'cli',
    env: { HF_TOKEN: INNER },
    inputs: { endpoint: 'https://huggingface.co/api' },
    lines: OPEN,
    verdicts: [],
    says: /must be the Hub without a path: https:\/\/huggingface\.co/,
  },
  {
    source: 'class: a proxy for SOCKS, of which this program knows none',
    edge: 'cli',
    env: { HF_TOKEN: INNER, ALL_PROXY: 'socks5h://127.0.0.1:9' },
    inputs: { endpoint: 'https://hub.invalid' },
    lines: OPEN,
    verdicts: ['unknown hub-unreachable'],
    says: /SOCKS is not supported/,
    fix: /that ALL_PROXY names/,
  },
];
