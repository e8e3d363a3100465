/** A file of the user's, written beside its place and renamed into it. */
import { chmodSync, lstatSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { BEHIND_LINK, isBehindLink } from './below';
import { codeOf } from './read';

/**
 * Writes or replaces a regular file; what else is in its place stays, and no link on the way is followed that a checkout may hold. Never throws.
 * @returns the problem in our own words, or `undefined` when the text is written
 */
export function writeText(path: string, text: string): string | undefined {
  const beside = `${path}.${randomBytes(8).toString('hex')}.tmp`;
  try {
    if (isBehindLink(path)) return BEHIND_LINK;
    const named = lstatSync(path, { throwIfNoEntry: false });
    if (named !== undefined && !named.isFile()) return 'it is not a regular file';
    writeFileSync(beside, text, { flag: 'wx', ...(named === undefined ? {} : { mode: named.mode & 0o777 }) });
    // The process's umask took from the mode.
    if (named !== undefined) chmodSync(beside, named.mode & 0o777);
    renameSync(beside, path);
    return undefined;
  } catch (error) {
    discard(beside);
    return `it could not be written (${codeOf(error) ?? 'unknown error'})`;
  }
}

function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It was never made.
  }
}
