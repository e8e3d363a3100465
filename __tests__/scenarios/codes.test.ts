/**
 * Every code, produced on the built dist by the Action and by the command line. Rows that share a token, options and an
 * outcome are lines of one list, and share a run of each.
 */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { CODES, type Code, type Outcome, outcomeOf } from '../../src/domain/hub/codes';
import type { ReportJson } from '../../src/domain/report/report';
import type { DemoToken } from '../../src/simulator/demo-world';
import type { Effect } from '../hub-fixture/faults';
import { onEachNode, onStage, runAction, runCli } from './harness';

type WireCheck = ReportJson['checks'][number];

interface Row {
  readonly code: Code;
  /** `none`: no token is there. */
  readonly token: DemoToken | 'none' | 'quoted';
  /** A line of `models`. */
  readonly line: string;
  readonly remedy?: RegExp;
  /** What the message has of the Hub's own words. */
  readonly says?: RegExp;
  /** Where the remedy leads. */
  readonly url?: string;
  readonly certainty?: WireCheck['certainty'];
  readonly more?: Partial<WireCheck>;
  /** What happens to `auth-check` of the repo. */
  readonly effect?: Effect;
  /** It would hold up the other lines. */
  readonly alone?: true;
  readonly fork?: true;
  readonly options?: Readonly<Record<string, string>>;
}

/** Where the pages are: below the endpoint, which has shown to be a Hub. */
const HUB = '{endpoint}';
const NEW_TOKEN = `${HUB}/settings/tokens/new?tokenType=fineGrained`;
const TOKENS = `${HUB}/settings/tokens`;

const refusal = (status: number, message: string, headers: Record<string, string> = {}): Effect => ({
  kind: 'reply',
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify({ error: message }),
});
const forbidden = (message: string, headers?: Record<string, string>) => refusal(403, message, headers);

