/** Results, blocking and policies, on the built Action. */
import { expect, test } from '@jest/globals';
import { isFurther } from './audit';
import { QUIET, onEachNode, onStage, runAction, type ActionSpec } from './harness';

const OPEN = 'openai-community/gpt2';
const MISSING = 'ada/never-made';
const DOWN = 'gpt2-tiny';
const BROKEN = { path: DOWN, effect: { kind: 'html', status: 503 } } as const;

type Inputs = Readonly<Record<string, string>>;
type Token = 'read' | 'write' | 'revoked' | 'expired' | 'quoted' | 'none' | 'oauth-expires-soon' | 'fine-grained';

interface Row {
  readonly what: string;
  readonly token: Token;
  readonly inputs: Inputs;
  readonly env?: Readonly<Record<string, string>>;
  readonly event?: unknown;
  readonly result: string;
  readonly blockedBy?: readonly string[];
  readonly codes?: readonly string[];
  readonly reason?: string;
}

const repo = (id: number) => ({ id, full_name: `owner-${id}/garden` });
const FORK = { event: { pull_request: { head: { repo: repo(2) }, base: { repo: repo(1) } } } };
const GONE = { event: { pull_request: { head: { repo: null }, base: { repo: repo(1) } } } };
const OWN = { event: { pull_request: { head: { repo: repo(1) }, base: { repo: repo(1) } } } };
const BY_DEPENDABOT = { event: { pull_request: { user: { login: 'dependabot[bot]' } } } };

const on = (event: string, actor = 'octocat') => ({ GITHUB_EVENT_NAME: event, GITHUB_ACTOR: actor });
const BOT = 'dependabot[bot]';
const NEEDY = `${OPEN} meta-llama/Llama-accepted ada/finetune ada/finetune:write`;
const SKIPPED = ['ok', 'secret-withheld', 'secret-withheld', 'secret-withheld'];
const DENIED = ['ok', 'token-missing', 'token-missing', 'token-missing'];

