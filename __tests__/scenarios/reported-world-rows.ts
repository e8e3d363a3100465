/** States of the Hub and of what stands before it that no report has in full: their own words are shown. What is right was written down before it was run. */
import { addToken } from '../../src/simulator/build';
import type { Effect } from '../hub-fixture/faults';
import { INNER, type Reported } from './reported-rows';

const GATED = 'meta-llama/Llama-accepted';
const OPEN = 'openai-community/gpt2';
const OF_ACTION = { edge: 'action', env: { HF_TOKEN: '$TOKEN' } } as const;

const says = (status: number, error: string, code?: string): Effect => ({
  kind: 'reply',
  status,
  headers: { 'content-type': 'application/json', ...(code !== undefined && { 'x-error-code': code }) },
  body: JSON.stringify({ error }),
});
const unreachable = { edge: 'cli', inputs: { endpoint: 'https://hub.invalid' }, lines: OPEN } as const;
const PROXY = 'http://127.0.0.1:9';

export const OF_WORLD: readonly Reported[] = [
  {
    ...OF_ACTION,
    source: 'class: access to a gate that was given for a time',
    token: 'read',
    lines: GATED,
    faults: [{ path: 'Llama-accepted/auth-check', effect: says(403, 'Your access has expired.', 'GatedRepo') }],
    verdicts: ['denied gated'],
    says: /own words: "Your access has expired\."/,
  },
  {
    ...OF_ACTION,
    source: 'class: a repo that was disabled, with a reason',
    token: 'read',
    lines: OPEN,
    faults: [{ path: 'auth-check', effect: says(403, 'This model has been disabled: license violation') }],
    verdicts: ['denied disabled'],
    says: /license violation/,
  },
  {
    ...OF_ACTION,
    source: 'class: the small limit for new repos, which is one of a day',
    token: 'write',
    lines: 'ada/new:create',
    faults: [{ path: 'auth-check/write', effect: says(429, 'You can retry this action in about 24 hours.') }],
    verdicts: ['unknown rate-limited'],
    says: /in about 24 hours/,
  },
  {
    ...OF_ACTION,
    source: 'class: whoami says that the account is shut',
    token: 'read',
    lines: OPEN,
    faults: [{ path: 'whoami-v2', effect: says(403, 'Your account has been suspended.') }],
    verdicts: ['allowed ok'],
    state: 'unverified',
    says: /whoami failed .*"Your account has been suspended\."/,
  },
  {
    ...OF_ACTION,
    source: 'class: AWS WAF asks for a challenge, which no job can solve',
    token: 'read',
    lines: OPEN,
    faults: [{ effect: { kind: 'reply', status: 202, headers: { 'x-amzn-waf-action': 'challenge' } } }],
    verdicts: ['unknown unexpected-answer'],
    says: /firewall or gateway .*AWS WAF/,
    fix: /let this runner through/,
  },
  {
    ...unreachable,
    source: 'class: HTTP_PROXY alone',
    env: { HF_TOKEN: INNER, HTTP_PROXY: PROXY },
    verdicts: ['unknown hub-unreachable'],
    fix: /HTTP_PROXY counts for plain HTTP only/,
  },
  {
    ...unreachable,
    source: 'class: NO_PROXY names the domain of the endpoint',
    env: { HF_TOKEN: INNER, HTTPS_PROXY: PROXY, NO_PROXY: 'localhost,.invalid' },
    verdicts: ['unknown hub-unreachable'],
    fix: /NO_PROXY excepts the endpoint/,
  },
  {
    ...unreachable,
    source: 'class: a line of an env file that blanks https_proxy',
    env: { HF_TOKEN: INNER, HTTPS_PROXY: PROXY, https_proxy: '' },
    verdicts: ['unknown hub-unreachable'],
    fix: /empty https_proxy switches off HTTPS_PROXY/,
  },
  {
    source: 'class: HF_ENDPOINT holds the address of an Inference Endpoint',
    edge: 'cli',
    env: { HF_TOKEN: INNER, HF_ENDPOINT: 'https://abc123.us-east-1.aws.endpoints.huggingface.cloud' },
    lines: OPEN,
    verdicts: [],
    says: /another service of Hugging Face, not the Hub/,
  },
  {
    source: 'class: the datasets of a job are offline',
    edge: 'action',
    world: (world) => addToken(world, 'made', { power: { kind: 'classic', owner: 'ada', role: 'read' } }),
    env: { HF_TOKEN: '$TOKEN', HF_DATASETS_OFFLINE: '1' },
    inputs: { 'check-runner': 'warn' },
    lines: 'datasets/squad',
    verdicts: ['allowed ok'],
    notice: 'offline-mode',
    fix: /the library datasets/,
  },
];
