import { describe, expect, test } from '@jest/globals';
import { valuesOf } from '../../../src/domain/inputs/input-words';
import { InputReader, valueOf } from '../../../src/domain/inputs/input-reader';
import type { InputRow } from '../../../src/domain/inputs/input';
import { INPUT_GROUPS, INPUTS, PLAN_INPUTS, type PlanInput } from '../../../src/domain/inputs';
import { parsePlan } from '../../../src/domain/parse-plan';

const rows = Object.entries<InputRow>(INPUTS);

test('the groups hold every input of the command line once, and none is empty there', () => {
  const isShown = ([, row]: [string, InputRow]) => row.edges.includes('cli');
  const shown = INPUT_GROUPS.map(({ rows: group }) => Object.entries<InputRow>(group).filter(isShown));
  expect(shown.filter((group) => group.length === 0)).toEqual([]);
  expect(shown.flatMap((group) => group.map(([name]) => name)).sort()).toEqual(
    rows.flatMap((row) => (isShown(row) ? [row[0]] : [])).sort(),
  );
});

test('a plan is made of every input but credentials and what only the platform can tell', () => {
  const left = Object.keys(INPUTS).filter((name) => !PLAN_INPUTS.includes(name as PlanInput));
  expect(left.sort()).toEqual(['github-token', 'job-workflow-ref', 'token']);
});

test('the defaults that the table states are those of a plan without inputs', () => {
  const listed = { models: 'acme/x' };
  const given = { ...Object.fromEntries(rows.map(([name, row]) => [name, row.default ?? ''])), ...listed };
  const raw = { tokens: [], trustHfEndpoint: false, certificateChecksOff: false };
  const plan = parsePlan({ ...raw, inputs: given });
  expect(plan.kind).toBe('plan');
  expect(plan).toEqual(parsePlan({ ...raw, inputs: listed }));
});

test.each([
  ['true', { value: true }],
  [' TRUE ', { value: true }],
  ['false', { value: false }],
  ['yes', { rule: 'must be one of false, true' }],
])('the flag %j', (text, expected) => {
  expect(valueOf(text, { kind: 'flag' })).toEqual(expected);
});

describe.each(rows)('%s', (_, row) => {
  test('has an example and a default of its own type', () => {
    expect(valueOf(row.example, row.type)).toHaveProperty('value');
    if (row.default !== undefined) expect(valueOf(row.default, row.type)).toHaveProperty('value');
  });

  test('is explained in plain sentences', () => {
    expect(row.help).toMatch(/^[A-Z].{15,}\.$/);
    // Whatever must be a word of a list or within a range is said to be.
    if (['words', 'flag', 'number'].includes(row.type.kind)) expect(valuesOf(row)).toMatch(/^(?:[A-Z].*)\.$/);
  });
});

test('numbers are refused beyond either end of their range', () => {
  const numbers = rows.flatMap(([name, { type }]) => (type.kind === 'number' ? [{ name, type }] : []));
  expect(numbers.length).toBeGreaterThan(3);
  for (const { name, type } of numbers) {
    for (const inside of [type.least, type.most]) expect(valueOf(String(inside), type)).toEqual({ value: inside });
    for (const outside of [type.least - 1, type.most + 1]) {
      expect([name, valueOf(String(outside), type)]).toEqual([
        name,
        { rule: expect.stringMatching(/from \d+ to \d+$/) },
      ]);
    }
  }
});

test('a refused value is quoted redacted, and the default stands in', () => {
  const reader = new InputReader({ 'on-denied': 'hidden' }, () => '***');
  expect(reader.values({ 'on-denied': INPUTS['on-denied'] })).toEqual({ 'on-denied': 'fail' });
  expect(reader.problems).toEqual([{ input: 'on-denied', rule: 'must be one of fail, warn', quote: '***' }]);
});
