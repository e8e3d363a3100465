/** Whether what somebody named can be looked at: a file or a folder, by a link or not. */
import { statSync } from 'node:fs';
import { codeOf } from './read';
import { entryAt } from './stats';

/** Why a file or folder that somebody named cannot be looked at, in our own words; `undefined` where it can. Never throws. */
export function unreachable(path: string): string | undefined {
  try {
    statSync(path);
    return undefined;
  } catch (error) {
    const code = codeOf(error) ?? '';
    if (['EACCES', 'EPERM'].includes(code)) return 'this user may not read it';
    if (entryAt(path)?.isSymbolicLink() === true) return 'it is a symbolic link that leads to nothing';
    return ['ENOENT', 'ENOTDIR'].includes(code) ? 'there is no such file or folder' : 'it cannot be read';
  }
}
