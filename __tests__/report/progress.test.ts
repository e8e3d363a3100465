import { describe, expect, test } from '@jest/globals';
import type { Hold, Progress } from '../../src/domain/progress';
import { progressLogger } from '../../src/report/render/progress';

function told(...progress: readonly Progress[]): string[] {
  const lines: string[] = [];
  const tell = progressLogger({ write: (line) => lines.push(line) }, 'action');
  for (const one of progress) tell(one);
  return lines;
}

const checked = (done: number, total: number): Progress => ({ kind: 'checked', done, total });
const HOLD: Hold = { spentMs: 0, pauseMs: 250_000, leftMs: 2_050_000, window: { limit: 1000, seconds: 300 } };
const held = (more: Partial<Hold> = {}): Progress => ({ kind: 'held', ...HOLD, ...more });

describe('progress', () => {
  test.each([
    [99, 0],
    [100, 4],
    [101, 4],
    [10_000, 4],
  ])('%i checks are %i lines', (total, lines) => {
    const steps = Array.from({ length: total }, (_, index) => checked(index + 1, total));
    expect(told(...steps)).toHaveLength(lines);
  });

  test.each([
    [19, 0],
    [20, 20],
    [10_000, 100],
  ])('on a terminal %i checks are one line that changes %i times', (total, times) => {
    const [stay, change]: [string[], string[]] = [[], []];
    const sink = { write: (line: string) => stay.push(line), update: (line: string) => change.push(line) };
    const tell = progressLogger(sink, 'cli');
    for (let done = 1; done <= total; done += 1) tell(checked(done, total));
    tell({ kind: 'waiting', gates: 1, leftMs: 1000 });
    tell(held());
    expect([change.length, stay.length]).toEqual([times + 1, 1]);
  });

  test('figures are grouped', () => {
    expect(told(checked(2500, 10_000))).toEqual(['2,500 of 10,000 checked']);
    expect(told(checked(10_000, 10_000))).toEqual(['10,000 of 10,000 checked']);
  });

  test.each([
    ['one gate', 1, '1 gate'],
    ['several', 2, '2 gates'],
  ])('waiting for %s', (_name, gates, words) => {
    expect(told({ kind: 'waiting', gates, leftMs: 89_100 })).toEqual([`Waiting for ${words} to open; 90 s left`]);
  });
});

describe('a hold', () => {
  const rate = 'the rate limit allows 1,000 requests every 300 s';
  const rows: readonly (readonly [name: string, hold: Partial<Hold>, line: string])[] = [
    ['minutes', {}, `${rate}: about 34 min left`],
    ['seconds', { leftMs: 118_400 }, `${rate}: about 119 s left`],
    [
      'a deadline that would do',
      { needsSeconds: 2280 },
      `${rate}: about 34 min left, which is past the deadline; to check everything, set \`deadline: 2280\` or more`,
    ],
    [
      'no deadline that would do',
      { leftMs: 6_000_000, needsSeconds: 6300 },
      `${rate}: about 100 min left, which is past the deadline; to check everything, shorten the list, or split it over tokens of several accounts, as no run may take the 105 min that it needs`,
    ],
  ];

  test.each(rows)('%s', (_name, hold, line) => {
    expect(told(held(hold))).toEqual([line]);
    expect(told(checked(3000, 10_001), held(hold))).toEqual([`3,000 of 10,001 checked; ${line}`]);
  });

  test('no window told', () => {
    const hold = { kind: 'held', spentMs: 0, pauseMs: 59_500, leftMs: 59_500 } as const;
    expect(told(hold)).toEqual(['waiting 60 s for the rate limit']);
    expect(told({ ...hold, needsSeconds: 180 })).toEqual([
      'waiting 60 s for the rate limit, which is past the deadline; to check everything, set `deadline: 180` or more',
    ]);
  });

  test('short ones, and those that follow within a minute, are not worth a line', () => {
    expect(told(held({ pauseMs: 4999 }))).toEqual([]);
    expect(told(held(), held({ spentMs: 59_000 }), held({ spentMs: 60_000 }))).toHaveLength(2);
  });

  test('that the deadline is too short is told once, whenever it shows', () => {
    const late = { pauseMs: 1000, needsSeconds: 240 };
    expect(told(held(), held({ spentMs: 1000, ...late }), held({ spentMs: 3000, ...late }))).toHaveLength(2);
  });
});
