/** The newer kinds wherever a report goes: merge, check run, comment, summary, outputs, shards; a yes, a no and an unknown of each, and bad lines. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { ReportJson } from '../../src/domain/report/report';
import { addRepo, addToken } from '../../src/simulator/build';
import type { World } from '../../src/simulator/world';
import { startGitHub, TOKEN } from '../action/github/server';
import type { Fault } from '../hub-fixture/faults';
import type { TestHub } from '../hub-fixture/start';
import { QUIET, QUIET_JSON, onEachNode, onStage, runAction, runCli } from './harness';

/** Line, outcome, code; every kind has a yes, a no and one without an answer. */
const LINES: readonly (readonly [line: string, outcome: string, code: string])[] = [
  ['buckets/ada/checkpoints', 'allowed', 'ok'],
  ['buckets/ada/none', 'denied', 'not-found'],
  ['buckets/ada/broken', 'unknown', 'hub-error'],
  ['kernels/guild/attention', 'allowed', 'ok'],
  ['kernels/mallory/gated-kernel', 'denied', 'gate-not-requested'],
  ['kernels/guild/broken', 'unknown', 'hub-error'],
  ['jobs/acme:run', 'allowed', 'ok'],
  ['jobs/meta-llama:run', 'denied', 'not-a-member'],
  ['jobs/ada', 'unknown', 'hub-error'],
  ['endpoints/acme/llm:infer', 'allowed', 'ok'],
  ['endpoints/meta-llama:write', 'denied', 'not-a-member'],
  ['endpoints/ada/llm', 'unknown', 'hub-error'],
  ['inference', 'allowed', 'ok'],
  ['inference/museum', 'denied', 'scope-missing'],
  ['inference/google-bert', 'unknown', 'probe-unsupported'],
];
const idOf = (line: string) => line.replace(/:\w+$/, '');
const FAULTS: readonly Fault[] = [
  {
    path: /\/broken(?:\/|$)|\/api\/jobs\/ada\/|\/api\/inference-endpoints\/ada\//,
    effect: { kind: 'html', status: 503 },
  },
];

/** Everything on repos and use in the own namespace and in one organization, and one permission where the account is no member. */
function tokenOf(world: World): string {
  const use = [
    'job.write',
    'inference.endpoints.write',
    'inference.endpoints.infer.write',
    'inference.serverless.write',
  ];
  const all = ['repo.content.read', 'repo.write', ...use];
  for (const id of ['ada/broken', 'guild/broken']) {
    addRepo(world, { type: id.startsWith('ada') ? 'bucket' : 'kernel', id, bare: true });
  }
  const scoped = [
    { type: 'user', name: 'ada', permissions: all },
    { type: 'org', name: 'acme', permissions: all },
    { type: 'org', name: 'google-bert', permissions: use },
  ];
  const power = { kind: 'fine-grained', owner: 'ada', scoped, global: [], canReadGatedRepos: true } as const;
  return addToken(world, 'newer', {
    displayName: 'ci-newer-secret-name',
    power: { ...power, scoped: [...scoped], global: [] },
  });
}

const args = (lines: readonly string[], ...more: string[]) => [...['check', ...lines, ...QUIET_JSON], ...more];

