import { expect, test } from '@jest/globals';
import { startGitHub, TOKEN, type Fault } from '../action/github/server';
import { onEachNode, onStage, runAction } from './harness';

const EVENT = { pull_request: { number: 7, head: { sha: 'a'.repeat(40) } } };
/** Every run has a Hub of its own. */
const withoutPort = (value: unknown) => JSON.stringify(value).replace(/127\.0\.0\.1:\d+/g, 'HUB');
const NOTICE = 'Check run or comment not written';

onEachNode((node) => {
  const runWith = (faults: Fault[], inputs: Record<string, string>) =>
    onStage({}, async ({ hub, tokens }) => {
      const github = await startGitHub({ faults });
      try {
        const run = await runAction({
          node,
          hub,
          event: EVENT,
          env: { GITHUB_API_URL: github.apiUrl, GITHUB_EVENT_NAME: 'pull_request' },
          secrets: [tokens.read, TOKEN],
          inputs: {
            token: tokens.read,
            models: 'meta-llama/Llama-3.2-1B',
            'check-runner': 'off',
            'check-run': 'true',
            comment: 'true',
            'github-token': TOKEN,
            ...inputs,
          },
        });
        expect(github.faults).toEqual([]);
        expect(JSON.stringify(github.requests)).not.toContain(tokens.read);
        expect(JSON.stringify(hub.requests)).not.toContain(TOKEN);
        return { run, github };
      } finally {
        await github.close();
      }
    });

  let asked: ReturnType<typeof runWith> | undefined;
  /** The run to compare with, which asks for neither. */
  const silent = () => (asked ??= runWith([], { 'check-run': 'false', comment: 'false' }));

  test('a check run and a comment are written beside everything else', async () => {
    const { run, github } = await runWith([], {});
    expect(github.checkRuns.map(({ conclusion }) => conclusion)).toEqual([
      run.outputs['blocked'] === 'true' ? 'failure' : 'success',
    ]);
    expect(github.comments[0]?.body).toContain('meta-llama/Llama-3.2-1B');
    expect(run.annotations.filter(({ title }) => title === NOTICE)).toEqual([]);
  });

  test('bad input is told there too, and holds nothing of the input', async () => {
    const { github } = await runWith([], { models: 'acme/x:fly' });
    expect(github.checkRuns[0]).toMatchObject({ conclusion: 'failure' });
    expect(github.comments[0]?.body).toContain('The input is bad. Nothing was sent to the Hub. This blocks the job.');
    expect(github.comments[0]?.body).not.toContain('acme/x');
  });

  const ALWAYS = { times: 99 };
  test.each<[string, Fault]>([
    ['a missing permission', { ...ALWAYS, status: 403 }],
    ['a token that may only read', { ...ALWAYS, status: 403, method: 'POST' }],
    ['a bad token', { ...ALWAYS, status: 401 }],
    ['the primary rate limit', { ...ALWAYS, status: 403, headers: { 'x-ratelimit-remaining': '0' } }],
    ['a secondary rate limit', { ...ALWAYS, status: 429, headers: { 'retry-after': '60' } }],
    ['a server without the feature', { ...ALWAYS, status: 404 }],
    ['a fault of the server', { ...ALWAYS, status: 500 }],
    ['a cut connection', { ...ALWAYS, kind: 'reset' }],
  ])('%s costs one notice and changes nothing else', async (_, fault) => {
    const { run: calm } = await silent();
    const { run, github } = await runWith([fault], {});
    expect(run.annotations.filter(({ title }) => title === NOTICE)).toHaveLength(1);
    const others = run.annotations.filter(({ title }) => title !== NOTICE);
    expect(withoutPort(others)).toEqual(withoutPort(calm.annotations));
    expect({ ...run.outputs, report: '' }).toEqual({ ...calm.outputs, report: '' });
    expect(run.exitCode).toBe(calm.exitCode);
    expect([github.checkRuns, github.comments]).toEqual([[], []]);
  });

  test('a run that asks for neither sends nothing', async () => {
    const { github } = await silent();
    expect(github.requests).toEqual([]);
  });
});
