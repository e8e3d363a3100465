import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { CORPUS, EXPECTED, scanned } from './corpus';

const found = await scanned();

describe('the corpus', () => {
  test('has an expectation for every file, and a file for every expectation', () => {
    const files = readdirSync(CORPUS, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/').slice(CORPUS.length + 1));
    expect(files.sort()).toEqual(Object.keys(EXPECTED).sort());
    expect(Object.keys(found).sort()).toEqual(Object.keys(EXPECTED).sort());
  });

  test.each(Object.entries(EXPECTED))('%s', (file, expected) => {
    const { found: repos = [], unresolved = [] } = found[file] ?? {};
    expect({ found: repos.sort(), unresolved: unresolved.sort() }).toEqual({
      found: [...(expected.found ?? [])].sort(),
      unresolved: [...(expected.unresolved ?? [])].sort(),
    });
  });
});