const ROWS: readonly Row[] = [
  { code: 'ok', token: 'read', line: 'openai-community/gpt2' },
  { code: 'ok', token: 'read', line: 'datasets/squad', more: { repo: { type: 'dataset', id: 'squad' } } },
  { code: 'ok', token: 'read', line: 'spaces/ada/gallery', more: { repo: { type: 'space', id: 'ada/gallery' } } },
  { code: 'ok', token: 'write', line: 'ada/finetune:write' },
  { code: 'ok', token: 'none', line: 'openai-community/gpt2' },
  { code: 'ok', token: 'write', line: 'ada/brand-new:create', certainty: 'inferred' },
  { code: 'ok', token: 'write', line: 'openai-community/gpt2:pull-request', certainty: 'inferred' },
  {
    code: 'ok-moved',
    token: 'read',
    line: 'bert-base-uncased',
    remedy: /List it under its new name/,
    more: { movedTo: 'google-bert/bert-base-uncased' },
  },
  {
    code: 'gate-login-required',
    token: 'none',
    line: 'meta-llama/Llama-accepted',
    remedy: /Give the job a token whose account accepted the conditions/,
    url: `${HUB}/meta-llama/Llama-accepted`,
    options: { 'on-missing-token': 'anonymous' },
  },
  {
    code: 'gate-not-requested',
    token: 'read',
    line: 'meta-llama/Llama-not-requested',
    remedy: /accept the conditions/,
    url: `${HUB}/meta-llama/Llama-not-requested`,
  },
  {
    code: 'gate-not-requested',
    token: 'read',
    line: 'datasets/mallory/interviews',
    remedy: /accept the conditions/,
    url: `${HUB}/datasets/mallory/interviews`,
  },
  {
    code: 'gate-pending',
    token: 'read',
    line: 'meta-llama/Llama-pending',
    remedy: /Wait for the authors/,
    url: `${HUB}/meta-llama/Llama-pending`,
  },
  {
    code: 'gate-rejected',
    token: 'read',
    line: 'meta-llama/Llama-rejected',
    remedy: /Ask the authors to change their decision/,
    url: `${HUB}/meta-llama/Llama-rejected`,
  },
  {
    code: 'gate-reset',
    token: 'read',
    line: 'meta-llama/Llama-reset',
    remedy: /ask for access again/,
    url: `${HUB}/meta-llama/Llama-reset`,
  },
  {
    code: 'gate-token-scope',
    token: 'fine-grained-no-gated-box',
    line: 'meta-llama/Llama-accepted',
    remedy: /public gated repos you can access/,
    url: TOKENS,
  },
  {
    code: 'gated',
    token: 'read',
    line: 'meta-llama/Llama-accepted',
    effect: forbidden('The moon is not in the right phase for this repo.', { 'x-error-code': 'GatedRepo' }),
    remedy: /says what is missing/,
    url: `${HUB}/meta-llama/Llama-accepted`,
  },
  {
    code: 'region-blocked',
    token: 'write',
    line: 'google-bert/bert-base-uncased',
    effect: forbidden('This model is not available in your region.', {
      'x-error-message': 'This model is not available in your region.',
    }),
    remedy: /another region/,
    url: `${HUB}/google-bert/bert-base-uncased`,
    says: /not available in your region/,
    more: { withoutToken: 'denied' },
  },
  {
    code: 'plan-required',
    token: 'write',
    line: 'spaces/ada/gallery:write',
    effect: refusal(
      402,
      'Static Spaces are free for everyone, but hosting Gradio and Docker Spaces on free cpu-basic requires a PRO subscription. Subscribe at https://huggingface.co/pro',
    ),
    remedy: /subscribe or add credit/,
    url: `${HUB}/pricing`,
    says: /requires a PRO subscription/,
  },
  {
    code: 'storage-limit',
    token: 'write',
    line: 'ada/gated-own:write',
    effect: forbidden('Private repository storage limit reached, please upgrade your plan to increase your limit'),
    remedy: /Free storage/,
    url: `${HUB}/pricing`,
    says: /storage limit reached/,
  },
  {
    code: 'storage-limit',
    token: 'write',
    line: 'datasets/ada/corpus:write',
    effect: forbidden(
      'Your storage patterns tripped our internal systems! Please contact us at website@huggingface.co so we can verify your account and unlock more storage for your use-case.',
    ),
    remedy: /Free storage/,
  },
  {
    code: 'not-found',
    token: 'read',
    line: 'ada/never-made',
    remedy: /Check the spelling and the type/,
    url: `${HUB}/ada/never-made`,
    more: { withoutToken: 'denied' },
  },
  { code: 'not-found', token: 'read', line: 'mallory/secret', remedy: /Check the spelling/ },
  {
    code: 'not-found',
    token: 'none',
    line: 'ada/never-made',
    options: { 'on-missing-token': 'anonymous' },
    remedy: /Check the spelling/,
  },
  { code: 'wrong-type', token: 'read', line: 'squad', remedy: /List it as a dataset/, url: `${HUB}/datasets/squad` },
  {
    code: 'wrong-type',
    token: 'read',
    line: 'datasets/ada/gallery',
    remedy: /List it as a Space/,
    url: `${HUB}/spaces/ada/gallery`,
  },
  {
    code: 'disabled',
    token: 'read',
    line: 'mallory/taken-down',
    remedy: /No token changes that/,
    url: `${HUB}/mallory/taken-down`,
  },
  {
    code: 'revision-not-found',
    token: 'read',
    line: 'openai-community/gpt2@v9',
    remedy: /Correct the revision/,
    url: `${HUB}/openai-community/gpt2/tree/main`,
  },
  {
    code: 'token-invalid',
    token: 'revoked',
    line: 'openai-community/gpt2',
    remedy: /Make a new token/,
    url: NEW_TOKEN,
    more: { withoutToken: 'allowed' },
  },
  {
    code: 'token-expired',
    token: 'expired',
    line: 'ada/finetune',
    remedy: /Make a new token/,
    url: NEW_TOKEN,
    more: { withoutToken: 'denied' },
  },
  {
    code: 'token-malformed',
    token: 'quoted',
    line: 'openai-community/gpt2',
    remedy: /without the quotes/,
    certainty: 'inferred',
    more: { withoutToken: 'allowed' },
  },
  {
    code: 'token-missing',
    token: 'none',
    line: 'ada/finetune:write',
    remedy: /secrets\.HF_TOKEN/,
    url: 'https://github.com/octo/garden/settings/secrets/actions',
    certainty: 'inferred',
  },
  { code: 'token-missing', token: 'none', line: 'meta-llama/Llama-accepted', remedy: /secrets\.HF_TOKEN/ },
  { code: 'token-missing', token: 'none', line: 'ada/finetune', remedy: /secrets\.HF_TOKEN/ },
  {
    code: 'read-only-token',
    token: 'read',
    line: 'ada/finetune:write',
    remedy: /The link fills in the permissions/,
    url: NEW_TOKEN,
  },
  {
    code: 'read-only-token',
    token: 'read',
    line: 'ada/brand-new:create',
    remedy: /Make a token/,
    url: NEW_TOKEN,
    certainty: 'inferred',
  },
  {
    code: 'read-only-token',
    token: 'read',
    line: 'openai-community/gpt2:pull-request',
    remedy: /Make a token/,
    url: NEW_TOKEN,
    certainty: 'inferred',
  },
  {
    code: 'scope-missing',
    token: 'fine-grained-read-only-scope',
    line: 'ada/finetune:write',
    remedy: /repo\.content\.read and repo\.write/,
    url: TOKENS,
  },
  {
    code: 'scope-missing',
    token: 'fine-grained-read-only-scope',
    line: 'openai-community/gpt2:pull-request',
    remedy: /discussion\.write under the global permissions/,
    certainty: 'inferred',
  },
  {
    code: 'scope-missing',
    token: 'fine-grained-own-repos',
    line: 'ada/brand-new:create',
    remedy: /repo\.write/,
    certainty: 'inferred',
  },
  {
    code: 'scope-missing',
    token: 'publisher',
    line: 'acme/product:pull-request',
    remedy: /fine-grained/,
    certainty: 'inferred',
  },
  {
    code: 'role-insufficient',
    token: 'write',
    line: 'museum/catalogue:write',
    remedy: /the role write/,
    url: `${HUB}/organizations/museum/settings/members`,
  },
  { code: 'role-insufficient', token: 'write', line: 'guild/graces-own:write', remedy: /the role write/ },
  {
    code: 'role-insufficient',
    token: 'write',
    line: 'museum/brand-new:create',
    remedy: /contributor or write/,
    certainty: 'inferred',
  },
  {
    code: 'not-a-member',
    token: 'write',
    line: 'openai-community/gpt2:write',
    remedy: /Correct the namespace/,
    url: `${HUB}/openai-community`,
  },
  {
    code: 'not-a-member',
    token: 'read',
    line: 'openai-community/gpt2:write',
    says: /can only read/,
    remedy: /Correct the namespace.*make a token that can write/,
  },
  {
    code: 'not-a-member',
    token: 'write',
    line: 'mallory/brand-new:create',
    remedy: /namespace/,
    certainty: 'inferred',
  },
  {
    code: 'org-sso',
    token: 'sso',
    line: 'acme/product',
    says: /own words: "Single sign-on is needed for this resource\."/,
    remedy: /single sign-on/,
    url: `${HUB}/acme`,
  },
  { code: 'org-sso', token: 'sso', line: 'acme/brand-new:create', remedy: /single sign-on/, certainty: 'inferred' },
  {
    code: 'org-mfa',
    token: 'mfa',
    line: 'acme/product',
    says: /own words: "Two-factor authentication is needed/,
    remedy: /two-factor/,
    url: `${HUB}/settings/authentication`,
  },
  {
    code: 'org-ip',
    token: 'ip',
    line: 'acme/product:write',
    says: /own words: "Your address is not in the range/,
    remedy: /address range.*service account/,
    url: `${HUB}/organizations/acme/settings`,
  },
  {
    code: 'org-token-policy',
    token: 'token-pending',
    line: 'acme/product',
    remedy: /approve the token/,
    url: `${HUB}/organizations/acme/settings`,
  },
  { code: 'org-token-policy', token: 'write', line: 'vault/plans', remedy: /only fine-grained tokens/ },
  {
    code: 'org-token-revoked',
    token: 'token-revoked-by-org',
    line: 'acme/product',
    remedy: /new token/,
    url: NEW_TOKEN,
  },
  {
    code: 'forbidden',
    token: 'write',
    line: 'ada/finetune:write',
    effect: forbidden('Not on a Sunday.'),
    remedy: /to whoever runs this endpoint/,
    url: `${HUB}/ada/finetune`,
    says: /Not on a Sunday\./,
  },
  {
    code: 'hub-unreachable',
    token: 'read',
    line: 'openai-community/gpt2',
    effect: { kind: 'reset' },
    remedy: /NODE_EXTRA_CA_CERTS/,
  },
  {
    code: 'hub-error',
    token: 'read',
    line: 'gpt2-tiny',
    effect: { kind: 'html', status: 503 },
    remedy: /^Re-run later, or ask whoever runs this endpoint\.$/,
  },
  {
    code: 'rate-limited',
    token: 'read',
    line: 'openai-community/gpt2',
    alone: true,
    effect: { kind: 'reply', status: 429, headers: { 'retry-after': '3600' }, body: '{"error":"Too Many Requests"}' },
    remedy: /Wait five minutes/,
  },
  {
    code: 'unexpected-answer',
    token: 'read',
    line: 'google-bert/bert-base-uncased',
    effect: { kind: 'html', status: 200 },
    remedy: /own words/,
  },
  {
    code: 'unexpected-answer',
    token: 'read',
    line: 'ada/finetune',
    effect: refusal(410, 'This repository is gone for good.'),
    remedy: /own words/,
    says: /answered 410: "This repository is gone for good\."/,
  },
  {
    code: 'unexpected-answer',
    token: 'read',
    line: 'datasets/squad',
    effect: refusal(451, 'Unavailable for legal reasons.'),
    remedy: /own words/,
    says: /answered 451: "Unavailable for legal reasons\."/,
  },
  {
    code: 'probe-unsupported',
    token: 'publisher',
    line: 'acme/product:write',
    remedy: /on-unknown:? warn/,
    certainty: 'inferred',
  },
  {
    code: 'secret-withheld',
    token: 'none',
    line: 'ada/finetune',
    fork: true,
    remedy: /A maintainer checks it after review/,
  },
];

