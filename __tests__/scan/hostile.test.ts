/** Files that nobody wrote by hand: each is read in bounds, and none ends the scan. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { scanTree } from '../../src/discovery';
import { blocksOf } from '../../src/scan/python/blocks';

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
  'quotes.py': `from_pretrained("${'\\"'.repeat(LARGE)}`,
  'lines.py': `from_pretrained(\n${'\n'.repeat(LARGE)}x)`,
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

test.each(Object.entries(ROWS))('%s', (name, text) => {
  const path = join(base, name);
  writeFileSync(path, text);
  const { repos, unresolved, filesRead } = scanTree([path], base);
  expect(filesRead).toBe(1);
  expect(repos.length + unresolved.length).toBeLessThanOrEqual(5_001);
});

test('bytes that are no UTF-8 hide nothing else', () => {
  const path = join(base, 'bytes.py');
  writeFileSync(
    path,
    Buffer.concat([Buffer.from([0x23, 0xff, 0xfe, 0x0a]), Buffer.from('from_pretrained("acme/x")\n')]),
  );
  expect(scanTree([path], base).repos).toMatchObject([{ repo: { id: 'acme/x' }, sources: [{ line: 2 }] }]);
});

test('pieces of a program', () => {
  const kinds = (text: string) =>
    blocksOf(text).map(({ from, to, isDefinition }) => [text.slice(from, to), isDefinition]);
  expect(
    kinds('import a\n\n@b(\n)\n@c\nasync def d(): pass\nx = """\ndef no():\n"""\ny = (\n1)\nclass E:\n  z = 1\n'),
  ).toEqual([
    ['import a\n\n', false],
    ['@b(\n)\n@c\nasync def d(): pass\n', true],
    ['x = """\ndef no():\n"""\ny = (\n1)\n', false],
    ['class E:\n  z = 1\n', true],
  ]);
  expect(kinds('def a(:\n  pass\ndef b(): pass\n')).toHaveLength(1);
  expect(kinds('# nothing\n')).toEqual([['# nothing\n', false]]);
});
