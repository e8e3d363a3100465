import { expect, test } from '@jest/globals';
import { programAt } from '../../../../src/cli/commands/demo/program';

test.each([
  ['dist/cli/index.js', 'node dist/cli/index.js'],
  ['hf-auth-preflight/dist/cli/index.js', 'node hf-auth-preflight/dist/cli/index.js'],
  ['my tools/dist/cli/index.js', 'node "my tools/dist/cli/index.js"'],
  ['../elsewhere/dist/cli/index.js', 'hf-auth-preflight'],
  ['node_modules/.bin/hf-auth-preflight', 'hf-auth-preflight'],
  ['node_modules\\hf-auth-preflight\\dist\\cli\\index.js', 'hf-auth-preflight'],
  ['.venv/lib/python3.13/site-packages/hf_auth_preflight/dist/cli/index.js', 'hf-auth-preflight'],
])('%s is called by %s', (script, program) => {
  expect(programAt(script)).toBe(program);
});