const FORK = {
  pull_request: {
    head: { repo: { id: 2, full_name: 'stranger/garden' } },
    base: { repo: { id: 1, full_name: 'octo/garden' } },
  },
};

/** By outcome: exit codes of the Action and of the command line under the default policies. */
const EXITS = { allowed: [0, 0], denied: [1, 1], unknown: [1, 3], skipped: [0, 0] } as const;
const RESULTS = { allowed: 'pass', denied: 'fail', unknown: 'unknown', skipped: 'skipped' } as const;

function expectCheck(
  check: WireCheck | undefined,
  { code, certainty = 'confirmed', remedy, says = /./, url, more }: Row,
): void {
  expect(check).toMatchObject({ code, outcome: outcomeOf(code), certainty, ...more });
  expect(check?.message).toMatch(says);
  if (remedy === undefined) expect(check).not.toHaveProperty('remedy');
  else expect(check?.remedy?.text).toMatch(remedy);
  const address = check?.remedy?.url?.replace(/^http:\/\/127\.0\.0\.1:\d+(?=\/)/, HUB);
  if (url === NEW_TOKEN) expect(address?.startsWith(NEW_TOKEN)).toBe(true);
  else if (url !== undefined) expect(address).toBe(url);
  expect(JSON.stringify(check?.remedy ?? '')).not.toMatch(/https?:\/\/\w*\.?huggingface\.co/);
}

