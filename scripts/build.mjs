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
let parser;

/** What undici asks for and no run uses, and what is in its place; nothing is there where it asks only when it is needed. */
const LEFT_OUT = {
  // A request with a form in its body; octokit's fetch names it otherwise.
  '../web/fetch/body.js': '../web/fetch/body.js',
  // Of its two parsers of HTTP/1.1 it takes the other one where this is not there: 25 kB that no job need download.
  '../llhttp/llhttp_simd-wasm.js': '../llhttp/llhttp_simd-wasm.js',
  // Asked for at once, and used for SOCKS proxies, which are refused before, and for HTTP/2, which is never offered through a proxy.
  './socks5-proxy-agent': 'node:net',
  './client-h2.js': 'node:net',
};

/** undici's parser of HTTP/1.1, in base64; as a file of its own, it is compressed a quarter better. */
const PARSER = { literal: /'(AGFzbQ[\w+/=]{10000,})'/, file: 'llhttp.wasm' };

for (const edge of ['action', 'cli']) {
  const { code, assets, stats } = await ncc(join(root, 'src', edge, 'index.ts'), {
    cache: false,
    quiet: true,
    transpileOnly: true,
    target: 'es2022',
    externals: LEFT_OUT,
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
    if (statSync(chunk).size < 80_000) continue;
    renameSync(chunk, join(shared, name));
    for (const file of [chunk, other]) writeFileSync(file, `export * from '../shared/${name}';\n`);
  }
  writeFileSync(join(shared, PARSER.file), parser);
}

/** The chunk that has undici's parser reads it from a file in `shared`, whether it lies there itself or is one edge's own. */
function withoutParser(source) {
  const [, encoded] = PARSER.literal.exec(source) ?? [];
  if (encoded === undefined) return source;
  parser = Buffer.from(encoded, 'base64');
  const url = `new URL('../shared/${PARSER.file}', import.meta.url)`;
  return source.replace(PARSER.literal, `process.getBuiltinModule('node:fs').readFileSync(${url}, 'base64')`);
}

/** ncc's own minifier leaves lazy chunks as they are. Class names stay: they are the names of errors. */
async function small(source) {
  const { code } = await minify(withoutParser(String(source)), {
    module: true,
    ecma: 2022,
    compress: { keep_classnames: true, ecma: 2022, passes: 2 },
    mangle: { keep_classnames: true },
    // A text with one other character takes two bytes for each.
    format: { asciiOnly: true, ecma: 2022 },
  });
  return `${await eager(code)}\n`;
}

function makeExecutable(file) {
  writeFileSync(file, `#!/usr/bin/env node\n${readFileSync(file, 'utf8')}`);
  chmodSync(file, 0o755);
}

/**
 * The licence texts of every package that has a module in the bundle; ncc's own list leaves out all chunks but one.
 * Packages with the very same text share it.
 */
function licences(stats) {
  const modules = [...stats.compilation.modules].flatMap((module) => [module, ...(module.modules ?? [])]);
  const folders = new Set();
  for (const { resource } of modules) {
    const folder = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(resource?.replaceAll('\\', '/') ?? '')?.[0];
    if (folder !== undefined) folders.add(folder);
  }
  const packages = new Map();
  for (const folder of folders) {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file !== undefined ? readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim() : '';
    packages.set(text, [...(packages.get(text) ?? []), `${name} ${version} (${license})\n`].sort());
  }
  const texts = [...packages].map(([text, names]) => `${names.join('')}\n${text}\n`);
  return texts.sort().join(`\n${'-'.repeat(80)}\n\n`);
}
