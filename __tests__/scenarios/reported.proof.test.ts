/** Public reports on the built dist: the right result, its cause and the one fix. */
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { expect, test } from '@jest/globals';
import type { ReportJson } from '../../src/domain/report/report';
import { addPublisher } from '../../src/simulator/build';
import { createDemoWorld } from '../../src/simulator/demo-world';
import { startHub } from '../hub-fixture/start';
import { fileReply, infoReply, routeOf } from '../mirrors/hub-routes';
import { empty, json, serve } from '../mirrors/serve';
import { STAND_INS } from '../mirrors/stand-ins';
import { HUB_TOKENS } from '../mirrors/stand-in';
import { GITHUB_ISSUER, startIdentityProvider } from '../support/identity-provider';
import { QUIET, QUIET_JSON, onEachNode, onStage, runAction, runCli } from './harness';
import { REPORTED_LATER } from './reported-later-rows';
import { INNER, REPORTED, type Reported } from './reported-rows';
import { OF_KINDS } from './reported-class-rows';
import { OF_WORLD } from './reported-world-rows';

const optionsOf = (inputs: Reported['inputs'] = {}) =>
  Object.entries(inputs).flatMap(([name, value]) => [`--${name}`, value]);

const filled = (of: Readonly<Record<string, string>> = {}, token: string) =>
  Object.fromEntries(Object.entries(of).map(([name, value]) => [name, value.replace('$TOKEN', token)]));

interface Ran {
  readonly report?: ReportJson;
  readonly stdout: string;
  readonly stderr: string;
}

function expectRight({ report, stdout, stderr }: Ran, row: Reported): void {
  const { verdicts, state, says = /(?:)/, fix = /(?:)/, never, notice, noNotice } = row;
  if (verdicts.length === 0) {
    expect(report?.checks ?? []).toEqual([]);
    expect(`${stdout}${stderr}`).toMatch(says);
    return;
  }
  expect(report?.checks.map(({ outcome, code }) => `${outcome} ${code}`)).toEqual(verdicts);
  if (state !== undefined) expect(report?.token.state).toBe(state);
  const [check] = report?.checks ?? [];
  const cause = `${check?.message ?? ''} ${report?.token.message ?? ''}`;
  const fixes = [check?.remedy, report?.token.remedy].flatMap((one) => one?.text ?? []).join(' ');
  const notices = report?.notices.map(({ message, remedy }) => `${message} ${remedy?.text ?? ''}`).join(' ') ?? '';
  expect(cause).toMatch(says);
  expect(`${fixes} ${notices}`).toMatch(fix);
  if (never !== undefined) expect(`${cause} ${fixes}`).not.toMatch(never);
  const codes = report?.notices.map(({ code }) => code);
  if (notice !== undefined) expect(codes).toContain(notice);
  if (noNotice !== undefined) expect(codes).not.toContain(noNotice);
}

/** A proxy that refuses to open a way, with what it says. */
async function withRefusal<T>(words: string, act: (address: string) => Promise<T>): Promise<T> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end(`HTTP/1.1 ${words}\r\ncontent-length: 0\r\n\r\n`));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await act(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
}

