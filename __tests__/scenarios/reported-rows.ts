/**
 * What people reported in public in 2024 to 2026, as states of the embedded Hub. What is right was written down before anything was run;
 * names of people and repos are replaced, and tokens are invented.
 */
import { addRename, addRepo } from '../../src/simulator/build';
import type { DemoToken } from '../../src/simulator/demo-world';
import type { World } from '../../src/simulator/world';
import type { Effect, Fault } from '../hub-fixture/faults';

export interface Reported {
  /** Owner, repository and number of the issue or pull request, or the address of the thread. */
  readonly source: string;
  readonly edge: 'action' | 'cli';
  /** Changes the demo's world; what it returns is the secret that `$TOKEN` stands for. */
  // eslint-disable-next-line @typescript-eslint/no-invalid-void-type -- most rows return nothing
  readonly world?: (world: World) => string | void;
  readonly faults?: readonly Fault[];
  /** The secret that `$TOKEN` stands for. */
  readonly token?: DemoToken;
  readonly env?: Readonly<Record<string, string>>;
  readonly home?: Readonly<Record<string, string>>;
  readonly event?: unknown;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly lines: string;
  /** Of each line: outcome and code; none where the input is refused. */
  readonly verdicts: readonly string[];
  /** State of the token. */
  readonly state?: string;
  /** What the message of the first line or that of the token says. */
  readonly says?: RegExp;
  /** What the remedy of the first line or that of the token says, or else the notices. */
  readonly fix?: RegExp;
  /** What neither of them says. */
  readonly never?: RegExp;
  readonly notice?: string;
  /** A notice that is not given. */
  readonly noNotice?: string;
}

