/** Inputs and lines, on the built Action. */
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { addRepo, addUser, createWorld } from '../../src/simulator/build';
import { isFurther } from './audit';
import { QUIET, onEachNode, onStage, runAction, type ActionRun, type ActionSpec } from './harness';

const OPEN = 'openai-community/gpt2';

/** The codes of a run's checks by what was listed. */
function codes({ report }: ActionRun): Record<string, string> {
  return Object.fromEntries(
    (report?.checks ?? []).map(({ repo, operation, code }) => [
      `${repo.type} ${repo.id}${repo.revision === undefined ? '' : `@${repo.revision}`}:${operation}`,
      code,
    ]),
  );
}

onEachNode((node) => {
  describeToken(node);
  describeEndpoint(node);
  describeLines(node);
  describeBadInput(node);
  describeReport(node);
  describeSummary(node);
});

function describeToken(node: string): void {
  test('the token comes from the input, else HF_TOKEN, else HUGGING_FACE_HUB_TOKEN, and blank ones do not count', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const { read, write, stranger } = tokens;
      const rows: [Pick<ActionSpec, 'inputs' | 'env'>, string, string][] = [
        [{ inputs: { token: read }, env: { HF_TOKEN: write } }, 'input', 'ada'],
        [
          { inputs: { token: ' \n' }, env: { HF_TOKEN: stranger, HUGGING_FACE_HUB_TOKEN: write } },
          'HF_TOKEN',
          'mallory',
        ],
        [{ env: { HF_TOKEN: '  ', HUGGING_FACE_HUB_TOKEN: write } }, 'HUGGING_FACE_HUB_TOKEN', 'ada'],
      ];
      const runs = await Promise.all(
        rows.map(([{ inputs, env }]) =>
          runAction({ node, hub, inputs: { ...QUIET, 'on-empty': 'pass', ...inputs }, env: env ?? {} }),
        ),
      );
      rows.forEach(([, source, account], index) => {
        expect(runs[index]?.report?.token).toMatchObject({ state: 'valid', source, account });
        expect(runs[index]?.outputs).toMatchObject({ result: 'pass', account, 'token-source': source });
      });
      expect(runs[2]?.report?.notices.map(({ code }) => code)).toContain('deprecated-variable');
      // Every candidate is masked, also those that lost.
      expect(runs[0]?.masks).toEqual(expect.arrayContaining([read, write]));
    });
  });

  test('neither a token file nor a netrc is taken for the credential', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const run = await runAction({
        node,
        hub,
        inputs: { models: `${OPEN} ada/finetune`, retries: '0' },
        secrets: [tokens.write],
        home: {
          '.cache/huggingface/token': tokens.write,
          '.netrc': `machine 127.0.0.1 login x password ${tokens.write}\n`,
        },
      });
      expect(run.report?.token).toMatchObject({ state: 'missing' });
      expect(hub.requests.map(({ credential }) => credential)).toEqual(hub.requests.map(() => 'none'));
      // What was found is masked all the same, and its place is told.
      expect(run.masks).toContain(tokens.write);
      expect(run.report?.runner).toContainEqual(expect.objectContaining({ source: '~/.netrc' }));
    });
  });

  test('what nobody filled in is no secret, and is told as what it is', async () => {
    await onStage({}, async ({ hub }) => {
      const words = ['${{ secrets.HF_TOKEN }}', '$HF_TOKEN', 'hf_xxxxxxxxxxxxxxxxxx', 'HF_TOKEN', '<your-token>'];
      const inputs = { ...QUIET, models: OPEN };
      const runs = await Promise.all(
        words.map((token) => runAction({ node, hub, inputs: { ...inputs, token }, isNoSecret: true })),
      );
      for (const run of runs) expect(run.report?.checks).toMatchObject([{ code: 'token-malformed' }]);
      expect(runs[0]?.masks).toEqual([]);
    });
  });

  test('outer whitespace is repaired and told, damage is never sent', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const inputs = { ...QUIET, models: `${OPEN} ada/finetune:write` };
      const trimmed = await runAction({ node, hub, inputs: { ...inputs, token: ` ${tokens.write}\n` } });
      expect(trimmed.report?.token.state).toBe('valid');
      expect(trimmed.report?.notices.map(({ code }) => code)).toContain('token-whitespace');
      hub.clearRequests();
      const half = tokens.write.length / 2;
      const damaged = [
        `${tokens.write.slice(0, half)}\n${tokens.write.slice(half)}`,
        `Bearer ${tokens.write}`,
        `HF_TOKEN=${tokens.write}`,
        `${tokens.write}é`,
        `${tokens.write}\u0007`,
        `${tokens.write} x`,
      ];
      const runs = await Promise.all(damaged.map((token) => runAction({ node, hub, inputs: { ...inputs, token } })));
      for (const run of runs) {
        expect(run.report?.token).toMatchObject({ state: 'malformed', source: 'input' });
        expect(run.report?.checks).toMatchObject([
          { code: 'token-malformed', withoutToken: 'allowed' },
          { code: 'token-malformed', withoutToken: 'denied' },
        ]);
      }
      expect(hub.requests.every(({ authorization }) => authorization === undefined)).toBe(true);
    });
  });
}

