import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { NUMBERS } from '../../src/domain/numbers';
import { parsePlan } from '../../src/domain/parse-plan';
import { PLAN_INPUTS, type PlanInput } from '../../src/domain/plan';

const { inputs } = parse(readFileSync(new URL('../../action.yml', import.meta.url), 'utf8')) as {
  inputs: Record<string, { description: string; default?: string }>;
};

test('every input of the action is read, and no other', () => {
  const credentials = ['token', 'github-token'];
  // What the platform alone can tell is handed over as the default of an input.
  const told = Object.keys(inputs).filter((name) => /\$\{\{ *job\./.test(inputs[name]?.default ?? ''));
  expect([...PLAN_INPUTS, ...credentials, ...told].sort()).toEqual(Object.keys(inputs).sort());
});

test('the defaults that action.yml writes down are those of a plan without inputs', () => {
  const given = Object.fromEntries(PLAN_INPUTS.map((name): [PlanInput, string] => [name, inputs[name]?.default ?? '']));
  const raw = { tokens: [], trustHfEndpoint: false, certificateChecksOff: false };
  expect(parsePlan({ ...raw, inputs: given })).toEqual(parsePlan({ ...raw, inputs: {} }));
});

test.each(Object.entries(NUMBERS))('the range of %s is the one that action.yml states', (name, range) => {
  const text = inputs[name]?.description ?? '';
  expect(text.replace(/\s+/g, ' ')).toContain(`${range.least} to ${range.most}`);
  expect(inputs[name]?.default).toBe(String(range.default));
});
