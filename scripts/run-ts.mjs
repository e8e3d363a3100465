/**
 * Lets Node 24 run the sources as they are: `node --import ./scripts/run-ts.mjs FILE.ts`. Node itself strips the types;
 * this adds the `.ts` that relative imports leave out.
 */
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    const ours = context.parentURL?.includes('/node_modules/') === false;
    const bare = ours && /^\.\.?\//.test(specifier) && !/\.[a-z]+$/.test(specifier);
    return next(bare ? `${specifier}.ts` : specifier, context);
  },
});