function describeEndpoint(node: string): void {
  test.each([
    ['https://user:pass@huggingface.co', 'user name'],
    ['https://huggingface.co/?a=b', 'query'],
    ['https://huggingface.co/#x', 'query'],
    ['https://huggingface.co/mirror/../x', 'dot segment'],
    ['https://huggingface.co/a%2fb', 'escaped slash'],
    ['http://hub-mirror:8090/hf', 'on-missing-token'],
    ['http://hub.example', 'https'],
    ['ftp://huggingface.co', 'address'],
    ['huggingface.co', 'address'],
  ])('the endpoint %s is an input error', async (endpoint, rule) => {
    const run = await runAction({ node, inputs: { ...QUIET, endpoint, token: `hf_${'Ab'.repeat(17)}`, models: OPEN } });
    expect(run.exitCode).toBe(1);
    expect(run.outputs['result']).toBe('invalid');
    expect(run.report?.problems).toMatchObject([{ input: 'endpoint', rule: expect.stringContaining(rule) }]);
  });

  test('an HF_ENDPOINT of another origin is an input error unless endpoint names that origin', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const inputs = { ...QUIET, token: tokens.read, models: OPEN };
      const other = await runAction({ node, hub, inputs, env: { HF_ENDPOINT: 'https://elsewhere.example' } });
      expect(other.outputs).toMatchObject({ result: 'invalid', blocked: 'true', ok: 'false' });
      expect(other.report?.problems).toMatchObject([{ input: 'endpoint', quote: 'https://elsewhere.example' }]);
      const junk = await runAction({ node, hub, inputs, env: { HF_ENDPOINT: 'http://elsewhere.example' } });
      expect(junk.outputs['result']).toBe('invalid');
      const alone = await runAction({ node, inputs, env: { HF_ENDPOINT: hub.origin } });
      expect(alone.outputs['result']).toBe('invalid');
      expect(hub.requests).toHaveLength(0);
      const same = await runAction({ node, hub, inputs, env: { HF_ENDPOINT: `${hub.origin}/` } });
      expect(same.outputs['result']).toBe('pass');
      const empty = await runAction({ node, hub, inputs, env: { HF_ENDPOINT: '' } });
      expect(empty.outputs['result']).toBe('pass');
    });
  });

  test('certificate checks that are off are refused before anything is sent', async () => {
    const run = await runAction({
      node,
      inputs: { ...QUIET, token: `hf_${'Ab'.repeat(17)}`, models: OPEN, endpoint: 'https://127.0.0.1:9' },
      env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' },
    });
    expect(run.outputs['result']).toBe('invalid');
    expect(run.report?.problems?.[0]?.rule).toContain('NODE_TLS_REJECT_UNAUTHORIZED=0');
  });
}