const OPEN = 'openai-community/gpt2';
const GATED = 'meta-llama/Llama-accepted';
const CLOSED = 'meta-llama/Llama-not-requested';
const SHA = 'aa8e72537993ba99e69dfaafa59ed015b17504d1';
const GITHUB = /\$\{\{/;
const OF_TOKEN = { HF_TOKEN: '$TOKEN' };
/** Invented, of the Hub's own form. */
export const INNER = `hf_${'pLwXqT'.repeat(5)}cd56`;

const limited: Effect = {
  kind: 'reply',
  status: 429,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({
    error:
      "We had to rate limit your IP (192.0.2.7). To continue using our service, create a HF account or login to your existing account, and make sure you pass a HF_TOKEN if you're using the API.",
  }),
};

const grouped = (world: World) => {
  world.orgs.get('acme')?.groups[0]?.members.set('ada', 'write');
};

export const REPORTED: readonly Reported[] = [
  {
    source:
      'PolicyEngine/policyengine-uk#1816: a private repo became public and gated, and the account of the job was not let in',
    edge: 'action',
    token: 'read',
    env: OF_TOKEN,
    lines: 'survey/weights@1.40.3',
    world: (world) => {
      addRepo(world, { type: 'model', id: 'survey/weights', gated: 'manual', revisions: ['1.40.3'] });
    },
    verdicts: ['denied gate-not-requested'],
    state: 'valid',
    says: /the account ada/,
    fix: /the account that owns the token, and accept/,
    never: /new token/i,
  },
  {
    source: 'PolicyEngine/policyengine-core#538: the token is in HUGGING_FACE_TOKEN, which only one library reads',
    edge: 'action',
    env: { HUGGING_FACE_TOKEN: INNER },
    lines: GATED,
    verdicts: ['denied token-missing'],
    state: 'missing',
    says: /HUGGING_FACE_TOKEN is set, but/,
    fix: /Set HF_TOKEN/,
  },
  {
    source: 'vllm-project/semantic-router#817: a workflow without a token, and a gated model by its commit',
    edge: 'action',
    lines: `${GATED}@${SHA}`,
    verdicts: ['denied token-missing'],
    state: 'missing',
    fix: /(?:accept|pass|access)/i,
  },
  {
    source: 'vllm-project/vllm-omni#6511: the token of a Buildkite agent never asked for access',
    edge: 'cli',
    token: 'read',
    env: { ...OF_TOKEN, BUILDKITE: 'true' },
    lines: CLOSED,
    verdicts: ['denied gate-not-requested'],
    says: /the account ada/,
    fix: /the account that owns the token, and accept/,
    never: GITHUB,
  },
  {
    source: 'marin-community/marin#4974: the repo was deleted; 404 with the token, 401 without it',
    edge: 'action',
    token: 'read',
    env: OF_TOKEN,
    lines: 'stanford/marin-tokenizer',
    verdicts: ['denied not-found'],
    state: 'valid',
    says: /does not exist|missing|no such/i,
    fix: /spelling|renamed|moved/i,
  },
  {
    source: 'prism-oncology/novae#54: the organization was renamed',
    edge: 'action',
    token: 'read',
    env: OF_TOKEN,
    lines: 'old-lab/novae',
    world: (world) => {
      addRepo(world, { type: 'model', id: 'new-lab/novae' });
      addRename(world, 'model', { from: 'old-lab/novae', to: 'new-lab/novae' });
    },
    verdicts: ['allowed ok-moved'],
    says: /new-lab\/novae/,
  },
  {
    source: 'spiceai/spiceai#12553: a revision behind a colon',
    edge: 'cli',
    token: 'read',
    env: OF_TOKEN,
    lines: `${OPEN}:${SHA}`,
    verdicts: [],
    says: /@/,
  },
  {
    source: 'jncraton/languagemodels#38: a login that was saved long ago breaks a public model',
    edge: 'cli',
    token: 'revoked',
    home: { '.cache/huggingface/token': '$TOKEN' },
    lines: OPEN,
    verdicts: ['denied token-invalid'],
    state: 'invalid',
    says: /saved login/,
    fix: /hf auth log(?:in|out)/,
  },
  {
    source: 'validatedpatterns/rag-llm-gitops#70: the secret of the cluster holds the word None',
    edge: 'cli',
    env: { HF_TOKEN: 'None' },
    lines: OPEN,
    verdicts: ['denied token-malformed'],
    state: 'malformed',
    says: /the word that a program writes where there is no value/,
    fix: /is empty, or has another name/,
    never: GITHUB,
  },
  {
    source: 'ai-dynamo/modelexpress#277: a secret made from the file of the login, with its line break',
    edge: 'cli',
    token: 'read',
    env: { HF_TOKEN: '$TOKEN\n', KUBERNETES_SERVICE_HOST: '192.0.2.1' },
    lines: GATED,
    verdicts: ['allowed ok'],
    state: 'valid',
    notice: 'token-whitespace',
  },
  {
    source: 'huggingface/autotrain-advanced#911: whoami is rate limited, and the token is called invalid',
    edge: 'action',
    token: 'write',
    env: OF_TOKEN,
    lines: `${GATED} ada/finetune:write`,
    faults: [{ path: 'whoami-v2', effect: limited }],
    verdicts: ['allowed ok', 'allowed ok'],
    state: 'unverified',
    says: /429|rate limit/i,
    never: /new token|revoked/i,
  },
  {
    source: 'huggingface/huggingface_hub#3284: a notebook whose vault gives no secret',
    edge: 'cli',
    env: { COLAB_RELEASE_TAG: 'release-colab_20250801' },
    lines: `${GATED} ${OPEN}`,
    verdicts: ['denied token-missing', 'allowed ok'],
    state: 'missing',
    fix: /HF_TOKEN/,
    never: GITHUB,
  },
  {
    source: 'ogx-ai/ogx#1914: a manifest whose command no shell runs',
    edge: 'cli',
    env: { HF_TOKEN: '$(echo -n "$HF_TOKEN" | base64)' },
    lines: OPEN,
    verdicts: ['denied token-malformed'],
    says: /command that no shell ran/,
  },
  {
    source: "ROCm/ATOM#203: a fork's pull request, where the secret is an empty word",
    edge: 'action',
    inputs: { token: '' },
    env: { GITHUB_EVENT_NAME: 'pull_request' },
    lines: `${GATED} ${OPEN}`,
    event: { pull_request: { head: { repo: { id: 2 } }, base: { repo: { id: 1 } } } },
    verdicts: ['skipped secret-withheld', 'allowed ok'],
    state: 'missing',
    says: /fork/,
  },
  {
    source: 'rh-ai-quickstart/RAG#64: a secret in single quotes',
    edge: 'cli',
    env: { HF_TOKEN: `'${INNER}'` },
    lines: OPEN,
    verdicts: ['denied token-malformed'],
    says: /quotes/,
    fix: /without the quotes/,
  },
  {
    source: 'huggingface/lerobot-dataset-visualizer#128: the secret was renamed, so its old name is empty',
    edge: 'action',
    env: { HF_TOKEN: '' },
    lines: 'spaces/ada/gallery:write',
    verdicts: ['denied token-missing'],
    state: 'missing',
    says: /blank/,
    fix: /secret/,
  },
  {
    source: 'MiaoDX/roboharness#216: a Space below a name that is not the account of the token',
    edge: 'action',
    token: 'write',
    env: OF_TOKEN,
    lines: 'spaces/ada-robotics/demo:create',
    verdicts: ['denied not-a-member'],
    says: /ada-robotics/,
    fix: /namespace/i,
  },
  {
    source: 'huggingface/kernels#592: a token with every permission cannot publish a kernel',
    edge: 'cli',
    token: 'write',
    env: OF_TOKEN,
    lines: 'kernels/ada/cv:write',
    verdicts: [],
    says: /read/,
  },
  {
    source: 'huggingface/kernels#632: the id of a kernel is that of a model',
    edge: 'cli',
    token: 'read',
    env: OF_TOKEN,
    lines: `kernels/${OPEN}`,
    verdicts: ['denied wrong-type'],
    says: /model/,
  },
  {
    source: 'huggingface/huggingface_hub#4535: a static Space that exists is created again',
    edge: 'action',
    token: 'write',
    env: OF_TOKEN,
    lines: 'spaces/ada/gallery:create',
    verdicts: ['allowed ok'],
    says: /exists already/,
    never: /paid plan|PRO\b/,
  },
  {
    source: 'pixeltable/pixeltable#1397: a fork without a secret, on an address that others use too',
    edge: 'action',
    inputs: { token: '' },
    env: { GITHUB_EVENT_NAME: 'pull_request' },
    lines: OPEN,
    event: { pull_request: { head: { repo: { id: 2 } }, base: { repo: { id: 1 } } } },
    faults: [{ effect: limited }],
    verdicts: ['unknown rate-limited'],
    says: /limits the number of requests.*429/,
    fix: /a token has a limit of its own/,
  },
  {
    source: 'jundot/omlx#2345: no token, and a repo that is not there',
    edge: 'cli',
    lines: 'mlx/Qwen-OptiQ-4bit',
    verdicts: ['denied token-missing'],
    says: /private.*or it does not exist/,
    fix: /check its spelling/,
  },
  {
    source: 'UKGovernmentBEIS/inspect_ai#1526: a dataset was taken down',
    edge: 'action',
    token: 'read',
    env: OF_TOKEN,
    lines: 'datasets/mallory/math',
    world: (world) => {
      addRepo(world, { type: 'dataset', id: 'mallory/math', disabled: true });
    },
    verdicts: ['denied disabled'],
    says: /disabled/,
    fix: /No token/,
  },
  {
    source: 'ai-dynamo/modelexpress#754: a variable keeps the token from being sent',
    edge: 'action',
    token: 'read',
    env: { ...OF_TOKEN, HF_HUB_DISABLE_IMPLICIT_TOKEN: '1' },
    lines: GATED,
    inputs: { 'check-runner': 'warn' },
    verdicts: ['allowed ok'],
    state: 'valid',
    notice: 'implicit-token-disabled',
  },
  {
    source: 'PolicyEngine/policyengine-core#549: a dataset asked for as a model',
    edge: 'action',
    token: 'read',
    env: OF_TOKEN,
    lines: 'museum/paintings',
    verdicts: ['denied wrong-type'],
    says: /dataset/,
    fix: /List it as a dataset/,
  },
  {
    source: 'benman1/generative_ai_with_langchain#80: a token that may not call Inference Providers',
    edge: 'cli',
    token: 'fine-grained-own-repos',
    env: OF_TOKEN,
    lines: 'inference',
    verdicts: ['denied scope-missing'],
    fix: /inference\.serverless\.write/,
  },
  {
    source: 'huggingface/agents-course#386: the included credits are used up, which no question shows',
    edge: 'cli',
    token: 'read',
    env: OF_TOKEN,
    lines: 'inference',
    verdicts: ['allowed ok'],
    says: /credit/,
  },
  {
    source: 'huggingface/data-is-better-together#56: a Space without its secret creates a dataset',
    edge: 'cli',
    lines: 'datasets/ada/new:create',
    verdicts: ['denied token-missing'],
    state: 'missing',
  },
  {
    source: 'https://discuss.huggingface.co/t/176432: a token of the user alone for a repo of the organization',
    edge: 'cli',
    token: 'fine-grained-no-gated-box',
    env: OF_TOKEN,
    lines: 'acme/new:create',
    verdicts: ['denied scope-missing'],
    says: /acme/,
    fix: /repo\.write/,
  },
  {
    source:
      'https://huggingface.co/joshhayles/token-test-model: the account writes through a resource group, the token names nothing',
    edge: 'cli',
    token: 'fine-grained-no-gated-box',
    env: OF_TOKEN,
    lines: 'datasets/acme/lab-notes:write',
    world: grouped,
    verdicts: ['denied not-found'],
    fix: /repo\.write/,
  },
  {
    source:
      'https://zenn.dev/headwaters/articles/58cc4ddeae27b0: a private dataset of the organization, and a token without it',
    edge: 'cli',
    token: 'fine-grained-read-only-scope',
    env: OF_TOKEN,
    lines: 'acme/product',
    verdicts: ['denied not-found'],
    fix: /repo\.content\.read/,
  },
];
