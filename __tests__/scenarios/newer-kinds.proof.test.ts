/** Buckets, kernels, jobs, Inference Endpoints and Inference Providers on the built dist: verdicts, fixes, outputs and what is sent. */
import { describe, expect, test } from '@jest/globals';
import type { ReportJson } from '../../src/domain/report/report';
import type { DemoToken } from '../../src/simulator/demo-world';
import { isAskingPost } from '../support/asking-posts';
import { onEachNode, onStage, runAction, runCli } from './harness';

type Check = ReportJson['checks'][number];
type Row = readonly [line: string, verdict: string, more?: { readonly fix?: RegExp; readonly says?: RegExp }];

const CREDIT = /needs credit or a plan/;

/** Lines of one list, by token: `outcome code certainty`. */
const LISTS: readonly (readonly [DemoToken | 'none', readonly Row[]])[] = [
  [
    'write',
    [
      ['buckets/ada/checkpoints', 'allowed ok confirmed'],
      ['buckets/ada/checkpoints:write', 'allowed ok inferred'],
      ['https://huggingface.co/buckets/museum/scans/tree/pages', 'allowed ok confirmed'],
      ['buckets/museum/scans:write', 'denied role-insufficient inferred', { fix: /role write/ }],
      ['buckets/ada/none', 'denied not-found confirmed', { fix: /Check the spelling/ }],
      ['kernels/guild/attention@v1', 'allowed ok confirmed'],
      ['kernels/guild/attention@v9', 'denied revision-not-found confirmed'],
      ['kernels/mallory/fast', 'allowed ok confirmed', { says: /trust_remote_code or an allow-list/ }],
      ['kernels/mallory/gated-kernel', 'denied gate-not-requested confirmed', { fix: /accept the conditions/ }],
      ['guild/attention', 'denied wrong-type confirmed', { fix: /with its prefix, "?`?kernels\// }],
      ['datasets/museum/scans', 'denied wrong-type confirmed', { fix: /with its prefix, "?`?buckets\// }],
      ['hf://kernels/guild/attention/build/x.so', 'allowed ok confirmed'],
      ['jobs/ada', 'allowed ok confirmed'],
      ['jobs/acme:run', 'allowed ok confirmed', { says: CREDIT }],
      ['jobs/museum:run', 'denied forbidden confirmed', { fix: /role write/ }],
      ['jobs/meta-llama:run', 'denied not-a-member confirmed', { fix: /Correct the namespace/ }],
      ['endpoints/acme/llm:infer', 'allowed ok confirmed'],
      ['endpoints/acme:write', 'allowed ok confirmed', { says: CREDIT }],
      ['endpoints/meta-llama/llm', 'denied not-a-member confirmed'],
      ['inference', 'allowed ok inferred', { says: CREDIT }],
      ['inference/acme', 'allowed ok inferred', { says: /An organization can limit this/ }],
      ['inference/meta-llama', 'denied not-a-member inferred'],
    ],
  ],
  [
    'read',
    [
      ['buckets/ada/checkpoints:write', 'denied read-only-token inferred', { fix: /token/ }],
      ['jobs/ada:run', 'denied read-only-token confirmed'],
      ['jobs/ada:read', 'allowed ok confirmed'],
      ['inference:infer', 'allowed ok inferred'],
    ],
  ],
  [
    'fine-grained-own-repos',
    [
      ['jobs/ada:run', 'denied scope-missing confirmed', { fix: /permission job\.write for this namespace/ }],
      ['endpoints/ada/llm:infer', 'denied scope-missing confirmed', { fix: /inference\.endpoints\.infer\.write/ }],
      ['endpoints/ada:write', 'denied scope-missing confirmed', { fix: /inference\.endpoints\.write/ }],
      ['inference', 'denied scope-missing inferred', { fix: /inference\.serverless\.write for this namespace/ }],
      ['buckets/acme/logs', 'denied not-found confirmed', { fix: /repo\.content\.read/ }],
    ],
  ],
  [
    'fine-grained-compute',
    [
      ['jobs/acme:run', 'allowed ok confirmed'],
      ['endpoints/acme/llm:write', 'allowed ok confirmed'],
      ['endpoints/acme/llm:infer', 'allowed ok confirmed'],
      ['inference/acme', 'allowed ok inferred'],
      ['buckets/museum/scans:write', 'denied scope-missing inferred'],
    ],
  ],
  [
    'fine-grained-patterns',
    [
      ['endpoints/acme/staging-llm:infer', 'allowed ok confirmed'],
      ['endpoints/acme/prod-llm:infer', 'denied forbidden confirmed'],
      ['endpoints/acme:infer', 'unknown probe-unsupported confirmed', { fix: /endpoints\/acme\/NAME/ }],
    ],
  ],
  [
    'publisher',
    [
      ['jobs/acme:run', 'denied scope-missing inferred', { fix: /Use a fine-grained token/ }],
      ['endpoints/acme:infer', 'denied scope-missing inferred'],
      ['inference', 'denied scope-missing inferred', { fix: /Use a fine-grained token/ }],
    ],
  ],
  [
    'none',
    [
      ['buckets/museum/scans', 'allowed ok confirmed'],
      ['kernels/guild/attention', 'allowed ok confirmed'],
      ['buckets/museum/scans:write', 'denied token-missing inferred'],
      ['kernels/mallory/gated-kernel', 'denied token-missing confirmed'],
      ['jobs/acme', 'denied token-missing inferred'],
      ['endpoints/acme:infer', 'denied token-missing inferred'],
      ['inference', 'denied token-missing inferred'],
    ],
  ],
];

const verdictOf = ({ outcome, code, certainty }: Check) => `${outcome} ${code} ${certainty}`;

onEachNode((node) => {
  describe.each(LISTS)('with the token %s', (token, rows) => {
    test('each line has its verdict, and its fix', async () => {
      await onStage({}, async ({ hub, tokens }) => {
        const env = token === 'none' ? {} : { HF_TOKEN: tokens[token] };
        const list = { 'list.txt': rows.map(([line]) => line).join('\n') };
        const { report } = await runCli({
          node,
          hub,
          env,
          files: list,
          args: ['check', '--json', '--list', 'list.txt'],
        });
        const checks = report?.checks ?? [];
        expect(checks.map(verdictOf)).toEqual(rows.map(([, verdict]) => verdict));
        for (const [at, [line, , { fix = /(?:)/, says = /(?:)/ } = {}]] of rows.entries()) {
          expect([line, checks[at]?.remedy?.text ?? '']).toEqual([line, expect.stringMatching(fix)]);
          expect([line, checks[at]?.message]).toEqual([line, expect.stringMatching(says)]);
        }
        const posted = hub.requests.flatMap(({ method, path }) => (method === 'POST' ? [path] : []));
        expect(posted.filter((path) => !isAskingPost(path))).toEqual([]);
      });
    });
  });

  test('outputs spell each id with its prefix, and name no account where the line names none', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const models =
        'buckets/ada/checkpoints kernels/guild/attention jobs/acme:run endpoints/acme/llm inference inference/meta-llama';
      const run = await runAction({ node, hub, inputs: { token: tokens.write, models } });
      const allowed = [
        'buckets/ada/checkpoints',
        'kernels/guild/attention',
        'jobs/acme',
        'endpoints/acme/llm',
        'inference',
      ];
      expect(JSON.parse(run.outputs['allowed'] ?? '')).toEqual(allowed);
      expect(JSON.parse(run.outputs['denied'] ?? '')).toEqual(['inference/meta-llama']);
      const repos = run.report?.checks.map(({ repo }) => repo) ?? [];
      expect(repos.map(({ type }) => type)).toEqual([
        'bucket',
        'kernel',
        'jobs',
        'endpoints',
        'inference',
        'inference',
      ]);
      expect(repos[4]).toEqual({ type: 'inference', id: 'ada', own: true });
    });
  });

  test('a job that nobody pays for needs a plan, and a Hub without the routes is unknown', async () => {
    const body = JSON.stringify({ error: 'Add credits to go on.' });
    const unpaid = {
      path: '/api/jobs/',
      effect: { kind: 'reply', status: 402, headers: { 'content-type': 'application/json' }, body },
    } as const;
    await onStage({ faults: [unpaid] }, async ({ hub, tokens }) => {
      const { report } = await runCli({
        node,
        hub,
        env: { HF_TOKEN: tokens.write },
        args: ['check', '--json', 'jobs/acme:run'],
      });
      expect(report?.checks.map(verdictOf)).toEqual(['denied plan-required confirmed']);
    });
    const gone = {
      path: /\/api\/(?:jobs|inference-endpoints|buckets|kernels)\//,
      effect: { kind: 'reply', status: 404, headers: {}, body: '' },
    } as const;
    await onStage({ faults: [gone] }, async ({ hub, tokens }) => {
      const args = [
        'check',
        '--json',
        'jobs/acme:run',
        'endpoints/acme',
        'buckets/ada/checkpoints',
        'buckets/ada/checkpoints:write',
      ];
      const { report } = await runCli({ node, hub, env: { HF_TOKEN: tokens.write }, args });
      expect(new Set(report?.checks.map(({ outcome }) => outcome))).toEqual(new Set(['unknown']));
    });
  });
});
