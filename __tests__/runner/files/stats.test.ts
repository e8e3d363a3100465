/** What is at a path, and why it cannot be looked at, where the system has more to say than that nothing is there. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { obstacleTo } from '../../../src/runner/files/below';
import { unreachable } from '../../../src/runner/files/reach';
import { entryAt, targetAt } from '../../../src/runner/files/stats';
import { TreeWalk } from '../../../src/runner/tree/walk';

const base = mkdtempSync(join(tmpdir(), 'stats-'));
beforeAll(() => {
  mkdirSync(join(base, 'folder'));
  writeFileSync(join(base, 'file'), '');
  symlinkSync('folder', join(base, 'to-folder'));
  symlinkSync('file', join(base, 'to-file'));
  symlinkSync('nowhere', join(base, 'dangling'));
  symlinkSync('circle', join(base, 'circle'));
});
afterAll(() => {
  rmSync(base, { recursive: true });
});

const MISSING = 'there is no such file or folder';
const NOWHERE = 'it is a symbolic link that leads to nothing';
const CLOSED = 'it cannot be read';

/** A path → what it is, what it leads to, and why it cannot be looked at. */
const ROWS = [
  { path: 'file', entry: 'file', target: 'file', obstacle: undefined },
  { path: 'folder', entry: 'folder', target: 'folder', obstacle: 'no-file' },
  { path: 'to-file', entry: 'link', target: 'file', obstacle: 'link' },
  { path: 'to-folder', entry: 'link', target: 'folder', obstacle: 'link' },
  { path: 'nowhere', why: MISSING, obstacle: undefined },
  { path: 'file/below', why: MISSING, obstacle: 'no-folder' },
  { path: 'dangling', entry: 'link', why: NOWHERE, obstacle: 'link' },
  { path: 'dangling/below', why: MISSING, obstacle: 'link' },
  { path: 'circle', entry: 'link', why: NOWHERE, obstacle: 'link' },
  { path: 'circle/below', why: CLOSED, obstacle: 'link' },
  { path: 'n'.repeat(300), why: CLOSED, obstacle: undefined },
  { path: `folder/${'n'.repeat(300)}/below`, why: CLOSED, obstacle: undefined },
  { path: 'nul\0', why: CLOSED, obstacle: undefined },
] as const;

test.each(ROWS)('$path', (row) => {
  const path = join(base, row.path);
  const kindOf = (stats: ReturnType<typeof entryAt>) =>
    stats && (stats.isSymbolicLink() ? 'link' : stats.isDirectory() ? 'folder' : 'file');
  expect({
    entry: kindOf(entryAt(path)),
    target: kindOf(targetAt(path)),
    why: unreachable(path),
    obstacle: obstacleTo({ path, root: base }),
  }).toEqual({
    entry: 'entry' in row ? row.entry : undefined,
    target: 'target' in row ? row.target : undefined,
    why: 'why' in row ? row.why : undefined,
    obstacle: row.obstacle,
  });
});

test.each(ROWS.filter((row) => 'why' in row))('a walk that is to begin at $path leaves it out', ({ path }) => {
  const walk = new TreeWalk({ base, takes: () => true });
  expect([...walk.files(join(base, path))]).toEqual([]);
  expect(walk.skipped).toEqual([{ file: path, reason: 'unreadable' }]);
});
