/**
 * The Hub's own sentence first, and a guess that looks like one, on the built Action: sentences and yeses of public reports, each with
 * its source.
 */
import { expect, test } from '@jest/globals';
import { addToken } from '../../src/simulator/build';
import type { Effect } from '../hub-fixture/faults';
import { onEachNode, onStage, runAction } from './harness';

const OFF = { 'check-runner': 'off', 'least-privilege': 'off', retries: '0' };
const BLOCKED = 'openai-community/gpt2';

const says = (status: number, message: string): Effect => ({
  ...{ kind: 'reply', status },
  headers: { 'content-type': 'application/json', 'x-error-message': message },
  body: JSON.stringify({ error: message }),
});
const xml: Effect = {
  ...{ kind: 'reply', status: 403, headers: { 'content-type': 'application/xml' } },
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
    'agents#1469 (ed-donner): 402 in other words',
    says(402, 'Payment Required'),
    ...(['ada/finetune:write', 'denied', 'plan-required', /"Payment Required"/, /subscribe/] as const),
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
];

onEachNode((node) => {
  test.each(SENTENCES)('%s', async (_source, effect, line, outcome, code, cause, fix) => {
    const path = `${line.replace(/[:@].*/, '')}/auth-check`;
    await onStage({ faults: [{ path, effect }] }, async ({ hub, tokens }) => {
      const run = await runAction({ node, hub, inputs: { ...OFF, token: tokens.write, models: line } });
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
        const run = await runAction({ node, hub, inputs: { ...OFF, models: `${BLOCKED} gpt2-tiny` }, env });
        expect(run.report?.checks).toMatchObject([{ outcome, code }, { outcome: 'allowed' }]);
        expect(run.report?.checks[0]?.message).toMatch(cause);
        expect(run.report?.checks[0]?.remedy?.text).not.toMatch(/new token|accept/i);
      });
    }
  });

  test.each(GUESSES)('a yes with a reservation, %s: %s', async (_source, line, certainty, caveat) => {
    await onStage({}, async ({ hub, tokens }) => {
      const run = await runAction({ node, hub, inputs: { ...OFF, token: tokens.write, models: line } });
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
      const run = await runAction({ node, hub, inputs: { ...OFF, token, models: 'acme/new:create' } });
      expect(run.report?.checks).toMatchObject([{ outcome: 'unknown', code: 'probe-unsupported' }]);
      expect(run.outputs).toMatchObject({ ok: 'false', result: 'unknown' });
    });
  });
});
