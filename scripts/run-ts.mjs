/**
 * Lets Node 24 run the sources as they are: `node --import ./scripts/run-ts.mjs FILE.ts`. Node itself strips the types;
 * this adds the `.ts`, or the `/index.ts` of a folder, that relative imports leave out.
 */
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    const ours = context.parentURL?.includes('/node_modules/') === false;
    const bare = ours && /^\.\.?\//.test(specifier) && !/\.[a-z]+$/.test(specifier);
    if (!bare) return next(specifier, context);
    const isFile = existsSync(new URL(`${specifier}.ts`, context.parentURL));
    return next(isFile ? `${specifier}.ts` : `${specifier}/index.ts`, context);
  },
});