function describeLines(node: string): void {
  test('lines are read as the README says, each asked about once, every place kept', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const run = await runAction({
        node,
        hub,
        files: { 'ci/repos.txt': `\uFEFF# what this job needs\r\n${OPEN}\r\nspaces/ada/gallery\r\n` },
        inputs: {
          ...QUIET,
          token: tokens.write,
          list: 'ci/repos.txt',
          models: [
            '# a comment',
            `${OPEN}   # once`,
            `${OPEN}, ada/finetune : write`,
            'ada/finetune@v1.2 ada/finetune@brand-new:write',
            `https://huggingface.co/${OPEN}/tree/v1.0?x=1#y`,
            `hf.co/${OPEN}/blob/v1.0/config.json`,
            'https://huggingface.co/datasets/squad/resolve/main/train.csv',
            `${hub.origin}/spaces/ada/gallery`,
            'datasets/ada/corpus:write models/gpt2-tiny',
          ].join('\n'),
          datasets: 'squad',
        },
      });
      expect(codes(run)).toEqual({
        [`model ${OPEN}:read`]: 'ok',
        'model ada/finetune:write': 'ok',
        'model ada/finetune@v1.2:read': 'ok',
        [`model ${OPEN}@v1.0:read`]: 'ok',
        'dataset squad@main:read': 'ok',
        'dataset squad:read': 'ok',
        'space ada/gallery:read': 'ok',
        'dataset ada/corpus:write': 'ok',
        'model gpt2-tiny:read': 'ok',
      });
      const check = (id: string, operation: string) =>
        run.report?.checks.find(({ repo, operation: own }) => repo.id === id && own === operation);
      expect(check(OPEN, 'read')?.sources).toEqual([
        { input: 'models', line: 2 },
        { input: 'models', line: 3 },
        { input: 'list', line: 2 },
      ]);
      expect(check('ada/finetune', 'write')?.message).toContain('The revision brand-new was not checked');
      expect(JSON.parse(run.outputs['allowed'] ?? '')).toEqual([
        OPEN,
        'ada/finetune',
        'datasets/squad',
        'spaces/ada/gallery',
        'datasets/ada/corpus',
        'gpt2-tiny',
      ]);
      const asked = hub.requests.filter((one) => !isFurther(one)).map(({ path }) => path);
      expect(asked).toHaveLength(new Set(asked).size);
    });
  });

  test('the operation input counts for lines that name none', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const inputs = { ...QUIET, token: tokens.read, operation: 'write', models: 'ada/finetune ada/finetune:read' };
      const run = await runAction({ node, hub, inputs });
      expect(codes(run)).toEqual({
        'model ada/finetune:write': 'read-only-token',
        'model ada/finetune:read': 'ok',
      });
      // The worst of its checks wins, and the id is in one list alone.
      expect(run.outputs).toMatchObject({ allowed: '[]', denied: '["ada/finetune"]', 'denied-count': '1' });
    });
  });

  test('all green costs one request a check and one whoami', async () => {
    const world = createWorld();
    addUser(world, 'ada');
    const ids = Array.from({ length: 40 }, (_, index) => `ada/model-${index}`);
    for (const id of ids) addRepo(world, { type: 'model', id });
    await onStage({ world }, async ({ hub }) => {
      const run = await runAction({ node, hub, inputs: { ...QUIET, models: ids.join('\n') } });
      expect(run.outputs['result']).toBe('pass');
      // At an endpoint that is not the Hub whoami is asked without a token too.
      const asked = hub.requests.filter(({ path }) => path !== '/api/whoami-v2');
      expect(asked.filter(({ path }) => path.endsWith('/auth-check'))).toHaveLength(40);
      // One file of their owner, who may block regions.
      expect(asked.filter(({ method }) => method === 'HEAD')).toHaveLength(1);
      expect(asked).toHaveLength(41);
    });
    await onStage({}, async ({ hub, tokens }) => {
      const models = `${OPEN} gpt2-tiny ada/finetune:write ada/brand-new:create ${OPEN}:pull-request`;
      const run = await runAction({ node, hub, inputs: { ...QUIET, token: tokens.write, models } });
      expect(run.outputs['result']).toBe('pass');
      const paths = hub.requests.filter((one) => !isFurther(one)).map(({ path }) => path);
      expect(paths.filter((path) => path === '/api/whoami-v2')).toHaveLength(1);
      // Reading and opening a pull request begin with the same question.
      expect(paths.filter((path) => path.startsWith('/api/') && !path.includes('whoami'))).toHaveLength(4);
      // A file of the one owner who may block regions.
      expect(paths.filter((path) => !path.startsWith('/api/'))).toEqual([`/${OPEN}/resolve/main/.gitattributes`]);
    });
  });

  test('a revision is asked about after the gate alone', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const models = `meta-llama/Llama-pending@nowhere meta-llama/Llama-accepted@nowhere`;
      const run = await runAction({ node, hub, inputs: { ...QUIET, token: tokens.read, models } });
      expect(codes(run)).toEqual({
        'model meta-llama/Llama-pending@nowhere:read': 'gate-pending',
        'model meta-llama/Llama-accepted@nowhere:read': 'revision-not-found',
      });
      expect(hub.requests.filter(({ path }) => path.includes('/revision/')).map(({ path }) => path)).toEqual([
        expect.stringContaining('Llama-accepted/revision/nowhere'),
      ]);
    });
  });

  test('create of a repo that exists is judged as a write to it, and says so', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const models = 'ada/finetune:create museum/catalogue:create';
      const run = await runAction({ node, hub, inputs: { ...QUIET, token: tokens.write, models } });
      expect(run.report?.checks).toMatchObject([
        { code: 'ok', certainty: 'confirmed', message: expect.stringContaining('judged as a write') },
        { code: 'role-insufficient', message: expect.stringContaining('judged as a write') },
      ]);
    });
  });
}

