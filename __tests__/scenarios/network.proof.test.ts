/** The hosts that downloads and uploads need, on the built program: every fault once, with a resolver of the test's own. */
import { createServer as createTcp } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ReportJson } from '../../src/domain/report/report';
import { startGitHub, TOKEN } from '../action/github/server';
import { BARRIER_HOSTS, BarrierHosts } from '../hub-fixture/barriers';
import type { TestHub } from '../hub-fixture/start';
import { onEachNode, onStage, runAction, runCli } from './harness';

const NAMES = BARRIER_HOSTS;
type Name = (typeof NAMES)[number];

const folder = mkdtempSync(join(tmpdir(), 'preflight-hosts-'));
const authority = join(folder, 'authority.pem');
const RESOLVER = fileURLToPath(new URL('resolver.cjs', import.meta.url));
let stage: BarrierHosts;

beforeAll(async () => {
  stage = await BarrierHosts.start();
  writeFileSync(authority, stage.own.cert);
});

afterAll(async () => {
  await stage.close();
  rmSync(folder, { recursive: true, force: true });
});

const host = (name: Name) => `${name}.test:${String(stage.ports.get(name) ?? 8443)}`;
const hosts = (hub: TestHub, names: readonly Name[]) => {
  hub.world.hosts = { lfsDomains: names.map(host), cdnDomains: [] };
};

const ENV = { NODE_OPTIONS: `--require=${RESOLVER}`, NODE_EXTRA_CA_CERTS: authority };
const INPUTS = { models: 'openai-community/gpt2', 'check-runner': 'off', 'least-privilege': 'off', retries: '0' };
const OPEN = 'openai-community/gpt2';

const barriers = (report: ReportJson | undefined) =>
  Object.fromEntries(
    (report?.network?.blocked ?? []).map(({ host: at, barrier, with: who }) => [
      at.replace(/\..*/, ''),
      [barrier, who ?? ''].join(' ').trim(),
    ]),
  );

