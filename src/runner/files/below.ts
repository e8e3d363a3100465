/** Whether a path stays below a folder, by its names and by what they are on the disk. */
import { realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { entryAt } from './stats';

/** A folder as it is named and as the system resolves it: the user may have spelled either. */
export function spellings(folder: string): string[] {
  try {
    return [folder, realpathSync(folder)];
  } catch {
    return [folder];
  }
}

/** Only by its names; a folder is not in itself. Both are absolute. */
export function liesIn(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/**
 * Whether a link on the way to a path may lead it elsewhere: below the folder that the program runs in, which may be a checkout of somebody
 * else's. What is outside of it was named by the user alone.
 */
export function isBehindLink(path: string): boolean {
  const root = process.cwd();
  const folder = dirname(resolve(path));
  return liesIn(folder, root) && obstacleTo({ path: folder, root }) === 'link';
}

/** Why a path behind a link is refused. */
export const BEHIND_LINK = 'there is a symbolic link on the way to it';

/**
 * Why a path is refused that has to be in the checkout, or the checkout itself: whoever changes a workflow's input is no owner of the
 * runner's files. Both are absolute; `undefined` where it is in there.
 */
export function outsideOf(checkout: string, path: string): string | undefined {
  const root = spellings(checkout).find((folder) => path === folder || liesIn(path, folder));
  if (root === undefined) return 'must be in the checkout (GITHUB_WORKSPACE)';
  return path !== root && obstacleTo({ path, root }) === 'link' ? BEHIND_LINK : undefined;
}

/** What is on the way from a folder to a path below it that leads elsewhere, or not on; `undefined` where nothing is. */
export type Obstacle = 'link' | 'no-file' | 'no-folder';

/** Looks at every name between the folder and the path, as a link could lead anywhere. What is not there is no obstacle. */
export function obstacleTo({ path, root }: { readonly path: string; readonly root: string }): Obstacle | undefined {
  const names = relative(root, path).split(sep);
  let current = root;
  for (const [index, name] of names.entries()) {
    current = join(current, name);
    const stats = entryAt(current);
    if (stats === undefined) return undefined;
    if (stats.isSymbolicLink()) return 'link';
    const last = index === names.length - 1;
    if (last && !stats.isFile()) return 'no-file';
    if (!last && !stats.isDirectory()) return 'no-folder';
  }
  return undefined;
}
