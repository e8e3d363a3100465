/** Which proxy is asked, with which login, and what comes of one that does not do its work; on the built dist. */
import { createSecureServer, constants, type Http2Session } from 'node:http2';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { issueCertificate } from '../hub-fixture/certificate';
import { hangUp, withSockets } from '../hub-fixture/hang-up';
import { onEachNode, runCli } from './harness';

const TOKEN = `hf_${'QmZtKvRbXwLpNsDy'.repeat(2)}Ab`;
/** A name that nobody has, so that only a proxy can be asked about it. */
const ENDPOINT = 'https://hub.invalid';
const CHECK = ['check', 'acme/x', '--json', '--retries', '0', '--timeout', '2', '--check-runner', 'off'];

interface Asked {
  readonly target: string;
  readonly login: string | undefined;
}

/** A proxy that keeps what it is asked, and then refuses, hangs up or says nothing. */
async function withProxy<T>(
  how: 'refuses' | 'hangs up' | 'stays silent',
  act: (proxy: { readonly port: number; readonly asked: readonly Asked[] }) => Promise<T>,
): Promise<T> {
  const asked: Asked[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      const head = chunk.toString('latin1');
      const [, target = ''] = /^CONNECT (\S+)/.exec(head) ?? [];
      const [, login] = /^proxy-authorization: basic (\S+)/im.exec(head) ?? [];
      asked.push({ target, login: login === undefined ? undefined : Buffer.from(login, 'base64').toString('utf8') });
      if (how === 'hangs up') socket.destroy();
      if (how === 'refuses') socket.end('HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await act({ port: (server.address() as AddressInfo).port, asked });
  } finally {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
}

onEachNode((node) => {
  const run = (env: Readonly<Record<string, string>>, secrets: readonly string[] = []) =>
    runCli({ node, args: CHECK, env: { HF_TOKEN: TOKEN, HF_ENDPOINT: ENDPOINT, ...env }, secrets });

  test.each<[what: string, env: (proxy: string) => Record<string, string>, login: string | undefined]>([
    ['https_proxy', (proxy) => ({ https_proxy: `http://${proxy}` }), undefined],
    ['HTTPS_PROXY', (proxy) => ({ HTTPS_PROXY: `http://${proxy}` }), undefined],
    ['ALL_PROXY', (proxy) => ({ ALL_PROXY: `http://${proxy}` }), undefined],
    ['all_proxy', (proxy) => ({ all_proxy: `http://${proxy}` }), undefined],
    ['ALL_PROXY without a scheme', (proxy) => ({ ALL_PROXY: proxy }), undefined],
    [
      'all_proxy behind an empty https_proxy',
      (proxy) => ({ https_proxy: '', HTTPS_PROXY: 'http://127.0.0.1:9', all_proxy: `http://${proxy}` }),
      undefined,
    ],
    [
      'a blank HTTPS_PROXY before all_proxy',
      (proxy) => ({ HTTPS_PROXY: ' ', all_proxy: `http://${proxy}` }),
      undefined,
    ],
    [
      'HTTPS_PROXY before ALL_PROXY',
      (proxy) => ({ HTTPS_PROXY: `http://${proxy}`, ALL_PROXY: 'http://127.0.0.1:9' }),
      undefined,
    ],
    [
      'a password with a percent sign',
      (proxy) => ({ https_proxy: `http://ada:100%of-the-proxy@${proxy}` }),
      'ada:100%of-the-proxy',
    ],
    ['an escaped password', (proxy) => ({ https_proxy: `http://ada:of%40the%2Fproxy@${proxy}` }), 'ada:of@the/proxy'],
    ['an escape that is none', (proxy) => ({ https_proxy: `http://ada:of%zzproxy%@${proxy}` }), 'ada:of%zzproxy%'],
  ])('%s is the one that is asked', async (_what, env, login) => {
    await withProxy('refuses', async ({ port, asked }) => {
      const { report, exitCode } = await run(env(`127.0.0.1:${port}`), login === undefined ? [] : [login.slice(4)]);
      expect(asked.length).toBeGreaterThan(0);
      expect(new Set(asked.map((one) => JSON.stringify(one)))).toEqual(
        new Set([JSON.stringify({ target: 'hub.invalid:443', login })]),
      );
      expect([exitCode, report?.result]).toEqual([3, 'unknown']);
      expect(report?.notices.map(({ code }) => code)).toContain('proxy-in-use');
    });
  });

  test("HTTPS_PROXY behind an empty https_proxy is not asked: the Hub's own client goes without it", async () => {
    await withProxy('refuses', async ({ port, asked }) => {
      await run({ https_proxy: '', HTTPS_PROXY: `http://127.0.0.1:${port}` });
      expect(asked).toEqual([]);
    });
  });

  test('no_proxy holds for each of them', async () => {
    await withProxy('refuses', async ({ port, asked }) => {
      const proxy = `http://127.0.0.1:${port}`;
      await run({ ALL_PROXY: proxy, https_proxy: proxy, no_proxy: '.invalid' });
      expect(asked).toEqual([]);
    });
  });

  test.each(['hangs up', 'stays silent'] as const)(
    'a proxy that %s is named in a notice, and the run ends by itself',
    async (how) => {
      await withProxy(how, async ({ port, asked }) => {
        const ran = await runCli({
          node,
          args: CHECK,
          env: { HF_TOKEN: TOKEN, HF_ENDPOINT: ENDPOINT, https_proxy: `http://127.0.0.1:${port}` },
          waits: true,
        });
        expect(asked.length).toBeGreaterThan(0);
        expect([ran.exitCode, ran.report?.result]).toEqual([3, 'unknown']);
        expect(ran.report?.checks[0]).toMatchObject({ outcome: 'unknown', code: 'hub-unreachable' });
        expect(ran.report?.notices.map(({ code }) => code)).toContain('proxy-in-use');
      });
    },
  );

  test('an endpoint that refuses every request unseen is not asked for ever', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'preflight-vain-'));
    const certificate = await issueCertificate();
    writeFileSync(join(folder, 'ca.pem'), certificate.cert);
    const server = withSockets(createSecureServer(certificate));
    const sessions = new Set<Http2Session>();
    let refused = 0;
    server.on('session', (session) => sessions.add(session));
    server.on('stream', (stream) => {
      refused += 1;
      stream.on('error', () => undefined).close(constants.NGHTTP2_REFUSED_STREAM);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const env = {
      HF_TOKEN: TOKEN,
      HF_ENDPOINT: `https://localhost:${(server.address() as AddressInfo).port}`,
      NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'),
    };
    // Its deadline is far away: what ends it is that nothing comes of it.
    const args = ['check', 'acme/x', '--json', '--retries', '0', '--deadline', '3600', '--check-runner', 'off'];
    const { report, exitCode } = await runCli({ node, args, env });
    for (const session of sessions) hangUp(session);
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true });
    expect([exitCode, report?.result]).toEqual([3, 'unknown']);
    expect(refused).toBeGreaterThan(0);
    expect(refused).toBeLessThan(5_000);
  });
});
