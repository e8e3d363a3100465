/**
 * The Hub's own sentence first, and a guess that looks like one, on the built Action: sentences and yeses of public reports, each with
 * its source.
 */
import { expect, test } from '@jest/globals';
import { addToken } from '../../src/simulator/build';
import type { Effect } from '../hub-fixture/faults';
import { QUIET, onEachNode, onStage, runAction } from './harness';

const BLOCKED = 'openai-community/gpt2';

const says = (status: number, message: string): Effect => ({
  kind: 'reply',
  status,
  headers: { 'content-type': 'application/json', 'x-error-message': message },
  body: JSON.stringify({ error: message }),
});
const xml: Effect = {
  kind: 'reply',
  status: 403,
  headers: { 'content-type': 'application/xml' },
  body: '<?xml version="1.0"?><Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>',
};

/** What `auth-check` of a repo says; the line, outcome and code; the cause in the message and the remedy. */
type Sentence = readonly [
  source: string,
  effect: Effect,
  line: string,
  verdict: 'denied' | 'unknown',
  code: string,
  cause: RegExp,
  fix: RegExp,
];

const PAYMENT =
  "You must add a payment method to your account to upgrade your space's hardware. Visit your billing settings to add one";
const GONE =
  'https://api-inference.huggingface.co is no longer supported. Please use https://router.huggingface.co instead.';
const STATIC =
  'Static Spaces are free for everyone, but hosting Gradio and Docker Spaces on free cpu-basic requires a PRO subscription. Subscribe at https://huggingface.co/pro';
const CREDITS =
  'You have exceeded your monthly included credits for Inference Providers. Subscribe to PRO to get 20x more monthly included credits.';
const BROKEN = "Internal Error - We're working hard to fix this as soon as possible!";
const DISABLED = "Access to this dataset has been temporarily disabled on the author's request";

