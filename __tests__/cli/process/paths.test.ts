import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { baseOf } from '../../../src/cli/process/paths';

const folder = mkdtempSync(join(tmpdir(), 'paths-'));
const file = join(folder, 'a.py');
writeFileSync(file, '');
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test.each([
  ['a folder', [folder], folder],
  ['a file', [file], folder],
  ['two of them', [folder, file], process.cwd()],
])('files are named relative to %s', (_what, paths, expected) => {
  expect(baseOf(paths)).toBe(expected);
});
