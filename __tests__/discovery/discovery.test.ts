/** A search of folders, and the input `discover`: the sources themselves, on real files. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { scanTree } from '../../src/discovery';
import { discover } from '../../src/discovery/for-run';
import { pathsIn } from '../../src/discovery/paths';
import { LIMITS } from '../../src/runner/tree/walk';

let top = '';
/** The checkout; beside it is what does not belong to it. */
let base = '';
beforeEach(() => {
  top = realpathSync(mkdtempSync(join(tmpdir(), 'discovery-')));
  base = join(top, 'work');
  mkdirSync(base);
});
afterEach(() => {
  rmSync(top, { recursive: true, force: true });
});

function write(path: string, text: string | Uint8Array): void {
  mkdirSync(dirname(join(base, path)), { recursive: true });
  writeFileSync(join(base, path), text);
}

const IMPORT = 'from transformers import AutoModel\n';
const load = (id: string) => `${IMPORT}AutoModel.from_pretrained("${id}")\n`;
const TIME = { milliseconds: 60_000 };

/** What a search of some paths finds, as `id file:line`. */
async function found(...paths: readonly string[]): Promise<string[]> {
  const { repos } = await scanTree(
    paths.map((path) => join(base, path)),
    base,
  );
  return repos.flatMap(({ repo, sources }) => sources.map(({ file, line }) => `${repo.id} ${file}:${String(line)}`));
}

describe('files', () => {
  test('are read as what they are: ASCII, UTF-8, and bytes that are no text', async () => {
    write('ascii.py', load('acme/a'));
    write('umlaut.py', `# für\nFUER = "ü"\n${load('acme/b')}`);
    write('latin.py', Buffer.from(`# f\xFCr\n${load('acme/c')}`, 'latin1'));
    // A letter of more than one byte before the id, on its line: a wrong reading moves it.
    write('same.py', `${IMPORT}größe = AutoModel.from_pretrained("acme/d")\n`);
    write('prose.py', 'x = 1\n');
    expect(await found('.')).toEqual([
      'acme/a ascii.py:2',
      'acme/b umlaut.py:4',
      'acme/c latin.py:3',
      'acme/d same.py:2',
    ]);
    expect((await scanTree([base], base)).filesRead).toBe(5);
  });

  test('a word of more than one byte is one word in both readings', async () => {
    write('café/load.py', `naïve = "acme/é"\n${load('acme/a')}`);
    write('load.py', `${IMPORT}AutoModel.from_pretrained("acme/mod\u00e8le")\n`);
    expect(await found('.')).toEqual(['acme/a café/load.py:3']);
  });

  test('the nothing of YAML is the name of no repo, and between quotes it is one', async () => {
    write('a.yaml', 'datasets:\n  - path: null\n  - path: ~\n  - path: NULL\n  - path: "null"\nbase_model: Null\n');
    expect(await found('.')).toEqual(['null a.yaml:5']);
    expect((await scanTree([base], base)).unresolved).toEqual([]);
  });

  test('what no finder gets through is told, and the next file is read', async () => {
    write('a.py', `${IMPORT}x = ${'('.repeat(5_000)}`);
    write('b.py', load('acme/b'));
    const { repos, unresolved } = await scanTree([base], base);
    expect(repos.map(({ repo }) => repo.id)).toEqual(['acme/b']);
    expect(unresolved).toEqual([{ file: 'a.py', line: 1, how: 'Python', reason: 'syntax' }]);
  });

  test('many files leave a turn to others', async () => {
    for (let index = 0; index < 60; index += 1)
      write(`f${String(index)}.py`, load(`acme/m${String(index)}`).repeat(50));
    const seen = { turns: 0, isOver: false };
    const other = (async () => {
      while (!seen.isOver) {
        await turn();
        seen.turns += 1;
      }
    })();
    await scanTree([base], base);
    seen.isOver = true;
    await other;
    expect(seen.turns).toBeGreaterThan(2);
  });
});

describe('a name that is a folder of the tree is no repo', () => {
  test.each([
    ['seen from the base', ['acme/model/config.json'], 'train.py', '.', []],
    ['seen from the file', ['src/acme/model/config.json'], 'src/train.py', '.', []],
    ['seen from the file, outside of the base', ['../else/acme/model/config.json'], '../else/train.py', '../else', []],
    ['another', ['acme/models/config.json'], 'train.py', '.', ['acme/model train.py:2']],
    ["of a folder that is not the file's", ['other/acme/model/x'], 'src/train.py', '.', ['acme/model src/train.py:2']],
    ['beside the base', ['../acme/model/x'], 'train.py', '.', ['acme/model train.py:2']],
  ] as const)('%s', async (_, made, file, named, expected) => {
    for (const path of made) write(path, '{}');
    write(file, load('acme/model'));
    expect(await found(named)).toEqual(expected);
  });

  test.each([
    ['no file can have', 'n'.repeat(300)],
    ['with a character that no name has', String.raw`a\0b`],
    ['with folders without end', 'n/'.repeat(3_000)],
  ])('a name %s hides nothing else of its file', async (_, name) => {
    write('a.py', `${load('acme/a')}AutoModel.from_pretrained("${name}")\nimport ${'n'.repeat(300)}\n`);
    expect(await found('.')).toEqual(['acme/a a.py:2']);
  });

  test('nor is one with letters of more than one byte', async () => {
    write('café/config.json', '{}');
    write('a.py', `${IMPORT}AutoModel.from_pretrained("café")\nAutoModel.from_pretrained("cafe")\n`);
    const { unresolved } = await scanTree([base], base);
    expect(unresolved.map(({ line }) => line)).toEqual([3]);
  });

  test('nor is it one the second time that it is named', async () => {
    write('acme/model/config.json', '{}');
    write('a.py', load('acme/model') + load('acme/other') + load('acme/model'));
    write('b.py', load('acme/model') + load('acme/other'));
    expect(await found('.')).toEqual(['acme/other a.py:4', 'acme/other b.py:4']);
  });
});

