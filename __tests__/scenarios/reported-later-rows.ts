/** More of what people reported in public in 2022 to 2026, as in `reported-rows.ts`: what is right was written down before it was run. */
import { addRename, addRepo } from '../../src/simulator/build';
import { INNER, type Reported } from './reported-rows';

const OPEN = 'openai-community/gpt2';
const GATED = 'meta-llama/Llama-accepted';
const GITHUB = /\$\{\{/;
const OF_TOKEN = { HF_TOKEN: '$TOKEN' };

/** A pull request, of a fork or of the repository itself. */
const pull = (head: number, more: object = {}) => ({
  pull_request: { head: { repo: { id: head } }, base: { repo: { id: 1 } }, ...more },
});
const ON_PULL = { GITHUB_EVENT_NAME: 'pull_request' };

export const REPORTED_LATER: readonly Reported[] = [
  {
    source: 'NickLucche/stable-diffusion-nvidia-docker#12: the token between the angle brackets of the guide',
    ...{ edge: 'cli', env: { HF_TOKEN: `<${INNER}>` }, lines: OPEN },
    ...{ verdicts: ['denied token-malformed'], state: 'malformed', says: /brackets|< ?>|placeholder/i, never: GITHUB },
  },
  {
    source: '3x3cut0r/docker#9: a container that is given HUGGINGFACE_TOKEN',
    ...{ edge: 'cli', env: { HUGGINGFACE_TOKEN: INNER }, lines: GATED },
    ...{ verdicts: ['denied token-missing'], says: /HUGGINGFACE_TOKEN is set, but/, fix: /HF_TOKEN/, never: GITHUB },
  },
  {
    source: 'huggingface/huggingface_hub#2002: a repo below a name that is not quite the account',
    ...{ edge: 'cli', token: 'write', env: OF_TOKEN, lines: 'adah/testing:create' },
    ...{ verdicts: ['denied not-a-member'], says: /adah/, fix: /namespace/i },
  },
  {
    source: 'huggingface/lerobot#2069: a changed copy is pushed over the original of somebody else',
    ...{ edge: 'cli', token: 'write', env: OF_TOKEN, lines: 'datasets/museum-pusht/pusht:write' },
    world: (world) => {
      addRepo(world, { type: 'dataset', id: 'museum-pusht/pusht' });
    },
    ...{ verdicts: ['denied not-a-member'], says: /museum-pusht/, fix: /namespace/i },
  },
  {
    source: 'makermods-robotics/makermodslab#55: a bare name is created, which means the own namespace',
    ...{ edge: 'cli', token: 'write', env: OF_TOKEN, lines: 'datasets/pusht-copy:create' },
    ...{ verdicts: ['allowed ok'], says: /without a namespace.*the account's own/ },
  },
  {
    source: 'meta-llama/llama3#190: the name in lower case, which the Hub redirects',
    ...{ edge: 'cli', token: 'read', env: OF_TOKEN, lines: 'meta-llama/llama-accepted' },
    world: (world) => {
      addRename(world, 'model', { from: 'meta-llama/llama-accepted', to: GATED });
    },
    ...{ verdicts: ['allowed ok-moved'], says: /meta-llama\/Llama-accepted/ },
  },
  {
    source: 'kserve/kserve#4400: the init container does not have the secret of the main one',
    ...{ edge: 'cli', env: { KUBERNETES_SERVICE_HOST: '192.0.2.1' }, lines: GATED },
    ...{ verdicts: ['denied token-missing'], state: 'missing', fix: /HF_TOKEN/, never: GITHUB },
  },
  {
    source: 'sktime/sktime#10465: pull requests of forks have no token, and load public models only',
    ...{ edge: 'action', inputs: { token: '' }, env: ON_PULL, event: pull(2), lines: `${OPEN} gpt2-tiny` },
    ...{ verdicts: ['allowed ok', 'allowed ok'], state: 'missing' },
  },
  {
    source: 'openscilab/reserver#137: a pull request of Dependabot, of a branch of the repository itself',
    ...{ edge: 'action', inputs: { token: '' }, env: { ...ON_PULL, GITHUB_ACTOR: 'dependabot[bot]' }, event: pull(1) },
    ...{ lines: GATED, verdicts: ['skipped secret-withheld'], says: /Dependabot/, fix: /Dependabot/ },
  },
  {
    source: 'gaspardpetit/verbatim#108: a fork, and tests of gated models only',
    ...{ edge: 'action', inputs: { token: '' }, env: ON_PULL, event: pull(2), lines: GATED },
    ...{ verdicts: ['skipped secret-withheld'], says: /fork/, never: /new token|revoked/ },
  },
  {
    source: 'pavanbadempet/AI-Healthcare-System#72: a push to a copy of the repository that has no secrets',
    ...{ edge: 'action', inputs: { token: '' }, env: { GITHUB_EVENT_NAME: 'push' }, event: { ref: 'refs/heads/main' } },
    ...{ lines: 'spaces/ada/gallery:write', verdicts: ['denied token-missing'], state: 'missing', fix: /secret/ },
  },
  {
    source: 'huggingface/alignment-handbook#166: a model became gated, and the account of the job did not agree',
    ...{ edge: 'action', token: 'read', env: OF_TOKEN, lines: 'mistral/Instruct-v0.2' },
    world: (world) => {
      addRepo(world, { type: 'model', id: 'mistral/Instruct-v0.2', gated: 'auto' });
    },
    ...{ verdicts: ['denied gate-not-requested'], says: /the account ada/, fix: /accept/, never: /new token/i },
  },
  {
    source: 'kubeflow/trainer#2460: the network of the job is refused, by a page',
    ...{ edge: 'action', lines: 'datasets/squad' },
    faults: [
      {
        effect: {
          kind: 'reply',
          status: 403,
          headers: { 'content-type': 'text/html', server: 'CloudFront' },
          body: '<HTML><HEAD><TITLE>ERROR: The request could not be satisfied</TITLE></HEAD><BODY>403 ERROR Request blocked.</BODY></HTML>',
        },
      },
    ],
    ...{ verdicts: ['unknown unexpected-answer'], says: /403/, never: /new token|accept/ },
  },
  {
    source: 'stfc/janus-core#696: 504, and a page',
    ...{ edge: 'action', token: 'read', env: OF_TOKEN, lines: GATED },
    faults: [
      { effect: { kind: 'reply', status: 504, headers: { 'content-type': 'text/html' }, body: '<html>504</html>' } },
    ],
    ...{
      verdicts: ['unknown hub-error'],
      state: 'unverified',
      says: /504/,
      fix: /status|re-run/i,
      never: /new token/i,
    },
  },
  {
    source: 'opea-project/GenAIInfra#199: the value that the chart came with',
    ...{ edge: 'cli', env: { HF_TOKEN: 'insert-your-huggingface-token-here' }, lines: OPEN },
    ...{ verdicts: ['denied token-malformed'], state: 'malformed', says: /placeholder/, never: GITHUB },
  },
  {
    source: 'huggingface/autotrain-advanced#704: a variable of a configuration that nobody filled in',
    ...{ edge: 'cli', env: { HF_TOKEN: '${HF_TOKEN}' }, lines: OPEN },
    ...{ verdicts: ['denied token-malformed'], state: 'malformed', says: /template|filled in|variable/ },
  },
  {
    source: 'invoke-ai/InvokeAI#7554: an expired token, and a public model',
    ...{ edge: 'cli', token: 'expired', env: OF_TOKEN, lines: OPEN },
    ...{ verdicts: ['denied token-expired'], state: 'expired', says: /expired/, fix: /new token/i, never: GITHUB },
  },
  {
    source: 'Comfy-Org/ComfyUI#7517: a login that nobody remembers, and a public model',
    ...{ edge: 'cli', token: 'revoked', home: { '.cache/huggingface/token': '$TOKEN' }, lines: OPEN },
    ...{ verdicts: ['denied token-invalid'], says: /saved login/, fix: /hf auth log(?:in|out)/ },
  },
  {
    source: 'huggingface/huggingface_hub#1312: a token with the role read creates a dataset',
    ...{ edge: 'cli', token: 'read', env: OF_TOKEN, lines: 'datasets/ada/new:create' },
    ...{ verdicts: ['denied read-only-token'], says: /read/, fix: /write/ },
  },
  {
    source: "huggingface/deep-rl-class#593: a board's token no longer names its dataset",
    ...{ edge: 'cli', token: 'fine-grained-read-only-scope', env: OF_TOKEN, lines: 'datasets/ada/corpus:write' },
    ...{ verdicts: ['denied scope-missing'], fix: /repo\.write/ },
  },
  {
    source: 'Open-Model-Initiative/OMI-Data-Pipeline#59: the guide does not say that the token has to write',
    ...{ edge: 'action', token: 'read', env: OF_TOKEN, lines: 'datasets/ada/corpus:write' },
    ...{ verdicts: ['denied read-only-token'], fix: /write/ },
  },
  {
    source: 'livepeer/ai-runner#81: no variable, and a login that was saved',
    ...{ edge: 'cli', token: 'read', home: { '.cache/huggingface/token': '$TOKEN' }, lines: GATED },
    ...{ verdicts: ['allowed ok'], state: 'valid' },
  },
  {
    source: 'gaspardpetit/verbatim#108: the event that hands secrets to strangers is no fork that withholds them',
    ...{ edge: 'action', inputs: { token: '' }, env: { GITHUB_EVENT_NAME: 'pull_request_target' }, event: pull(2) },
    ...{ lines: GATED, verdicts: ['denied token-missing'], state: 'missing' },
  },
  {
    source: 'openscilab/reserver#137: a merge queue has the secrets, so a missing one is missing',
    ...{ edge: 'action', inputs: { token: '' }, env: { GITHUB_EVENT_NAME: 'merge_group' }, event: { merge_group: {} } },
    ...{ lines: GATED, verdicts: ['denied token-missing'], state: 'missing' },
  },
  {
    source: 'huggingface/huggingface_hub#4487: offline on purpose, and a token that is right',
    ...{ edge: 'action', token: 'read', env: { ...OF_TOKEN, HF_HUB_OFFLINE: '1' }, lines: GATED },
    inputs: { 'check-runner': 'warn' },
    ...{ verdicts: ['allowed ok'], notice: 'offline-mode' },
  },
];
