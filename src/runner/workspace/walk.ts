/** Finding a checkout's manifests, within bounds that hold in any folder. */
import { readdirSync, type Dirent } from 'node:fs';
import { basename, join } from 'node:path';

/** The top folder is level 0. */
const DEEPEST = 3;
const MOST_FOLDERS = 150;
const MOST_ENTRIES = 10_000;
const MOST_FILES = 60;

/** What belongs to others, or was built: their packages are no reason. */
const PASSED_OVER = /^(?:\..*|node_modules|venv|env|site-packages|vendor|third_party|target|dist|build|__pycache__)$/;

/** What is left of each bound. */
interface Bounds {
  folders: number;
  entries: number;
}

/**
 * The files whose names are wanted, those of upper folders first, in the order of their names. Links are not followed.
 * `doubts` says which bound was met, if one was.
 */
export function findManifests(
  top: string,
  isWanted: (name: `${string}/${string}`) => boolean,
): { readonly paths: readonly string[]; readonly doubts: readonly string[] } {
  const bounds: Bounds = { folders: MOST_FOLDERS, entries: MOST_ENTRIES };
  const paths: string[] = [];
  let level = [top];
  for (let depth = 0; depth <= DEEPEST && level.length > 0; depth += 1) {
    level = level.flatMap((folder) => {
      const own = basename(folder);
      const entries = entriesOf(folder, bounds);
      const files = entries.filter((entry) => entry.isFile() && isWanted(`${own}/${entry.name}`));
      paths.push(...files.map(({ name }) => join(folder, name)));
      const folders = entries.filter((entry) => entry.isDirectory() && !PASSED_OVER.test(entry.name));
      return folders.map(({ name }) => join(folder, name));
    });
  }
  const isBounded = bounds.folders <= 0 || bounds.entries <= 0 || paths.length > MOST_FILES;
  const doubts = isBounded ? ['the checkout is too large to search all of it for tools'] : [];
  return { paths: paths.slice(0, MOST_FILES), doubts };
}

/** A folder that cannot be read has none. */
function entriesOf(folder: string, bounds: Bounds): readonly Dirent[] {
  if (bounds.folders <= 0 || bounds.entries <= 0) return [];
  bounds.folders -= 1;
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    const taken = entries.slice(0, bounds.entries);
    bounds.entries -= entries.length;
    return taken.sort((one, other) => (one.name < other.name ? -1 : 1));
  } catch {
    return [];
  }
}