onEachNode((name) => {
  const node = { node: name, startsAlike: true } as const;

  test('each fault once, and what was found of each', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      hosts(hub, NAMES);
      stage.seen.length = 0;
      const inputs = { ...INPUTS, network: 'fail', timeout: '4' };
      const { report, summary, exitCode, stdout, outputs } = await runAction({
        ...node,
        hub,
        inputs,
        env: { ...ENV, HF_TOKEN: tokens.read },
      });
      expect(report).toMatchObject({ result: 'fail', blocked: true, blockedBy: ['network'], counts: { allowed: 1 } });
      expect(outputs).toMatchObject({ result: 'fail', ok: 'false', blocked: 'true', allowed: `["${OPEN}"]` });
      expect(exitCode).toBe(1);
      expect(report?.policies.network).toBe('fail');
      expect(report?.network?.asked).toEqual(NAMES.map(host));
      expect(report?.network?.unknown).toBeUndefined();
      expect(barriers(report)).toEqual({
        portal: 'page a web page, status 200',
        moved: 'page a redirect to login.corp.test',
        broken: 'no-service it answers 503',
        stranger: expect.stringMatching(/^certificate issued by embedded Hub/),
        refused: 'refused',
        silent: 'silent',
        plain: 'tls',
        gone: 'name',
      });
      const [notice] = report?.notices.filter(({ code }) => code === 'network-blocked') ?? [];
      expect(notice).toMatchObject({ level: 'error' });
      expect(notice?.message).toMatch(/^8 of 9 hosts .*gone\.test:8443: its name cannot be resolved/);
      expect(notice?.remedy?.text).toMatch(/allow these hosts on port 443.*NODE_EXTRA_CA_CERTS.*re-run later/);
      // Lines to paste, the one that can be reached among them, as whoever closes the rest needs it.
      for (const name of NAMES) {
        expect(summary).toContain(`\n${host(name)}\n`);
        expect(summary).toContain(`\n  ${host(name)}\n`);
      }
      expect(summary).toContain('\nallowed-endpoints: >\n');
      expect(summary).toContain("whoever runs this runner's network");
      expect(stdout).toContain('8 cannot be reached from here');
      // One question, without a token, a body or a second host's.
      expect(stage.seen.length).toBeGreaterThan(0);
      const sent = stage.seen.map(({ method, url, rawHeaders }) => JSON.stringify([method, url, rawHeaders]));
      expect(sent.filter((one) => /authorization|cookie/i.test(one))).toEqual([]);
      expect(hub.requests.filter(({ path }) => path === '/.well-known/meta.json')).toMatchObject([
        { credential: 'none' },
      ]);
    });
  });

  test.each([
    ['forbids', 'HTTP/1.1 403 Forbidden\r\n\r\n', 'proxy it answers 403'],
    ['wants a login', 'HTTP/1.1 407 Proxy Authentication Required\r\n\r\n', 'proxy it answers 407'],
    ['is none', 'SSH-2.0-x\r\n\r\n', 'proxy it is no proxy'],
  ])('a proxy that %s', async (_what, answer, says) => {
    const port = await stage.listen(createTcp((socket) => socket.once('data', () => socket.end(answer))));
    await onStage({}, async ({ hub, tokens }) => {
      hosts(hub, ['fine']);
      const env = {
        ...ENV,
        HF_TOKEN: tokens.read,
        https_proxy: `http://ada:secret-of-the-proxy@127.0.0.1:${String(port)}`,
      };
      const secrets = ['secret-of-the-proxy'];
      const run = await runCli({ ...node, hub, args: ['check', OPEN, '--network', 'warn', '--json'], env, secrets });
      expect(run.report).toMatchObject({ result: 'pass', blocked: false });
      expect(barriers(run.report)).toEqual({ fine: says });
      expect(run.exitCode).toBe(0);
    });
  });

  test('all hosts there, and under off none is asked', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      hosts(hub, ['fine']);
      const env = { ...ENV, HF_TOKEN: tokens.read };
      const good = await runAction({ ...node, hub, inputs: { ...INPUTS, network: 'fail' }, env });
      expect(good.report).toMatchObject({ result: 'pass', network: { asked: [host('fine')], blocked: [] } });
      expect(good.summary).toContain('1 host that downloads and uploads need: it can be reached from here.');
      expect(good.summary).toContain('<summary>Hosts to allow</summary>');
      const off = await runAction({ ...node, hub, inputs: INPUTS, env });
      expect(off.report?.network).toBeUndefined();
      expect(off.summary).not.toContain('Hosts');
      expect(hub.requests.filter(({ path }) => path === '/.well-known/meta.json')).toHaveLength(1);
    });
  });

  test.each([
    ['there is none', undefined, 'the endpoint was asked for its list, and the answer was 401'],
    ['it names none', { lfsDomains: ['10.0.0.10', 'x'], cdnDomains: [] }, "the endpoint's list names no hosts"],
  ])('a list that cannot be had blocks nothing and is no green light: %s', async (_what, list, why) => {
    await onStage({}, async ({ hub, tokens }) => {
      if (list !== undefined) hub.world.hosts = list;
      const env = { ...ENV, HF_TOKEN: tokens.read };
      const run = await runCli({ ...node, hub, args: ['check', OPEN, '--network', 'fail', '--json'], env });
      expect(run.report).toMatchObject({ result: 'pass', network: { asked: [], blocked: [], unknown: why } });
      const [notice] = run.report?.notices.filter(({ code }) => code === 'network-unknown') ?? [];
      expect(notice).toMatchObject({ level: 'warning', message: expect.stringContaining(why) });
      expect(run.exitCode).toBe(0);
    });
  });

  test('a denied check stays denied beside it, and nobody hears of a token', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      hosts(hub, ['refused']);
      const args = ['check', 'meta-llama/Llama-pending', '--network', 'fail'];
      const run = await runCli({ ...node, hub, args, env: { ...ENV, HF_TOKEN: tokens.read } });
      expect(run.exitCode).toBe(1);
      expect(run.stdout).toContain('a check was denied and a host that downloads or uploads need cannot be reached');
      expect(run.stdout).toContain(`- ${host('refused')}`);
    });
  });

  test('check run and comment say that a host is missing and not which, and merge keeps what each runner met', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const github = await startGitHub({ faults: [] });
      try {
        hosts(hub, ['fine', 'refused']);
        const env = { ...ENV, HF_TOKEN: tokens.read, GITHUB_API_URL: github.apiUrl, GITHUB_EVENT_NAME: 'pull_request' };
        const inputs = { ...INPUTS, network: 'fail', 'check-run': 'true', comment: 'true', 'github-token': TOKEN };
        const event = { pull_request: { number: 7, head: { sha: 'a'.repeat(40) } } };
        const one = await runAction({ ...node, hub, env, inputs, event, secrets: [TOKEN] });
        const comment = github.comments[0]?.body ?? '';
        expect(github.checkRuns[0]).toMatchObject({ conclusion: 'failure' });
        expect(comment).toContain('A host that downloads or uploads need cannot be reached from the runner');
        expect(comment).toContain('network-blocked');
        expect(comment).not.toContain('.test');
        // Another runner, which meets another wall; and one that was not asked to look.
        hosts(hub, ['fine', 'gone']);
        const two = await runAction({ ...node, hub, env, inputs: { ...INPUTS, models: 'squad', network: 'fail' } });
        const paths = { one: join(folder, 'one.json'), two: join(folder, 'two.json') };
        writeFileSync(paths.one, JSON.stringify(one.report));
        writeFileSync(paths.two, JSON.stringify(two.report));
        const all = await runCli({ ...node, args: ['merge', '--json', ...Object.values(paths)], env: {} });
        expect(all.report).toMatchObject({ result: 'fail', blocked: true });
        expect(all.report?.blockedBy).toContain('network');
        expect(all.report?.network?.asked).toEqual(['fine', 'refused', 'gone'].map((name) => host(name as Name)));
        expect(barriers(all.report)).toEqual({ refused: 'refused', gone: 'name' });
        // A report that hides what it met is not believed.
        writeFileSync(
          paths.two,
          JSON.stringify({ ...two.report, notices: [], result: 'pass', blocked: false, blockedBy: [] }),
        );
        const forged = await runCli({ ...node, args: ['merge', '--json', ...Object.values(paths)], env: {} });
        expect(forged.exitCode).toBe(2);
      } finally {
        await github.close();
      }
    });
  });
});
