import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { LIMITS, TreeWalk, type Limits } from '../../../src/runner/tree/walk';

let base = '';
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'walk-'));
});
afterEach(() => {
  rmSync(base, { recursive: true, force: true });
});

function write(path: string, text: string | Uint8Array = 'x = 1\n'): void {
  mkdirSync(dirname(join(base, path)), { recursive: true });
  writeFileSync(join(base, path), text);
}

function walked(named = '', limits: Partial<Limits> = {}): { files: string[]; skipped: Record<string, string> } {
  const walk = new TreeWalk({ base, takes: (path) => path.endsWith('.py'), limits: { ...LIMITS, ...limits } });
  const files = [...walk.files(join(base, named))].map(({ path }) => path);
  return { files, skipped: Object.fromEntries(walk.skipped.map(({ file, reason }) => [file, reason])) };
}

describe('a tree', () => {
  test('is read in order, with the bytes of each file', () => {
    write('b.py', 'two');
    write('a/c.py', 'one');
    write('notes.txt');
    const walk = new TreeWalk({ base, takes: (path) => path.endsWith('.py') });
    const texts = Array.from(walk.files(base), ({ path, bytes }) => [path, bytes.toString()]);
    expect(texts).toEqual([
      ['b.py', 'two'],
      ['a/c.py', 'one'],
    ]);
    expect(walk.filesRead).toBe(2);
  });

  test('is read whole, whatever was read before', () => {
    const sizes = [65_535, 65_536, 65_537, 3, 1024 * 1024, 0];
    sizes.forEach((size, index) => {
      write(`${String(index)}.py`, String(index).repeat(size));
    });
    const walk = new TreeWalk({ base, takes: () => true });
    expect(Array.from(walk.files(base), ({ bytes }) => bytes.toString())).toEqual(
      sizes.map((size, index) => String(index).repeat(size)),
    );
  });

  test('leaves out tests and the code of others, and says so', () => {
    for (const path of ['a.py', 'tests/b.py', 'pkg/test_c.py', 'pkg/conftest.py', 'node_modules/d.py', '.venv/e.py'])
      write(path);
    expect(walked()).toEqual({
      files: ['a.py'],
      skipped: {
        '.venv': 'vendored',
        node_modules: 'vendored',
        'pkg/conftest.py': 'tests',
        'pkg/test_c.py': 'tests',
        tests: 'tests',
      },
    });
    expect(walked('tests').files).toEqual(['tests/b.py']);
    expect(walked('pkg/test_c.py').files).toEqual(['pkg/test_c.py']);
    expect(walked('node_modules').files).toEqual(['node_modules/d.py']);
  });

  test.each([
    ['tests', 'test tests __tests__ testing unittests unit_tests integration_tests testdata test_data Tests'],
    ['vendored', 'node_modules vendor third_party site-packages venv .venv .tox __pycache__ x.egg-info'],
  ])('folders that are %s', (reason, names) => {
    for (const name of names.split(' ')) {
      write(`${name}/a.py`);
      expect(walked()).toEqual({ files: [], skipped: { [name]: reason } });
      rmSync(join(base, name), { recursive: true });
    }
  });

  test('obeys .gitignore as git does', () => {
    mkdirSync(join(base, '.git', 'info'), { recursive: true });
    write('.git/info/exclude', 'excluded.py\n');
    write('.gitignore', 'build/\n*.gen.py\n!kept.gen.py\n/top.py\n');
    write('pkg/.gitignore', 'own.py\n!a.gen.py\n');
    const kept = ['kept.gen.py', 'pkg/a.gen.py', 'pkg/top.py', 'own.py'];
    for (const path of [...kept, 'build/x.py', 'b.gen.py', 'top.py', 'pkg/own.py', 'pkg/deep/own.py', 'excluded.py'])
      write(path);
    expect(walked().files.sort()).toEqual([...kept].sort());
    // What is above the named folder holds too.
    expect(walked('pkg').files.sort()).toEqual(['pkg/a.gen.py', 'pkg/top.py']);
  });
});

describe('a hostile tree costs no more than its bounds', () => {
  test('links, pipes and large files are not read', () => {
    const outside = mkdtempSync(join(tmpdir(), 'outside-'));
    writeFileSync(join(outside, 'secret.py'), 'x');
    symlinkSync(outside, join(base, 'folder'));
    symlinkSync(join(outside, 'secret.py'), join(base, 'link.py'));
    symlinkSync('.', join(base, 'self'));
    execFileSync('mkfifo', [join(base, 'pipe.py')]);
    write('large.py', Buffer.alloc(1024 * 1024 + 1, 'x'));
    write('full.py', Buffer.alloc(1024 * 1024, 'x'));
    write('binary.py', Buffer.from([120, 0, 120]));
    expect(walked()).toEqual({
      files: ['full.py'],
      skipped: { 'link.py': 'link', 'pipe.py': 'not-a-file', 'large.py': 'too-large' },
    });
    rmSync(outside, { recursive: true });
  });

  test('depth, entries, files, bytes and time are bounded', () => {
    for (let depth = 0; depth < 8; depth += 1) write(`${'d/'.repeat(depth)}f.py`);
    expect(walked('', { depth: 2 })).toEqual({
      files: ['f.py', 'd/f.py', 'd/d/f.py'],
      skipped: { 'd/d/d': 'too-deep' },
    });
    expect(walked('', { files: 3 }).files).toHaveLength(3);
    expect(Object.values(walked('', { files: 3 }).skipped)).toEqual(['limit']);
    expect(Object.values(walked('', { bytes: 10 }).skipped)).toEqual(['limit']);
    expect(Object.values(walked('', { entries: 3 }).skipped)).toEqual(['limit']);
    const walk = new TreeWalk({ base, takes: () => true, limits: { ...LIMITS, files: 1 } });
    for (const named of ['', 'd', 'd/d']) expect([...walk.files(join(base, named))].length).toBeLessThan(2);
    expect(walk.skipped).toHaveLength(1);
    expect(walked('', { milliseconds: -1 })).toEqual({ files: [], skipped: { '.': 'limit' } });
  });

  test('a rule that would be compared for ever is left out', () => {
    write('.gitignore', `${'*a'.repeat(40)}b\n*.gen.py\n`);
    write(`${'a'.repeat(200)}.py`);
    write('x.gen.py');
    expect(walked().files).toEqual([`${'a'.repeat(200)}.py`]);
  });
});
