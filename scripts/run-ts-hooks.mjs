/** Module hooks for the sources; see run-ts.mjs. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** Node 22.18 and later strip types themselves, so that there nothing needs to be installed. */
const swc = process.features.typescript ? undefined : await import('@swc/core');

/** Adds the `.ts`, or the `/index.ts` of a folder. */
export function resolve(specifier, context, next) {
  const ours = context.parentURL?.includes('/node_modules/') === false;
  const bare = ours && /^\.\.?\//.test(specifier) && !/\.[a-z]+$/.test(specifier);
  if (!bare) return next(specifier, context);
  const isFile = existsSync(new URL(`${specifier}.ts`, context.parentURL));
  return next(isFile ? `${specifier}.ts` : `${specifier}/index.ts`, context);
}

export async function load(url, context, next) {
  if (swc === undefined || !url.endsWith('.ts')) return next(url, context);
  const file = fileURLToPath(url);
  const { code } = await swc.transform(await readFile(file, 'utf8'), {
    filename: file,
    swcrc: false,
    sourceMaps: 'inline',
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'es6' },
  });
  return { format: 'module', source: code, shortCircuit: true };
}
