import { OPERATION_NAMES } from '../../src/domain/hub/operations';
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';

const README = readFileSync('README.md', 'utf8');
interface Metadata {
  readonly inputs: Record<string, { description: string; default?: string; required?: boolean }>;
  readonly outputs: Record<string, { description: string }>;
  readonly runs: { using: string; main: string };
  readonly branding: { icon: string; color: string };
}
const ACTION = parse(readFileSync('action.yml', 'utf8')) as Metadata;

test('action.yml names the entry and the icon', () => {
  expect(ACTION.runs).toEqual({ using: 'node24', main: 'dist/action/index.js' });
  expect(ACTION.branding).toEqual({ icon: expect.any(String), color: expect.any(String) });
  for (const { description } of [...Object.values(ACTION.inputs), ...Object.values(ACTION.outputs)]) {
    expect(description.length).toBeGreaterThan(10);
    // An expression in a description would be evaluated when the action is loaded.
    expect(description).not.toContain('${{');
  }
});

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly if?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

test('the README starts with a whole job: a short preflight, then a step that it guards and that has the token', () => {
  const [, example = ''] = /## A whole job\n\n```yaml\n([\s\S]*?)```/.exec(README) ?? [];
  const { jobs } = parse(example) as { jobs: { train: { steps: readonly Step[] } } };
  const [preflight, , train] = jobs.train.steps;
  expect(preflight).toMatchObject({ id: 'hub', with: { token: '${{ secrets.HF_TOKEN }}' } });
  const [step = ''] = /^ {6}- name: May this[\s\S]*?(?=^ {6}- )/m.exec(example) ?? [];
  expect(step.trim().split('\n').length).toBeLessThanOrEqual(12);
  expect(train).toMatchObject({
    if: "steps.hub.outputs.ok == 'true'",
    env: { HF_TOKEN: '${{ secrets.HF_TOKEN }}' },
    run: 'make train',
  });
});

test('every run step of the README that follows a preflight has the token', () => {
  const examples = [...README.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text = '']) => parse(text) as unknown);
  const steps = examples.filter((example) => Array.isArray(example)).flat() as readonly Step[];
  const running = steps.filter(({ run }) => run !== undefined);
  expect(running.length).toBeGreaterThan(1);
  expect(running.filter(({ env }) => env?.['HF_TOKEN'] === undefined)).toEqual([]);
});

test('the README never advises pull_request_target, and names every operation', () => {
  expect(README).toMatch(/Do not switch to\s+`pull_request_target`/);
  for (const operation of OPERATION_NAMES) expect(README).toMatch(new RegExp(`^\\| \`${operation}\` +\\|`, 'm'));
});
