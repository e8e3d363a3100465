/** Ctrl-C, on the built dist: what is finished is reported as it is, and the rest as unknown. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { ReportJson } from '../../src/domain/report/report';
import { addRepo } from '../../src/simulator/build';
import { onEachNode, onStage, runCli } from './harness';

const OFF = ['--least-privilege', 'off', '--check-runner=off', '--timeout', '300', '--deadline', '600'];
const IDS = Array.from({ length: 98 }, (_, index) => `ada/many-${String(index)}`);
/** Twenty-five of a hundred. */
const HANGING = /many-(?:7[3-9]|[89]\d)/;

onEachNode((node) => {
  test.each([
    ['SIGHUP', 129],
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s: the exit code is %i, and the files are written', async (name, code) => {
    const faults = [{ path: HANGING, effect: { kind: 'hang' } }] as const;
    await onStage({ faults, rateLimits: { quotas: { api: 100_000 } } }, async ({ hub, tokens }) => {
      for (const id of IDS) addRepo(hub.world, { type: 'model', id });
      let folder = '';
      let [report, summary] = ['', ''];
      const run = await runCli({
        node,
        hub,
        env: { HF_TOKEN: tokens.read },
        args: ['check', '--list', 'l.txt', '--report', 'r.json', '--summary', 's.md', ...OFF],
        files: { 'l.txt': ['ada/never-made', 'ada/finetune:write', ...IDS].join('\n') },
        prepare: ({ workspace }) => {
          folder = workspace;
        },
        signal: { name, when: (stderr) => stderr.includes('75 of 100 checked') },
        onEnd: () => {
          report = readFileSync(join(folder, 'r.json'), 'utf8');
          summary = readFileSync(join(folder, 's.md'), 'utf8');
        },
      });
      expect(run.exitCode).toBe(code);
      expect(run.stderr).toMatch(/^(?:\d+ of 100 checked\n){3}Interrupted: what is finished is reported, .*\n$/);
      const { checks, counts, result } = JSON.parse(report) as ReportJson;
      expect([result, counts]).toEqual(['fail', { allowed: 73, denied: 2, unknown: 25, skipped: 0 }]);
      expect(checks.slice(0, 2).map((check) => check.code)).toEqual(['not-found', 'read-only-token']);
      const unasked = checks.filter(({ outcome }) => outcome === 'unknown');
      expect(unasked.every(({ repo, code: why }) => HANGING.test(repo.id) && why === 'hub-unreachable')).toBe(true);
      for (const text of [run.stdout, summary]) expect(text).toContain('the run was interrupted');
    });
  });

  test('a wait for a gate ends, and the verdict from before it stays', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const run = await runCli({
        node,
        hub,
        env: { HF_TOKEN: tokens.read },
        args: ['check', 'meta-llama/Llama-pending', '--wait-for-access', '600', '--json', ...OFF],
        signal: { name: 'SIGINT', when: (stderr) => stderr.includes('Waiting for 1 gate') },
      });
      expect(run).toMatchObject({ exitCode: 130, report: { checks: [{ code: 'gate-pending' }] } });
    });
  });
});
