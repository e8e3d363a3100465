import { OPERATION_NAMES } from '../../src/domain/operations';
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

test('the step in the README is at most 12 lines long', () => {
  const step = /## The step\n\n```yaml\n([\s\S]*?)```/.exec(README)?.[1] ?? '';
  expect(step).toContain('token: ${{ secrets.HF_TOKEN }}');
  expect(step.trim().split('\n').length).toBeLessThanOrEqual(12);
});

test('the README never advises pull_request_target, and names every operation', () => {
  expect(README).toMatch(/Do not switch to\s+`pull_request_target`/);
  for (const operation of OPERATION_NAMES) expect(README).toMatch(new RegExp(`^\\| \`${operation}\` +\\|`, 'm'));
});
