/** What is no Hub, on the built program: nothing that it says counts, whichever path it says it to. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { QUIET, onEachNode, onStage, runAction, runCli, type ActionRun } from './harness';

const TOKEN = `hf_${'aBcDeFgHiJkLmNoPq'.repeat(2)}`;
const OPEN = 'openai-community/gpt2';
const LINES = `${OPEN} acme/x:write acme/new:create acme/x:pull-request ${OPEN}@main bare:create`;
const SAYS_SO = 'is no Hub';

const seen = ({ report }: ActionRun) => report?.checks.map(({ code }) => code);
const all = <T>(code: T) => LINES.split(' ').map(() => code);

interface Page {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Answers by the path, on loopback. */
async function withServer<T>(pageOf: (path: string) => Page, play: (origin: string) => Promise<T>): Promise<T> {
  const server = createServer((request, response) => {
    const { status = 200, headers = {}, body } = pageOf(request.url ?? '');
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(request.method === 'HEAD' ? '' : body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await play(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

const OBJECTS = [
  '{"detail":"Please sign in"}',
  '{"ok":false}',
  '{"authorized":false}',
  '{"message":"OK"}',
  '{"captive":true}',
];
const PLAIN = { 'content-type': 'text/plain' };
/** The same to every path. */
const ALIKE: readonly (readonly [what: string, page: Page])[] = [
  ...OBJECTS.map((body) => [body, { body }] as const),
  ['{}', { body: '{}' }],
  ['a health page', { body: 'OK', headers: PLAIN }],
  [
    'a health page with the headers of a file',
    { body: 'OK', headers: { ...PLAIN, etag: '"1"', 'x-repo-commit': 'a' } },
  ],
  ['a health page out of a cache', { body: 'OK', headers: { ...PLAIN, age: '9' } }],
  ['a health page as JSON', { body: '{"name":"gateway","status":"OK"}' }],
  ['an object that is a repo', { body: '{"id":"openai-community/gpt2"}' }],
];

onEachNode((node) => {
  test.each(ALIKE)('%s to every path is no Hub: nothing is allowed, nothing denied', async (_what, page) => {
    await withServer(
      () => page,
      async (endpoint) => {
        const run = await runAction({ node, inputs: { ...QUIET, endpoint, token: TOKEN, models: LINES } });
        expect(seen(run)).toEqual(all('unexpected-answer'));
        expect(run.outputs).toMatchObject({ result: 'unknown', ok: 'false', blocked: 'true', allowed: '[]' });
        expect(run.report?.token.state).toBe('unverified');
        for (const { message } of run.report?.checks ?? []) expect(message).toContain(SAYS_SO);
      },
    );
  });

  test('a no of what is no Hub counts as little as a yes, on the command line too', async () => {
    const pageOf = (path: string): Page =>
      path.includes('whoami')
        ? { body: 'OK' }
        : { status: 404, headers: { 'x-error-code': 'RepoNotFound' }, body: '{"error":"Repository not found"}' };
    await withServer(pageOf, async (origin) => {
      const args = ['check', OPEN, '--json', '--check-runner', 'off'];
      const run = await runCli({ node, hub: { origin }, args, env: { HF_TOKEN: TOKEN } });
      expect(run.exitCode).toBe(3);
      expect(run.report?.checks).toMatchObject([{ outcome: 'unknown', message: expect.stringContaining(SAYS_SO) }]);
    });
  });

  test.each(OBJECTS)('%s on the repos lifts no token that whoami calls bad', async (body) => {
    const pageOf = (path: string): Page =>
      path.includes('whoami') ? { status: 401, body: '{"error":"Invalid username or password."}' } : { body };
    await withServer(pageOf, async (endpoint) => {
      const inputs = { ...QUIET, endpoint, token: TOKEN, models: `${OPEN} acme/x:write` };
      const run = await runAction({ node, inputs });
      expect(seen(run)).toEqual(['token-invalid', 'token-invalid']);
      expect(run.outputs).toMatchObject({ result: 'fail', ok: 'false', blocked: 'true' });
    });
  });

  test.each([404, 400, 405, 501])('a mirror that lacks whoami (%s) is believed on its repos', async (status) => {
    const pageOf = (path: string): Page =>
      path.includes('whoami') ? { status, body: '' } : { headers: PLAIN, body: 'OK' };
    await withServer(pageOf, async (endpoint) => {
      const run = await runAction({
        node,
        inputs: { ...QUIET, endpoint, token: TOKEN, models: `${OPEN} acme/x:write` },
      });
      expect(seen(run)).toEqual(['ok', 'ok']);
      expect(run.outputs).toMatchObject({ result: 'pass', ok: 'true' });
      expect(run.report?.token.state).toBe('unverified');
    });
  });

  test('a mirror whose account says little is no stranger', async () => {
    const account = '{"name":"alice","orgs":[],"auth":{"accessToken":{"role":"write"}}}';
    const pageOf = (path: string): Page => {
      if (path.includes('whoami')) return { body: account };
      if (path.includes('/resolve/'))
        return { headers: { ...PLAIN, 'x-repo-commit': 'a'.repeat(40), etag: '"1"' }, body: '' };
      return { status: 404, headers: PLAIN, body: '404 page not found' };
    };
    await withServer(pageOf, async (endpoint) => {
      const run = await runAction({ node, inputs: { ...QUIET, endpoint, token: TOKEN, models: OPEN } });
      expect(seen(run)).toEqual(['ok']);
    });
  });

  test.each([
    ['X-Error-Code', { 'x-error-code': 'GatedRepo' }],
    ['X-Error-Message', { 'x-error-message': 'Please log in.' }],
  ])('a yes beside %s is none', async (_name, set) => {
    await onStage(
      { faults: [{ path: `${OPEN}/auth-check`, effect: { kind: 'headers', set } }] },
      async ({ hub, tokens }) => {
        const inputs = { ...QUIET, token: tokens.write, models: `${OPEN} gpt2-tiny` };
        expect(seen(await runAction({ node, hub, inputs }))).toEqual(['unexpected-answer', 'ok']);
      },
    );
  });
});
