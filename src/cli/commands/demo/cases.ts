/** The jobs of the demo: their lines, and the token that each would have. */
import type { DemoToken } from '../../../simulator/demo-world';

/** One job of the demo: its token, what it lists, and what goes wrong on the way. */
export interface DemoCase {
  readonly title: string;
  /** `none`: the job has no token. `quoted`: it was saved with quotes around it. */
  readonly token: DemoToken | 'none' | 'quoted';
  readonly models?: string;
  readonly datasets?: string;
  readonly spaces?: string;
  /** The platform withholds secrets from this run, as GitHub does from forks. */
  readonly fork?: true;
  /** Hosts of files, of which none can be reached. */
  readonly hosts?: readonly string[];
  /** No token is meant to be there. */
  readonly anonymous?: true;
  /** The job's identity is to be exchanged for a token of this repo; GitHub may give the job no identity. */
  readonly keyless?: { readonly resource: string; readonly identity: 'given' | 'none' };
  /** What goes wrong on the way, for the verdicts that say so. */
  readonly trouble?: readonly { readonly path: string; readonly what: Trouble }[];
}

/** What the embedded Hub answers below a path in the place of its own reply; `reset` cuts the connection. */
export type Trouble =
  | 'html'
  | 'error'
  | 'reset'
  | 'rate-limit'
  | 'new-gate'
  | 'new-refusal'
  | 'region'
  | 'plan'
  | 'storage'
  | 'curation'
  | 'no-publisher';

/** One job as people have them, whose list shows the main verdicts on one screen. */
export const DEMO_JOB: DemoCase = {
  title: 'A job on a simulated Hub: nothing leaves this machine, and no account is needed. Its list is:',
  token: 'write',
  models: 'openai-community/gpt2 meta-llama/Llama-not-requested museum/catalogue:write',
  datasets: 'ada/corpus',
  trouble: [{ path: '/ada/corpus', what: 'reset' }],
};

/** Every kind of verdict, once. */
export const DEMO_CASES: readonly DemoCase[] = [
  {
    title: 'A write token, and everything is as it should be',
    token: 'write',
    models:
      'openai-community/gpt2@v1.0 bert-base-uncased meta-llama/Llama-accepted ada/finetune:write ada/new-model:create',
    datasets: 'squad:pull-request',
    spaces: 'ada/gallery',
  },
  {
    title: 'The same account before gates that it has not passed',
    token: 'read',
    models: `meta-llama/Llama-not-requested meta-llama/Llama-pending meta-llama/Llama-rejected meta-llama/Llama-reset`,
  },
  {
    title: 'Ids that are not what the job thinks',
    token: 'read',
    models: 'ada/no-such-model squad mallory/taken-down openai-community/gpt2@v9.9',
  },
  {
    title: 'Tokens and roles that are too weak',
    token: 'read',
    models: 'ada/finetune:write',
  },
  {
    title: 'A fine-grained token without the boxes that this job needs',
    token: 'fine-grained-no-gated-box',
    models: 'meta-llama/Llama-accepted acme/product:write',
    datasets: 'ada/corpus:write',
  },
  {
    title: 'A fine-grained token that may only read',
    token: 'fine-grained-read-only-scope',
    models: 'ada/finetune:write',
  },
  {
    title: 'An account without the right in the organization',
    token: 'write',
    models: 'museum/catalogue:write mallory/anything:create openai-community/gpt2:write',
  },
  { title: 'An organization that wants single sign-on', token: 'sso', models: 'acme/product' },
  { title: 'An organization that wants two-factor authentication', token: 'mfa', models: 'acme/product' },
  { title: 'An organization with an IP allow-list', token: 'ip', models: 'acme/product' },
  { title: 'A token that the organization has not approved', token: 'token-pending', models: 'acme/product' },
  { title: 'A token that the organization revoked', token: 'token-revoked-by-org', models: 'acme/product' },
  { title: 'A revoked token', token: 'revoked', models: 'openai-community/gpt2 ada/finetune:write' },
  { title: 'A token that has expired', token: 'expired', models: 'openai-community/gpt2' },
  { title: 'A token that was saved with quotes around it', token: 'quoted', models: 'openai-community/gpt2' },
  {
    title: 'No token at all',
    token: 'none',
    models: 'openai-community/gpt2 meta-llama/Llama-accepted ada/finetune:write',
  },
  {
    title: 'No token, and none is meant to be there',
    token: 'none',
    anonymous: true,
    models: 'openai-community/gpt2 meta-llama/Llama-accepted',
  },
  { title: 'A pull request from a fork', token: 'none', fork: true, models: 'openai-community/gpt2 ada/finetune' },
  { title: "A Trusted Publisher's token", token: 'publisher', models: 'acme/product acme/product:write' },
  {
    title: 'A repo that does not trust this workflow as a publisher',
    token: 'none',
    keyless: { resource: 'acme/product', identity: 'given' },
    models: 'acme/product:write',
    trouble: [{ path: '/oauth/', what: 'no-publisher' }],
  },
  {
    title: 'The same without the permission `id-token: write`',
    token: 'none',
    keyless: { resource: 'acme/product', identity: 'none' },
    models: 'acme/product:write',
  },
  {
    title: 'A company registry with a rule of its own',
    token: 'read',
    models: 'openai-community/gpt2',
    trouble: [{ path: '/gpt2/', what: 'curation' }],
  },
  {
    title: 'Rules of the Hub that no token changes',
    token: 'write',
    models: 'openai-community/gpt2 ada/finetune:write',
    datasets: 'ada/corpus:write',
    trouble: [
      { path: '/gpt2/', what: 'region' },
      { path: '/finetune/', what: 'storage' },
      { path: '/corpus/', what: 'plan' },
    ],
  },
  {
    title: 'Buckets, kernels, jobs, endpoints and Inference Providers',
    token: 'write',
    models:
      'buckets/ada/checkpoints:write kernels/guild/attention kernels/mallory/fast jobs/acme:run endpoints/acme/llm:infer inference inference/acme',
  },
  {
    title: 'The same without the permissions',
    token: 'fine-grained-own-repos',
    models: 'buckets/acme/logs buckets/museum/scans:write jobs/ada:run endpoints/mallory:write inference',
  },
  {
    title: 'A token that is kept to some endpoints, and a job that nobody pays for',
    token: 'fine-grained-patterns',
    models: 'endpoints/acme:infer endpoints/acme/staging-llm:infer endpoints/acme/prod-llm:infer jobs/acme:run',
    trouble: [{ path: '/api/jobs/', what: 'plan' }],
  },
  {
    title: 'A runner that does not reach the host of the files',
    token: 'read',
    models: 'openai-community/gpt2',
    hosts: ['127.0.0.1:1024'],
  },
  {
    title: 'A Hub with new words',
    token: 'read',
    models: 'meta-llama/Llama-pending ada/finetune',
    trouble: [
      { path: '/Llama-pending/', what: 'new-gate' },
      { path: '/finetune/', what: 'new-refusal' },
    ],
  },
  {
    title: 'A Hub that cannot be asked',
    token: 'read',
    models: 'openai-community/gpt2 ada/finetune gpt2-tiny meta-llama/Llama-accepted',
    trouble: [
      { path: '/gpt2/', what: 'error' },
      { path: '/finetune/', what: 'html' },
      { path: '/gpt2-tiny/', what: 'reset' },
      { path: '/Llama-accepted/', what: 'rate-limit' },
    ],
  },
];
