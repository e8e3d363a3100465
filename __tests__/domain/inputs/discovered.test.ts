import { describe, expect, test } from '@jest/globals';
import { parsePlan } from '../../../src/domain/parse-plan';
import type { Discovered } from '../../../src/domain/inputs/discovered';
import type { RawPlan } from '../../../src/domain/plan';

const TOKEN = `hf_${'Kd5Wz1Bn7'.repeat(4)}`;
const FOUND: Discovered = {
  repos: [
    { repo: { type: 'model', id: 'acme/base' }, sources: [{ file: 'train.py', line: 3 }] },
    { repo: { type: 'dataset', id: 'acme/corpus', revision: 'v1' }, sources: [{ file: 'a.yaml', line: 1 }] },
  ],
  unresolved: { count: 2, reasons: [['why', 2]], places: ['train.py:9'], isCut: false },
  files: 4,
};
const NONE: Discovered = { ...FOUND, repos: [] };

function planOf(inputs: RawPlan['inputs'], discovered: Discovered) {
  return parsePlan({
    inputs,
    discovered,
    tokens: [{ source: 'HF_TOKEN', raw: TOKEN }],
    trustHfEndpoint: false,
    certificateChecksOff: false,
  });
}

describe('what a search found', () => {
  test('is read, beside what is listed, and once with all its places', () => {
    const reading = planOf({ models: 'acme/base acme/base:write', operation: 'read' }, FOUND);
    expect(reading).toMatchObject({
      kind: 'plan',
      plan: {
        gaps: { count: 2 },
        requirements: [
          {
            repo: { type: 'model', id: 'acme/base' },
            operation: 'read',
            sources: [
              { input: 'models', line: 1 },
              { input: 'discover', file: 'train.py', line: 3 },
            ],
          },
          { operation: 'write', sources: [{ input: 'models', line: 1 }] },
          {
            repo: { type: 'dataset', id: 'acme/corpus', revision: 'v1' },
            operation: 'read',
            sources: [{ input: 'discover', file: 'a.yaml', line: 1 }],
          },
        ],
      },
    });
  });

  test('is read whatever the input operation says', () => {
    const reading = planOf({ operation: 'write' }, FOUND);
    expect(reading.kind === 'plan' && reading.plan.requirements.map(({ operation }) => operation)).toEqual([
      'read',
      'read',
    ]);
  });

  test('nothing obeys on-empty, and says how much could not be told', () => {
    expect(planOf({}, NONE)).toMatchObject({
      kind: 'problems',
      problems: [{ input: 'on-empty', rule: expect.stringContaining('discover found none in 4 files, and 2 places') }],
    });
    expect(planOf({ 'on-empty': 'pass' }, NONE)).toMatchObject({ kind: 'plan', plan: { requirements: [] } });
    expect(planOf({ models: 'acme/base' }, NONE)).toMatchObject({ kind: 'plan' });
  });

  test('an id that holds the token is bad input, and is not repeated', () => {
    const repo = { type: 'model', id: `acme/${TOKEN}` } as const;
    const reading = planOf({}, { ...FOUND, repos: [{ repo, sources: [{ file: 'train.py', line: 3 }] }] });
    expect(reading).toMatchObject({ kind: 'problems', problems: [{ input: 'discover', line: 3 }] });
    expect(JSON.stringify(reading.kind === 'problems' && reading.problems)).not.toContain(TOKEN);
  });
});
