/** The input `lock`: the file of an access lock. */
import { EVERYWHERE, type InputRows } from './input';

/** Where `lock` writes and reads unless a path is given; relative to the current folder. */
export const LOCK_FILE = 'hf-access.lock.json';

export const LOCK_INPUTS = {
  lock: {
    type: { kind: 'text', form: 'FILE' },
    edges: EVERYWHERE,
    help: 'Path of an access lock, which `hf-auth-preflight lock write` makes; in the Action it must be in the checkout. What differs from it is reported as a warning, with before and after.',
    example: LOCK_FILE,
    section: 'What changed since the last green run',
    once: true,
  },
} as const satisfies InputRows;

/** The command that writes a lock anew; a path that a shell would take apart is left to the reader. */
export function lockWriting(path: string): string {
  const isPlain = /^[\w./@+][\w./@+-]*$/.test(path) && !path.includes('..');
  return `hf-auth-preflight lock write${path === LOCK_FILE ? '' : ` --lock ${isPlain ? path : 'FILE'}`}`;
}