/** Rows of one list. */
interface Scene extends Pick<Row, 'token' | 'options' | 'fork'> {
  readonly name: string;
  readonly outcome: Outcome;
  readonly rows: readonly Row[];
}

function scenesOf(rows: readonly Row[]): Scene[] {
  const scenes = new Map<string, Scene>();
  for (const row of rows) {
    const { code, token, options, fork, alone } = row;
    const more = [...Object.values(options ?? {}), ...(fork === true ? ['a fork'] : []), ...(alone ? [code] : [])];
    const outcome = outcomeOf(code);
    const name = [`${token} token`, outcome, ...more].join(', ');
    const others = scenes.get(name)?.rows ?? [];
    const shared = { token, ...(options === undefined ? {} : { options }), ...(fork === undefined ? {} : { fork }) };
    scenes.set(name, { ...shared, name, outcome, rows: [...others, row] });
  }
  return [...scenes.values()];
}

const idOf = (line: string) => line.replace(/[:@].*/, '');

async function play(node: string, { token, options = {}, fork, rows }: Scene) {
  // The fault hits the repo alone, so that whoami goes on telling whose token it is.
  const faults = rows.flatMap(({ line, effect }) =>
    effect === undefined ? [] : [{ path: `${idOf(line)}/auth-check`, effect }],
  );
  return onStage({ faults }, async ({ hub, tokens }) => {
    const secret = token === 'none' ? '' : token === 'quoted' ? `"${tokens.read}"` : tokens[token];
    const event = fork === undefined ? {} : { GITHUB_EVENT_NAME: 'pull_request' };
    const common = { retries: '0', 'least-privilege': 'off', 'check-runner': 'off', ...options };
    const lines = rows.map(({ line }) => line);
    const asAction = runAction({
      node,
      hub,
      event: FORK,
      env: event,
      inputs: { token: secret, models: lines.join('\n'), ...common },
    });
    const asCommand = runCli({
      node,
      hub,
      args: ['check', ...lines, '--json', ...optionsOf(common)],
      env: { ...(secret === '' ? {} : { HF_TOKEN: secret }), GITHUB_REPOSITORY: 'octo/garden' },
    });
    const [action, cli] = await Promise.all([asAction, asCommand]);
    return { action, cli };
  });
}

