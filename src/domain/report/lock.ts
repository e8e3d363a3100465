/** An access lock: what was so at the last green run. Its shape is `lock-schema.ts`. */
import type { InferOutput } from 'valibot';
import type { LOCK } from './lock-schema';

export type Lock = Readonly<InferOutput<typeof LOCK>>;
/** What a lock has about one requirement. */
export type LockLine = Readonly<Lock['lines'][number]>;

/** What differs from a lock. */
export interface Change {
  readonly what: 'gate' | 'visibility' | 'license' | 'disabled' | 'commit' | 'name' | 'access';
  /** Words of a table of ours, or names that others gave; `none` where there was nothing. */
  readonly before: string;
  readonly after: string;
}
