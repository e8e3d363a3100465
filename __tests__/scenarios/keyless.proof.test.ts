/** Keyless runs on the built dist: what an exchanged token may do, and each way to get none. */
import { describe, expect, test } from '@jest/globals';
import { addPublisher, addRepo } from '../../src/simulator/build';
import { createDemoWorld } from '../../src/simulator/demo-world';
import type { World } from '../../src/simulator/world';
import { GITHUB_ISSUER } from '../support/identity-provider';
import { onEachNode, runCli } from './harness';
import { codes, error, FORM, keyless, minted, onStage, type Setting } from './keyless-stage';

const ABORTED = error(400, 'invalid_grant', 'This operation was aborted');

onEachNode((node) => {
  describe('a publisher that fits', () => {
    const lines = 'acme/product, acme/product:write, acme/product:create, ada/finetune:write, acme/other:create';

    test('reads by the answers, and a write that nobody answers stays unknown', async () => {
      await onStage({}, async (stage) => {
        const run = await keyless(stage, { node, inputs: { models: lines } });
        expect(run.report?.checks.map(({ code, certainty }) => `${code} ${certainty}`)).toEqual([
          'ok confirmed',
          'probe-unsupported inferred',
          'probe-unsupported inferred',
          'scope-missing inferred',
          'scope-missing inferred',
        ]);
        expect(run.report?.token).toMatchObject({ state: 'valid', source: 'oidc', type: 'oidc' });
        expect(run.report?.checks[1]?.message).toMatch(/Trusted Publisher's.*may be read-only/);
        expect(stage.provider.audiences).toEqual([stage.hub.origin]);
        expect(stage.hub.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
        expect(run.exported).toEqual({});
      });
    });

    test.each([
      [false, ['ok', 'ok']],
      [true, ['probe-unsupported', 'probe-unsupported']],
    ])('where the Hub answers, a yes is a yes, and a no stays unknown (read-only: %p)', async (readOnly, expected) => {
      const world = (one: World) => {
        one.answersPublishers = true;
        addPublisher(one, { resource: 'acme/product', issuer: GITHUB_ISSUER, claims: FORM, readOnly });
      };
      await onStage({ world }, async (stage) => {
        const run = await keyless(stage, { node, inputs: { models: 'acme/product:write, acme/product:create' } });
        expect(codes(run)).toEqual(expected);
      });
    });

    test.each([
      ['acme/product', 'acme', true],
      ['acme/product', 'org:ACME', true],
      ['acme/product', 'ada', false],
      ['acme/product', 'product', false],
      ['ada', 'org:museum, Ada', true],
      ['ada', 'org:ada', false],
    ])('the token of %s is one of %s: %p', async (resource, expected, isOne) => {
      const world = (one: World) => {
        addPublisher(one, { resource, issuer: GITHUB_ISSUER, claims: FORM });
      };
      await onStage({ world }, async (stage) => {
        const inputs = { 'oidc-resource': resource, models: 'openai-community/gpt2', 'expected-account': expected };
        const { report } = await keyless(stage, { node, inputs });
        expect(report?.result).toBe(isOne ? 'pass' : 'fail');
        expect(report?.blockedBy).toEqual(isOne ? [] : ['account-mismatch']);
      });
    });

    test('a stored token in the environment is not sent', async () => {
      await onStage({}, async (stage) => {
        const { tokens } = createDemoWorld();
        await keyless(stage, { node, env: { HF_TOKEN: tokens.write } });
        expect(stage.hub.requests.map(({ credential }) => credential)).not.toContain('write');
      });
    });

    test('a user reads gated repos and no private ones, and writes nothing', async () => {
      const world = (one: World) => {
        addPublisher(one, { resource: 'ada', issuer: GITHUB_ISSUER, claims: FORM });
      };
      await onStage({ world }, async (stage) => {
        const models = 'meta-llama/Llama-accepted, ada/finetune, ada/gated-own:write, ada/new:create';
        const run = await keyless(stage, { node, inputs: { 'oidc-resource': 'ada', models } });
        expect(codes(run)).toEqual(['ok', 'not-found', 'scope-missing', 'scope-missing']);
        expect(run.report?.checks[1]?.message).toMatch(/no private ones/);
        expect(run.report?.notices.map(({ code }) => code)).not.toContain('session-token');
      });
    });

    test('a kind that no list can name is exchanged for all the same', async () => {
      const resource = 'kernels/acme/fast';
      const world = (one: World) => {
        addPublisher(one, { resource, issuer: GITHUB_ISSUER, claims: FORM });
      };
      await onStage({ world }, async (stage) => {
        const run = await keyless(stage, {
          node,
          inputs: { 'oidc-resource': resource, models: 'openai-community/gpt2' },
        });
        expect(codes(run)).toEqual(['ok']);
      });
    });

    test("a bucket's publisher writes no other bucket, runs no jobs and calls no providers", async () => {
      const resource = 'buckets/acme/logs';
      const world = (one: World) => {
        addRepo(one, { type: 'bucket', id: 'acme/logs', private: true, bare: true });
        addRepo(one, { type: 'bucket', id: 'museum/scans', bare: true });
        addPublisher(one, { resource, issuer: GITHUB_ISSUER, claims: FORM });
      };
      await onStage({ world }, async (stage) => {
        const models = `${resource} ${resource}:write buckets/museum/scans buckets/museum/scans:write jobs/acme:run inference`;
        const run = await keyless(stage, { node, inputs: { 'oidc-resource': resource, models } });
        const scope = 'scope-missing inferred';
        expect(run.report?.checks.map(({ code, certainty }) => `${code} ${certainty}`)).toEqual([
          'ok confirmed',
          'probe-unsupported inferred',
          'ok confirmed',
          ...[scope, scope, scope],
        ]);
      });
    });

    test('an aborted exchange is tried again', async () => {
      await onStage({ effect: ABORTED, times: 2 }, async (stage) => {
        const run = await keyless(stage, { node, inputs: { retries: '3' } });
        expect(codes(run)).toEqual(['ok']);
        expect(stage.hub.requests.filter(({ method }) => method === 'POST')).toHaveLength(3);
      });
    });
  });

  describe('the token is passed on', () => {
    test('as a variable of later steps', async () => {
      await onStage({}, async (stage) => {
        const run = await keyless(stage, { node, inputs: { 'export-token': 'env' } });
        expect(run.exported).toEqual({ HF_TOKEN: minted(stage.hub)[0] });
        expect(run.masks).toEqual(expect.arrayContaining([minted(stage.hub)[0], stage.provider.secrets[1]]));
        expect(run.report?.notices.map(({ code }) => code)).toContain('token-passed-on');
        expect(run.report?.runner.find(({ client }) => client === 'git')).toBeDefined();
        expect(run.report?.runner.find(({ client }) => client === 'huggingface_hub')).toMatchObject({
          source: 'HF_TOKEN',
          sameAsChecked: true,
        });
      });
    });

    test('as an output', async () => {
      await onStage({}, async (stage) => {
        const run = await keyless(stage, { node, inputs: { 'export-token': 'output' }, passesOn: true });
        expect(run.outputs['token']).toBe(minted(stage.hub)[0]);
      });
    });

    test('not where the step blocks the job', async () => {
      await onStage({}, async (stage) => {
        const run = await keyless(stage, { node, inputs: { 'export-token': 'env', models: 'mallory/secret' } });
        expect(run.exitCode).toBe(1);
        expect(run.exported).toEqual({});
      });
    });
  });

  interface Refusal extends Setting {
    readonly name: string;
    readonly inputs?: Readonly<Record<string, string>>;
    readonly code: string;
    readonly says: RegExp;
    readonly fix?: RegExp;
    /** `field: sent`, of the table of the identity. */
    readonly sent?: Readonly<Record<string, RegExp>>;
  }

  const REFUSALS: readonly Refusal[] = [
    {
      name: 'no publisher',
      world: () => undefined,
      code: 'publisher-refused',
      says: /No trusted publisher configured on acme\/product.*Nothing that is set up there matches/,
      fix: /Trusted Publishers/,
      sent: { Repository: /^octo\/garden$/, Branch: /^main$/, Workflow: /^train\.yml the name of the file/ },
    },
    {
      name: 'another branch',
      provider: { claims: { ref: 'refs/heads/next' } },
      code: 'publisher-refused',
      says: /do not match.*Branch next/,
      sent: { Branch: /^next$/ },
    },
    {
      name: 'a tag, an environment, a called workflow and a subject with ids',
      provider: {
        claims: {
          ref: 'refs/tags/v1',
          ref_type: 'tag',
          environment: 'release',
          sub: 'repo:octo@1/garden@2:environment:release',
          job_workflow_ref: 'octo/shared/.github/workflows/publish.yml@refs/heads/main',
        },
      },
      code: 'publisher-refused',
      says: /Branch refs\/tags\/v1/,
      sent: {
        Branch: /^refs\/tags\/v1 no branch/,
        Environment: /^release only a custom publisher/,
        'Workflow, called': /publish\.yml.*which of the two/,
        Subject: /with ids/,
      },
    },
    {
      name: 'a key that the Hub does not know',
      world: (world) => {
        addPublisher(world, { resource: 'acme/product', issuer: 'https://other.example', claims: FORM });
      },
      provider: { issuer: 'https://other.example', livesSeconds: -600 },
      code: 'publisher-refused',
      says: /could not be verified/,
      sent: { Issuer: /^https:\/\/other\.example not that of github\.com/, Expiry: /it has passed/ },
    },
    {
      name: 'a resource that RFC 8693 has a word for',
      effect: error(400, 'invalid_target', 'No such resource'),
      code: 'publisher-refused',
      says: /does not accept the repo or user/,
    },
    {
      name: 'a user, perhaps an organization',
      world: () => undefined,
      inputs: { 'oidc-resource': 'acme' },
      code: 'publisher-refused',
      says: /No trusted publisher configured on acme\b/,
      fix: /An organization has none/,
    },
    { name: 'an operation that was aborted', effect: ABORTED, code: 'hub-error', says: /took too long there/ },
    { name: 'no exchange', noExchange: true, code: 'probe-unsupported', says: /does not exchange job identities/ },
    {
      name: 'another grant',
      effect: error(400, 'unsupported_grant_type', 'Unsupported grant type'),
      code: 'probe-unsupported',
      says: /does not exchange job identities/,
    },
    {
      name: 'a request that it does not take',
      effect: error(400, 'invalid_request', 'Invalid request'),
      code: 'unexpected-answer',
      says: /400/,
    },
    {
      name: 'a refusal that is known by its words alone',
      effect: error(403, 'access_denied', 'Trusted publishing is disabled for this organization'),
      code: 'unexpected-answer',
      says: /answered 403: "Trusted publishing is disabled for this organization"/,
      fix: /^Do what the answer's own words say/,
    },
    {
      name: 'codes of other grants',
      effect: error(400, 'invalid_grant', 'Invalid code'),
      code: 'publisher-refused',
      says: /Invalid code/,
    },
    { name: '429', effect: error(429, 'slow_down', 'later'), code: 'rate-limited', says: /429/ },
    { name: '503', effect: { kind: 'html', status: 503 }, code: 'hub-error', says: /503/ },
  ];

  describe('why there is no token', () => {
    test.each(REFUSALS)('$name', async ({ inputs, code, says, fix = /./, sent = {}, ...setting }) => {
      await onStage(setting, async (stage) => {
        const models = 'openai-community/gpt2, acme/product:write';
        const run = await keyless(stage, { node, inputs: { models, 'export-token': 'env', ...inputs } });
        expect(codes(run)).toEqual([code, code]);
        const [check] = run.report?.checks ?? [];
        expect(check?.message).toMatch(says);
        expect(check?.remedy?.text).toMatch(fix);
        const rows = new Map(
          run.report?.exchange?.identity.map((row) => [row.field, `${row.sent} ${row.note ?? ''}`.trim()]),
        );
        for (const [field, value] of Object.entries(sent)) expect(rows.get(field)).toMatch(value);
        expect(run.exported).toEqual({});
        expect(run.exitCode).toBe(1);
        // Nothing but the exchange got a credential, which is none of the Hub's.
        expect(stage.hub.requests.filter(({ authorization }) => authorization !== undefined)).toEqual([]);
      });
    });
  });

  describe('no identity', () => {
    const GONE = { ACTIONS_ID_TOKEN_REQUEST_URL: undefined, ACTIONS_ID_TOKEN_REQUEST_TOKEN: undefined };
    const FORK = {
      pull_request: { head: { repo: { id: 2 } }, base: { repo: { id: 1 } } },
    };

    test('the permission is missing: the lines to paste', async () => {
      await onStage({}, async (stage) => {
        const run = await keyless(stage, { node, env: GONE, inputs: { models: 'openai-community/gpt2' } });
        expect(codes(run)).toEqual(['oidc-unavailable']);
        const [check] = run.report?.checks ?? [];
        expect(check).toMatchObject({ withoutToken: 'allowed' });
        expect(check?.remedy?.text).toContain('permissions: { contents: read, id-token: write }');
        expect(check?.remedy?.text).not.toMatch(/called workflow/);
      });
    });

    test('in a called workflow: where they go', async () => {
      await onStage({}, async (stage) => {
        const env = { ...GONE, GITHUB_WORKFLOW_REF: 'octo/garden/.github/workflows/a.yml@refs/heads/main' };
        const called = 'octo/garden/.github/workflows/b.yml@refs/heads/main';
        const run = await keyless(stage, { node, env, inputs: { 'job-workflow-ref': called } });
        expect(run.report?.checks[0]?.remedy?.text).toMatch(/put it on the job there that has `uses:`/);
      });
    });

    test.each([
      ['fork', { GITHUB_EVENT_NAME: 'pull_request' }, FORK],
      ['dependabot', { GITHUB_ACTOR: 'dependabot[bot]' }, {}],
    ])('%s: withheld, as a secret is', async (reason, more, event) => {
      await onStage({}, async (stage) => {
        const models = 'openai-community/gpt2, acme/product:write';
        const run = await keyless(stage, { node, event, env: { ...GONE, ...more }, inputs: { models } });
        expect(codes(run)).toEqual(['ok', 'secret-withheld']);
        expect(run.report?.token).toMatchObject({ state: 'missing', reason });
        expect(run.exitCode).toBe(0);
      });
    });

    test('on-missing-token: skip checks nothing', async () => {
      await onStage({}, async (stage) => {
        const run = await keyless(stage, { node, env: GONE, inputs: { 'on-missing-token': 'skip' } });
        expect(codes(run)).toEqual(['secret-withheld']);
      });
    });

    test('nothing is listed: the identity is what the run is about', async () => {
      await onStage({}, async (stage) => {
        const run = await keyless(stage, { node, env: GONE, inputs: { models: '', 'on-empty': 'pass' } });
        expect(run.report).toMatchObject({ result: 'fail', blockedBy: ['token-missing'] });
        const good = await keyless(stage, { node, inputs: { models: '', 'on-empty': 'pass' } });
        expect(good.report).toMatchObject({ result: 'pass' });
      });
    });

    test.each([
      ['is refused', { status: 403 }, /it answered 403/],
      ['is a page', 'html', /no identity token/],
      ['is empty', 'no-token', /no identity token/],
      ['never comes', 'hang', /no answer within 2 s/],
      ['leads elsewhere', 'redirect', /it answered 302/],
      ['has no end', 'endless', /holds none/],
    ] as const)("GitHub's answer %s: unknown, and the Hub is not asked", async (_, fault, says) => {
      await onStage({ provider: { fault } }, async (stage) => {
        const run = await keyless(stage, { node, inputs: { deadline: fault === 'hang' ? '2' : '120' } });
        expect(codes(run)).toEqual(['hub-unreachable']);
        expect(run.report?.checks[0]?.message).toMatch(says);
        expect(stage.hub.requests.filter(({ method }) => method === 'POST')).toEqual([]);
        expect(stage.provider.strayed).toEqual([]);
      });
    });

    const address = (url: string, more = {}) => ({ ACTIONS_ID_TOKEN_REQUEST_URL: url, ...more });
    test.each([
      ['is no address', address('token?audience='), /is no address/],
      ['is plain HTTP beyond this machine', address('http://idp.example/token'), /is no https address/],
      [
        'is asked without a look at the certificate',
        address('https://127.0.0.1:9/token', { NODE_TLS_REJECT_UNAUTHORIZED: '0' }),
        /turns certificate checks off/,
      ],
    ])('what GitHub names %s: unknown, and nothing is sent', async (_, env, says) => {
      await onStage({}, async (stage) => {
        const run = await keyless(stage, { node, env });
        expect(codes(run)).toEqual(['hub-unreachable']);
        expect(run.report?.checks[0]?.message).toMatch(says);
        expect(stage.hub.requests.filter(({ method }) => method === 'POST')).toEqual([]);
      });
    });

    test('an address without a query, and one with', async () => {
      await onStage({}, async (stage) => {
        const { origin } = new URL(stage.provider.env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '');
        for (const url of [`${origin}/token`, `${origin}/token?api-version=2.0&x=%20y`])
          expect(codes(await keyless(stage, { node, env: address(url) }))).toEqual(['ok']);
        expect(stage.provider.audiences).toEqual([stage.hub.origin, stage.hub.origin]);
      });
    });
  });

  describe('on the command line', () => {
    const args = ['check', 'acme/product', '--oidc-resource', 'acme/product', '--json', '--retries', '0'];

    test('with the identity of another CI system', async () => {
      const issuer = 'https://gitlab.example';
      const claims = { project_path: 'acme/training', ref: 'main', repository: undefined, workflow_ref: undefined };
      const world = (one: World) => {
        addPublisher(one, { resource: 'acme/product', issuer, claims: { project_path: 'acme/training' } });
      };
      await onStage({ provider: { issuer, claims }, world }, async ({ hub, provider, secrets }) => {
        const identity = await provider.sign(hub.origin);
        const env = { HF_OIDC_ID_TOKEN: `${identity}\n`, HF_TOKEN: createDemoWorld().tokens.write };
        const run = await runCli({ node, args, env, hub, secrets: [...secrets, ...minted(hub)] });
        expect(codes(run)).toEqual(['ok']);
        const wrong = await provider.sign('https://huggingface.co');
        const refused = await runCli({
          node,
          args,
          env: { HF_OIDC_ID_TOKEN: wrong },
          hub,
          secrets: [...secrets, wrong],
        });
        expect(codes(refused)).toEqual(['publisher-refused']);
        const rows = refused.report?.exchange?.identity ?? [];
        expect(rows.find(({ field }) => field === 'Audience')).toMatchObject({ note: `must be ${hub.origin}` });
        expect(rows.map(({ field }) => field)).toEqual(expect.arrayContaining(['Project', 'Branch']));
      });
    });

    test.each([
      [undefined, /HF_OIDC_ID_TOKEN is not set/],
      ['  ', /HF_OIDC_ID_TOKEN is not set/],
      ['$HF_OIDC_ID_TOKEN', /holds no identity token/],
      ['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', /holds no identity token/],
    ])('%s: nothing is exchanged', async (HF_OIDC_ID_TOKEN, says) => {
      await onStage({}, async ({ hub }) => {
        const secrets = HF_OIDC_ID_TOKEN?.startsWith('hf_') === true ? [HF_OIDC_ID_TOKEN] : [];
        const env = { HF_OIDC_ID_TOKEN, GITLAB_CI: 'true' };
        const run = await runCli({ node, args, hub, env, secrets });
        expect(codes(run)).toEqual(['oidc-unavailable']);
        expect(run.report?.checks[0]?.message).toMatch(says);
        expect(run.report?.checks[0]?.remedy?.text).toContain(
          `id_tokens: { HF_OIDC_ID_TOKEN: { aud: "${hub.origin}" } }`,
        );
        expect(hub.requests.filter(({ method }) => method === 'POST')).toEqual([]);
      });
    });
  });

  describe('bad input', () => {
    test.each([
      [{ 'oidc-resource': 'org:acme' }, 'oidc-resource', /must not be an organization/],
      [{ 'oidc-resource': 'https://huggingface.co/acme/product' }, 'oidc-resource', /must be a repo/],
      [{ 'oidc-resource': 'datasets/acme' }, 'oidc-resource', /must be a repo/],
      [{ token: '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' }, 'oidc-resource', /beside a token/],
      [{ 'oidc-resource': '', 'export-token': 'env' }, 'export-token', /needs oidc-resource/],
      [{ 'export-token': 'file' }, 'export-token', /must be one of/],
    ])('%j', async (inputs, input, rule) => {
      await onStage({}, async (stage) => {
        const run = await keyless(stage, { node, inputs });
        expect(run.report?.problems?.map((one) => one.input)).toEqual([input]);
        expect(run.report?.problems?.[0]?.rule).toMatch(rule);
        expect(stage.hub.requests).toEqual([]);
        expect(stage.provider.audiences).toEqual([]);
      });
    });
  });
});