const SENTENCES: readonly Sentence[] = [
  [
    'gradio#3804',
    says(403, PAYMENT),
    'ada/finetune:write',
    'denied',
    'plan-required',
    /add a payment method/,
    /add credit/,
  ],
  [
    'notebooks#60 (nlp-with-transformers)',
    says(403, "You don't have the rights to create a dataset under this namespace"),
    ...(['museum/catalogue:write', 'denied', 'role-insufficient', /role/, /role write/] as const),
  ],
  [
    'JARVIS-AGI#9',
    says(410, GONE),
    BLOCKED,
    'unknown',
    'unexpected-answer',
    /answered 410: "https:.*no longer/,
    /own words/,
  ],
  [
    'clip-retrieval#349',
    says(403, DISABLED),
    BLOCKED,
    'denied',
    'disabled',
    /has disabled access/,
    /No token changes that/,
  ],
  ['huggingface_hub#4430', xml, BLOCKED, 'unknown', 'unexpected-answer', /answered 403: "Access Denied"/, /own words/],
  [
    'huggingface_hub#3366, as 413',
    says(413, 'Your storage patterns tripped our internal systems!'),
    ...(['ada/finetune:write', 'denied', 'storage-limit', /storage patterns/, /^Free storage/] as const),
  ],
  [
    'class: 402 in bare text',
    { kind: 'reply', status: 402, headers: { 'content-type': 'text/plain' }, body: 'Add a payment method first.' },
    ...(['spaces/ada/gallery:write', 'denied', 'plan-required', /"Add a payment method/, /subscribe|credit/] as const),
  ],
  [
    'class: 507',
    says(507, 'Insufficient storage: the repository has reached its maximum size.'),
    ...(['ada/finetune:write', 'denied', 'storage-limit', /maximum size/, /^Free storage/] as const),
  ],
  [
    'class: 401 in words of an account, to a token that whoami knows',
    says(401, 'Your account email must be confirmed.'),
    ...(['ada/finetune:write', 'unknown', 'probe-unsupported', /"Your account email must be confirmed/, /./] as const),
  ],
  [
    'class: a gate whose reply lost its content type',
    {
      kind: 'reply',
      status: 403,
      headers: { 'x-error-code': 'GatedRepo' },
      body: `Access to model ${BLOCKED} is restricted and you are not in the authorized list.`,
    },
    ...([BLOCKED, 'denied', 'gate-not-requested', /gate/, /accept the conditions/] as const),
  ],
  [
    'agents#1469 (ed-donner): 402 in other words',
    says(402, 'Payment Required'),
    ...(['ada/finetune:write', 'denied', 'plan-required', /"Payment Required"/, /subscribe/] as const),
  ],
  [
    'huggingface_hub#4535',
    says(402, STATIC),
    ...(['spaces/ada/gallery:write', 'denied', 'plan-required', /requires a PRO subscription/, /subscribe/i] as const),
  ],
  [
    'huggingface_hub#3049: a plan in a sentence about storage',
    says(
      403,
      'Private repository storage limit reached, please upgrade your plan to increase your private storage limit.',
    ),
    ...(['ada/finetune:write', 'denied', 'storage-limit', /storage limit reached/, /^Free storage/] as const),
  ],
  [
    'huggingface_hub#3366',
    says(403, 'Your storage patterns tripped our internal systems! Please contact us at website@huggingface.co'),
    ...(['datasets/ada/corpus:write', 'denied', 'storage-limit', /storage patterns/, /^Free storage/] as const),
  ],
  [
    'agents-course#386',
    says(402, CREDITS),
    'ada/finetune:write',
    'denied',
    'plan-required',
    /included credits/,
    /credit/,
  ],
  [
    'agents-course#386, as 403',
    says(403, CREDITS),
    ...(['ada/finetune:write', 'denied', 'plan-required', /included credits/, /credit/] as const),
  ],
  [
    'OpenHUTB/hutb#3329: a plan in a sentence about the rate limit',
    says(
      429,
      `We had to rate limit you, you hit the quota of 1000 api requests per 5 minutes period. Upgrade to a PRO user`,
    ),
    ...([BLOCKED, 'unknown', 'rate-limited', /limits the number of requests/, /re-run/] as const),
  ],
  [
    'datasets#6257',
    says(429, 'You have exceeded our hourly quotas for action: commit. We invite you to retry later.'),
    ...(['datasets/ada/corpus:write', 'unknown', 'rate-limited', /limits the number of requests/, /re-run/] as const),
  ],
  [
    "the Hub's documentation, `enterprise-tokens-management.md`",
    says(
      403,
      'Due to the organization token policy, your token needs to be approved by the organization before you can',
    ),
    ...(['acme/product', 'denied', 'org-token-policy', /has not approved/, /approve/] as const),
  ],
  [
    "the Hub's documentation, `security-tokens.md`",
    says(403, 'Your token has been revoked by the organization administrator, you can no longer access organization'),
    ...(['acme/product', 'denied', 'org-token-revoked', /revoked/, /another token|new token/] as const),
  ],
  [
    'lerobot-dataset-visualizer#130: a role, though the words are about a pull request',
    says(403, 'Forbidden: pass `create_pr=1` as a query parameter to create a Pull Request'),
    ...(['museum/catalogue:write', 'denied', 'role-insufficient', /the role "read"/, /role write/] as const),
  ],
  [
    'hal-harness#126: a role, in two words',
    says(403, 'Authorization error.'),
    ...(['museum/catalogue:write', 'denied', 'role-insufficient', /the role "read"/, /role write/] as const),
  ],
  [
    'logs of vLLM and sglang, 2026-04',
    says(503, BROKEN),
    ...([BLOCKED, 'unknown', 'hub-error', /working hard/, /^Re-run later/] as const),
  ],
  [
    'logs of faster-whisper and lm-eval, as 500',
    says(500, BROKEN),
    ...(['datasets/squad', 'unknown', 'hub-error', /working hard/, /^Re-run later/] as const),
  ],
  [
    'discuss.huggingface.co/t/175681, as 403',
    says(
      403,
      "You've reached your null quota limit, please upgrade your account, or pause your previous Spaces to restart",
    ),
    ...(['spaces/ada/gallery:write', 'denied', 'plan-required', /quota limit/, /subscribe|upgrade/i] as const),
  ],
  [
    'IBM/unitxt#837: a gate without the code of one',
    says(
      403,
      `Access to model ${BLOCKED} is restricted and you are not in the authorized list. Visit the page to ask for access.`,
    ),
    ...([BLOCKED, 'denied', 'gate-not-requested', /gate/, /accept the conditions/] as const),
  ],
  [
    'recorded: a request that waits, without the code of a gate',
    says(403, `Your request to access model ${BLOCKED} is awaiting a review from the repo authors.`),
    ...([BLOCKED, 'denied', 'gate-pending', /wait|review/, /review|approve|wait/i] as const),
  ],
  [
    'huggingface_hub#2844: the box, though whoami knows a classic token',
    says(
      403,
      'Please enable access to public gated repositories in your fine-grained token settings to view this repository.',
    ),
    ...([
      BLOCKED,
      'denied',
      'gate-token-scope',
      /gated repos/,
      /tick "Read access to contents of all public gated repos/,
    ] as const),
  ],
];

/** Rules of the Hub's own that no recording has the words of. */
const RULES = [
  ['contentPolicy', 'denied', 'forbidden', /kept to other networks by its organization/],
  ['legal', 'unknown', 'unexpected-answer', /answered 451: "This repository is not available for legal reasons\."/],
  ['gone', 'unknown', 'unexpected-answer', /answered 410: "This repository is no longer supported\."/],
] as const;

/** Lines of a token, allowed by a guess or with a reservation, and what is said wherever people look. */
const GUESSES: readonly (readonly [source: string, line: string, certainty: string, caveat: RegExp])[] = [
  ['huggingface/skills#218', 'spaces/ada/new:create', 'inferred', /needs a paid plan.*a few Gradio ones on ZeroGPU/],
  ["the Hub's changelog, 2026-10-12", 'guild/new:create', 'inferred', /write only to what it created itself/],
  ['huggingface_hub, exist_ok', 'ada/finetune:create', 'confirmed', /exists already, so this was judged as a write/],
  ['huggingface_hub#2955', 'ada/new:create', 'inferred', /can still fail if a repo that this token cannot see/],
  [
    'huggingface_hub, create_pr',
    `${BLOCKED}:pull-request`,
    'inferred',
    /inferred from what the token says about itself/,
  ],
  ['hf-hub (Rust)', 'bert-base-uncased', 'confirmed', /drop the token on the way to the new name/],
  ['huggingface_hub, revision=', 'ada/finetune@next:write', 'confirmed', /revision next was not checked/],
  ['lerobot#4138', 'datasets/ada/corpus@v3.0:write', 'confirmed', /revision v3\.0 was not checked/],
  [
    'data-is-better-together#56',
    'datasets/acme/new:create',
    'inferred',
    /can still fail if a repo that this token cannot see/,
  ],
  ['huggingface_hub#4535', 'spaces/acme/new:create', 'inferred', /rules of its own for new repos/],
  [
    'huggingface_hub#4535, exist_ok',
    'spaces/ada/gallery:create',
    'confirmed',
    /exists already, so this was judged as a write/,
  ],
  [
    "huggingface_hub, exist_ok of an organization's",
    'acme/product:create',
    'confirmed',
    /exists already, so this was judged as a write/,
  ],
  ["the Hub's changelog, 2026-10-12", 'datasets/guild/new:create', 'inferred', /write only to what it created itself/],
  ['huggingface_hub#3632', 'datasets/squad:pull-request', 'inferred', /inferred from what the token says about itself/],
  [
    'huggingface_hub, create_pr, behind a gate',
    'meta-llama/Llama-accepted:pull-request',
    'inferred',
    /inferred from what the token says/,
  ],
  ['mflux#662', 'buckets/ada/checkpoints:write', 'inferred', /inferred from what the token says about itself/],
  ['huggingface_hub#1841', 'guild/adas-own@next:write', 'confirmed', /revision next was not checked/],
  ['kernels#735', 'kernels/mallory/fast', 'confirmed', /trust_remote_code or an allow-list/],
  ['agents-course#386', 'inference', 'inferred', /needs credit or a plan/],
  [
    "the Hub's documentation, `enterprise-resource-groups.md`",
    'inference/acme',
    'inferred',
    /An organization can limit this/,
  ],
  ["the Hub's documentation of Jobs", 'jobs/ada:run', 'confirmed', /needs credit or a plan/],
  ["the Hub's documentation of Inference Endpoints", 'endpoints/acme:write', 'confirmed', /needs credit or a plan/],
];

onEachNode((node) => {
  test.each(SENTENCES)('%s', async (_source, effect, line, outcome, code, cause, fix) => {
    const path = `${line.replace(/[:@].*/, '')}/auth-check`;
    await onStage({ faults: [{ path, effect }] }, async ({ hub, tokens }) => {
      const run = await runAction({ node, hub, inputs: { ...QUIET, token: tokens.write, models: line } });
      expect(run.report?.checks).toMatchObject([{ outcome, code }]);
      expect(run.report?.checks[0]?.message).toMatch(cause);
      expect(run.report?.checks[0]?.remedy?.text).toMatch(fix);
      expect(run.report?.token.state).toBe('valid');
    });
  });

  test.each(RULES)('a rule of its own: %s', async (rule, outcome, code, cause) => {
    for (const name of ['read', 'none'] as const) {
      await onStage({ rules: { [rule]: [BLOCKED] } }, async ({ hub, tokens }) => {
        const env = name === 'none' ? {} : { HF_TOKEN: tokens[name] };
        const run = await runAction({ node, hub, inputs: { ...QUIET, models: `${BLOCKED} gpt2-tiny` }, env });
        expect(run.report?.checks).toMatchObject([{ outcome, code }, { outcome: 'allowed' }]);
        expect(run.report?.checks[0]?.message).toMatch(cause);
        expect(run.report?.checks[0]?.remedy?.text).not.toMatch(/new token|accept/i);
      });
    }
  });

  test.each(GUESSES)('a yes with a reservation, %s: %s', async (_source, line, certainty, caveat) => {
    await onStage({}, async ({ hub, tokens }) => {
      const run = await runAction({ node, hub, inputs: { ...QUIET, token: tokens.write, models: line } });
      expect(run.report?.checks).toMatchObject([{ outcome: 'allowed', certainty }]);
      const plain = (text: string) => text.replace(/[`*\\]/g, '').replace(/&#?\w+;/g, '');
      for (const said of [run.report?.checks[0]?.message ?? '', run.summary, run.stdout])
        expect(plain(said)).toMatch(caveat);
      for (const said of [run.summary, run.stdout]) expect(said.includes('(inferred)')).toBe(certainty === 'inferred');
    });
  });

  test('resource groups: a token that names one may create in it, or not: no yes', async () => {
    await onStage({}, async ({ hub }) => {
      const scoped = [{ type: 'resource-group', name: 'research', permissions: ['repo.content.read', 'repo.write'] }];
      const token = addToken(hub.world, 'grouped', {
        power: { kind: 'fine-grained', owner: 'ada', global: [], canReadGatedRepos: true, scoped },
      });
      const run = await runAction({ node, hub, inputs: { ...QUIET, token, models: 'acme/new:create' } });
      expect(run.report?.checks).toMatchObject([{ outcome: 'unknown', code: 'probe-unsupported' }]);
      expect(run.outputs).toMatchObject({ ok: 'false', result: 'unknown' });
    });
  });
});
