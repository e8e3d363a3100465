/** A file of the user's, written beside its place and renamed into it. */
import { chmodSync, lstatSync, writeFileSync } from 'node:fs';
import { present } from '../../domain/basics/present';
import { BEHIND_LINK, isBehindLink } from './below';
import { codeOf } from './read';
import { replaceFile } from './replace';
import { lookUp } from '../../domain/basics/look-up';

/** What a user can mend, by the system's code. */
const WHY: Readonly<Partial<Record<string, string>>> = {
  ENOENT: 'its folder does not exist',
  EACCES: 'this user may not write it',
  EPERM: 'this user may not write it',
  EROFS: 'its file system can only be read',
  ENOSPC: 'there is no space left for it',
};

/**
 * Writes or replaces a regular file; what else is in its place stays, and no link on the way is followed that a checkout may hold. Never throws.
 * @returns the problem in our own words, or `undefined` when the text is written
 */
export function writeText(path: string, text: string): string | undefined {
  try {
    if (isBehindLink(path)) return BEHIND_LINK;
    const named = lstatSync(path, { throwIfNoEntry: false });
    if (named !== undefined && !named.isFile()) return 'it is not a regular file';
    const mode = named === undefined ? undefined : named.mode & 0o777;
    replaceFile(path, (beside) => {
      writeFileSync(beside, text, { flag: 'wx', ...present({ mode }) });
      // The process's umask took from the mode.
      if (mode !== undefined) chmodSync(beside, mode);
    });
    return undefined;
  } catch (error) {
    const code = codeOf(error) ?? 'unknown error';
    return lookUp(WHY, code) ?? `it could not be written (${code})`;
  }
}
