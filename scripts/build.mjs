/**
 * Builds dist/: one minified ESM bundle for each edge, its lazy chunks beside it, and the licences of all that went in.
 * A large chunk that both edges have lies once, in dist/shared. The same sources give the same bytes wherever they lie.
 * `--out DIR` builds elsewhere; types are checked by `npm run typecheck`.
 */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { minify } from '@swc/core';
import ncc from '@vercel/ncc';
import { eager } from './build/eager.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({ options: { out: { type: 'string', default: join(root, 'dist') } } });
const target = resolve(values.out);
// Module ids, and with them the bytes, depend on the working directory.
process.chdir(root);
// The bundler's resolver of paths reads its configuration from here.
process.env.TS_NODE_PROJECT = join(root, 'scripts', 'build', 'tsconfig.json');

for (const edge of ['action', 'cli']) {
  const { code, assets, stats } = await ncc(join(root, 'src', edge, 'index.ts'), {
    cache: false,
    quiet: true,
    transpileOnly: true,
    target: 'es2022',
    // undici requires it for a request with a form in its body, which is never sent; octokit's fetch names it otherwise.
    // Of its two parsers of HTTP/1.1 it takes the other one where this is not there: 25 kB that no job need download.
    externals: ['../web/fetch/body.js', '../llhttp/llhttp_simd-wasm.js'],
  });
  const files = { ...assets, 'index.js': { source: code }, 'licenses.txt': { source: licences(stats) } };
  const out = join(target, edge);
  rmSync(out, { recursive: true, force: true });
  for (const [name, { source }] of Object.entries(files)) {
    mkdirSync(dirname(join(out, name)), { recursive: true });
    writeFileSync(join(out, name), name.endsWith('.js') ? await small(source) : source);
  }
  if (edge === 'cli') makeExecutable(join(out, 'index.js'));
  console.log(`${edge}: ${Object.keys(files).length} files`);
}

shareChunks();

/** Whoever fetches the Action fetches the whole repository, so that undici need not be in it twice. */
function shareChunks() {
  const shared = join(target, 'shared');
  rmSync(shared, { recursive: true, force: true });
  mkdirSync(shared);
  writeFileSync(join(shared, 'package.json'), readFileSync(join(target, 'cli', 'package.json')));
  for (const name of readdirSync(join(target, 'cli')).filter((file) => /^\d+\.index\.js$/.test(file))) {
    const [chunk, other] = ['cli', 'action'].map((edge) => join(target, edge, name));
    if (!existsSync(other) || !readFileSync(other).equals(readFileSync(chunk))) continue;
    if (statSync(chunk).size < 100_000) continue;
    renameSync(chunk, join(shared, name));
    for (const file of [chunk, other]) writeFileSync(file, `export * from '../shared/${name}';\n`);
  }
}

/** ncc's own minifier leaves lazy chunks as they are. Class names stay: they are the names of errors. */
async function small(source) {
  const { code } = await minify(String(source), {
    module: true,
    compress: { keep_classnames: true },
    mangle: { keep_classnames: true },
    // A text with one other character takes two bytes for each.
    format: { asciiOnly: true },
  });
  return `${await eager(code)}\n`;
}

function makeExecutable(file) {
  writeFileSync(file, `#!/usr/bin/env node\n${readFileSync(file, 'utf8')}`);
  chmodSync(file, 0o755);
}

/** The licence texts of every package that has a module in the bundle; ncc's own list leaves out all chunks but one. */
function licences(stats) {
  const modules = [...stats.compilation.modules].flatMap((module) => [module, ...(module.modules ?? [])]);
  const folders = new Set();
  for (const { resource } of modules) {
    const folder = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(resource?.replaceAll('\\', '/') ?? '')?.[0];
    if (folder !== undefined) folders.add(folder);
  }
  const texts = [...folders].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file !== undefined ? readFileSync(join(folder, file), 'utf8') : '';
    return `${name} ${version} (${license})\n\n${text.replaceAll('\r\n', '\n').trim()}\n`;
  });
  return texts.sort().join(`\n${'-'.repeat(80)}\n\n`);
}
