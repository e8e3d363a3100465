/** Every notice of the contract, on the built Action, with its fix. */
import { NOTICE_CODES, type NoticeCode } from '../../src/domain/report/notices';
import { expect, test } from '@jest/globals';
import type { DemoToken } from '../../src/simulator/demo-world';
import type { TestHubOptions } from '../hub-fixture/start';
import { onEachNode, onStage, runAction } from './harness';

interface Row {
  readonly code: NoticeCode;
  readonly token: DemoToken | 'none';
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: (tokens: Record<DemoToken, string>) => Readonly<Record<string, string>>;
  readonly home?: (tokens: Record<DemoToken, string>, host: string) => Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  readonly hub?: Partial<TestHubOptions>;
  readonly event?: unknown;
  /** What the token is wrapped in. */
  readonly around?: string;
  /** Words that the fix must hold. */
  readonly fix: RegExp;
}

const OPEN = 'openai-community/gpt2';

const ROWS: readonly Row[] = [
  {
    code: 'kernel-untrusted',
    token: 'read',
    inputs: { models: 'kernels/mallory/fast' },
    fix: /trust_remote_code=True/,
  },
  { code: 'token-overprivileged', token: 'write', inputs: { models: OPEN }, fix: /token/ },
  { code: 'account-mismatch', token: 'read', inputs: { 'expected-account': 'somebody-else' }, fix: /account/ },
  { code: 'token-expiring', token: 'oauth-expires-soon', inputs: { models: OPEN }, fix: /Replace it/ },
  { code: 'session-token', token: 'oauth', inputs: { models: OPEN }, fix: /fine-grained token|service account/ },
  { code: 'token-whitespace', token: 'read', around: '\n', fix: /Save the token again/ },
  {
    code: 'token-shape-unknown',
    token: 'none',
    env: () => ({ HF_TOKEN: 'staging-ci-credential-1' }),
    fix: /token of the Hub/,
  },
  {
    code: 'deprecated-variable',
    token: 'none',
    env: ({ read }) => ({ HUGGING_FACE_HUB_TOKEN: read }),
    fix: /HF_TOKEN/,
  },
  { code: 'wrong-variable', token: 'none', env: ({ read }) => ({ HUGGINGFACE_TOKEN: read }), fix: /HF_TOKEN/ },
  { code: 'sources-disagree', token: 'read', env: ({ stranger }) => ({ HF_TOKEN: stranger }), fix: /HF_TOKEN/ },
  {
    code: 'framework-variable-differs',
    token: 'none',
    env: ({ read, stranger }) => ({ HF_TOKEN: read, HUGGINGFACEHUB_API_TOKEN: stranger }),
    fix: /HUGGINGFACEHUB_API_TOKEN/,
  },
  {
    code: 'tool-without-token',
    token: 'none',
    env: ({ read }) => ({ HF_TOKEN: `${read}\n` }),
    files: { 'requirements.txt': 'polars==2.1.0\n' },
    fix: /without the line break/,
  },
  {
    code: 'netrc-override',
    token: 'read',
    env: ({ read }) => ({ HF_TOKEN: read }),
    home: ({ stranger }, host) => ({
      '.netrc': `machine ${new URL(`http://${host}`).hostname} login ada password ${stranger}\n`,
    }),
    fix: /netrc/,
  },
  {
    code: 'git-credential-differs',
    token: 'read',
    home: ({ stranger }, host) => ({
      '.gitconfig': '[credential]\n\thelper = store\n',
      '.git-credentials': `http://ada:${stranger}@${host}\n`,
    }),
    fix: /git|credential/i,
  },
  {
    code: 'stored-token',
    token: 'read',
    home: ({ stranger }) => ({ '.cache/huggingface/token': stranger }),
    fix: /HF_TOKEN|log ?out|login/i,
  },
  {
    code: 'implicit-token-disabled',
    token: 'read',
    env: () => ({ HF_HUB_DISABLE_IMPLICIT_TOKEN: '1' }),
    fix: /HF_HUB_DISABLE_IMPLICIT_TOKEN/,
  },
  { code: 'offline-mode', token: 'read', env: () => ({ HF_HUB_OFFLINE: '1' }), fix: /HF_HUB_OFFLINE/ },
  { code: 'endpoint-empty', token: 'read', env: () => ({ HF_ENDPOINT: '' }), fix: /HF_ENDPOINT/ },
  {
    code: 'oidc-precedence',
    token: 'read',
    env: () => ({ HF_OIDC_RESOURCE: 'acme/product' }),
    fix: /HF_OIDC_RESOURCE/,
  },
  {
    code: 'proxy-in-use',
    token: 'read',
    // Nobody listens there, so nothing leaves this machine.
    inputs: { endpoint: 'https://hub.invalid', models: OPEN, timeout: '5' },
    env: () => ({ https_proxy: 'http://ada:secret-of-the-proxy@127.0.0.1:9' }),
    fix: /earlier step/,
  },
  {
    code: 'proxy-in-use',
    token: 'read',
    inputs: { models: OPEN },
    env: () => ({ NODE_USE_SYSTEM_CA: '1' }),
    hub: { tls: 'http1' },
    fix: /earlier step/,
  },
  {
    code: 'rate-limit-low',
    token: 'read',
    // The account, the repo once, and 26 revisions of it: 2 requests of 30 are left.
    inputs: { models: Array.from({ length: 26 }, (_, index) => `${OPEN}@v${String(index)}`).join('\n') },
    hub: { rateLimits: { quotas: { api: 30 }, windowSeconds: 31_536_000 } },
    fix: /once/,
  },
  {
    code: 'publisher-available',
    token: 'write',
    inputs: { models: 'ada/finetune:write, ada/finetune:create, acme/product:write, openai-community/gpt2' },
    event: { repository: { private: false } },
    env: () => ({
      GITHUB_REF: 'refs/heads/main',
      GITHUB_WORKFLOW_REF: 'octo/garden/.github/workflows/train.yml@refs/heads/main',
    }),
    fix: /oidc-resource: ada\/finetune/,
  },
  { code: 'nothing-listed', token: 'read', fix: /^List the repos/ },
  { code: 'network-unknown', token: 'read', inputs: { models: OPEN, network: 'fail' }, fix: /network: off/ },
  {
    code: 'discovery-unresolved',
    token: 'read',
    inputs: { discover: 'train' },
    files: { 'train/train.py': `from_pretrained("${OPEN}")\nfrom_pretrained(args.model)\n` },
    fix: /comment on that line/,
  },
  { code: 'comment-hides-id', token: 'read', inputs: { models: `${OPEN} # base ada/finetune` }, fix: /line breaks/ },
];

