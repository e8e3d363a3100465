import { afterEach, expect, test } from '@jest/globals';
import { takeEnvironment } from '../../src/runner/environment';

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