const ROWS: readonly Row[] = [
  { what: 'every check allowed', token: 'read', inputs: { models: OPEN }, result: 'pass' },
  { what: 'nothing listed, a good token', token: 'read', inputs: {}, result: 'pass' },
  { what: 'nothing listed, a bad token', token: 'revoked', inputs: {}, result: 'fail', blockedBy: ['token'] },
  { what: 'nothing listed, an expired token', token: 'expired', inputs: {}, result: 'fail', blockedBy: ['token'] },
  { what: 'nothing listed, a damaged token', token: 'quoted', inputs: {}, result: 'fail', blockedBy: ['token'] },
  {
    what: 'nothing listed, a bad token, on-denied: warn',
    token: 'revoked',
    inputs: { 'on-denied': 'warn' },
    result: 'fail',
  },
  {
    what: 'nothing listed, no token',
    token: 'none',
    inputs: {},
    result: 'fail',
    blockedBy: ['token-missing'],
    reason: 'unset',
  },
  {
    what: 'nothing listed, no token, none meant to be there',
    token: 'none',
    inputs: { 'on-missing-token': 'anonymous' },
    result: 'skipped',
  },
  { what: 'denied', token: 'read', inputs: { models: `${OPEN} ${MISSING}` }, result: 'fail', blockedBy: ['denied'] },
  { what: 'denied, on-denied: warn', token: 'read', inputs: { models: MISSING, 'on-denied': 'warn' }, result: 'fail' },
  { what: 'unknown', token: 'read', inputs: { models: `${OPEN} ${DOWN}` }, result: 'unknown', blockedBy: ['unknown'] },
  {
    what: 'unknown, on-unknown: warn',
    token: 'read',
    inputs: { models: DOWN, 'on-unknown': 'warn' },
    result: 'unknown',
  },
  {
    what: 'unknown beside denied ones under warn',
    token: 'read',
    inputs: { models: `${MISSING} ${DOWN}`, 'on-denied': 'warn' },
    result: 'fail',
    blockedBy: ['unknown'],
  },
  {
    what: 'denied and unknown',
    token: 'read',
    inputs: { models: `${MISSING} ${DOWN}` },
    result: 'fail',
    blockedBy: ['denied', 'unknown'],
  },
  {
    what: 'a missing token that is required',
    token: 'none',
    inputs: { models: OPEN, 'on-missing-token': 'fail' },
    result: 'fail',
    blockedBy: ['token-missing'],
    codes: ['ok'],
  },
  {
    what: 'a missing token that is required, on a fork too',
    token: 'none',
    inputs: { models: `${OPEN} ada/finetune`, 'on-missing-token': 'fail', 'on-denied': 'warn' },
    env: on('pull_request'),
    ...FORK,
    result: 'fail',
    blockedBy: ['token-missing'],
    codes: ['ok', 'token-missing'],
    reason: 'fork',
  },
  {
    what: 'none is meant to be there: a gate asks for a login, a 401 is not found',
    token: 'none',
    inputs: { models: `${OPEN} meta-llama/Llama-accepted ada/finetune`, 'on-missing-token': 'anonymous' },
    result: 'fail',
    blockedBy: ['denied'],
    codes: ['ok', 'gate-login-required', 'not-found'],
  },
  {
    what: 'check nothing without a token',
    token: 'none',
    inputs: { models: `${OPEN} ${MISSING}:write`, 'on-missing-token': 'skip' },
    result: 'skipped',
    codes: ['secret-withheld', 'secret-withheld'],
  },
  {
    what: 'skip with a token that is there',
    token: 'read',
    inputs: { models: OPEN, 'on-missing-token': 'skip' },
    result: 'pass',
  },
  {
    what: 'no token, auto',
    token: 'none',
    inputs: { models: NEEDY },
    result: 'fail',
    blockedBy: ['denied'],
    codes: DENIED,
    reason: 'unset',
  },
  {
    what: 'a blank variable',
    token: 'none',
    inputs: { models: OPEN },
    env: { HF_TOKEN: '' },
    result: 'pass',
    reason: 'empty',
  },
  ...(['pull_request', 'pull_request_review', 'pull_request_review_comment'] as const).flatMap((event): Row[] => [
    {
      what: `${event} of a fork`,
      token: 'none',
      inputs: { models: NEEDY },
      env: on(event),
      ...FORK,
      result: 'skipped',
      codes: SKIPPED,
      reason: 'fork',
    },
    {
      what: `${event} by Dependabot`,
      token: 'none',
      inputs: { models: NEEDY },
      env: on(event, BOT),
      ...OWN,
      result: 'skipped',
      codes: SKIPPED,
      reason: 'dependabot',
    },
  ]),
  {
    what: 'a fork that is gone',
    token: 'none',
    inputs: { models: NEEDY },
    env: on('pull_request'),
    ...GONE,
    result: 'skipped',
    codes: SKIPPED,
    reason: 'fork',
  },
  {
    what: 'a branch of the own repository',
    token: 'none',
    inputs: { models: NEEDY },
    env: on('pull_request'),
    ...OWN,
    result: 'fail',
    blockedBy: ['denied'],
    codes: DENIED,
    reason: 'unset',
  },
  ...['push', 'create', 'deployment', 'deployment_status'].map((event): Row => ({
    what: `${event} by Dependabot`,
    token: 'none',
    inputs: { models: NEEDY },
    env: on(event, BOT),
    result: 'skipped',
    codes: SKIPPED,
    reason: 'dependabot',
  })),
  {
    what: 'pull_request_target by Dependabot',
    token: 'none',
    inputs: { models: NEEDY },
    env: on('pull_request_target'),
    ...BY_DEPENDABOT,
    result: 'skipped',
    codes: SKIPPED,
    reason: 'dependabot',
  },
  {
    what: 'pull_request_target of a fork',
    token: 'none',
    inputs: { models: NEEDY },
    env: on('pull_request_target'),
    ...FORK,
    result: 'fail',
    blockedBy: ['denied'],
    codes: DENIED,
    reason: 'unset',
  },
  {
    what: 'a schedule by Dependabot',
    token: 'none',
    inputs: { models: NEEDY },
    env: on('schedule', BOT),
    result: 'fail',
    blockedBy: ['denied'],
    codes: DENIED,
    reason: 'unset',
  },
  {
    what: 'a fork with a bad token is not skipped',
    token: 'revoked',
    inputs: { models: OPEN },
    env: on('pull_request'),
    ...FORK,
    result: 'fail',
    blockedBy: ['denied'],
    codes: ['token-invalid'],
  },
  {
    what: 'a fork before a repo that is gone for everybody',
    token: 'none',
    inputs: { models: 'mallory/taken-down squad' },
    env: on('pull_request'),
    ...FORK,
    result: 'fail',
    blockedBy: ['denied'],
    codes: ['disabled', 'wrong-type'],
    reason: 'fork',
  },
  {
    what: 'a called workflow that was not handed the secret',
    token: 'none',
    inputs: { models: NEEDY, 'job-workflow-ref': 'octo/garden/.github/workflows/called.yml@refs/heads/main' },
    env: { GITHUB_WORKFLOW_REF: 'octo/garden/.github/workflows/caller.yml@refs/heads/main' },
    result: 'fail',
    blockedBy: ['denied'],
    codes: DENIED,
    reason: 'not-forwarded',
  },
  {
    what: 'nothing listed on a fork',
    token: 'none',
    inputs: {},
    env: on('pull_request'),
    ...FORK,
    result: 'skipped',
    reason: 'fork',
  },
  { what: 'the expected account', token: 'read', inputs: { 'expected-account': 'grace, ADA' }, result: 'pass' },
  {
    what: 'another account',
    token: 'read',
    inputs: { models: OPEN, 'expected-account': 'grace', 'on-denied': 'warn' },
    result: 'fail',
    blockedBy: ['account-mismatch'],
  },
  {
    what: 'a member of the expected organization',
    token: 'read',
    inputs: { 'expected-account': 'grace org:Acme' },
    result: 'pass',
  },
  {
    what: 'no member of it',
    token: 'read',
    inputs: { 'expected-account': 'org:meta-llama' },
    result: 'fail',
    blockedBy: ['account-mismatch'],
  },
  {
    what: 'nobody, where an account is expected',
    token: 'none',
    inputs: { models: OPEN, 'expected-account': 'ada' },
    result: 'fail',
    blockedBy: ['token-missing'],
  },
  {
    what: 'nobody, where an account is expected, on a fork',
    token: 'none',
    inputs: { models: OPEN, 'expected-account': 'ada' },
    env: on('pull_request'),
    ...FORK,
    result: 'skipped',
    reason: 'fork',
  },
  {
    what: 'the name of an organization is no account',
    token: 'read',
    inputs: { 'expected-account': 'acme' },
    result: 'fail',
    blockedBy: ['account-mismatch'],
  },
  { what: 'too much power, off', token: 'write', inputs: { models: OPEN, 'least-privilege': 'off' }, result: 'pass' },
  { what: 'too much power, warn', token: 'write', inputs: { models: OPEN, 'least-privilege': 'warn' }, result: 'pass' },
  {
    what: 'too much power, fail',
    token: 'write',
    inputs: { models: OPEN, 'least-privilege': 'fail' },
    result: 'fail',
    blockedBy: ['least-privilege'],
  },
  {
    what: 'too much fine-grained power, fail',
    token: 'fine-grained',
    inputs: { models: OPEN, 'least-privilege': 'fail' },
    result: 'fail',
    blockedBy: ['least-privilege'],
  },
  {
    what: 'power that a line needs',
    token: 'write',
    inputs: { models: `${OPEN} ada/finetune:write`, 'least-privilege': 'fail' },
    result: 'pass',
  },
  {
    what: 'power that the operation input needs',
    token: 'write',
    inputs: { operation: 'write', 'least-privilege': 'fail' },
    result: 'pass',
  },
  { what: 'no power, fail', token: 'read', inputs: { models: OPEN, 'least-privilege': 'fail' }, result: 'pass' },
  {
    what: 'another token on the machine, fail',
    token: 'read',
    inputs: { models: OPEN, 'check-runner': 'fail' },
    env: { HF_TOKEN: `hf_${'Zz'.repeat(17)}` },
    result: 'fail',
    blockedBy: ['check-runner'],
  },
  {
    what: 'the same token on the machine, fail',
    token: 'none',
    inputs: { models: OPEN, 'check-runner': 'fail', 'on-missing-token': 'anonymous' },
    result: 'pass',
  },
];

