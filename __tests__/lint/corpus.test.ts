import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { FILES, WORKFLOWS } from './innocent';
import { linted, places } from './linted';
import { REPORTED } from './reported';

test.each(REPORTED)('$report', ({ files, finds }) => {
  expect(places(linted(files)).sort()).toEqual([...finds].sort());
});

describe('innocent workflows', () => {
  test('are forty and more, each another one', () => {
    expect(new Set(WORKFLOWS).size).toBeGreaterThanOrEqual(40);
  });

  test.each(WORKFLOWS.map((text, index) => [index + 1, text] as const))('%i', (_, text) => {
    expect(places(linted({ '.github/workflows/ci.yml': text }))).toEqual([]);
  });
});

test.each(Object.entries(FILES))('an innocent %s', (path, text) => {
  expect(places(linted({ [path]: text }))).toEqual([]);
});

/** What users copy, and what runs this project. */
test.each(['docs/recipes', '.github', 'examples'].flatMap((folder) => filesBelow(folder)))(
  '%s of this project',
  (path) => {
    expect(places(linted({ [path]: readFileSync(path, 'utf8') }))).toEqual([]);
  },
);

function filesBelow(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}
