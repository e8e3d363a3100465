/**
 * Lets every Node that the project supports run the sources as they are: `node --import ./scripts/run-ts.mjs FILE.ts`.
 * The hooks beside it add what relative imports leave out, and strip the types where Node does not do so itself.
 */
import { register } from 'node:module';

register('./run-ts-hooks.mjs', import.meta.url);
