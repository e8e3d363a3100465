import { describe, expect, jest, test } from '@jest/globals';
import { plainText } from '../../src/domain/text/parts';
import { WINDOW_SECONDS, idOf, runLong, type LongRun } from './windows';

/** The clock of these runs is their own: how long the machine takes for them says nothing. */
jest.setTimeout(600_000);

/** The proportions of a free account, at a tenth: the whole is `npm run prove -- windows`. */
const FREE = { quotas: { api: 100, resolvers: 500 }, inputs: { deadline: '3600' } } as const;

describe('a list that outgrows the window', () => {
  const rows: readonly (readonly [string, LongRun, { api: number[]; resolvers: number[]; windows: number }])[] = [
    [
      'what only the API can tell uses every window to its end',
      { ...FREE, count: 400, operation: 'write' },
      { api: [100, 100, 100, 100, 1], resolvers: [], windows: 4 },
    ],
    [
      'it starts in the middle of a window',
      { ...FREE, count: 250, operation: 'write', late: 137 },
      { api: [100, 100, 51], resolvers: [], windows: 2 },
    ],
    [
      'reads use both buckets',
      { ...FREE, count: 750, operation: 'read' },
      { api: [100, 100], resolvers: [500, 51], windows: 1 },
    ],
    [
      'a list that fits asks auth-check alone',
      { ...FREE, count: 99, operation: 'read' },
      { api: [100], resolvers: [], windows: 0 },
    ],
  ];

  test.each(rows)('%s', async (_name, run, { api, resolvers, windows }) => {
    const seen = await runLong(run);
    expect(seen.report.counts).toEqual({ allowed: run.count, denied: 0, unknown: 0, skipped: 0 });
    expect(seen.report.result).toBe('pass');
    expect({ requests: seen.requests, refused: seen.refused }).toEqual({ requests: run.count + 1, refused: 0 });
    expect(seen.report.checks.every(({ evidence }) => evidence.length === 1)).toBe(true);
    expect({ api: seen.api, resolvers: seen.resolvers }).toEqual({ api, resolvers });
    // The last window that is needed opens then; the second is the reset's, which is told in whole ones.
    expect(seen.seconds).toBeLessThanOrEqual(windows * WINDOW_SECONDS - (run.late ?? 0) * Math.sign(windows) + 1);
    expect(seen.holds).toHaveLength(windows);
    // Both buckets are foreseen.
    expect(seen.holds[0]?.leftMs ?? 0).toBe(seen.seconds * 1000);
  });

  test('what the files do not plainly allow is decided by auth-check', async () => {
    const seen = await runLong({
      ...FREE,
      count: 310,
      operation: 'read',
      asker: 'bob',
      prepare: ({ repos, renames }) => {
        const [pending, accepted, moved, gone] = [300, 301, 302, 303].map((index) => `model:${idOf(index)}`);
        for (const [key = '', state] of [
          [pending, 'pending'],
          [accepted, 'accepted'],
        ] as const) {
          Object.assign(repos.get(key) ?? {}, { gated: 'manual', requests: new Map([['bob', state]]) });
        }
        const repo = repos.get(moved ?? '');
        if (repo !== undefined) repos.set('model:ada/new', { ...repo, id: 'ada/new' });
        renames.set(moved ?? '', 'ada/new');
        for (const key of [moved, gone]) repos.delete(key ?? '');
      },
    });
    const checks = seen.report.checks.slice(300, 305);
    expect(
      checks.map(({ code, certainty, evidence }) => [code, certainty, ...evidence.map(({ status }) => status)]),
    ).toEqual([
      ['gate-pending', 'confirmed', 403, 403],
      ['ok', 'confirmed', 200],
      ['ok-moved', 'confirmed', 307, 307, 200],
      expect.arrayContaining(['not-found', 'confirmed', 404]),
      ['ok', 'confirmed', 307],
    ]);
    expect(seen.report.counts).toMatchObject({ allowed: 308, denied: 2, unknown: 0 });
    expect(seen.refused).toBe(0);
  });

  test('the log tells what is done and how long it will be', async () => {
    const { lines } = await runLong({ ...FREE, count: 350, operation: 'write' });
    expect(lines.filter((line) => line.includes('rate limit'))).toEqual([
      '99 of 350 checked; the rate limit allows 100 requests every 300 s: about 15 min left',
      '199 of 350 checked; the rate limit allows 100 requests every 300 s: about 10 min left',
      '299 of 350 checked; the rate limit allows 100 requests every 300 s: about 5 min left',
    ]);
    expect(lines.length).toBeLessThanOrEqual(25);
  });

  test('where the deadline is too short, the number that would do is told, and it does', async () => {
    const short = await runLong({ ...FREE, count: 350, operation: 'write', inputs: { deadline: '400' } });
    expect(short.report.counts).toEqual({ allowed: 199, denied: 0, unknown: 151, skipped: 0 });
    expect(new Set(short.report.checks.slice(199).map(({ code }) => code))).toEqual(new Set(['rate-limited']));
    expect(plainText(short.report.checks.at(-1)?.remedy?.text ?? [])).toMatch(/^Set `deadline: 960` or more\. /);
    expect(short.lines.find((line) => line.includes('rate limit'))).toBe(
      '99 of 350 checked; the rate limit allows 100 requests every 300 s: about 15 min left, which is past the deadline; to check everything, set `deadline: 960` or more',
    );
    const enough = await runLong({ ...FREE, count: 350, operation: 'write', inputs: { deadline: '960' } });
    expect(enough.report.counts.allowed).toBe(350);
  });

  test('a window with less left than the first requests is no verdict', async () => {
    const seen = await runLong({ ...FREE, count: 40, operation: 'write', quotas: { api: 25, resolvers: 500 } });
    expect(seen.report.counts.allowed).toBe(40);
    // The first requests leave together, before any window is known.
    expect(seen.refused).toBeGreaterThan(0);
    expect(seen.refused).toBeLessThanOrEqual(32);
    expect(seen.seconds).toBe(301);
  });
});
