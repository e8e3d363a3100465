/** Finding a checkout's manifests, within bounds that hold in any folder. */
import { basename } from 'node:path';
import { FolderWalk, within } from '../files/folders';

/** The top folder is level 0. */
const DEEPEST = 3;
const BOUNDS = { folders: 150, entries: 10_000 };
const MOST_FILES = 60;

/** What belongs to others, or was built: their packages are no reason. */
const PASSED_OVER = /^(?:\..*|node_modules|venv|env|site-packages|vendor|third_party|target|dist|build|__pycache__)$/;

/**
 * The files whose names are wanted, those of upper folders first, in the order of their names. Links are not followed.
 * `doubts` says which bound was met, if one was.
 */
export function findManifests(
  top: string,
  isWanted: (name: `${string}/${string}`) => boolean,
): { readonly paths: readonly string[]; readonly doubts: readonly string[] } {
  const enters = ({ name }: { readonly name: string }, depth: number) =>
    depth < DEEPEST && !PASSED_OVER.test(name) ? depth + 1 : undefined;
  const walk = new FolderWalk<number>({ enters, bounds: BOUNDS });
  const paths: string[] = [];
  for (const { path, entries = [] } of walk.from(top, 0)) {
    const folder = basename(path);
    for (const entry of entries)
      if (entry.isFile() && isWanted(`${folder}/${entry.name}`)) paths.push(within(path, entry.name));
  }
  const isBounded = walk.isBounded || paths.length > MOST_FILES;
  const doubts = isBounded ? ['the checkout is too large to search all of it for tools'] : [];
  return { paths: paths.slice(0, MOST_FILES), doubts };
}
