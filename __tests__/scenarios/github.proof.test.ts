import { createServer as createPlainServer, type RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { startGitHub, TOKEN, type Fault } from '../action/github/server';
import { issueCertificate } from '../hub-fixture/certificate';
import { onEachNode, onStage, runAction } from './harness';

const EVENT = { pull_request: { number: 7, head: { sha: 'a'.repeat(40) } } };
/** What publishes a run in both places. */
const PUBLISHED = {
  models: 'meta-llama/Llama-3.2-1B',
  'check-runner': 'off',
  'check-run': 'true',
  comment: 'true',
  'github-token': TOKEN,
};
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
            ...PUBLISHED,
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
    expect(github.comments[0]?.body).toContain(
      'The input is invalid. Nothing was sent to the Hub. The job is blocked.',
    );
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
    ["a success that is not GitHub's", { ...ALWAYS, status: 200 }],
    ['a redirect', { ...ALWAYS, status: 307, headers: { location: 'http://127.0.0.1:9/' } }],
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

  /** A server that shows a certificate which nobody vouches for. */
  async function withImpostor<T>(play: (apiUrl: string, came: string[]) => Promise<T>): Promise<T> {
    const came: string[] = [];
    const server = createServer(await issueCertificate(), (request, response) => {
      came.push(`${request.method ?? ''} ${request.url ?? ''}`);
      response.end('{}');
    });
    server.on('connection', () => came.push('a connection'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      return await play(`https://127.0.0.1:${(server.address() as AddressInfo).port}`, came);
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  }

  test.each([
    ['a run that is not refused, as its endpoint is on loopback', {}, 'fail'],
    ['a run that is refused for that very reason', { endpoint: 'https://127.0.0.1:9' }, 'invalid'],
  ])('without certificate checks github-token goes nowhere: %s', async (_what, inputs, result) => {
    await withImpostor((apiUrl, came) =>
      onStage({}, async ({ hub, tokens }) => {
        const run = await runAction({
          node,
          hub,
          event: EVENT,
          secrets: [tokens.read, TOKEN],
          env: { GITHUB_API_URL: apiUrl, GITHUB_EVENT_NAME: 'pull_request', NODE_TLS_REJECT_UNAUTHORIZED: '0' },
          inputs: {
            token: tokens.read,
            ...PUBLISHED,
            ...inputs,
          },
        });
        expect(run.outputs['result']).toBe(result);
        expect(came).toEqual([]);
        const notices = run.annotations.filter(({ title }) => title === NOTICE);
        expect(notices.map(({ message }) => message)).toEqual([
          expect.stringContaining('NODE_TLS_REJECT_UNAUTHORIZED=0'),
        ]);
      }),
    );
  });

  test('the impostor would have been reached: it is the rule that keeps the token', async () => {
    await withImpostor(async (apiUrl, came) => {
      await onStage({}, async ({ hub, tokens }) => {
        const run = await runAction({
          node,
          hub,
          event: EVENT,
          secrets: [tokens.read, TOKEN],
          env: { GITHUB_API_URL: apiUrl, GITHUB_EVENT_NAME: 'pull_request' },
          inputs: { token: tokens.read, models: 'gpt2-tiny', 'check-run': 'true', 'github-token': TOKEN },
        });
        expect(run.annotations.filter(({ title }) => title === NOTICE)).toHaveLength(1);
        expect(new Set(came)).toEqual(new Set(['a connection']));
      });
    });
  });

  /** A server that stands for GitHub's API and counts what it could send. */
  async function withServer<T>(answer: RequestListener, play: (apiUrl: string) => Promise<T>): Promise<T> {
    const server = createPlainServer(answer);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      return await play(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  }

  const runAt = (apiUrl: string, env: Record<string, string> = {}) =>
    onStage({}, async ({ hub, tokens }) =>
      runAction({
        node,
        hub,
        event: EVENT,
        secrets: [tokens.read, TOKEN],
        env: { GITHUB_API_URL: apiUrl, GITHUB_EVENT_NAME: 'pull_request', ...env },
        inputs: {
          token: tokens.read,
          models: 'meta-llama/Llama-3.2-1B',
          'check-runner': 'off',
          deadline: '1',
          'check-run': 'true',
          comment: 'true',
          'github-token': TOKEN,
        },
      }),
    );

  test('a reply of GitHub without end is cut, and said not to have been written', async () => {
    let sent = 0;
    const pour: RequestListener = (request, response) => {
      request.resume();
      response.on('error', () => undefined).writeHead(201, { 'content-type': 'application/json' });
      const piece = Buffer.alloc(1024 * 1024, ' ');
      const go = () => {
        for (let hasRoom = true; hasRoom && !response.destroyed; sent += piece.length) hasRoom = response.write(piece);
      };
      response.on('drain', go);
      go();
    };
    const run = await withServer(pour, (apiUrl) => runAt(apiUrl));
    expect(run.annotations.filter(({ title }) => title === NOTICE)).toHaveLength(1);
    expect(sent).toBeLessThan(256 * 1024 * 1024);
  });

  test('the process ends by itself where GitHub lies behind a proxy that never answers', async () => {
    const tunnels = createPlainServer();
    // Whoever asks for a tunnel waits for ever.
    tunnels.on('connect', () => undefined);
    await new Promise<void>((resolve) => tunnels.listen(0, '127.0.0.1', resolve));
    const proxy = `http://127.0.0.1:${(tunnels.address() as AddressInfo).port}`;
    try {
      // Any variable of Node's own gives the call a process to itself: the harness kills one that stays.
      const run = await runAt('https://api.github.invalid', { https_proxy: proxy, NODE_NO_WARNINGS: '1' });
      expect(run.annotations.filter(({ title }) => title === NOTICE)).toHaveLength(1);
      expect(run.exitCode).not.toBeNull();
    } finally {
      tunnels.closeAllConnections();
      tunnels.close();
    }
  });
});
