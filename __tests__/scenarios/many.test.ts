/** Lists of thousands, on the built dist: nothing is lost on the way out, whoever reads it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from '@jest/globals';
import { addRepo } from '../../src/simulator/build';
import { onEachNode, onStage, runAction, runCli } from './harness';

const IDS = Array.from({ length: 10_000 }, (_, index) => `ada/many-${String(index)}`);
const FILES = { 'repos.txt': IDS.join('\n') };
const WIDE = { rateLimits: { quotas: { api: 1_000_000 } } };

const MEGABYTE = 1_000_000;
const PRELOAD = fileURLToPath(new URL('../../scripts/bench/usage.cjs', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'preflight-usage-'));
const usage = join(scratch, 'usage');
/** Has a run write down its peak memory, in bytes. */
const MEASURED = { NODE_OPTIONS: `--require ${JSON.stringify(PRELOAD)}`, BENCH_USAGE: usage };
const peak = () => (JSON.parse(readFileSync(usage, 'utf8')) as { peak: number }).peak;

afterAll(() => {
  rmSync(scratch, { recursive: true });
});

onEachNode((node) => {
  test('10,000 checks cost one request each and little memory; a slow reader gets the whole report', async () => {
    await onStage(WIDE, async ({ hub, tokens }) => {
      for (const id of IDS) addRepo(hub.world, { type: 'model', id });
      const env = { HF_TOKEN: tokens.read, ...MEASURED };
      await runCli({ node, hub, args: ['check', '--json', 'ada/many-0'], env });
      const one = peak();
      hub.clearRequests();
      const args = ['check', '--json', '--list', 'repos.txt', '--concurrency', '128'];
      const run = await runCli({ node, hub, args, files: FILES, env, reader: 'slow' });
      expect(run.exitCode).toBe(0);
      expect(run.report?.counts).toEqual({ allowed: IDS.length, denied: 0, unknown: 0, skipped: 0 });
      expect(run.report?.checks.map(({ repo }) => repo.id)).toEqual(IDS);
      expect(run.stdout.endsWith('\n}\n')).toBe(true);
      expect(hub.requests).toHaveLength(IDS.length + 1);
      // 50 MB when this was written, and four times as much before anything was done about it.
      expect((peak() - one) / MEGABYTE).toBeLessThan(110);
    });
  });

  test.each([false, 'h2'] as const)('300 bodies without end are cut and dropped (TLS: %s)', async (tls) => {
    const faults = [{ path: 'auth-check', effect: { kind: 'endless' } }] as const;
    await onStage({ ...WIDE, tls, faults }, async ({ hub, tokens }) => {
      const ids = IDS.slice(0, 300);
      const ca = join(scratch, 'ca.pem');
      writeFileSync(ca, hub.ca ?? '');
      const env = { HF_TOKEN: tokens.read, ...MEASURED, ...(tls === false ? {} : { NODE_EXTRA_CA_CERTS: ca }) };
      const args = ['check', '--json', '--list', 'repos.txt', '--concurrency', '8', '--check-runner', 'off'];
      const run = (list: string[]) => runCli({ node, hub, args, files: { 'repos.txt': list.join('\n') }, env });
      const few = await run(ids.slice(0, 8));
      const before = peak();
      const many = await run(ids);
      expect([few.exitCode, many.exitCode]).toEqual([3, 3]);
      expect(many.report?.counts.unknown).toBe(ids.length);
      expect(many.report?.checks[299]).toMatchObject({
        code: 'unexpected-answer',
        message: expect.stringContaining('longer than 1 MiB') as unknown,
      });
      expect((peak() - before) / MEGABYTE).toBeLessThan(160);
    });
  });

  test('of a long refusal no more is kept than what the report shows of it', async () => {
    const error = `Forbidden${', and not even that'.repeat(800)}`;
    const body = JSON.stringify({ error });
    const headers = { 'content-type': 'application/json' };
    const faults = [{ path: 'auth-check', effect: { kind: 'reply', status: 403, headers, body } }] as const;
    await onStage({ ...WIDE, faults }, async ({ hub, tokens }) => {
      const ids = IDS.slice(0, 2_500);
      // What lives fits into this twice; without it, what is dead already may pile up on a busy machine.
      const heap = `${MEASURED.NODE_OPTIONS} --max-old-space-size=80`;
      const env = { HF_TOKEN: tokens.read, ...MEASURED, NODE_OPTIONS: heap };
      const args = ['check', '--json', '--list', 'repos.txt'];
      const run = await runCli({ node, hub, args, files: { 'repos.txt': ids.join('\n') }, env });
      expect(run.report?.counts.denied).toBe(ids.length);
      // 120 MB; with the whole of each reply it was 220 MB.
      expect(peak() / MEGABYTE).toBeLessThan(180);
    });
  });

  test('a token that is refused ends a list that is longer than what is asked at a time', async () => {
    await onStage(WIDE, async ({ hub }) => {
      const ids = IDS.slice(0, 1_200);
      for (const id of ids) addRepo(hub.world, { type: 'model', id });
      const env = { HF_TOKEN: `hf_${'Ab'.repeat(17)}` };
      const args = ['check', '--json', '--list', 'repos.txt', '--check-runner', 'off'];
      const { exitCode, report } = await runCli({ node, hub, args, files: { 'repos.txt': ids.join('\n') }, env });
      expect(exitCode).toBe(1);
      expect(new Set(report?.checks.map(({ code, withoutToken }) => `${code} ${String(withoutToken)}`))).toEqual(
        new Set(['token-invalid allowed']),
      );
      expect(report?.checks).toHaveLength(ids.length);
    });
  });

  test('a reader that hangs up on a long report changes neither the exit code nor standard error', async () => {
    await onStage(WIDE, async ({ hub, tokens }) => {
      for (const id of IDS.slice(0, 1_999)) addRepo(hub.world, { type: 'model', id });
      const files = { 'repos.txt': IDS.slice(0, 2_000).join('\n') };
      const args = ['check', '--json', '--list', 'repos.txt', '--check-runner', 'off'];
      const run = await runCli({ node, hub, args, files, env: { HF_TOKEN: tokens.read }, reader: 'hangs-up' });
      expect(run.exitCode).toBe(1);
      expect(run.stdout).toMatch(/^\{\n {2}"schema"/);
      expect(run.stderr).toMatch(/^(?:[\d,]+ of 2,000 checked\n)+$/);
    });
  });

  test('the action puts every id into its outputs and its report, and cuts the summary with a word about it', async () => {
    await onStage(WIDE, async ({ hub, tokens }) => {
      const ids = IDS.slice(0, 3_000);
      for (const id of ids) addRepo(hub.world, { type: 'model', id });
      const inputs = { token: tokens.read, list: 'repos.txt', concurrency: '128' };
      const run = await runAction({ node, hub, inputs, files: { 'repos.txt': ids.join('\n') } });
      expect(run.exitCode).toBe(0);
      expect(JSON.parse(run.outputs['allowed'] ?? '')).toEqual(ids);
      expect(run.outputs['allowed-count']).toBe('3000');
      expect(run.report?.checks).toHaveLength(ids.length);
      expect(run.summary).toMatch(/\d+ more rows left out here; the JSON report holds everything\./);
      expect(run.stdout).toContain('and 2980 more allowed');
    });
  });
});