function describeBadInput(node: string): void {
  test('all problems of all inputs are told in one go, and nothing is sent', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const inputs = {
        token: tokens.read,
        models: `${OPEN}\nacme/x:Q4_K_M\nacme/x@:read\ncontainers/acme/k`,
        datasets: 'acme/x@v1:create, acme/x@v1:pull-request',
        spaces: `https://evil.example/acme/x ../etc ${tokens.write}`,
        list: 'list.txt',
        shard: '9/8',
        operation: 'delete',
        endpoint: 'http://hub.example',
        'on-denied': 'explode',
        'on-unknown': 'maybe',
        'on-missing-token': 'panic',
        'least-privilege': 'very',
        'check-runner': 'no',
        summary: 'sometimes',
        timeout: '0.5',
        retries: '-1',
        concurrency: '257',
        deadline: '1e3',
        'wait-for-access': '21601',
        'expires-within': '366',
        'expected-account': 'a b/c',
        'report-path': '../x.json',
        'check-run': 'yes',
        comment: '1',
      };
      const files = { 'list.txt': 'containers/acme/b\nfine/one\n' };
      const run = await runAction({ node, inputs, files, secrets: [tokens.write] });
      const told = run.report?.problems?.map(({ input }) => input) ?? [];
      const bad = Object.keys(inputs).filter((name) => name !== 'token');
      expect([...new Set(told)].sort()).toEqual(bad.sort());
      // One each, but three models, two datasets and three Spaces.
      expect(told).toHaveLength(bad.length + 2 + 1 + 2);
      const message = run.annotations[0]?.message ?? '';
      for (const name of bad) expect(message).toContain(`- ${name}`);
      expect(message).toContain('- list, line 1 of list.txt: ');
      expect(run.summary).toContain('`list`, line 1 of `list.txt`: ');
      expect(hub.requests).toHaveLength(0);
    });
  });

  test('each problem has its input, its line, its rule and a short quote', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const spaces = `ok/one\nhttps://evil.example/x\n::set-output\u001b[31m ${'a'.repeat(200)}\u202e`;
      const inputs = {
        ...QUIET,
        token: tokens.read,
        models: `${OPEN}\nacme/x:Q4_K_M`,
        spaces,
        timeout: '0.5',
        retries: '',
      };
      const run = await runAction({ node, hub, inputs: { ...inputs, 'check-runner': 'perhaps' } });
      expect(run.exitCode).toBe(1);
      expect(run.outputs).toMatchObject({
        result: 'invalid',
        ok: 'false',
        blocked: 'true',
        allowed: '[]',
        denied: '[]',
      });
      expect(run.report).toMatchObject({ result: 'invalid', blockedBy: ['invalid'], checks: [] });
      expect(run.report?.problems).toEqual([
        { input: 'check-runner', rule: 'must be one of warn, fail, off', quote: 'perhaps' },
        { input: 'timeout', rule: 'must be a number of seconds from 1 to 300', quote: '0.5' },
        { input: 'models', line: 2, rule: expect.stringContaining('may follow the colon'), quote: 'acme/x:Q4_K_M' },
        { input: 'spaces', line: 2, rule: expect.stringContaining('must be below'), quote: 'https://evil.example/x' },
        { input: 'spaces', line: 3, rule: expect.any(String), quote: '::set-output\\u{1b}[31m' },
        { input: 'spaces', line: 3, rule: expect.any(String), quote: expect.stringMatching(/^a{77}\.\.\.$/) },
      ]);
      expect(run.annotations).toHaveLength(1);
      expect(run.annotations[0]?.message).toContain('models, line 2');
      expect(run.summary).toContain('6 problems in the input. Nothing was sent to the Hub.');
      expect(hub.requests).toHaveLength(0);
    });
  });

  test('a list that cannot be read is a problem of the input', async () => {
    await onStage({}, async ({ hub }) => {
      const run = await runAction({ node, hub, inputs: { ...QUIET, list: 'missing.txt', models: OPEN } });
      expect(run.report?.problems).toEqual([{ input: 'list', rule: 'there is no such file', quote: 'missing.txt' }]);
      expect(hub.requests).toHaveLength(0);
    });
  });
}

