/** What the Hub may answer besides a plain yes or no: unverified tokens, mirrors, caches, moved repos. */
import { expect, test } from '@jest/globals';
import { addRename, addRepo } from '../../src/simulator/build';
import type { Effect } from '../hub-fixture/faults';
import { QUIET, onEachNode, onStage, runAction, type ActionRun } from './harness';

const OPEN = 'openai-community/gpt2';

const codes = ({ report }: ActionRun) => report?.checks.map(({ code }) => code);
const whoamiSays = (effect: Effect) => [{ path: 'whoami', effect }];
const json = (status: number, body: unknown, headers: Record<string, string> = {}): Effect => ({
  kind: 'reply',
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});
const BAD = { error: 'Invalid username or password.' };
const LIMITED = json(429, { error: 'Too Many Requests' }, { 'retry-after': '60' });

onEachNode((node) => {
  test.each([
    ['503', whoamiSays({ kind: 'html', status: 503 })],
    ['429', whoamiSays(LIMITED)],
    ['a reset', whoamiSays({ kind: 'reset' })],
    ['200 with a web page', whoamiSays({ kind: 'html', status: 200 })],
    ['200 from a cache', whoamiSays({ kind: 'headers', set: { age: '30', 'x-cache': 'Hit from cloudfront' } })],
    ['401, while a repo accepts the token', whoamiSays(json(401, BAD))],
    [
      '401 of 2025, while a repo accepts the token',
      whoamiSays(json(401, { error: 'Invalid credentials in Authorization header' })),
    ],
    ['404', whoamiSays(json(404, { error: "Sorry, we can't find the page you are looking for." }))],
  ])('whoami answers %s: the token is unverified and the repos still count', async (_what, faults) => {
    await onStage({ faults }, async ({ hub, tokens }) => {
      const models = `${OPEN} ada/finetune meta-llama/Llama-pending ada/finetune:write ada/brand-new:create`;
      const run = await runAction({ node, hub, inputs: { ...QUIET, token: tokens.write, models } });
      expect(run.report?.token.state).toBe('unverified');
      // Without whoami nothing can tell whether a repo may be created.
      expect(codes(run)).toEqual(['ok', 'ok', 'gate-pending', 'ok', 'probe-unsupported']);
      expect(hub.requests.filter(({ path }) => path === '/api/whoami-v2')).toHaveLength(1);
    });
  });

  test('an unverified token alone is unknown, also for an expected account', async () => {
    await onStage({ faults: whoamiSays({ kind: 'html', status: 502 }) }, async ({ hub, tokens }) => {
      const inputs = { ...QUIET, token: tokens.read };
      const [alone, account] = await Promise.all([
        runAction({ node, hub, inputs: { ...inputs, 'on-empty': 'pass' } }),
        runAction({ node, hub, inputs: { ...inputs, models: OPEN, 'expected-account': 'ada' } }),
      ]);
      expect(alone.report).toMatchObject({ result: 'unknown', blockedBy: ['unknown'] });
      expect(account.report).toMatchObject({ result: 'unknown', blockedBy: ['unknown'] });
    });
  });

  test('both wordings of a bad token deny every check, and the second witness tells what dropping it gives', async () => {
    const words = json(401, { error: 'Invalid credentials in Authorization header' });
    await onStage({}, async ({ hub, tokens }) => {
      const inputs = {
        ...QUIET,
        token: tokens.revoked,
        models: `${OPEN} ada/finetune meta-llama/Llama-accepted ${OPEN}:write`,
      };
      const now = await runAction({ node, hub, inputs });
      expect(codes(now)).toEqual(Array.from({ length: 4 }, () => 'token-invalid'));
      expect(now.report?.checks.map((check) => check.withoutToken)).toEqual(['allowed', 'denied', 'denied', 'denied']);
      expect(now.report?.checks[0]?.message).toContain('this token is the problem, not the repo');
      for (const path of ['whoami', 'auth-check']) hub.fault({ path, effect: words });
      const then = await runAction({ node, hub, inputs: { ...inputs, models: OPEN } });
      expect(codes(then)).toEqual(['token-invalid']);
    });
  });

  test("a Trusted Publisher's token that whoami does not take is unverified", async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const models = 'acme/product acme/product:write acme/other:create';
      const run = await runAction({ node, hub, inputs: { ...QUIET, token: tokens.publisher, models } });
      expect(run.report?.token).toMatchObject({ state: 'unverified', type: 'oidc' });
      expect(codes(run)).toEqual(['ok', 'probe-unsupported', 'scope-missing']);
    });
  });

  test('a mirror without auth-check is asked for .gitattributes, and writes cannot be told', async () => {
    await onStage({ endpointKind: 'mirror' }, async ({ hub, tokens }) => {
      addRepo(hub.world, { type: 'model', id: 'ada/bare', bare: true });
      const models = [
        ...[
          OPEN,
          'ada/finetune',
          'ada/bare',
          'meta-llama/Llama-pending',
          'ada/never-made',
          'squad',
          'mallory/taken-down',
        ],
        ...[
          'ada/finetune:write',
          'museum/catalogue:write',
          `${OPEN}:write`,
          'ada/brand-new:create',
          'ada/finetune:create',
        ],
      ];
      const run = await runAction({ node, hub, inputs: { ...QUIET, token: tokens.write, models: models.join('\n') } });
      expect(run.report?.checks.map(({ code, certainty }) => `${code} ${certainty}`)).toEqual([
        'ok inferred',
        'ok inferred',
        'ok inferred',
        'gate-pending confirmed',
        'not-found confirmed',
        'wrong-type confirmed',
        'disabled confirmed',
        ...Array<string>(5).fill('probe-unsupported inferred'),
      ]);
      const heads = hub.requests.filter(({ method }) => method === 'HEAD');
      expect(heads.every(({ path }) => path.endsWith('/resolve/main/.gitattributes'))).toBe(true);
    });
  });

  test('a renamed repo is followed on the same origin, and its new name is told', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      addRepo(hub.world, { type: 'dataset', id: 'ada/new-corpus', private: true, revisions: ['v1'] });
      addRename(hub.world, 'dataset', { from: 'ada/old-corpus', to: 'ada/new-corpus' });
      addRename(hub.world, 'model', { from: 'ada/old-gate', to: 'meta-llama/Llama-pending' });
      const run = await runAction({
        node,
        hub,
        inputs: {
          ...QUIET,
          token: tokens.write,
          models: 'bert-base-uncased ada/old-gate',
          datasets: 'ada/old-corpus@v1 ada/old-corpus:write ada/old-corpus@v2',
        },
      });
      expect(run.report?.checks.map(({ code, movedTo }) => [code, movedTo])).toEqual([
        ['ok-moved', 'google-bert/bert-base-uncased'],
        ['gate-pending', 'meta-llama/Llama-pending'],
        ['ok-moved', 'ada/new-corpus'],
        ['ok-moved', 'ada/new-corpus'],
        ['revision-not-found', 'ada/new-corpus'],
      ]);
      // As it was listed, not as it is called now.
      expect(run.outputs['allowed']).toBe('["bert-base-uncased"]');
    });
  });

  test('a token that a route does not take, though whoami does, is no proof against the repo', async () => {
    await onStage({ faults: [{ path: 'auth-check', effect: json(401, BAD) }] }, async ({ hub, tokens }) => {
      const models = `${OPEN} ada/finetune ada/finetune:write ada/never-made`;
      const run = await runAction({ node, hub, inputs: { ...QUIET, token: tokens.write, models } });
      expect(run.report?.checks.map(({ code, certainty }) => `${code} ${certainty}`)).toEqual([
        'ok inferred',
        'ok inferred',
        'ok inferred',
        'not-found confirmed',
      ]);
    });
  });

  test('the tightest window of the rate limit is reported, and a low one is told', async () => {
    // A year, so that no run meets the beginning of the next window.
    await onStage({ rateLimits: { quotas: { api: 20 }, windowSeconds: 31_536_000 } }, async ({ hub, tokens }) => {
      const models = Array.from({ length: 18 }, (_, index) => `${OPEN}@v1.0 ada/x${index}:create`).join(' ');
      const run = await runAction({ node, hub, inputs: { ...QUIET, token: tokens.write, models, deadline: '120' } });
      expect(run.report?.rateLimit).toMatchObject({ bucket: 'api', limit: 20 });
      expect(run.report?.notices.map(({ code }) => code)).toContain('rate-limit-low');
    });
  });

  test.each(['read', 'write', 'fine-grained', 'oauth', 'app', 'service'] as const)(
    'the %s token is described',
    async (name) => {
      await onStage({}, async ({ hub, tokens }) => {
        const run = await runAction({ node, hub, inputs: { ...QUIET, 'on-empty': 'pass', token: tokens[name] } });
        const type = {
          read: 'user-access',
          write: 'user-access',
          'fine-grained': 'user-access',
          oauth: 'oauth',
          app: 'app',
          service: 'service',
        }[name];
        const role = {
          read: 'read',
          write: 'write',
          'fine-grained': 'fine-grained',
          oauth: 'unknown',
          app: 'unknown',
          service: 'fine-grained',
        }[name];
        const account = {
          read: 'ada',
          write: 'ada',
          'fine-grained': 'ada',
          oauth: 'ada',
          app: 'release-bot',
          service: 'acme',
        }[name];
        expect(run.outputs).toMatchObject({ result: 'pass', 'token-type': type, 'token-role': role, account });
      });
    },
  );
});