onEachNode((node) => {
  test.each(ROWS)('$what', async ({ token, inputs, env = {}, event, result, blockedBy = [], codes, reason }) => {
    await onStage({ faults: [BROKEN] }, async ({ hub, tokens }) => {
      const secret = token === 'none' ? '' : token === 'quoted' ? `"${tokens.read}"` : tokens[token];
      const spec: ActionSpec = {
        node,
        hub,
        env,
        event,
        inputs: { ...QUIET, 'on-empty': 'pass', token: secret, ...inputs },
      };
      const run = await runAction(spec);
      expect(run.report).toMatchObject({ result, blockedBy });
      expect(run.outputs).toMatchObject({
        result,
        ok: String(result === 'pass'),
        blocked: String(blockedBy.length > 0),
      });
      expect(run.exitCode).toBe(blockedBy.length > 0 ? 1 : 0);
      if (codes !== undefined) expect(run.report?.checks.map(({ code }) => code)).toEqual(codes);
      expect(run.report?.token.reason).toBe(reason ?? (token === 'none' ? 'unset' : undefined));
      if (inputs['on-missing-token'] === 'skip' && token === 'none') expect(hub.requests).toHaveLength(0);
    });
  });

  test.concurrent('gates that open while the run waits are seen, and no others are asked again', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const gate = (name: string) => hub.world.repos.get(`model:meta-llama/${name}`);
      const timer = setInterval(() => {
        if (hub.requests.length < 5) return;
        clearInterval(timer);
        gate('Llama-pending')?.requests.set('ada', 'accepted');
        gate('Llama-reset')?.requests.set('ada', 'pending');
      }, 20);
      const models = ['Llama-pending', 'Llama-reset', 'Llama-rejected', 'Llama-accepted'].map(
        (name) => `meta-llama/${name}`,
      );
      const run = await runAction({
        node,
        hub,
        waits: true,
        inputs: { ...QUIET, token: tokens.read, models: models.join('\n'), 'wait-for-access': '2' },
      });
      clearInterval(timer);
      expect(run.report?.checks.map(({ code }) => code)).toEqual(['ok', 'gate-pending', 'gate-rejected', 'ok']);
      expect(run.stdout).toContain('Waiting for 2 gates to open');
      const auth = hub.requests.filter(({ method }) => method === 'GET');
      const asked = (name: string) => auth.filter(({ path }) => path.includes(name)).length;
      expect(['Llama-pending', 'Llama-reset', 'Llama-rejected', 'Llama-accepted'].map(asked)).toEqual([2, 2, 1, 1]);
      expect(hub.requests.filter((one) => one.path.includes('whoami') && !isFurther(one))).toHaveLength(1);
    });
  });

  test('an end date is told within so many days, and a login in a browser always', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const inputs = { ...QUIET, token: tokens['oauth-expires-soon'], models: OPEN };
      const [soon, early] = await Promise.all([
        runAction({ node, hub, inputs }),
        runAction({ node, hub, inputs: { ...inputs, 'expires-within': '1' } }),
      ]);
      const codesOf = (run: typeof soon) => run.report?.notices.map(({ code }) => code);
      expect(codesOf(soon)).toEqual(['session-token', 'token-expiring']);
      expect(codesOf(early)).toEqual(['session-token']);
      expect(soon.report?.token).toMatchObject({ type: 'oauth', expiresAt: expect.stringMatching(/^\d{4}-/) });
    });
  });

  test('no output holds anything the Hub sent but a name that can be one', async () => {
    const whoami = {
      kind: 'reply',
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        type: 'user',
        name: 'ada\n::set-output name=ok::true',
        orgs: [],
        auth: { type: 'access_token', accessToken: { displayName: '`x`|<b>@octocat', role: 'read' } },
      }),
    } as const;
    await onStage({ faults: [{ path: 'whoami', effect: whoami }] }, async ({ hub, tokens }) => {
      const run = await runAction({ node, hub, inputs: { ...QUIET, token: tokens.read, models: OPEN } });
      expect(run.outputs).toMatchObject({ account: 'unknown', result: 'pass' });
    });
  });
});