async function merged(node: string, reports: readonly (ReportJson | undefined)[]): Promise<ReportJson | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'preflight-newer-'));
  try {
    const paths = reports.map((report, at) => {
      const path = join(folder, `${String(at)}.json`);
      writeFileSync(path, JSON.stringify(report));
      return path;
    });
    const run = await runCli({ node, args: ['merge', '--json', ...paths], env: {} });
    expect([run.stderr, run.exitCode === 2]).toEqual([expect.any(String), false]);
    return run.report;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const verdicts = (report: ReportJson | undefined) =>
  (report?.checks ?? []).map(({ repo, operation, outcome, code, certainty }) =>
    [repo.type, repo.id, repo.own ?? '', operation, outcome, code, certainty].join(' '),
  );

onEachNode((node) => {
  const run = (hub: TestHub, token: string, lines: readonly string[], ...more: string[]) =>
    runCli({ node, hub, args: args(lines, ...more), env: { HF_TOKEN: token } });

  test('check run, comment, summary and outputs tell each line by its prefix', async () => {
    await onStage({ faults: FAULTS }, async ({ hub }) => {
      const token = tokenOf(hub.world);
      const github = await startGitHub({ faults: [] });
      try {
        const models = LINES.map(([line]) => line).join('\n');
        const { report, outputs, summary } = await runAction({
          node,
          hub,
          event: { pull_request: { number: 7, head: { sha: 'a'.repeat(40) } } },
          env: { GITHUB_API_URL: github.apiUrl, GITHUB_EVENT_NAME: 'pull_request' },
          secrets: [token, TOKEN],
          inputs: { ...QUIET, token, models, 'check-run': 'true', comment: 'true', 'github-token': TOKEN },
        });
        expect(report?.checks.map(({ outcome, code }) => [outcome, code])).toEqual(LINES.map(([, ...told]) => told));
        for (const outcome of ['allowed', 'denied', 'unknown']) {
          const ids = LINES.flatMap(([line, own]) => (own === outcome ? [idOf(line)] : []));
          expect([outcome, JSON.parse(outputs[outcome] ?? '')]).toEqual([outcome, ids]);
        }
        const [comment, checkRun] = [github.comments[0]?.body ?? '', JSON.stringify(github.checkRuns[0])];
        expect(github.checkRuns[0]).toMatchObject({ conclusion: 'failure' });
        for (const [line, outcome, code] of LINES) {
          for (const text of [comment, checkRun, summary])
            expect([line, text.includes(`\`${idOf(line)}\``)]).toEqual([line, true]);
          if (outcome !== 'allowed') expect(comment).toContain(code);
        }
        // Neither the token's name nor, of the line that names no account, the account.
        for (const text of [comment, checkRun]) {
          expect(text).not.toContain('ci-newer-secret-name');
          expect(text).not.toContain('inference/ada');
          expect(text).toMatch(/credit or a plan/);
        }
        expect(comment).toContain('allowed (inferred)');
      } finally {
        await github.close();
      }
    });
  });

  test('reports of parts of the list merge into the report of the whole', async () => {
    await onStage({ faults: FAULTS }, async ({ hub }) => {
      const token = tokenOf(hub.world);
      const lines = LINES.map(([line]) => line);
      const whole = await run(hub, token, lines);
      const parts = [];
      for (const from of [0, 4, 9])
        parts.push((await run(hub, token, lines.slice(from, from === 0 ? 4 : from === 4 ? 9 : 15))).report);
      const all = await merged(node, parts);
      expect(verdicts(all)).toEqual(verdicts(whole.report));
      expect(all).toMatchObject({
        result: 'fail',
        counts: { allowed: 5, denied: 5, unknown: 5 },
        blockedBy: ['denied', 'unknown'],
      });
    });
  });

  test.each([2, 3, 5])(
    'and so do %i shards of it, with a line that leaves its namespace to the account',
    async (of) => {
      await onStage({ faults: FAULTS }, async ({ hub }) => {
        const token = tokenOf(hub.world);
        const lines = [...LINES.map(([line]) => line), 'inference/ada', 'openai-community/gpt2'];
        const whole = await run(hub, token, lines);
        const parts = [];
        for (let at = 1; at <= of; at += 1)
          parts.push((await run(hub, token, lines, '--shard', `${String(at)}/${String(of)}`)).report);
        const all = await merged(node, parts);
        expect(all?.notices.map(({ code }) => code)).not.toContain('shard-missing');
        expect(verdicts(all).sort()).toEqual(verdicts(whole.report).sort());
      });
    },
  );

  test('shards merge too where nobody knows whose the token is', async () => {
    const silent: Fault = { path: /whoami/, effect: { kind: 'html', status: 503 } };
    await onStage({ faults: [silent] }, async ({ hub, tokens }) => {
      const lines = ['inference', 'inference/acme', 'jobs/acme:run', 'openai-community/gpt2'];
      const whole = await run(hub, tokens.read, lines);
      expect(whole.report?.checks[0]).toMatchObject({ repo: { type: 'inference', own: true }, outcome: 'unknown' });
      const parts = [];
      for (const at of [1, 2]) parts.push((await run(hub, tokens.read, lines, '--shard', `${String(at)}/2`)).report);
      expect(verdicts(await merged(node, parts)).sort()).toEqual(verdicts(whole.report).sort());
    });
  });

  const BAD: readonly (readonly [line: string, rule: RegExp])[] = [
    ['buckets/ada', /./],
    ['buckets/ada/checkpoints@v1', /revision/],
    ['buckets/ada/checkpoints:create', /take only these|operation/],
    ['kernels/guild/attention:write', /take only these|operation/],
    ['kernels/guild', /./],
    ['jobs/acme/nightly', /./],
    ['jobs/acme:write', /take only these|operation/],
    ['endpoints/acme/llm/v2', /./],
    ['endpoints/acme:run', /take only these|operation/],
    ['inference/acme:read', /take only these|operation/],
    ['inference/acme/llm', /./],
    ['Buckets/ada/checkpoints', /small letters|lower/],
    ['containers/acme/image', /not supported yet/],
  ];
  test('bad lines of each kind are told in one go, and a comment repeats none of them', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const github = await startGitHub({ faults: [] });
      try {
        const { report } = await runAction({
          node,
          hub,
          event: { pull_request: { number: 7, head: { sha: 'a'.repeat(40) } } },
          env: { GITHUB_API_URL: github.apiUrl, GITHUB_EVENT_NAME: 'pull_request' },
          secrets: [TOKEN],
          inputs: {
            ...QUIET,
            token: tokens.read,
            models: BAD.map(([line]) => line).join('\n'),
            comment: 'true',
            'github-token': TOKEN,
          },
        });
        expect(report?.result).toBe('invalid');
        expect(report?.problems?.map(({ line, quote }) => [line, quote])).toEqual(
          BAD.map(([line], at) => [at + 1, line]),
        );
        for (const [at, [line, rule]] of BAD.entries()) {
          expect([line, report?.problems?.[at]?.rule]).toEqual([line, expect.stringMatching(rule)]);
          expect(github.comments[0]?.body).not.toContain(line);
        }
        expect(hub.requests).toEqual([]);
      } finally {
        await github.close();
      }
    });
  });

  /** Lists that nobody named, and what becomes of each line. */
  const ODD: readonly (readonly [what: string, lines: readonly string[], told: readonly string[]])[] = [
    ['the account left open and named are two lines', ['inference', 'inference/ada'], ['inference ok', 'inference ok']],
    [
      'a namespace and one of its endpoints are two lines',
      ['endpoints/acme:infer', 'endpoints/acme/llm:infer'],
      ['endpoints ok', 'endpoints ok'],
    ],
    ['two operations of one namespace', ['jobs/acme', 'jobs/acme:run'], ['jobs ok', 'jobs ok']],
    ['twice the same, with and without the operation that holds anyway', ['jobs/acme', 'jobs/acme:read'], ['jobs ok']],
    [
      'a model, a dataset and a bucket of one id',
      ['ada/checkpoints', 'datasets/ada/checkpoints', 'buckets/ada/checkpoints'],
      ['model not-found', 'dataset wrong-type', 'bucket ok'],
    ],
    ['an address of a bucket', ['https://huggingface.co/buckets/ada/checkpoints'], ['bucket ok']],
    [
      'a kernel at a revision and without',
      ['kernels/guild/attention', 'kernels/guild/attention@v1'],
      ['kernel ok', 'kernel ok'],
    ],
    [
      'an operation of the input that a kind does not have',
      ['buckets/ada/checkpoints', 'kernels/guild/attention', 'jobs/acme', 'inference'],
      ['bucket ok', 'kernel ok', 'jobs ok', 'inference ok'],
    ],
  ];
  test.each(ODD)('%s', async (what, lines, told) => {
    await onStage({}, async ({ hub }) => {
      const token = tokenOf(hub.world);
      const more = what.startsWith('an operation of the input') ? ['--operation', 'pull-request'] : [];
      const whole = await run(hub, token, lines, ...more);
      expect(whole.report?.checks.map(({ repo, code }) => `${repo.type} ${code}`)).toEqual(told);
      const parts = [];
      for (const line of lines) parts.push((await run(hub, token, [line], ...more)).report);
      expect(verdicts(await merged(node, parts)).sort()).toEqual(verdicts(whole.report).sort());
    });
  });
});
