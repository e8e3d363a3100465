/** Every state of the newer kinds: lines, standings and tokens, through the product over loopback, against an oracle by hand. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addToken } from '../../src/simulator/build';
import { startHub, type TestHub } from '../hub-fixture/start';
import { LINES, POWERS, STANDINGS, expected } from './newer-kinds';
import { newerWorld, placeOf, powerOf, spelled } from './newer-world';
import { planOf, run } from './run-states';

describe('the newer kinds', () => {
  const world = newerWorld();
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startHub({ world });
  });
  afterAll(() => hub.close());

  const askers = STANDINGS.flatMap((standing) => POWERS.map((power) => [standing, power] as const));
  test.each(askers)('%s, %s: each line is what the Hub would do', async (standing, power) => {
    const place = placeOf(standing);
    const secret = addToken(world, `${power} at ${place}`, { power: powerOf(power, place) });
    const list = LINES.map((line) => spelled(line, place)).join('\n');
    const { checks } = await run(planOf(hub.origin, secret, list));
    expect(checks).toHaveLength(LINES.length);
    for (const [at, line] of LINES.entries()) {
      const { outcome, code, certainty, remedy } = checks[at] ?? {};
      const told = expected(line, standing, power);
      expect([line, outcome, told.codes.includes(code ?? '') ? told.codes : code]).toEqual([
        line,
        told.outcome,
        told.codes,
      ]);
      if (told.certainty !== 'either') expect([line, certainty]).toEqual([line, told.certainty]);
      if (outcome === 'denied') expect(remedy).toBeDefined();
    }
  });
});

test('the oracle imports nothing', () => {
  expect(readFileSync('__tests__/proofs/newer-kinds.ts', 'utf8')).not.toMatch(/^import /m);
});