describe('what a run is told', () => {
  const unknown = (count: number) => `${IMPORT}${'AutoModel.from_pretrained(name)\n'.repeat(count)}`;

  test('repos with their places, and what cannot be told: the first five places, and our words for why', async () => {
    write('train.py', load('acme/a'));
    write('open.py', unknown(7));
    expect(await discover([base], { folder: base, ...TIME })).toEqual({
      repos: [{ repo: { type: 'model', id: 'acme/a' }, sources: [{ file: 'train.py', line: 2 }] }],
      unresolved: {
        count: 7,
        reasons: [['the id is a variable that this file gives no constant', 7]],
        places: [2, 3, 4, 5, 6].map((line) => `open.py:${String(line)}`),
        isCut: false,
      },
      files: 2,
    });
  });

  test('names of files are foreign text', async () => {
    write('a\u001b[2J.py', load('acme/a'));
    write('b\n::error::.py', unknown(1));
    const { repos, unresolved } = await discover([base], { folder: base, ...TIME });
    const files = [...repos.flatMap(({ sources }) => sources.map(({ file }) => file)), ...unresolved.places];
    expect(files).toHaveLength(2);
    // eslint-disable-next-line no-control-regex -- what must not be there
    for (const file of files) expect(file).not.toMatch(/[\u0000-\u001f]|::/);
  });

  test('that a limit was met, and not that something else was left out', async () => {
    write('train.py', load('acme/a'));
    write('tests/b.py', load('acme/b'));
    const isCut = async (milliseconds: number) =>
      (await discover([base], { folder: base, milliseconds })).unresolved.isCut;
    expect(await isCut(LIMITS.milliseconds)).toBe(false);
    expect(await isCut(-1)).toBe(true);
    // One limit among other reasons counts.
    const both = await discover([join(base, 'train.py'), base], { folder: base, milliseconds: -1 });
    expect(both.unresolved.isCut).toBe(true);
  });
});

describe('the input', () => {
  const asked = (text: string, edge: 'action' | 'cli' = 'action', folder = base) => {
    const { found: paths, problems } = pathsIn(text, {
      edge,
      folder,
      redact: (given) => given.replace('SECRET', '***'),
    });
    return [...paths, ...problems.map(({ input, rule, quote }) => `${input} ${quote ?? ''}: ${rule}`)];
  };

  test('paths on lines of their own or separated by commas, without the blanks around them', () => {
    for (const path of ['a', 'b b', 'c']) mkdirSync(join(base, path));
    expect(asked(' a ,b b\r\n\n , c,')).toEqual([join(base, 'a'), join(base, 'b b'), join(base, 'c')]);
    expect(asked(' \n,')).toEqual([]);
  });

  const OUTSIDE = 'must be in the checkout (GITHUB_WORKSPACE)';
  const LINK = 'there is a symbolic link on the way to it';
  const MISSING = 'there is no such file or folder';
  const NOWHERE = 'it is a symbolic link that leads to nothing';
  const NEITHER = 'it is neither a file nor a folder';
  /** A path → what the Action says of it, and the command line; nothing where it is taken. */
  const ROWS: readonly { readonly path: string; readonly action?: string; readonly cli?: string }[] = [
    { path: '.' },
    { path: 'folder' },
    { path: 'file.py' },
    { path: 'folder/file.py' },
    { path: 'nowhere', action: MISSING, cli: MISSING },
    { path: 'nowhere-SECRET', action: MISSING, cli: MISSING },
    { path: 'file.py/below', action: MISSING, cli: MISSING },
    { path: 'n'.repeat(300), action: 'it cannot be read', cli: 'it cannot be read' },
    { path: '..', action: OUTSIDE },
    { path: '../beside', action: OUTSIDE },
    { path: '../work-beside', action: OUTSIDE },
    { path: '../nowhere', action: OUTSIDE, cli: MISSING },
    { path: 'link', action: LINK },
    { path: 'link/file.py', action: LINK },
    { path: 'link.py', action: LINK, cli: NEITHER },
    { path: 'dangling', action: LINK, cli: NOWHERE },
    { path: 'circle', action: LINK, cli: NOWHERE },
    { path: 'circle/file.py', action: LINK, cli: 'it cannot be read' },
  ];

  test.each(ROWS)('$path', ({ path, action, cli }) => {
    for (const folder of ['folder', '../beside', '../work-beside']) write(`${folder}/file.py`, '');
    write('file.py', '');
    symlinkSync(join(top, 'beside'), join(base, 'link'));
    symlinkSync('file.py', join(base, 'link.py'));
    symlinkSync('nowhere', join(base, 'dangling'));
    symlinkSync('circle', join(base, 'circle'));
    const shown = path.length > 80 ? `${path.slice(0, 77)}...` : path.replace('SECRET', '***');
    const told = (rule?: string) => (rule === undefined ? [join(base, path)] : [`discover ${shown}: ${rule}`]);
    expect(asked(path)).toEqual(told(action));
    expect(asked(path, 'cli')).toEqual(told(cli));
  });

  test('a checkout that is named by a link is the same checkout', () => {
    write('folder/file.py', '');
    symlinkSync(base, join(top, 'alias'));
    const alias = join(top, 'alias');
    expect(asked('folder', 'action', alias)).toEqual([join(alias, 'folder')]);
    expect(asked(join(base, 'folder'), 'action', alias)).toEqual([join(base, 'folder')]);
    expect(asked('.', 'action', alias)).toEqual([alias]);
  });
});
