/**
 * Proof 1: every state. A sample here, another one every day; `npm run prove` takes them all and writes its figures into
 * `docs/agreement.md`.
 */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { INPUT_OPERATIONS } from '../../src/domain/hub/kinds';
import type { Check } from '../../src/domain/report/report';
import { prose } from '../../src/domain/text/parts';
import { findRepo } from '../../src/simulator/world';
import { ENDPOINTS, GATES, KINDS, POLICIES, RELATIONS, TOKENS } from './dimensions';
import { expectationOf } from './oracle';
import { Tally, agreementOf, type Agreement } from './run-states';
import { REPOSITORIES, SIZES, allStates, nameOf, sampleOf, worldOfStates, type State } from './states';
import { MIRROR_WRITES, UNDECIDABLE } from './undecidable';

/** Prime, no divisor of any dimension's size, and less than what any token has of states: every value of every dimension is met. */
const STRIDE = 541;
const DAY_MS = 86_400_000;
const turn = Number(process.env['PROOF_TURN'] ?? Math.floor(Date.now() / DAY_MS)) % STRIDE;

const states = allStates();
const taken = sampleOf(states, STRIDE, turn);
/** The smallest of the declared cells may lie between two of those. */
const missed = UNDECIDABLE.filter(({ holds }) => !taken.some(holds));
const sample = [...taken, ...missed.flatMap(({ holds }) => states.find(holds) ?? [])];

describe('the state space', () => {
  test('has thousands of states, each of them once', () => {
    expect(states.length).toBe(SIZES.sites * SIZES.shapes * SIZES.operations);
    expect(states.length).toBeGreaterThanOrEqual(2_000);
    expect(new Set(states.map(nameOf)).size).toBe(states.length);
  });

  test('of which each sample is six hundred or more, and all samples together are everything', () => {
    expect(taken.length).toBeGreaterThanOrEqual(600);
    const turns = Array.from({ length: STRIDE }, (_, at) => sampleOf(states, STRIDE, at).length);
    expect(turns.reduce((sum, count) => sum + count, 0)).toBe(states.length);
  });

  test('holds every value of every dimension, in the sample too', () => {
    const met = (value: (state: State) => string) => new Set(sample.map(value)).size;
    expect(met(({ token }) => token.name)).toBe(TOKENS.length);
    expect(met(({ place }) => place.relation.name)).toBe(RELATIONS.length);
    expect(met(({ place }) => place.policy)).toBe(POLICIES.length);
    expect(met(({ shape }) => shape.kind)).toBe(KINDS.length);
    expect(met(({ shape }) => shape.gate.name)).toBe(GATES.length);
    expect(met(({ repo }) => repo.type)).toBe(REPOSITORIES.length);
    expect(met(({ operation }) => operation)).toBe(INPUT_OPERATIONS.length);
    expect(met(({ endpoint }) => endpoint)).toBe(ENDPOINTS.length);
  });

  test('is a world in which each repo is what its state says', () => {
    const world = worldOfStates();
    for (const { repo, shape } of sample) {
      const found = findRepo(world, repo);
      const isThere = !['missing', 'wrong-type', 'wrong-type-private'].includes(shape.kind);
      expect(found !== undefined).toBe(isThere);
      expect(found?.movedTo !== undefined).toBe(shape.kind.startsWith('renamed'));
    }
  });
});

describe(`a sample of the states (PROOF_TURN=${turn})`, () => {
  let agreement: Agreement;
  beforeAll(async () => {
    agreement = await agreementOf(sample);
  });

  test('is run as a whole', () => {
    const { states: run, byOutcome } = agreement;
    expect(run).toBe(sample.length);
    expect(Object.values(byOutcome).reduce((sum, count) => sum + count, 0)).toBe(sample.length);
    expect(byOutcome['skipped']).toBe(0);
    expect(byOutcome['allowed']).toBeGreaterThan(sample.length / 12);
    expect(byOutcome['denied']).toBeGreaterThan(sample.length / 12);
  });

  test('has the outcome that the Hub would give, each time', () => {
    expect(agreement.wrongOutcomes).toEqual([]);
  });

  test('has the right code wherever something determines it', () => {
    expect(agreement.wrongCodes).toEqual([]);
    const { determined, open } = agreement;
    const undetermined = open.reduce((sum, entry) => sum + entry.states, 0);
    expect(determined + undetermined + (agreement.byOutcome['unknown'] ?? 0)).toBe(sample.length);
    expect(determined).toBeGreaterThan(undetermined);
  });

  test('is certain where the Hub has answered, and inferred where it has not', () => {
    expect(agreement.wrongCertainty).toEqual([]);
  });

  test('has a second witness who tells the truth', () => {
    expect(agreement.wrongWitness).toEqual([]);
  });

  test('has a remedy for each denied check', () => {
    expect(agreement.withoutRemedy).toEqual([]);
  });

  test('is unknown in the declared cells alone', () => {
    expect(agreement.cells.map(({ name }) => name)).toEqual(UNDECIDABLE.map(({ name }) => name));
    expect(agreement.cells.filter((cell) => cell.states === 0)).toEqual([]);
    const onMirrors = agreement.cells.find(({ name }) => name === MIRROR_WRITES)?.unknown ?? 0;
    expect((agreement.byOutcome['unknown'] ?? 0) - onMirrors).toBeLessThan(sample.length / 10);
  });
});

describe('the oracle', () => {
  test('shares nothing with the product but the type of its report, nor with the embedded Hub', () => {
    for (const file of ['oracle.ts', 'truth.ts']) {
      const imports = readFileSync(`__tests__/proofs/${file}`, 'utf8').match(/^import .*$/gm) ?? [];
      const foreign = imports.filter((line) => !/from '\.\/(?:dimensions|states|truth)'/.test(line));
      expect([file, foreign]).toEqual([file, ["import type { Check } from '../../src/domain/report/report';"]]);
    }
  });
});

describe('the comparison itself', () => {
  const state = states.find(({ token, repo }) => token.name === 'classic read' && repo.id.startsWith('org-write/'));
  const check = {
    repo: { type: 'model', id: 'org-write/x' },
    operation: 'read',
    certainty: 'confirmed',
    message: [],
    sources: [],
    evidence: [],
  } as const;

  test.each<[string, Check, keyof Agreement]>([
    [
      'a false red',
      { ...check, outcome: 'denied', code: 'not-found', remedy: { id: 'x', text: prose('x') } },
      'wrongOutcomes',
    ],
    ['an unknown outside the cells', { ...check, outcome: 'unknown', code: 'probe-unsupported' }, 'wrongOutcomes'],
    ['another code', { ...check, outcome: 'allowed', code: 'ok-moved' }, 'wrongCodes'],
    [
      'a guess that passes for an answer',
      { ...check, outcome: 'allowed', code: 'ok', certainty: 'inferred' },
      'wrongCertainty',
    ],
    ['a false witness', { ...check, outcome: 'allowed', code: 'ok', withoutToken: 'denied' }, 'wrongWitness'],
    ['a denied check without a remedy', { ...check, outcome: 'denied', code: 'not-found' }, 'withoutRemedy'],
  ])('catches %s', (_, wrong, list) => {
    if (state === undefined) throw new Error('there is no such state');
    const expected = expectationOf(state);
    expect(expected).toMatchObject({ outcome: 'allowed', codes: ['ok'] });
    const tally = new Tally();
    tally.add({ state, expected, check: wrong });
    expect(tally.sum()[list]).toHaveLength(1);
  });
});
