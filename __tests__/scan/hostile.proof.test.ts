/** Files that nobody wrote by hand: each is read in bounds, and none ends the scan. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { scanTree } from '../../src/discovery';
import { blocksOf } from '../../src/scan/python/blocks';
import { statementsOf } from '../../src/scan/python/statements';

const base = mkdtempSync(join(tmpdir(), 'scan-hostile-'));
afterAll(() => {
  rmSync(base, { recursive: true, force: true });
});

const LARGE = 200_000;
const ROWS: Readonly<Record<string, string>> = {
  'brackets.py': `from_pretrained(${'('.repeat(LARGE)}`,
  'calls.py': 'from_pretrained('.repeat(20_000),
  'chain.py': `x${'.from_pretrained'.repeat(20_000)}("acme/x")`,
  'attributes.py': `from_pretrained(${'a.'.repeat(50_000)}b)`,
  'sum.py': `from_pretrained(${'"a" + '.repeat(20_000)}"b")`,
  'names.py': `${'a = b\nb = a\n'.repeat(20_000)}from_pretrained(a)`,
  'rules.py': `def f(model):\n  ${'#'.repeat(70)}\n  # model\n  ${'#'.repeat(70)}\n  pipeline("text-generation", model=model)\n`,
  'quotes.py': `from_pretrained("${'\\"'.repeat(LARGE)}`,
  'lines.py': `from_pretrained(\n${'\n'.repeat(LARGE)}x)`,
  'started.py': `import os\nCMD = "hf download ${'x '.repeat(LARGE / 2)}"\n${'os.system(CMD)\n'.repeat(6_000)}`,
  'lists.py': `import subprocess\nsubprocess.run(${'['.repeat(LARGE)} "hf", "download"`,
  'grown.py': `import subprocess\nw = ["hf", "download"]\n${'w += w\n'.repeat(5_000)}subprocess.run(w)\n`,
  'more.py': `import subprocess\nw = ["hf", "download"]\n${'subprocess.run(w + w + w + w)\nw.extend(w)\n'.repeat(5_000)}`,
  'texts.py': `import os\nv0 = "hf download acme/x "\n${Array.from({ length: 40 }, (_, at) => `v${String(at + 1)} = v${String(at)} + v${String(at)}\n`).join('')}${'os.system(v40)\n'.repeat(5_000)}`,
  'added.py': `import os\nos.system("hf download " + ${'x + '.repeat(20_000)} y)\n`,
  'escapes.py': `import os\nos.system("hf download ${'\\n'.repeat(LARGE)}")\n`,
  'unpacked.py': `import asyncio\nasyncio.create_subprocess_exec("hf", "download", ${'*[*'.repeat(20_000)}\n`,
  'values.py': `import os\nos.system(f"hf download ${'{x}'.repeat(20_000)}")\n`,
  'nested.yaml': `base_model: ${'['.repeat(LARGE)}`,
  'indented.yaml': Array.from({ length: 1_200 }, (_, depth) => `${' '.repeat(depth)}base_model:`).join('\n'),
  'aliases.yaml': `a: &a [x]\n${Array.from({ length: 5_000 }, (_, at) => `b${String(at)}: &b${String(at)} [*a, *a]`).join('\n')}\nbase_model: acme/x\n`,
  'nested.json': `{"hf_repo_id": ${'['.repeat(LARGE)}`,
  'nested.toml': `hf_repo = ${'['.repeat(50_000)}`,
  'substitutions.sh': `hf download ${'$('.repeat(LARGE / 2)}`,
  'documents.sh': `hf download ${'<<A '.repeat(LARGE / 4)}\n`,
  'options.sh': `hf download ${'--a b '.repeat(LARGE / 6)}acme/x`,
  'ticks.sh': `hf download ${'`'.repeat(LARGE + 1)}`,
  'templates.sh': `hf download ${'{{ '.repeat(LARGE / 3)}`,
  Dockerfile: `RUN hf download ${'\\\n'.repeat(LARGE / 2)}acme/x`,
  'cells.ipynb': `{"cells": [${'{"cell_type": "code", "source": "from_pretrained("},'.repeat(500)}]}`,
};

test.each(Object.entries(ROWS))('%s', async (name, text) => {
  const path = join(base, name);
  writeFileSync(path, text);
  const { repos, unresolved, filesRead } = await scanTree([path], base);
  expect(filesRead).toBe(1);
  expect(repos.length + unresolved.length).toBeLessThanOrEqual(5_001);
});

/** More than the arguments that a call may have. */
const MANY = 150_000;

