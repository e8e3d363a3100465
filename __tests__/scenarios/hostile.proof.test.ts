/** A hostile or broken endpoint, on the built Action: nothing is guessed, nothing leaks, nothing is obeyed. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { marked } from 'marked';
import { addRepo, addToken, addUser, createWorld } from '../../src/simulator/build';
import type { Effect, Fault } from '../hub-fixture/faults';
import { QUIET, onEachNode, onStage, runAction, runCli, type ActionRun } from './harness';

const OPEN = 'openai-community/gpt2';
const OWN = 'ada/finetune';

const seen = ({ report }: ActionRun) => report?.checks.map(({ code }) => code);
const html = { 'content-type': 'text/html' };
const reply = (status: number, body: string, headers: Record<string, string> = {}): Effect => ({
  kind: 'reply',
  status,
  body,
  headers: { 'content-type': 'application/json', ...headers },
});

/** One broken answer to every question about repos, and the code it must come to. */
const BROKEN: readonly (readonly [string, Effect, string])[] = [
  ['200 with a web page', reply(200, '<!doctype html><h1>Sign in to the guest Wi-Fi</h1>', html), 'unexpected-answer'],
  [
    '200 with a page that claims to be text',
    reply(200, '  <html>', { 'content-type': 'text/plain' }),
    'unexpected-answer',
  ],
  ['200 with nothing', reply(200, ''), 'unexpected-answer'],
  ['200 with an error', reply(200, '{"error":"no"}'), 'unexpected-answer'],
  ['200 with a sign-in notice', reply(200, '{"detail":"Please sign in"}'), 'unexpected-answer'],
  ['200 with a no', reply(200, '{"ok":false}'), 'unexpected-answer'],
  ['200 with a yes of its own', reply(200, '{"authorized":true}'), 'unexpected-answer'],
  ['200 with a list', reply(200, '["OK"]'), 'unexpected-answer'],
  ['200 with half of a JSON', reply(200, '{"ok":'), 'unexpected-answer'],
  ['200 compressed', reply(200, 'OK', { 'content-encoding': 'gzip' }), 'unexpected-answer'],
  ['204', reply(204, ''), 'unexpected-answer'],
  ['404 with a code of its own', reply(404, '{}', { 'x-error-code': 'Lost' }), 'unexpected-answer'],
  ['401 in words of a proxy', reply(401, 'Proxy login needed', html), 'unexpected-answer'],
  ['403 of a firewall', reply(403, '<h1>Forbidden</h1>', html), 'unexpected-answer'],
  ['407', reply(407, ''), 'unexpected-answer'],
  ['418', reply(418, ''), 'unexpected-answer'],
  ['500', reply(500, ''), 'hub-error'],
  ['504 with a page', { kind: 'html', status: 504 }, 'hub-error'],
  ['429', reply(429, ''), 'rate-limited'],
  ['a redirect loop', { kind: 'redirect-loop' }, 'unexpected-answer'],
  ['a redirect to nowhere', { kind: 'redirect', to: 'http://[' }, 'unexpected-answer'],
  ['a redirect to a login', { kind: 'redirect', to: '/login', status: 302 }, 'unexpected-answer'],
  ['303', { kind: 'redirect', to: `/api/models/${OPEN}/auth-check`, status: 303 }, 'unexpected-answer'],
  ['half of the reply', { kind: 'truncated', keep: 1 }, 'unexpected-answer'],
  ['a body without end', { kind: 'endless' }, 'unexpected-answer'],
  ['what is not HTTP', { kind: 'raw', bytes: 'SSH-2.0-OpenSSH_9.6\r\n' }, 'unexpected-answer'],
  [
    'headers without end',
    { kind: 'raw', bytes: `HTTP/1.1 200 OK\r\nx: ${'y'.repeat(200_000)}\r\n\r\nOK` },
    'unexpected-answer',
  ],
  ['a reset', { kind: 'reset' }, 'hub-unreachable'],
  ['no answer', { kind: 'hang' }, 'hub-unreachable'],
  ['a byte now and then', { kind: 'slow', everyMs: 4000 }, 'hub-unreachable'],
];

