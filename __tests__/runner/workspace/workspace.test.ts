import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readWorkspace } from '../../../src/runner/workspace';

const scratch = mkdtempSync(join(tmpdir(), 'workspace-test-'));
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

let checkout: string;
beforeEach(() => {
  checkout = mkdtempSync(join(scratch, 'checkout-'));
});

function put(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(checkout, path)), { recursive: true });
    writeFileSync(join(checkout, path), text);
  }
}

/** The packages, sorted, and the doubts. */
function look() {
  const { packages, doubts } = readWorkspace(checkout);
  return { packages: [...packages].sort(), doubts };
}

const lines = (...all: readonly string[]): string => all.join('\n');

describe('each kind of file', () => {
  const rows: readonly (readonly [file: string, text: string, packages: readonly string[]])[] = [
    [
      'requirements.txt',
      lines(
        '# polars',
        'Polars==2.1.0 # data',
        'huggingface_hub[cli]>=1',
        'pooch;python_version>"3"\r',
        'gguf @ https://example.test/gguf.whl',
        '-r other.txt',
        '--hash=sha256:ab',
        './folder',
        'dvc',
      ),
      ['pypi dvc', 'pypi gguf', 'pypi huggingface-hub', 'pypi polars', 'pypi pooch'],
    ],
    ['dev-requirements.in', 'opendal', ['pypi opendal']],
    ['requirements-ci.txt', 'opendal', ['pypi opendal']],
    ['requirements/base.txt', 'opendal', ['pypi opendal']],
    [
      'requirements.txt',
      'https://huggingface.co/spacy/model/resolve/main/model-1.0-py3-none-any.whl',
      ['pypi an address of the Hub'],
    ],
    [
      'pyproject.toml',
      lines(
        '[project]',
        'name = "mine"',
        'keywords = ["pandas"]',
        'dependencies = [',
        '  "polars[all] >= 2",  # data',
        "  'Smart.Open',",
        ']',
        '[project.optional-dependencies]',
        'inference = ["litellm"]',
        '[dependency-groups]',
        'test = ["pooch", { include-group = "x" }]',
        '[tool.poetry.dependencies]',
        'python = "^3.11"',
        'smolagents = { version = "^1", optional = true }',
        '[tool.poetry.group.dev.dependencies]',
        'gguf = "*"',
        '[tool.other]',
        'duckdb = "1"',
      ),
      ['gguf', 'litellm', 'polars', 'pooch', 'python', 'smart-open', 'smolagents'].map((name) => `pypi ${name}`),
    ],
    ['pyproject.toml', lines('[tool.uv]', 'dev-dependencies = ["polars"]'), ['pypi polars', 'pypi uv']],
    [
      'uv.lock',
      lines('version = 1', '', '[[package]]', 'name = "polars"', 'version = "2.1.0"', '[[package]]', 'name = "gguf"'),
      ['pypi gguf', 'pypi polars'],
    ],
    ['poetry.lock', lines('[[package]]', 'name = "polars"'), ['pypi polars']],
    [
      'Pipfile',
      lines('[packages]', 'polars = "*"', '"hf-mem" = "*"', '[requires]', 'x = "1"'),
      ['pypi hf-mem', 'pypi polars'],
    ],
    [
      'setup.cfg',
      lines(
        '[metadata]',
        'name = mine',
        '[options]',
        'install_requires =',
        '    polars>=2',
        '    pooch',
        'zip_safe = no',
      ),
      ['pypi polars', 'pypi pooch'],
    ],
    [
      'setup.cfg',
      lines('[options.extras_require]', 'all = gguf', 'more =', '  litellm'),
      ['pypi gguf', 'pypi litellm'],
    ],
    ['environment.yml.bak', lines('name: x', 'dependencies:', '  - conda-forge::aria2'), []],
    [
      'environment.yml',
      lines('name: x', 'dependencies:', '  - python=3.11', '  - conda-forge::aria2', '  - pip:', '    - polars==2.1.0'),
      ['aria2', 'pip', 'polars', 'python'].flatMap((name) => [`deb ${name}`, `pypi ${name}`]),
    ],
    [
      'pyproject.toml',
      lines(
        '[project]',
        'optional-dependencies.gpu = ["polars>=2"]',
        'optional-dependencies = { rag = ["haystack-ai"] }',
        '[tool.hatch.envs.default]',
        'extra-dependencies = ["gguf"]',
        '[tool.pixi.feature.x.pypi-dependencies]',
        'litellm = "*"',
      ),
      ['gguf', 'haystack-ai', 'litellm', 'polars'].map((name) => `pypi ${name}`),
    ],
    ['pylock.toml', lines('lock-version = "1.0"', '[[packages]]', 'name = "opendal"'), ['pypi opendal']],
    ['pylock.gpu.toml', lines('[[packages]]', 'name = "opendal"'), ['pypi opendal']],
    ['hatch.toml', lines('[envs.default]', 'dependencies = [', '  "gguf",', ']', 'scripts = ["x"]'), ['pypi gguf']],
    [
      'pixi.toml',
      lines(
        '[workspace]',
        'name = "x"',
        '[dependencies]',
        'aria2 = "*"',
        '[target.linux-64.pypi-dependencies]',
        'polars = "2"',
        '[tasks]',
        'x = "y"',
      ),
      ['aria2', 'polars'].flatMap((name) => [`deb ${name}`, `pypi ${name}`]),
    ],
    [
      'pixi.lock',
      lines(
        'packages:',
        '- conda: https://conda.example.test/linux-64/python-duckdb-1.5.5-py312_0.conda',
        '- pypi: https://files.example.test/aa/hf_mem-0.5.6-py3-none-any.whl',
      ),
      ['pypi hf-mem', 'pypi python-duckdb'],
    ],
    [
      'Pipfile.lock',
      '{"_meta":{"requires":{"x":"1"}},"default":{"gguf":{"version":"==0.19.0"}},"develop":{"pooch":{}}}',
      ['pypi gguf', 'pypi pooch'],
    ],
    [
      'setup.py',
      lines(
        'setup(',
        '    name="mine",',
        '    install_requires=["polars[all]>=2", \'pooch\'],',
        '    extras_require={"rag": ["haystack-ai"]},',
        '    classifiers=["gguf"],',
        ')',
      ),
      ['pypi haystack-ai', 'pypi polars', 'pypi pooch', 'pypi rag'],
    ],
    ['setup.py', 'setup(install_requires=read("gguf"))', []],
    [
      'bun.lock',
      lines(
        '{',
        '  "workspaces": { "": { "name": "mine" } },',
        '  "packages": {',
        '    "@b/c": ["@b/c@1.0.0", "", {}, "sha512-x"],',
        '    "node-llama-cpp": ["node-llama-cpp@3.21.1", "", { "dependencies": { "x": "1" } }, "sha512-x"],',
        '  }',
        '}',
      ),
      ['npm @b/c', 'npm node-llama-cpp'],
    ],
    ['deno.json', '{"imports":{"x":"npm:@b/c@4","y":"jsr:@std/x@1"}}', ['npm @b/c']],
    ['deno.lock', '{"specifiers":{"npm:@b/c@4":"4.3.1","npm:ai@7":"7.0.1"}}', ['npm @b/c', 'npm ai']],
    [
      'package.json',
      '{"dependencies":{"@huggingface/gguf":"1"},"devDependencies":{"ai":"7"},"peerDependencies":{"p":"1"},"optionalDependencies":{"o":"1"},"keywords":["x"]}',
      ['npm @huggingface/gguf', 'npm ai', 'npm o', 'npm p'],
    ],
    ['package.json', '{"dependencies":', []],
    ['package.json', '{"dependencies":["x"]}', []],
    [
      'package-lock.json',
      lines('{', '    "node_modules/a": {', '    },', '    "node_modules/a/node_modules/@b/c": {', '    }', '}'),
      ['npm @b/c', 'npm a'],
    ],
    [
      'pnpm-lock.yaml',
      lines('packages:', "  '@huggingface/gguf@0.4.6':", '  ai@7.0.1:', '  /old/1.0.0:'),
      ['npm @huggingface/gguf', 'npm ai', 'npm old'],
    ],
    [
      'yarn.lock',
      lines('"@huggingface/gguf@^0.4.6":', '  version "0.4.6"', 'ai@^7:'),
      ['npm @huggingface/gguf', 'npm ai'],
    ],
    [
      'Cargo.toml',
      lines(
        '[package]',
        'name = "mine"',
        '[dependencies]',
        'hf-hub = "1"',
        'hub = { package = "tokenizers", version = "0.22" }',
        "[target.'cfg(unix)'.dev-dependencies]",
        'polars.workspace = true',
        '[workspace.dependencies.lance]',
        'version = "1"',
      ),
      ['cargo hf-hub', 'cargo lance', 'cargo polars', 'cargo tokenizers'],
    ],
    ['Cargo.lock', lines('[[package]]', 'name = "hf-hub"', 'version = "1.0.0"'), ['cargo hf-hub']],
    [
      'go.mod',
      lines('module x', 'require github.com/a/b v1.0.0', 'require (', '\tgithub.com/c/d/v2 v2.0.0 // indirect', ')'),
      ['go github.com/a/b', 'go github.com/c/d/v2'],
    ],
    [
      'pom.xml',
      '<dependency>\n<groupId>ai.djl.huggingface</groupId>\n <artifactId>tokenizers</artifactId></dependency>',
      ['maven ai.djl.huggingface:tokenizers'],
    ],
    [
      'build.gradle.kts',
      'implementation("ai.djl.huggingface:tokenizers:0.38.0")',
      ['maven ai.djl.huggingface:tokenizers'],
    ],
    ['build.gradle', "api group: 'a.b', name: 'c', version: '1'", ['maven a.b:c']],
    ['gradle/libs.versions.toml', 'x = { group = "a.b", name = "c", version = "1" }', ['maven a.b:c']],
    ['gradle/libs.versions.toml', 'x = { module = "a.b:c", version.ref = "v" }', ['maven a.b:c']],
    ['packages.txt', lines('aria2', '# wget', 'two words'), ['deb aria2']],
    ['README.md', 'polars', []],
  ];
  test.each(rows)('%s: %j', (file, text, packages) => {
    put({ [file]: text });
    expect(look()).toEqual({ packages: [...packages].sort(), doubts: [] });
  });
});