test.each([
  ['lines of a YAML text', 'block.yaml', `model_name_or_path: acme/x\nnote: |\n${'  a\n'.repeat(MANY)}`],
  ['keys of a mapping', 'keys.yaml', `model_name_or_path: acme/x\na:\n${lines(30_000, (at) => ` k${at}: 1`)}`],
  ['commands in a list', 'list.yaml', `script:\n  - A=acme/x\n  - hf download $A\n${'  - make\n'.repeat(30_000)}`],
  [
    'blank lines of a recipe',
    'justfile',
    `get:\n    #!/usr/bin/env python\n    from_pretrained("acme/x")\n${'\n'.repeat(MANY)}    1\n`,
  ],
  ['words of an array', 'words.sh', `hf download acme/x\nM=(${'a '.repeat(MANY)})\nhf download "$M"\n`],
  [
    'lines of a notebook',
    'lines.ipynb',
    JSON.stringify({ cells: [{ cell_type: 'code', source: `from_pretrained("acme/x")\n${'\n'.repeat(MANY)}` }] }),
  ],
])('many %s hide nothing else', async (_what, name, text) => {
  const path = join(base, name);
  writeFileSync(path, text);
  expect((await scanTree([path], base)).repos).toMatchObject([{ repo: { id: 'acme/x' } }]);
});

function lines(count: number, line: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => `${line(at)}\n`).join('');
}

test('bytes that are no UTF-8 hide nothing else', async () => {
  const path = join(base, 'bytes.py');
  writeFileSync(
    path,
    Buffer.concat([Buffer.from([0x23, 0xff, 0xfe, 0x0a]), Buffer.from('from_pretrained("acme/x")\n')]),
  );
  expect((await scanTree([path], base)).repos).toMatchObject([{ repo: { id: 'acme/x' }, sources: [{ line: 2 }] }]);
});

test('pieces of a program', () => {
  const kinds = (text: string) =>
    blocksOf(text, statementsOf(text)?.begins).map(({ from, to, isDefinition }) => [
      text.slice(from, to),
      isDefinition,
    ]);
  expect(
    kinds('import a\n\n@b(\n)\n@c\nasync def d(): pass\nx = """\ndef no():\n"""\ny = (\n1)\nclass E:\n  z = 1\n'),
  ).toEqual([
    ['import a\n\n', false],
    ['@b(\n)\n@c\nasync def d(): pass\n', true],
    ['x = """\ndef no():\n"""\ny = (\n1)\n', false],
    ['class E:\n  z = 1\n', true],
  ]);
  const long = `x = [${'1, '.repeat(200)}]\n`;
  expect(kinds(`import a\n${long}y = 1\nz = 2\nif y:\n  pass\nelse:\n  ${long}try: pass\nexcept E: pass\n`)).toEqual([
    ['import a\n', false],
    [long, false],
    [`y = 1\nz = 2\nif y:\n  pass\nelse:\n  ${long}`, false],
    ['try: pass\nexcept E: pass\n', false],
  ]);
  expect(kinds('def a(:\n  pass\ndef b(): pass\n')).toHaveLength(1);
  expect(kinds('# nothing\n')).toEqual([['# nothing\n', false]]);
});

test('lines that import', () => {
  const text =
    'import a; import b\n"""\nimport no\n"""\ntry: import c\nexcept E: pass\ndef f():\n  from d import (\n    e, # import no\n    f)\n  x.import_(y) \\\n   ; import g\nreimport = 1';
  const { imports } = statementsOf(text) ?? { imports: [] };
  expect(imports.map(({ from, to }) => text.slice(from, to))).toEqual([
    'import a; import b',
    'try: import c',
    '  from d import (\n    e, # import no\n    f)',
    '  x.import_(y) \\\n   ; import g',
  ]);
});
