/**
 * Every state of a publisher, by the product and by the official Python client, which asks the provider for its own identity and
 * exchanges it itself: what was allowed works with it, what was denied fails, and `unknown` is said only of what no answer is known for.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import type { RunContext } from '../../src/domain/run-context';
import type { Report } from '../../src/domain/report/report';
import { createGuard } from '../../src/domain/text/redact';
import { run } from '../../src/run';
import { addPublisher } from '../../src/simulator/build';
import { createDemoWorld } from '../../src/simulator/demo-world';
import type { Publisher, World } from '../../src/simulator/world';
import type { Effect } from '../hub-fixture/faults';
import { startHub, type TestHub } from '../hub-fixture/start';
import { GITHUB_ISSUER, startIdentityProvider, type ProviderOptions } from '../support/identity-provider';

const TOOLS = process.env['CLIENT_TOOLS'] ?? '';
/** Those of `.ci/requirements` that know an exchange. */
const NEWEST = '2.4.0';
const VERSIONS = ['1.33.0', NEWEST];
const WORKER = join(import.meta.dirname, 'python/keyless.py');
jest.setTimeout(300_000);

const FORM = { repository: 'octo/garden', branch: 'main', workflow_file: 'train.yml' };

interface State {
  readonly what: string;
  readonly resource?: string;
  readonly publisher?: Partial<Publisher> | 'none';
  readonly provider?: ProviderOptions;
  readonly effect?: Effect;
  /** `auth-check/write` answers a Trusted Publisher's token. */
  readonly answers?: true;
  /** `deed type id`. */
  readonly deeds?: readonly string[];
}

const DEEDS = [
  'read model acme/product',
  'read model openai-community/gpt2',
  'write model acme/product',
  'create model acme/product',
  'pull-request model acme/product',
  'write model ada/finetune',
  'write model guild/adas-own',
  'create model acme/brand-new',
  'read model mallory/secret',
];
const USER = [
  'read model openai-community/gpt2',
  'read model meta-llama/Llama-accepted',
  'read model meta-llama/Llama-pending',
  'read model ada/finetune',
  'write model ada/gated-own',
  'create model ada/brand-new',
  'pull-request model openai-community/gpt2',
];
const CORPUS = ['read dataset ada/corpus', 'write dataset ada/corpus', 'write model ada/finetune'];

const STATES: readonly State[] = [
  { what: 'it fits' },
  { what: 'it fits, and the write probe answers', answers: true },
  { what: 'it is read-only', publisher: { readOnly: true } },
  { what: 'it is read-only, and the write probe answers', publisher: { readOnly: true }, answers: true },
  { what: 'one of a dataset', resource: 'datasets/ada/corpus', deeds: CORPUS },
  { what: 'the resource is the model of that name', resource: 'ada/corpus', publisher: 'none', deeds: CORPUS },
  { what: "a user's identity", resource: 'ada', deeds: USER },
  { what: 'a user without one', resource: 'grace', publisher: 'none', deeds: USER },
  { what: 'there is none', publisher: 'none' },
  { what: 'of another repository', publisher: { claims: { ...FORM, repository: 'octo/other' } } },
  { what: 'of another branch', publisher: { claims: { ...FORM, branch: 'next' } } },
  { what: 'of another workflow', publisher: { claims: { ...FORM, workflow_file: 'other.yml' } } },
  { what: 'the run is on a tag', provider: { claims: { ref: 'refs/tags/v1', ref_type: 'tag' } } },
  {
    what: 'one claim more fits',
    publisher: { claims: { ...FORM, environment: 'release' } },
    provider: { claims: { environment: 'release' } },
  },
  { what: 'one claim more does not', publisher: { claims: { ...FORM, environment: 'release' } } },
  { what: 'it compares the subject by names', publisher: { claims: { sub: 'repo:octo/garden:ref:refs/heads/main' } } },
  {
    what: 'it compares the subject by names, which has ids',
    publisher: { claims: { sub: 'repo:octo/garden:ref:refs/heads/main' } },
    provider: { claims: { sub: 'repo:octo@1/garden@2:ref:refs/heads/main' } },
  },
  { what: 'of another issuer', publisher: { issuer: 'https://gitlab.com' } },
  { what: 'the identity has expired', provider: { livesSeconds: -600 } },
  {
    what: 'the Hub ends it as aborted',
    effect: {
      kind: 'reply',
      status: 400,
      headers: { 'content-type': 'application/json' },
      body: '{"error":"invalid_grant","error_description":"This operation was aborted"}',
    },
  },
];

interface Tried {
  readonly ok: boolean;
  readonly error?: string;
  readonly message?: string;
}

/** Lines of which no answer but a yes is known: to write to what the token is for. */
function isOpen(deed: string, resource: string): boolean {
  const [operation = '', type = '', id = ''] = deed.split(' ');
  const spelled = `${type === 'model' ? '' : `${type}s/`}${id}`;
  return spelled === resource && (operation === 'write' || operation === 'create');
}

