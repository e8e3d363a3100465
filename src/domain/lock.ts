/** An access lock: what was so at the last green run. Its shape is `lock-schema.ts`. */
import type { InferOutput } from 'valibot';
import type { LOCK } from './lock-schema';
import { EVERYWHERE, type InputRows } from './input';

export type Lock = Readonly<InferOutput<typeof LOCK>>;
/** What a lock has about one requirement. */
export type LockLine = Readonly<Lock['lines'][number]>;

/** Where `lock` writes and reads unless a path is given; relative to the current folder. */
export const LOCK_FILE = 'hf-access.lock.json';

export const LOCK_INPUTS = {
  lock: {
    type: { kind: 'text', form: 'FILE' },
    edges: EVERYWHERE,
    help: 'Path of an access lock, which `hf-auth-preflight lock write` makes; in the Action it must lie in the checkout. What differs from it is reported as a warning, with before and after.',
    example: LOCK_FILE,
    section: 'What changed since the last green run',
    once: true,
  },
} as const satisfies InputRows;

/** What differs from a lock. */
export interface Change {
  readonly what: 'gate' | 'visibility' | 'license' | 'disabled' | 'commit' | 'name' | 'access';
  /** Words of a table of ours, or names that others gave; `none` where there was nothing. */
  readonly before: string;
  readonly after: string;
}
