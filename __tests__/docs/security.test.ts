/** Each promise of SECURITY.md names a test that holds it, and that test is there. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

const PAGE = readFileSync('SECURITY.md', 'utf8');

/** Note → the tests that it names. */
function notesOf(page: string): Map<string, { file: string; words: string }[]> {
  const notes = page.matchAll(/^\[\^(\w+)\]: (.+)$/gm);
  return new Map(
    [...notes].map(([, name = '', text = '']) => [
      name,
      [...text.matchAll(/`(__tests__\/[\w./-]+)`: “([^”]+)”/g)].map(([, file = '', words = '']) => ({ file, words })),
    ]),
  );
}

/** The text below a heading. */
const section = (title: string) => PAGE.split(/^## /m).find((one) => one.startsWith(`${title}\n`)) ?? '';

/** What has to have a note: the bullets of three sections, and the rows of the table. */
function promises(): string[] {
  const bullets = ['What it reads', 'What it sends', 'What it never does'].flatMap((title) =>
    section(title).split(/^- /m).slice(1),
  );
  const rows = section('Attackers and defences')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2);
  return [...bullets, ...rows];
}

/** Held by the stages that build and lint, and not by a test. */
const BY_STAGES = '| a dependency or a changed bundle';

test.each(promises())('a test holds: %s', (promise) => {
  const named = [...promise.matchAll(/\[\^(\w+)\]/g)].map(([, name = '']) => name);
  if (!promise.startsWith(BY_STAGES)) expect(named).not.toEqual([]);
  for (const name of named) expect([...notesOf(PAGE).keys()]).toContain(name);
});

test.each([...notesOf(PAGE)])('the tests of the note %s are there', (_name, tests) => {
  expect(tests).not.toEqual([]);
  for (const { file, words } of tests) expect([file, readFileSync(file, 'utf8').includes(words)]).toEqual([file, true]);
});