function describeReport(node: string): void {
  test('the report lies in RUNNER_TEMP under a random name, for this user alone, with nothing beside it', async () => {
    await onStage({}, async ({ hub }) => {
      const run = await runAction({ node, hub, inputs: { ...QUIET, models: OPEN } });
      expect(run.reportMode).toBe(0o600);
      expect(run.left).toEqual([expect.stringMatching(/^hf-auth-preflight-[0-9a-f]{8,}\.json$/)]);
      expect(run.outputs['report']).toMatch(/\/temp\/hf-auth-preflight-[0-9a-f]+\.json$/);
      expect(run.report?.run).toEqual({
        repository: 'octo/garden',
        runId: '4711',
        attempt: '1',
        event: 'push',
        job: 'train',
      });
    });
  });

  test('a given path is taken from the checkout, and an earlier report is replaced', async () => {
    await onStage({}, async ({ hub }) => {
      const inputs = { ...QUIET, models: OPEN, 'report-path': 'out/report.json' };
      const run = await runAction({
        node,
        hub,
        inputs,
        files: { 'out/report.json': '{"schema":"hf-auth-preflight/report/v1"}' },
      });
      expect(run.outputs['report']).toMatch(/\/work\/out\/report\.json$/);
      expect(run.reportMode).toBe(0o600);
      expect(run.report?.result).toBe('pass');
      expect(run.left).toEqual([]);
    });
  });

  test.each([
    ['../outside.json', () => undefined],
    ['/tmp/elsewhere.json', () => undefined],
    [
      'link/report.json',
      (work: string) => {
        symlinkSync(tmpBeside(work), join(work, 'link'));
      },
    ],
    [
      'report.json',
      (work: string) => {
        symlinkSync(join(work, 'target'), join(work, 'report.json'));
      },
    ],
    [
      'folder',
      (work: string) => {
        mkdirSync(join(work, 'folder'));
      },
    ],
  ])('the report path %s is refused and nothing is sent', async (path, make) => {
    await onStage({}, async ({ hub }) => {
      const run = await runAction({
        node,
        hub,
        inputs: { ...QUIET, models: OPEN, 'report-path': path },
        prepare: ({ workspace }) => {
          make(workspace);
        },
      });
      expect(run.outputs['result']).toBe('invalid');
      expect(run.report?.problems).toMatchObject([{ input: 'report-path' }]);
      expect(hub.requests).toHaveLength(0);
    });
  });
}

function tmpBeside(work: string): string {
  return join(work, '..', 'temp');
}

function describeSummary(node: string): void {
  test.each([
    ['always', OPEN, true],
    ['always', 'ada/never-made', true],
    ['on-problem', OPEN, false],
    ['on-problem', 'ada/never-made', true],
    ['never', 'ada/never-made', false],
    ['never', 'acme/x:nonsense', false],
    ['on-problem', 'acme/x:nonsense', true],
  ])('summary: %s with %s', async (summary, models, isThere) => {
    await onStage({}, async ({ hub }) => {
      const run = await runAction({ node, hub, inputs: { ...QUIET, summary, models } });
      expect(run.summary !== '').toBe(isThere);
    });
  });

  test('without the files of the runner, and before any checkout, the run is the same', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const inputs = { ...QUIET, token: tokens.read, models: `${OPEN} ada/never-made` };
      const run = await runAction({
        node,
        hub,
        inputs,
        env: { GITHUB_STEP_SUMMARY: undefined, GITHUB_EVENT_PATH: undefined },
      });
      expect(run.outputs).toMatchObject({ result: 'fail', denied: '["ada/never-made"]' });
      expect(run.summary).toBe('');
      const bare = await runAction({
        node,
        hub,
        inputs,
        env: { GITHUB_OUTPUT: undefined, GITHUB_WORKSPACE: undefined },
      });
      expect(bare.exitCode).toBe(1);
      expect(bare.stdout).toContain('::set-output name=result::unknown');
      expect(bare.stdout).toContain('::set-output name=result::fail');
      const broken = await runAction({ node, hub, inputs, env: { GITHUB_OUTPUT: '/no/such/file' } });
      expect(broken.exitCode).toBe(1);
      expect(broken.annotations).toMatchObject([{ name: 'error', title: 'Internal fault' }]);
      const nowhere = await runAction({ node, hub, inputs, env: { RUNNER_TEMP: '/dev/null/folder' } });
      expect(nowhere.outputs).toMatchObject({ result: 'fail', report: 'unknown' });
      expect(nowhere.annotations.map(({ title }) => title)).toContain('Report not written');
    });
  });
}