async function onStage<T>(state: State, play: (hub: TestHub, env: Record<string, string>) => Promise<T>): Promise<T> {
  const { resource = 'acme/product', publisher = {}, effect, answers = false } = state;
  const provider = await startIdentityProvider(state.provider);
  const { world }: { world: World } = createDemoWorld();
  world.answersPublishers = answers;
  if (publisher !== 'none') addPublisher(world, { resource, issuer: GITHUB_ISSUER, claims: FORM, ...publisher });
  const hub = await startHub({ world, issuers: { [provider.issuer]: provider.jwk } });
  if (effect !== undefined) hub.fault({ path: '/oauth/token', effect });
  const identity = await provider.sign(hub.origin);
  try {
    return await play(hub, { ...provider.env, HF_OIDC_RESOURCE: resource, IDENTITY: identity });
  } finally {
    await Promise.all([hub.close(), provider.close()]);
  }
}

/** The product, with an identity of the same provider. */
async function judged({ origin }: TestHub, deeds: readonly string[], env: Record<string, string>): Promise<Report> {
  const lines = deeds.map((deed) => {
    const [operation = '', type = '', id = ''] = deed.split(' ');
    return `${type}s/${id}:${operation}`;
  });
  const context: RunContext = {
    edge: 'cli',
    env: {},
    folder: tmpdir(),
    ...createGuard([]),
    ciContext: { notForwarded: false, selfHosted: false, pullRequest: false, serverUrl: 'https://github.com' },
    identity: { kind: 'variable', raw: env['IDENTITY'] ?? '' },
    onSecret: () => undefined,
    onProgress: () => undefined,
  };
  const inputs = { endpoint: origin, models: lines.join('\n'), retries: '0', 'check-runner': 'off' } as const;
  const resource = { 'oidc-resource': env['HF_OIDC_RESOURCE'] ?? '' };
  const raw = { tokens: [], trustHfEndpoint: false, certificateChecksOff: false };
  return run({ ...raw, inputs: { ...inputs, ...resource } }, context);
}

/** The client, which asks GitHub's provider by itself. */
async function tried(version: string, deeds: readonly string[], env: Record<string, string>): Promise<Tried[]> {
  const home = mkdtempSync(join(tmpdir(), 'preflight-keyless-'));
  const program = join(TOOLS, `huggingface_hub-${version}`, 'bin/python');
  const words = deeds.flatMap((deed) => deed.split(' '));
  const all = { PATH: process.env['PATH'], HOME: home, GITHUB_ACTIONS: 'true', HF_HUB_DISABLE_TELEMETRY: '1', ...env };
  const child = spawn(program, [WORKER, ...words], { env: all, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, said] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (part: string) => (out += part));
  child.stderr.setEncoding('utf8').on('data', (part: string) => (said += part));
  const code = await new Promise((resolve) => child.once('close', resolve));
  rmSync(home, { recursive: true, force: true });
  if (code !== 0) throw new Error(said);
  const [first, ...answers] = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  expect(first).toEqual({ version });
  return answers as Tried[];
}

describe.each(VERSIONS)('huggingface_hub %s', (version) => {
  // The older one is here to see that it does the same.
  const states = version === NEWEST ? STATES : STATES.filter((_, at) => at % 4 === 0);
  test.each(states)('$what', async (state) => {
    const { resource = 'acme/product', deeds = DEEDS } = state;
    // Each on a Hub of its own, as the client changes things.
    const report = await onStage(state, (hub, env) => judged(hub, deeds, env));
    const client = await onStage(state, (hub, env) => tried(version, deeds, { ...env, HF_ENDPOINT: hub.origin }));
    const rows = report.checks.map(({ outcome, code }, at) => {
      const { ok = false, message = '' } = client[at] ?? {};
      return { deed: deeds[at] ?? '', outcome, code, ok, message };
    });
    expect(rows).toHaveLength(deeds.length);
    const disagreements = rows.filter(({ outcome, ok, deed, code }) => {
      if (outcome === 'unknown') return code === 'probe-unsupported' ? !isOpen(deed, resource) : ok;
      return ok !== (outcome === 'allowed');
    });
    expect(disagreements).toEqual([]);
    // Both failed at the exchange, or neither.
    const isRefused = rows.every(({ code }) => code === 'publisher-refused' || code === 'hub-error');
    expect(rows.every(({ message }) => message.includes('invalid_grant'))).toBe(isRefused);
  });
});

test('no state of a publisher is left out: each outcome is there, and each way to be refused', () => {
  expect(STATES.length).toBeGreaterThanOrEqual(20);
  expect(STATES.filter(({ publisher }) => publisher === 'none').length).toBeGreaterThan(0);
});