onEachNode((node) => {
  test.each([...REPORTED, ...REPORTED_LATER, ...OF_KINDS, ...OF_WORLD].map((row) => [row.source, row] as const))(
    '%s',
    async (_source, row) => {
      const { edge, token, env, home, event, inputs, lines, faults = [] } = row;
      await onStage({ faults }, async ({ hub, tokens }) => {
        const made = row.world?.(hub.world);
        const secret = made ?? (token === undefined ? '' : tokens[token]);
        const common = { node, hub, env: filled(env, secret), home: filled(home, secret), secrets: [secret, INNER] };
        const ran =
          edge === 'action'
            ? await runAction({ ...common, inputs: { ...QUIET, models: lines, ...inputs }, event: event ?? {} })
            : await runCli({ ...common, args: ['check', ...lines.split(' '), ...QUIET_JSON, ...optionsOf(inputs)] });
        expectRight(ran, row);
      });
    },
  );

  test('felladrin/MiniSearch#2626: a publisher of the main branch, and a job of another', async () => {
    const provider = await startIdentityProvider({ claims: { ref: 'refs/heads/ci/hf-trusted-publishers' } });
    const { world } = createDemoWorld();
    const claims = { repository: 'octo/garden', branch: 'main', workflow_file: 'train.yml' };
    addPublisher(world, { resource: 'spaces/ada/gallery', issuer: GITHUB_ISSUER, claims });
    const hub = await startHub({ world, issuers: { [provider.issuer]: provider.jwk } });
    try {
      const inputs = { ...QUIET, 'oidc-resource': 'spaces/ada/gallery', spaces: 'ada/gallery:write' };
      const { report } = await runAction({ node, hub, inputs, env: provider.env, secrets: provider.secrets });
      expect(report?.checks).toMatchObject([{ outcome: 'denied', code: 'publisher-refused' }]);
      expect(report?.checks[0]?.message).toMatch(/Branch ci\/hf-trusted-publishers/);
      expect(report?.checks[0]?.remedy?.text).toMatch(/Trusted Publishers/);
    } finally {
      await Promise.all([hub.close(), provider.close()]);
    }
  });

  test("OpenCSGs/csghub-sdk#130: the Hub's token at another hub, which refuses it even where nobody needs one", async () => {
    const served = await serve({
      answer: (ask) => {
        const route = routeOf(ask);
        if (ask.token !== undefined) return json(401, { code: 'AUTH-ERR-1', msg: 'invalid access token' });
        if (route.kind === 'info') return infoReply(route.id);
        return route.kind === 'file'
          ? (fileReply(route.id, route.file, { 'x-repo-commit': 'a'.repeat(40) }) ?? empty(404))
          : json(404, { code: 404, message: 'page not found' });
      },
    });
    try {
      const args = ['check', 'acme/x', ...QUIET_JSON];
      const { report } = await runCli({ node, hub: { origin: served.address }, args, env: { HF_TOKEN: INNER } });
      expect(['unknown unexpected-answer', 'denied token-invalid']).toContain(
        `${report?.checks[0]?.outcome ?? ''} ${report?.checks[0]?.code ?? ''}`,
      );
      expect(report?.checks[0]?.withoutToken).toBe('allowed');
      expect(report?.checks[0]?.message).toMatch(/127\.0\.0\.1:\d+ does not accept the token/);
      expect(report?.checks[0]?.remedy?.text).toMatch(/at this endpoint itself/);
    } finally {
      await served.close();
    }
  });

  test('unslothai/unsloth#2506: a name in lower case at a registry that answers 401 for what it does not have', async () => {
    const served = await serve(
      {
        answer: (ask) => {
          const route = routeOf(ask);
          const said = (words: string) => ({ errors: [{ status: 401, message: words }] });
          if (ask.token === undefined) return json(401, said('Authentication is required'));
          if (route.kind !== 'info' && route.kind !== 'file')
            return json(404, { errors: [{ status: 404, message: 'Not Found' }] });
          if (route.id !== 'acme/Tiny') return json(401, said('Unauthorized'));
          if (route.kind === 'info') return infoReply(route.id);
          return fileReply(route.id, route.file, { 'x-repo-commit': 'a'.repeat(40) }) ?? empty(404);
        },
      },
      '/artifactory/api/huggingfaceml/ml-remote',
    );
    try {
      const args = ['check', 'acme/Tiny', 'acme/tiny', ...QUIET_JSON];
      const env = { HF_TOKEN: 'cmVmdGtuOjAxOjE3OTk5OTk5OTk6aW52ZW50ZWQtdG9rZW4' };
      const { report } = await runCli({ node, hub: { origin: served.address }, args, env });
      expect(report?.checks).toMatchObject([
        { outcome: 'allowed', code: 'ok' },
        { outcome: 'unknown', code: 'unexpected-answer' },
      ]);
      // What is said to those without a token is not told as what was said to this one.
      expect(report?.checks[1]?.message).toMatch(/refuses this token.*no repo has this very name/);
      expect(report?.checks[1]?.message).not.toMatch(/Authentication is required/);
      expect(report?.checks[1]?.remedy?.text).toMatch(/check their names too, capitals included/);
      expect(JSON.stringify(report)).not.toMatch(/huggingface\.co\/settings/);
    } finally {
      await served.close();
    }
  });

  test('GitLab and ModelScope are no Hub: nothing that they say counts', async () => {
    const signIn = { status: 302, headers: { location: '/users/sign_in' }, body: '' };
    const record = json(404, { Code: 10010205001, Message: 'record not found', Success: false });
    for (const [reply, code] of [
      [signIn, 'unexpected-answer'],
      [record, 'probe-unsupported'],
    ] as const) {
      const served = await serve({ answer: () => reply });
      try {
        const args = ['check', 'acme/x', 'acme/x:write', ...QUIET_JSON];
        const { report } = await runCli({ node, hub: { origin: served.address }, args, env: { HF_TOKEN: INNER } });
        expect(report?.checks.map((check) => check.outcome)).toEqual(['unknown', 'unknown']);
        expect(report?.checks[0]?.code).toBe(code);
        expect(report?.checks[0]?.remedy?.text).toMatch(/whoever runs this endpoint/);
      } finally {
        await served.close();
      }
    }
  });

  test('sonatype/nexus-public#828: a proxy repository of Nexus, and a public model', async () => {
    const nexus = STAND_INS.find(({ name }) => name.startsWith('Nexus'));
    const served = await serve(nexus?.open() ?? { answer: () => empty(404) }, nexus?.base);
    try {
      const args = ['check', 'acme/open', 'acme/open:write', ...QUIET_JSON];
      const { report } = await runCli({ node, hub: { origin: served.address }, args, env: { HF_TOKEN: HUB_TOKENS.A } });
      expect(report?.checks).toMatchObject([
        { outcome: 'allowed', code: 'ok', certainty: 'inferred' },
        { outcome: 'unknown', code: 'probe-unsupported' },
      ]);
    } finally {
      await served.close();
    }
  });

  test('zylon-ai/private-gpt#1854: the proxy refuses to open a way to the Hub', async () => {
    await withRefusal('403 Forbidden', async (proxy) => {
      const env = { HF_TOKEN: INNER, HF_ENDPOINT: 'https://hub.invalid', HTTPS_PROXY: proxy };
      const { report } = await runCli({ node, args: ['check', 'acme/x', ...QUIET_JSON], env });
      expect(report?.checks).toMatchObject([{ outcome: 'unknown', code: 'hub-unreachable' }]);
      expect(report?.checks[0]?.message).toMatch(/proxy.*403/i);
      expect(report?.checks[0]?.remedy?.text).toMatch(
        /that HTTPS_PROXY names.*ask whoever runs it to let this runner reach https:\/\/hub\.invalid/,
      );
      expect(report?.checks[0]?.remedy?.text).not.toMatch(/token/);
    });
  });

  test('Purfview/whisper-standalone-win#395: a certificate of an authority that nobody here knows', async () => {
    await onStage({ tls: 'h2' }, async ({ hub, tokens }) => {
      const { report } = await runCli({
        node,
        hub,
        args: ['check', 'gpt2-tiny', ...QUIET_JSON],
        env: { HF_TOKEN: tokens.read },
      });
      expect(report?.checks).toMatchObject([{ outcome: 'unknown', code: 'hub-unreachable' }]);
      expect(report?.checks[0]?.message).toMatch(/certificate/);
      expect(report?.checks[0]?.remedy?.text).toMatch(/NODE_EXTRA_CA_CERTS/);
    });
  });
});