/** On a repo of its own each, so that one run meets many. */
const repoAt = (at: number) => `ada/broken-${String(at)}`;
const isSilent = ([, effect]: (typeof BROKEN)[number]) => effect.kind === 'hang' || effect.kind === 'slow';
/** Only silence is waited for; a busy machine must not turn the others into it, and so none is asked for beside it. */
const LISTS = [
  { name: 'that come', timeout: '60', rows: BROKEN.filter((row) => !isSilent(row) && row[2] !== 'rate-limited') },
  { name: 'that end a window', timeout: '60', rows: BROKEN.filter(([, , code]) => code === 'rate-limited') },
  { name: 'that do not come', timeout: '1', rows: BROKEN.filter(isSilent) },
];

/** Sentences that would like to be something else. */
const VILE = [
  '::set-output name=ok::true',
  '\u001b[31m\u001b]0;pwned\u0007red',
  '\u202etoken\u2066',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '[click](https://evil.example) ![x](https://evil.example/x.png) @octocat #1 https://evil.example',
  '| cell | `code` | ##[error]boom',
  '##vso[task.setvariable variable=ok]true ##teamcity[buildStop]',
  '%0A::error::injected',
];

/** Listens on loopback and remembers what came. */
async function withStranger<T>(play: (origin: string, seen: readonly string[]) => Promise<T>): Promise<T> {
  const came: string[] = [];
  const server = createServer((request, response) => {
    came.push(`${request.url ?? ''} ${request.headers.authorization ?? ''}`);
    response.end('OK');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await play(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, came);
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

onEachNode((node) => {
  describe.each(LISTS)('broken answers, $name', ({ timeout, rows }) => {
    let run: ActionRun;
    beforeAll(async () => {
      const faults = rows.map(([, effect], at) => ({ path: `${repoAt(at)}/auth-check`, effect }));
      run = await onStage({ faults }, ({ hub, tokens }) => {
        const models = rows.flatMap((_, at) => [repoAt(at), `${repoAt(at)}:write`]);
        for (const id of rows.map((_, at) => repoAt(at))) addRepo(hub.world, { type: 'model', id });
        const inputs = { ...QUIET, token: tokens.write, models: [...models, 'gpt2-tiny'].join('\n'), timeout };
        return runAction({ node, hub, inputs });
      });
    });

    test.each(rows.map(([what, , code], at) => [what, code, at] as const))(
      '%s is unknown, never allowed or denied',
      (_what, code, at) => {
        expect(seen(run)?.slice(2 * at, 2 * at + 2)).toEqual([code, code]);
        expect(JSON.parse(run.outputs['unknown'] ?? '')).toContain(repoAt(at));
      },
    );

    test('what is not broken is told beside them', () => {
      expect(run.outputs).toMatchObject({ result: 'unknown', denied: '[]' });
      if (!rows.some(isSilent)) expect([run.outputs['allowed'], seen(run)?.at(-1)]).toEqual(['["gpt2-tiny"]', 'ok']);
    });
  });

  test('404 without a code of the Hub is no verdict either', async () => {
    const lost = reply(404, '{"error":"Sorry, we can\'t find the page you are looking for."}');
    await onStage({ faults: [{ path: OPEN, effect: lost }] }, async ({ hub, tokens }) => {
      const inputs = { ...QUIET, token: tokens.write, models: `${OPEN} ${OPEN}@v1.0` };
      expect(seen(await runAction({ node, hub, inputs }))).toEqual(['probe-unsupported', 'probe-unsupported']);
    });
  });

  test('a redirect to another origin is not followed, and no token gets there', async () => {
    await withStranger(async (stranger, came) => {
      const faults: Fault[] = [
        { path: `${OPEN}/auth-check`, effect: { kind: 'redirect', to: `${stranger}/api/models/${OPEN}/auth-check` } },
        { path: 'gpt2-tiny/auth-check', effect: { kind: 'redirect', to: `${stranger}/`, status: 302 } },
        { path: 'whoami', effect: { kind: 'redirect', to: `${stranger}/api/whoami-v2`, status: 308 } },
      ];
      await onStage({ faults }, async ({ hub, tokens }) => {
        const inputs = { ...QUIET, token: tokens.write, models: `${OPEN} ${OPEN}:write gpt2-tiny ${OWN}` };
        const run = await runAction({ node, hub, inputs });
        expect(seen(run)).toEqual(['unexpected-answer', 'unexpected-answer', 'unexpected-answer', 'ok']);
        expect(run.report?.token.state).toBe('unverified');
        expect(came).toEqual([]);
      });
    });
  });

  test('what no token may pass is refused before anything is sent', async () => {
    await withStranger(async (stranger, came) => {
      const port = new URL(stranger).port;
      const inputs = { ...QUIET, token: `hf_${'Ab'.repeat(17)}`, models: OPEN };
      for (const endpoint of [
        `http://0.0.0.0:${port}`,
        `http://localhost.evil.example:${port}`,
        `http://127.0.0.1.nip.io:${port}`,
      ]) {
        const run = await runAction({ node, inputs: { ...inputs, endpoint } });
        expect(run.outputs['result']).toBe('invalid');
      }
      expect(came).toEqual([]);
    });
  });

  test('a token that the endpoint echoes is redacted everywhere', async () => {
    for (const status of [200, 401, 403, 404, 500]) {
      await onStage({ faults: [{ effect: { kind: 'echo-token', status } }] }, async ({ hub, tokens }) => {
        const inputs = { ...QUIET, token: tokens.write, models: `${OPEN} ${OWN}:write` };
        const run = await runAction({ node, hub, inputs });
        expect(
          run.report?.checks.every(({ outcome }) => outcome === 'unknown' || outcome === 'denied' || status === 200),
        ).toBe(true);
        expect(run.report?.token.state).toBe('unverified');
        const cli = await runCli({
          node,
          hub,
          args: ['check', OPEN, '--retries', '0'],
          env: { HF_TOKEN: tokens.write },
        });
        expect(cli.exitCode).not.toBe(2);
      });
    }
  });

  test.each(VILE)('the words %j are shown as words', async (words) => {
    const whoami = {
      type: 'user',
      name: words,
      orgs: [{ type: 'org', name: words, roleInOrg: words, securityRestrictions: [words] }],
      auth: { type: 'access_token', accessToken: { displayName: words, role: 'write' }, expiresAt: words },
    };
    const inHeader = words.replace(/[^\x20-\x7e]/g, '*');
    const faults: Fault[] = [
      { path: 'whoami', effect: reply(200, JSON.stringify(whoami)) },
      {
        path: `${OPEN}/auth-check`,
        effect: reply(403, JSON.stringify({ error: words }), { 'x-error-message': inHeader, 'x-request-id': inHeader }),
      },
      { path: `${OPEN}/resolve`, effect: reply(403, JSON.stringify({ error: words })) },
      { path: `${OWN}/auth-check`, effect: reply(403, JSON.stringify({ error: `${words}\n${words}` })) },
      {
        path: 'gpt2-tiny/auth-check',
        effect: reply(403, '{}', { 'x-error-code': 'GatedRepo', 'x-error-message': inHeader }),
      },
    ];
    await onStage({ faults }, async ({ hub, tokens }) => {
      const inputs = {
        ...QUIET,
        token: tokens.write,
        models: `${OPEN} ${OWN}:write gpt2-tiny`,
        'expected-account': 'ada',
      };
      const run = await runAction({ node, hub, inputs });
      // whoami names this account to everybody, so nothing is known of the caller's own rights.
      expect(seen(run)).toEqual(['forbidden', 'probe-unsupported', 'gated']);
      expect(run.outputs['ok']).toBe('false');
      const bare = run.summary.replace(/`[^`\n]*`/g, '');
      expect(bare).not.toMatch(/<(?:script|img)|evil\.example|@octocat|onerror/);
      const page = await marked.parse(run.summary);
      expect(page).not.toMatch(/href="(?!http:\/\/127\.0\.0\.1:\d+\/)|<(?:script|img)/);
      const cli = await runCli({
        node,
        hub,
        args: ['check', OPEN, OWN, '--retries', '0'],
        env: { HF_TOKEN: tokens.write },
      });
      expect(cli.exitCode).toBe(1);
    });
  });

  test('six hundred denied repos fit into the summary and the annotations', async () => {
    const world = createWorld();
    addUser(world, 'ada');
    const token = addToken(world, 'read', { power: { kind: 'classic', owner: 'ada', role: 'read' } });
    const ids = Array.from({ length: 600 }, (_, index) => `${'n'.repeat(80)}/${'m'.repeat(80)}-${index}`);
    for (const id of ids) addRepo(world, { type: 'model', id, gated: 'manual' });
    const long = JSON.stringify({ error: 'é漢🚫'.repeat(200) });
    const faults = [{ path: 'auth-check', effect: reply(403, long, { 'x-error-code': 'GatedRepo' }) }];
    await onStage({ world, faults, rateLimits: { quotas: { api: 100_000 } } }, async ({ hub }) => {
      // The system hands no program a variable this long, so that the lines stand in a file.
      const inputs = { ...QUIET, token, list: 'repos.txt' };
      const run = await runAction({ node, hub, inputs, files: { 'repos.txt': ids.join('\n') } });
      expect(run.outputs).toMatchObject({ result: 'fail', 'denied-count': '600' });
      expect(run.report?.counts.denied).toBe(600);
      expect(Buffer.byteLength(run.summary)).toBeLessThan(1024 * 1024);
      expect(run.summary).toContain('left out here; the JSON report holds everything');
    });
  });

  test('many causes are told in ten annotations, the last of which counts the rest', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const gates = ['not-requested', 'pending', 'rejected', 'reset'].map((state) => `meta-llama/Llama-${state}`);
      const models = [
        ...gates,
        'ada/none',
        'squad',
        'mallory/taken-down',
        `${OPEN}@v9`,
        `${OWN}:write`,
        'acme/product:write',
        'x/y:create',
      ];
      const broken = { kind: 'html', status: 503 } as const;
      hub.fault({ path: 'gpt2-tiny', effect: broken });
      hub.fault({ path: 'google-bert', effect: { kind: 'html', status: 200 } });
      hub.fault({ path: 'ada/gallery', effect: { kind: 'reset' } });
      const list = [...models, 'gpt2-tiny', 'google-bert/bert-base-uncased', 'spaces/ada/gallery'].join('\n');
      const run = await runAction({ node, hub, inputs: { ...QUIET, token: tokens.read, models: list } });
      const errors = run.annotations.filter(({ name }) => name === 'error');
      expect(errors).toHaveLength(10);
      expect(errors.at(-1)).toMatchObject({ title: 'More causes', message: expect.stringContaining('more causes') });
    });
  });

  test.concurrent('a spent window is waited for, a wait beyond the deadline is not begun', async () => {
    const spent = (seconds: number) =>
      reply(429, '{"error":"Too Many Requests"}', {
        ratelimit: `"api";r=0;t=${seconds}`,
        'ratelimit-policy': '"fixed window";"api";q=500;w=300',
      });
    await onStage({ faults: [{ path: OPEN, times: 1, effect: spent(0) }] }, async ({ hub, tokens }) => {
      const run = await runAction({
        node,
        hub,
        inputs: { ...QUIET, retries: '1', token: tokens.read, models: OPEN },
        waits: true,
      });
      expect(seen(run)).toEqual(['ok']);
    });
    for (const effect of [
      spent(300),
      reply(429, '', { 'retry-after': '300' }),
      reply(503, '', { 'retry-after': '300' }),
    ]) {
      await onStage({ faults: [{ path: OPEN, effect }] }, async ({ hub, tokens }) => {
        const started = Date.now();
        const run = await runAction({
          node,
          hub,
          inputs: { ...QUIET, retries: '3', token: tokens.read, models: OPEN, deadline: '120' },
        });
        expect(Date.now() - started).toBeLessThan(60_000);
        expect(seen(run)).toEqual([effect.kind === 'reply' && effect.status === 503 ? 'hub-error' : 'rate-limited']);
      });
    }
  });

  test('a list that outgrows the window is told so, with the deadline that would do', async () => {
    const rateLimits = { enforce: true, quotas: { api: 50 } };
    await onStage({ rateLimits, now: () => Date.parse('2026-11-22T12:00:00Z') }, async ({ hub, tokens }) => {
      const ids = Array.from({ length: 140 }, (_, index) => `ada/many-${index}`);
      for (const id of ids) addRepo(hub.world, { type: 'model', id });
      const models = ids.map((id) => `${id}:write`).join(' ');
      const inputs = { ...QUIET, token: tokens.write, models, concurrency: '4' };
      const run = await runAction({ node, hub, inputs });
      const rest = new Set(run.report?.checks.slice(49).map(({ code, remedy }) => `${code}: ${remedy?.text ?? ''}`));
      expect([...rest]).toEqual([expect.stringMatching(/^rate-limited: Set `deadline: 660` or more\. /)]);
      const line =
        '48 of 140 checked; the rate limit allows 50 requests every 300 s: about 10 min left, which is past the deadline; to check everything, set `deadline: 660` or more';
      expect(run.stdout.split('\n').filter((one) => one.includes('allows 50 requests'))).toEqual([line]);
      // 48 checks, and three times whoami, which waits for no window.
      expect(hub.requests).toHaveLength(51);
    });
  });

  test.concurrent('what is not answered by the deadline is unknown', async () => {
    await onStage({ faults: [{ path: OWN, effect: { kind: 'hang' } }] }, async ({ hub, tokens }) => {
      const inputs = {
        ...QUIET,
        token: tokens.read,
        models: `${OPEN} ${OWN}`,
        deadline: '3',
        timeout: '60',
        retries: '9',
      };
      const run = await runAction({ node, hub, inputs, waits: true });
      expect(seen(run)?.at(-1)).toBe('hub-unreachable');
      // Ten attempts of a minute each would take longer.
      expect(run.report?.elapsedMs).toBeLessThan(60_000);
    });
  });

  test('transport errors and 5xx are tried again, and only so often', async () => {
    const faults: Fault[] = [
      { path: `${OPEN}/auth-check`, times: 1, effect: { kind: 'reset' } },
      { path: `${OWN}/auth-check`, times: 1, effect: { kind: 'html', status: 502 } },
      { path: 'gpt2-tiny', effect: { kind: 'html', status: 500 } },
    ];
    await onStage({ faults }, async ({ hub, tokens }) => {
      const inputs = { ...QUIET, token: tokens.read, models: `${OPEN} ${OWN} gpt2-tiny`, retries: '1' };
      expect(seen(await runAction({ node, hub, inputs }))).toEqual(['ok', 'ok', 'hub-error']);
      expect(hub.requests.filter(({ path }) => path.includes('gpt2-tiny'))).toHaveLength(2);
    });
  });

  test.each(['h2', 'http1'] as const)(
    'over TLS with %s, a private authority is trusted by NODE_EXTRA_CA_CERTS alone',
    async (tls) => {
      await onStage({ tls }, async ({ hub, tokens }) => {
        const inputs = { ...QUIET, token: tokens.read, models: `${OPEN} ${OWN} meta-llama/Llama-pending` };
        const distrusted = await runAction({ node, hub, inputs });
        expect(seen(distrusted)).toEqual(['hub-unreachable', 'hub-unreachable', 'hub-unreachable']);
        expect(distrusted.report?.checks[0]?.message).toContain('certificate of the endpoint is not trusted');
        expect(distrusted.report?.checks[0]?.remedy?.text).toContain('NODE_EXTRA_CA_CERTS');
        expect(hub.requests).toHaveLength(0);
        let authority = '';
        const trusted = await runAction({
          node,
          hub,
          inputs,
          prepare: ({ temp }) => {
            authority = join(temp, '..', 'authority.pem');
            writeFileSync(authority, hub.ca ?? '');
          },
          env: {
            get NODE_EXTRA_CA_CERTS() {
              return authority;
            },
          },
        });
        expect(seen(trusted)).toEqual(['ok', 'ok', 'gate-pending']);
        expect(new Set(hub.requests.map(({ protocol }) => protocol))).toEqual(
          new Set([tls === 'h2' ? 'h2' : 'http/1.1']),
        );
        const off = await runAction({ node, hub, inputs, env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' } });
        expect(off.outputs['result']).toBe('invalid');
      });
    },
  );
});
