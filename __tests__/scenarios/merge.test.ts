/** A list that is split over jobs and merged again, on the built dist. */
import { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/domain/report';
import { renderSummary } from '../../src/report/markdown';
import { renderText } from '../../src/report/text';
import { addRepo } from '../../src/simulator/build';
import { leaks, outputsFor, unsafe } from './audit';
import { readOutputFile } from './commands';
import { onEachNode, onStage, runAction, runCli } from './harness';

const OFF = ['--check-runner=off', '--retries', '0'];
const OF = 8;
const SHARDS = Array.from({ length: OF }, (_, at) => at + 1);

/** A list with every kind of line: allowed, denied, unknown, renamed, with revisions, listed twice, on several inputs. */
const LISTED = {
  words: ['openai-community/gpt2', 'ada/finetune:write', 'ada/never-made', 'gpt2-tiny'],
  datasets: ['squad', 'ada/corpus'],
  spaces: ['ada/gallery'],
  file: [
    ...Array.from({ length: 60 }, (_, at) => `ada/many-${String(at)}${at % 7 === 0 ? '@nowhere' : ''}`),
    'openai-community/gpt2',
    'ada/many-3:create',
    'datasets/squad',
  ].join('\n'),
};
const LIST_ARGS = [
  ...[...LISTED.words, '--datasets', ...LISTED.datasets, '--spaces', ...LISTED.spaces],
  ...['--list', 'repos.txt'],
];
const FAULTS = [{ path: 'gpt2-tiny', effect: { kind: 'html', status: 503 } } as const];

/** What a run cannot have in common with another: times, ids of requests, the window, the shard. */
function alike(report: Report): Omit<Report, 'startedAt' | 'elapsedMs' | 'rateLimit' | 'shard' | 'shards'> {
  const { startedAt: _s, elapsedMs: _e, rateLimit: _r, shard: _h, shards: _m, checks, ...rest } = report;
  const evidence = (check: Report['checks'][number]) => check.evidence.map(({ requestId: _i, ...reply }) => reply);
  return { ...rest, checks: checks.map((check) => ({ ...check, evidence: evidence(check) })) };
}

/** Reports by name, each as a file of the folder that `merge` runs in. */
function filesOf(reports: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(reports).map(([name, report]) => [
      name,
      typeof report === 'string' ? report : JSON.stringify(report),
    ]),
  );
}

/** Merges what is handed over, and reads what it wrote. */
async function merge(node: string, reports: Readonly<Record<string, unknown>>, args: readonly string[] = []) {
  const base = mkdtempSync(join(tmpdir(), 'preflight-merge-'));
  const paths = { report: join(base, 'all.json'), summary: join(base, 'summary'), outputs: join(base, 'outputs') };
  try {
    writeFileSync(paths.summary, 'what stood there before\n');
    const files = Object.entries(paths).flatMap(([name, path]) => [`--${name}`, path]);
    const run = await runCli({
      node,
      args: ['merge', ...Object.keys(reports), ...files, ...args],
      files: filesOf(reports),
    });
    const text = readFileSync(paths.report, 'utf8');
    const summary = readFileSync(paths.summary, 'utf8');
    const outputs = Object.fromEntries(readOutputFile(readFileSync(paths.outputs, 'utf8')));
    const report = JSON.parse(text) as Report;
    expect(summary).toMatch(/^what stood there before\n/);
    expect([...unsafe('summary', summary), ...unsafe('report', text.replaceAll('\n', ' '))]).toEqual([]);
    expect(outputs).toMatchObject({ ...outputsFor(report), report: paths.report });
    expect(statSync(paths.report).mode & 0o777).toBe(0o600);
    return { ...run, report, summary, outputs };
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

/** The reports of all shards and of one run over the whole list. */
async function played(node: string, args: readonly string[] = []): Promise<{ whole: Report; shards: Report[] }> {
  return onStage({ faults: FAULTS, rateLimits: { quotas: { api: 100_000 } } }, async ({ hub, tokens }) => {
    for (let at = 0; at < 60; at += 1) addRepo(hub.world, { type: 'model', id: `ada/many-${String(at)}` });
    const ask = async (more: readonly string[]): Promise<Report> => {
      const call = ['check', '--json', ...LIST_ARGS, ...OFF, ...args, ...more];
      const { report } = await runCli({
        node,
        hub,
        args: call,
        files: { 'repos.txt': LISTED.file },
        env: { HF_TOKEN: tokens.read },
      });
      if (report === undefined) throw new Error('there is no report');
      return report;
    };
    const [whole, ...shards] = await Promise.all([
      ask([]),
      ...SHARDS.map((index) => ask(['--shard', `${String(index)}/8`])),
    ]);
    return { whole, shards };
  });
}

const named = (shards: readonly Report[]) =>
  Object.fromEntries(shards.map((one, at) => [`${String(at + 1)}.json`, one]));

onEachNode((node) => {
  test('eight shards read like one run', async () => {
    const { whole, shards } = await played(node);
    expect(shards.every(({ checks }) => checks.length > 0 && checks.length < whole.checks.length / 2)).toBe(true);
    expect(shards.map(({ shard }) => shard?.listed)).toEqual(SHARDS.map(() => whole.checks.length));
    const shuffled = named([...shards].reverse());
    const run = await merge(node, shuffled);
    expect(alike(run.report)).toEqual(alike(whole));
    expect(run.report.shards).toEqual({ of: OF, listed: whole.checks.length, missing: [] });
    expect(run.exitCode).toBe(1);
    const same = { ...whole, checks: run.report.checks };
    expect(run.stdout).toBe(renderText(same, { color: false }));
    expect(run.summary).toBe(`what stood there before\n${renderSummary(same)}`);
  });
});