test('the table has every code', () => {
  // That a shard is missing is told by the merge alone, and an endpoint of the environment is taken by the command line alone; an
  // exchanged token is passed on in keyless.test.ts. What is behind a repo is told in follow.test.ts, and what differs from a lock in lock.test.ts.
  const told = [
    ...ROWS.map(({ code }) => code),
    'endpoint-not-hub',
    'shard-missing',
    'token-passed-on',
    'follow-unresolved',
    'remote-code',
    'access-changed',
    'network-blocked',
  ];
  expect([...new Set(told)].sort()).toEqual([...NOTICE_CODES].sort());
});

onEachNode((node) => {
  test.each(ROWS)('$code', async ({ code, token, inputs, env, home, event, files, hub: options, around = '', fix }) => {
    await onStage(options ?? {}, async ({ hub, tokens }) => {
      const host = new URL(hub.origin).host;
      const raw = token === 'none' ? {} : { token: `${tokens[token]}${around}` };
      const run = await runAction({
        node,
        hub,
        inputs: { retries: '0', 'on-empty': 'pass', ...inputs, ...raw },
        ...(env === undefined ? {} : { env: env(tokens) }),
        ...(files === undefined ? {} : { files }),
        ...(event === undefined ? {} : { event }),
        ...(home === undefined ? {} : { home: home(tokens, host) }),
        secrets: [...Object.values(tokens), 'secret-of-the-proxy'],
      });
      const told = run.report?.notices.filter((notice) => notice.code === code) ?? [];
      expect(told).toHaveLength(1);
      expect(told[0]?.message).toMatch(/^[A-Z0-9~].*\.$/);
      expect(told[0]?.remedy?.text).toMatch(fix);
      // The reader of the summary and of the log is told as well.
      expect(run.summary).toContain(code === 'account-mismatch' ? 'somebody-else' : `\`${code}\``);
    });
  });
});
