import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const PAGE = readFileSync('docs/assumptions.md', 'utf8');
const LABELS = ['Assumed', 'Where', 'Settled by', 'If false'];
const MARK = /ASSUMPTION(?:\(([a-z0-9-]+)\): )?/g;

interface Entry {
  readonly id: string;
  readonly facts: readonly (readonly [label: string, text: string])[];
}

const entries: readonly Entry[] = PAGE.split(/^### /m)
  .slice(1)
  .map((section) => {
    const [id = '', ...lines] = section.trim().split('\n');
    const facts = lines.flatMap((line) => {
      const [, label, text] = /^- ([A-Z][a-z ]+): (.+)$/.exec(line) ?? [];
      return label === undefined || text === undefined ? [] : [[label, text] as const];
    });
    return { id, facts };
  });

/** The file of every mark with its id, which is empty where a mark has none. */
const marks = ['src', '__tests__'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => path.endsWith('.ts') && path !== '__tests__/docs/assumptions.test.ts')
    .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(MARK)].map(([, id = '']) => `${id} \`${path}\``)),
);

test('every assumption in the code stands on the page, with its place, and every entry in the code', () => {
  const listed = entries.map(({ id, facts }) => `${id} ${new Map(facts).get('Where') ?? ''}`);
  expect(marks.length).toBeGreaterThan(0);
  expect([...marks].sort()).toEqual([...listed].sort());
});

test('no id is given twice', () => {
  expect(entries.map(({ id }) => id)).toEqual([...new Set(entries.map(({ id }) => id))]);
});

test.each(entries)('$id says what is assumed, where, what would settle it, and what goes wrong', ({ facts }) => {
  expect(facts.map(([label]) => label)).toEqual(LABELS);
});