onEachNode((node) => {
  describe.each(scenesOf(ROWS))('$name', (scene) => {
    const { outcome, rows, fork } = scene;
    let runs: Awaited<ReturnType<typeof play>>;
    beforeAll(async () => {
      runs = await play(node, scene);
    });

    test('ends as its outcome does', () => {
      const { action, cli } = runs;
      const [inAction, onCommandLine] = EXITS[outcome];
      expect(action.exitCode).toBe(inAction);
      expect(action.outputs['result']).toBe(RESULTS[outcome]);
      expect(action.report?.checks).toHaveLength(rows.length);
      // No event of a fork is there on the command line: the token is simply missing.
      if (fork !== true) expect(cli.exitCode).toBe(onCommandLine);
    });

    test.each(rows.map((row, at) => ({ ...row, at })))('$code: $line', ({ at, ...row }) => {
      const { action, cli } = runs;
      expectCheck(action.report?.checks[at], row);
      expect(action.summary).toContain(`\`${row.code}\``);
      expect(action.stdout).toContain(`${row.code}: `);
      if (fork !== true) expectCheck(cli.report?.checks[at], row);
    });
  });
});

function optionsOf(inputs: Readonly<Record<string, string>>): string[] {
  return Object.entries(inputs).flatMap(([name, value]) => [`--${name}`, value]);
}

describe('the table', () => {
  test('has every code', () => {
    // The Hub has no such rule: the stand-in of Artifactory has, in mirrors.proof.test.ts; the others are in keyless.test.ts.
    const elsewhere = ['endpoint-policy', 'publisher-refused', 'oidc-unavailable'];
    expect(Object.keys(CODES).filter((code) => !ROWS.some((row) => row.code === code))).toEqual(elsewhere);
  });
});
