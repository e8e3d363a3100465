import { afterEach, expect, test } from '@jest/globals';
import { dropVariables, takeEnvironment } from '../../src/runner/environment';

const NAMES = ['INPUT_TOKEN', 'INPUT_GITHUB-TOKEN', 'HF_TOKEN', 'HUGGING_FACE_HUB_TOKEN', 'HF_API_KEY'];
afterEach(() => {
  for (const name of NAMES) Reflect.deleteProperty(process.env, name);
});

test('what holds a token is handed on, and gone from the process, whose environment diagnostic reports copy', () => {
  for (const name of NAMES) process.env[name] = `invented ${name}`;
  process.env['INPUT_MODELS'] = 'a/b';
  const env = takeEnvironment();
  expect(NAMES.map((name) => env[name])).toEqual(NAMES.map((name) => `invented ${name}`));
  expect(NAMES.map((name) => process.env[name])).toEqual(NAMES.map(() => undefined));
  expect([env['INPUT_MODELS'], process.env['INPUT_MODELS']]).toEqual(['a/b', 'a/b']);
  Reflect.deleteProperty(process.env, 'INPUT_MODELS');
});

test('variables that an input named are gone too, but for those that the platform still reads', () => {
  const named = ['HF_PUSH', 'GITHUB_TOKEN', 'GITHUB_PUSH_TO_HF', 'RUNNER_HF', 'GITHUB_OUTPUT', 'RUNNER_TEMP'];
  const before = Object.fromEntries(named.map((name) => [name, process.env[name]]));
  for (const name of named) process.env[name] = `invented ${name}`;
  dropVariables(named);
  expect(named.filter((name) => process.env[name] !== undefined)).toEqual(['GITHUB_OUTPUT', 'RUNNER_TEMP']);
  for (const [name, value] of Object.entries(before)) {
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  }
});