describe('where it looks', () => {
  test('three levels down, and not where the packages of others are', () => {
    put({
      'a/b/c/requirements.txt': 'polars',
      'a/b/c/d/requirements.txt': 'pooch',
      'node_modules/x/package.json': '{"dependencies":{"ai":"1"}}',
      '.venv/requirements.txt': 'gguf',
    });
    expect(look()).toEqual({ packages: ['pypi polars'], doubts: [] });
  });

  test('a link is no file of the checkout, nor a folder', () => {
    put({ 'real/requirements.txt': 'polars' });
    const elsewhere = mkdtempSync(join(scratch, 'elsewhere-'));
    writeFileSync(join(elsewhere, 'requirements.txt'), 'gguf');
    symlinkSync(join(elsewhere, 'requirements.txt'), join(checkout, 'requirements.txt'));
    symlinkSync(elsewhere, join(checkout, 'linked'));
    expect(look()).toEqual({ packages: ['pypi polars'], doubts: [] });
  });

  test('there is no checkout', () => {
    expect(readWorkspace(join(checkout, 'nowhere'))).toEqual({ packages: new Set(), doubts: [] });
  });
});

describe('bounds', () => {
  test('a file that is too large is named', () => {
    put({ 'uv.lock': '#'.repeat(1024 * 1024 + 1), 'requirements.txt': 'polars' });
    expect(look()).toEqual({
      packages: ['pypi polars'],
      doubts: ['uv.lock was not searched for tools: it is larger than 1024 KiB'],
    });
  });

  const tooLarge = 'the checkout is too large to search all of it for tools';
  test.each<[string, () => void, string]>([
    [
      'folders',
      () => {
        for200((n) => `f${n}/README.md`);
      },
      tooLarge,
    ],
    [
      'files',
      () => {
        for200((n) => `requirements-${n}.txt`);
      },
      tooLarge,
    ],
    [
      'text',
      () => {
        for (let n = 0; n < 6; n += 1) put({ [`requirements-${n}.txt`]: '#'.repeat(1_000_000) });
      },
      'the manifests and lock files are too large to search all of them for tools',
    ],
  ])('many %s raise one doubt', (_name, fill, doubt) => {
    put({ 'requirements-0.txt': 'polars' });
    fill();
    expect(look().doubts).toEqual([doubt]);
  });

  function for200(path: (n: number) => string): void {
    put(Object.fromEntries(Array.from({ length: 200 }, (_, n) => [path(n), ''])));
  }

  /** Texts over which a careless pattern goes back and forth, for minutes at this size. */
  const hostile = [
    '\n',
    ' ',
    '"',
    '[',
    'a',
    'a.',
    '<groupId>',
    '<groupId>a</groupId>',
    'package = ',
    "'a:",
    '@a/',
    '- ',
  ];
  const files = [
    'requirements.txt',
    'pyproject.toml',
    'setup.cfg',
    'environment.yml',
    'Cargo.toml',
    'package-lock.json',
  ].concat(['pnpm-lock.yaml', 'yarn.lock', 'go.mod', 'pom.xml', 'build.gradle', 'uv.lock', 'packages.txt']);
  test.each(hostile)(
    'a whole file of %j names few packages, at once',
    (piece) => {
      const text = piece.repeat(Math.floor(300_000 / piece.length));
      for (const name of files) {
        put({ [name]: text });
        expect(look().packages.length).toBeLessThan(3);
        rmSync(join(checkout, name));
      }
    },
    60_000,
  );
});
