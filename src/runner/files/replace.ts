/** A file that takes the place of another in one step: whoever reads it sees the whole of one of the two. */
import { randomBytes } from 'node:crypto';
import { renameSync, rmSync } from 'node:fs';

/**
 * Writes beside a path, and renames into it. Where that fails, nothing is left beside it.
 * @param write writes a file that is not there yet
 * @throws what `write` or the system does
 */
export function replaceFile(path: string, write: (beside: string) => void): void {
  const beside = `${path}.${randomBytes(8).toString('hex')}.tmp`;
  try {
    write(beside);
    renameSync(beside, path);
  } catch (error) {
    discard(beside);
    throw error;
  }
}

function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It was never made.
  }
}
