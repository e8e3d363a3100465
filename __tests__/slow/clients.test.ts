/**
 * Proof 2, the real clients: what the preflight allows they can do on the embedded Hub, what it denies they cannot. The
 * outcome is a section of docs/agreement.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { allStates, nameOf, type State } from '../proofs/states';
import { sectionIn, withSection } from '../support/section';
import { CLIENTS } from './clients/clients';
import { sectionOf } from './clients/page';
import { DIFFERENCES, problemOf } from './clients/reasons';
import { tryClients, type Trials } from './clients/run';
import { ELSEWHERE, chooseStates, dimensionsOf, statesElsewhere } from './clients/sample';

const PAGE = 'docs/agreement.md';
const SECTION = { name: 'clients', by: 'UPDATE_GOLDEN=1 bash .ci/run 85-clients' };

const sample = chooseStates();
/** Three hundred states of each other kind of endpoint, and a sample of them where everything is a sample. */
const elsewhere = statesElsewhere(process.env['WHOLE'] === '1' ? 300 : 24);
const states = [...sample.states, ...elsewhere];
let run: Trials;
beforeAll(async () => {
  run = await tryClients(states);
}, 1_800_000);

describe('the sample', () => {
  test('is large', () => {
    expect(new Set(sample.states).size).toBe(sample.states.length);
    expect(sample.states.length).toBeGreaterThanOrEqual(150);
  });

  test('takes as many states of each other kind of endpoint', () => {
    for (const kind of ELSEWHERE) {
      expect([kind, elsewhere.filter(({ endpoint }) => endpoint === kind).length]).toEqual([
        kind,
        elsewhere.length / ELSEWHERE.length,
      ]);
    }
  });

  test('holds every two values that occur together', () => {
    expect(pairsIn(sample.states)).toEqual(
      pairsIn(allStates().filter(({ endpoint }) => endpoint === 'hub' || endpoint === 'mirror')),
    );
  });
});

describe('the clients', () => {
  test('each did everything that it can do in every state', () => {
    const told = (client: string) =>
      states.reduce((sum, { operation }) => {
        const { deeds } = CLIENTS.find(({ name }) => name === client) ?? { deeds: undefined };
        return sum + Math.max(1, deeds?.[operation].length ?? 0);
      }, 0);
    for (const { name } of CLIENTS) {
      const done = [...run.trials, ...run.omissions].filter(({ client }) => client === name);
      expect([name, done.length]).toEqual([name, told(name)]);
    }
  });

  test('bear out every verdict', () => {
    const problems = run.trials.flatMap((trial) => {
      const problem = problemOf(trial);
      const { client, deed, state, check } = trial;
      return problem === undefined ? [] : [`${client} ${deed} | ${nameOf(state)} | ${check.code} | ${problem}`];
    });
    expect(problems).toEqual([]);
  });

  test('met each verdict often', () => {
    const count = (outcome: string) => run.trials.filter(({ check }) => check.outcome === outcome).length;
    expect(count('allowed')).toBeGreaterThan(500);
    expect(count('denied')).toBeGreaterThan(500);
    // Only the Hub says more than what may be read.
    const atHub = run.trials.filter(({ state }) => state.endpoint === 'hub');
    expect(atHub.filter(({ check }) => check.outcome === 'unknown').length).toBeLessThan(run.trials.length / 10);
    expect(count('skipped')).toBe(0);
  });

  test.each(DIFFERENCES)('still differ: $why', ({ holds }) => {
    expect(run.trials.filter((trial) => trial.check.outcome !== 'unknown' && holds(trial))).not.toEqual([]);
  });
});

test('docs/agreement.md tells so', () => {
  const told = sectionOf(sample, run);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    writeFileSync(PAGE, withSection(readFileSync(PAGE, 'utf8'), SECTION, told));
  }
  expect(withoutFigures(sectionIn(readFileSync(PAGE, 'utf8'), SECTION))).toBe(withoutFigures(told));
});

/** Counts follow the states, and versions the machine. */
function withoutFigures(text: string): string {
  return text.replace(/\d[\d.,]*/g, '0');
}

function pairsIn(states: readonly State[]): Set<string> {
  const pairs = new Set<string>();
  for (const state of states) {
    const values = dimensionsOf(state);
    for (const [index, one] of values.entries()) {
      for (const [offset, other] of values.slice(index + 1).entries()) pairs.add(`${index} ${one} ${offset} ${other}`);
    }
  }
  return pairs;
}
