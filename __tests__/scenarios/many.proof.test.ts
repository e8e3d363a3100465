/** Long lists on the built dist: nothing is lost on the way out, whoever reads it. What they cost is measured by the benchmark. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { addRepo } from '../../src/simulator/build';
import { isFurther } from './audit';
import { onEachNode, onStage, runAction, runCli } from './harness';

/** With long names, so that fewer of them fill what they must overflow. */
const IDS = Array.from({ length: 1200 }, (_, index) => `ada/${'long-name-'.repeat(8)}${String(index)}`);
const WIDE = { rateLimits: { quotas: { api: 1_000_000 } } };
const QUIET = ['--check-runner', 'off'];
const listOf = (ids: readonly string[]) => ({ 'repos.txt': ids.join('\n') });

const scratch = mkdtempSync(join(tmpdir(), 'preflight-many-'));
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

onEachNode((node) => {
  test('each check costs one request; a slow reader gets the whole report', async () => {
    await onStage(WIDE, async ({ hub, tokens }) => {
      for (const id of IDS) addRepo(hub.world, { type: 'model', id });
      const args = ['check', '--json', '--list', 'repos.txt', '--concurrency', '128', ...QUIET];
      const env = { HF_TOKEN: tokens.read };
      const run = await runCli({ node, hub, args, files: listOf(IDS), env, reader: 'slow' });
      expect(run.exitCode).toBe(0);
      expect(run.report?.counts).toEqual({ allowed: IDS.length, denied: 0, unknown: 0, skipped: 0 });
      expect(run.report?.checks.map(({ repo }) => repo.id)).toEqual(IDS);
      expect(run.stdout.endsWith('\n}\n')).toBe(true);
      expect(hub.requests.filter((one) => !isFurther(one))).toHaveLength(IDS.length + 1);
    });
  });

  test.each([false, 'h2'] as const)('bodies without end are cut and dropped (TLS: %s)', async (tls) => {
    const faults = [{ path: 'auth-check', effect: { kind: 'endless' } }] as const;
    await onStage({ ...WIDE, tls, faults }, async ({ hub, tokens }) => {
      const ids = IDS.slice(0, 24);
      const ca = join(scratch, 'ca.pem');
      writeFileSync(ca, hub.ca ?? '');
      const env = { HF_TOKEN: tokens.read, ...(tls === false ? {} : { NODE_EXTRA_CA_CERTS: ca }) };
      // A busy machine must not turn what is too long into what is too late.
      const patient = ['--concurrency', '8', '--timeout', '60', '--retries', '0'];
      const args = ['check', '--json', '--list', 'repos.txt', ...patient, ...QUIET];
      const run = await runCli({ node, hub, args, files: listOf(ids), env });
      expect(run.exitCode).toBe(3);
      expect(run.report?.counts.unknown).toBe(ids.length);
      expect(run.report?.checks[23]).toMatchObject({
        code: 'unexpected-answer',
        message: expect.stringContaining('longer than 1 MiB') as unknown,
      });
    });
  });

  test('of a long refusal no more is kept than what the report shows of it', async () => {
    const error = `Forbidden${', and not even that'.repeat(800)}`;
    const headers = { 'content-type': 'application/json' };
    const effect = { kind: 'reply', status: 403, headers, body: JSON.stringify({ error }) } as const;
    await onStage({ ...WIDE, faults: [{ path: 'auth-check', effect }] }, async ({ hub, tokens }) => {
      const args = ['check', '--json', 'ada/finetune', ...QUIET];
      const run = await runCli({ node, hub, args, env: { HF_TOKEN: tokens.read } });
      expect(run.report?.counts.denied).toBe(1);
      expect(run.stdout.length).toBeLessThan(error.length);
    });
  });

  test('a token that is refused ends a list that is longer than what is asked at a time', async () => {
    await onStage(WIDE, async ({ hub }) => {
      const ids = IDS.slice(0, 200);
      for (const id of ids) addRepo(hub.world, { type: 'model', id });
      const env = { HF_TOKEN: `hf_${'Ab'.repeat(17)}` };
      const args = ['check', '--json', '--list', 'repos.txt', ...QUIET];
      const { exitCode, report } = await runCli({ node, hub, args, files: listOf(ids), env });
      expect(exitCode).toBe(1);
      expect(new Set(report?.checks.map(({ code, withoutToken }) => `${code} ${String(withoutToken)}`))).toEqual(
        new Set(['token-invalid allowed']),
      );
      expect(report?.checks).toHaveLength(ids.length);
    });
  });

  test('a reader that hangs up on a long report changes neither the exit code nor standard error', async () => {
    await onStage(WIDE, async ({ hub, tokens }) => {
      for (const id of IDS.slice(0, -1)) addRepo(hub.world, { type: 'model', id });
      const args = ['check', '--json', '--list', 'repos.txt', ...QUIET];
      const files = listOf(IDS);
      const run = await runCli({ node, hub, args, files, env: { HF_TOKEN: tokens.read }, reader: 'hangs-up' });
      expect(run.exitCode).toBe(1);
      expect(run.stdout).toMatch(/^\{\n {2}"schema"/);
      expect(run.stderr).toMatch(/^(?:[\d,]+ of 1,200 checked\n)*$/);
    });
  });

  test('the action puts every id into its outputs and its report, and cuts the summary with a word about it', async () => {
    await onStage(WIDE, async ({ hub, tokens }) => {
      for (const id of IDS) addRepo(hub.world, { type: 'model', id });
      const inputs = { token: tokens.read, list: 'repos.txt', concurrency: '128' };
      const run = await runAction({ node, hub, inputs, files: listOf(IDS) });
      expect(run.exitCode).toBe(0);
      expect(JSON.parse(run.outputs['allowed'] ?? '')).toEqual(IDS);
      expect(run.outputs['allowed-count']).toBe('1200');
      expect(run.report?.checks).toHaveLength(IDS.length);
      expect(run.summary).toMatch(/\d+ more rows left out here; the JSON report holds everything\./);
      expect(run.stdout).toContain('and 1,180 more allowed');
    });
  });
});
