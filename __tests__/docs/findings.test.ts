import { accessSync, constants, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

const SCRIPTS = readdirSync('findings').filter((name) => name.endsWith('.sh'));

test('each finding stands in the table', () => {
  const table = readFileSync('findings/README.md', 'utf8');
  const listed = [...table.matchAll(/\]\(([\w-]+\.sh)\)/g)].map(([, name]) => name);
  expect(listed.sort()).toEqual(SCRIPTS.sort());
});

// Windows has no such bit.
(process.platform === 'win32' ? test.skip : test)('and can be run by its name', () => {
  for (const name of SCRIPTS)
    expect(() => {
      accessSync(`findings/${name}`, constants.X_OK);
    }).not.toThrow();
});
