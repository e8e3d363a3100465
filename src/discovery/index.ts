/** A tree of files → what it loads: the walk of `runner` and the finders of `scan`, file by file. */
import { dirname, join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { decoded } from '../domain/text/latin1';
import { isCandidate, languageOf, ScanBuilder, sitesIn, type Scan } from '../scan';
import { liesIn } from '../runner/files/below';
import { entryAt } from '../runner/files/stats';
import type { Skipped } from '../runner/tree/left-out';
import { monotonicMs } from '../runner/tree/monotonic';
import { TreeWalk, type Limits } from '../runner/tree/walk';

/** What came of looking through files. */
export interface TreeScan extends Scan {
  readonly filesRead: number;
  readonly filesSkipped: readonly Skipped[];
}

/** Whatever else is going on, such as a handshake, waits no longer than this and one file. */
const TURN_MS = 5;

/** @param paths absolute: files and folders; @param base absolute: what files are told relative to */
export async function scanTree(paths: readonly string[], base: string, limits?: Limits): Promise<TreeScan> {
  const walk = new TreeWalk({ base, takes: (path) => languageOf(path) !== undefined, ...(limits ? { limits } : {}) });
  const builder = new ScanBuilder();
  const exists = existsBelow(base);
  let until = monotonicMs() + TURN_MS;
  for (const named of paths)
    for (const { path, absolute, bytes } of walk.files(named)) {
      if (monotonicMs() > until) {
        await turn();
        until = monotonicMs() + TURN_MS;
      }
      // Bytes that are not UTF-8 become U+FFFD; words are the same in both readings.
      const raw = bytes.toString('latin1');
      if (!isCandidate(path, raw)) continue;
      builder.add(path, await safely({ path, text: decoded(raw), exists: (name) => exists(name, dirname(absolute)) }));
    }
  return { ...builder.end(), filesRead: walk.filesRead, filesSkipped: walk.skipped };
}

type Given = Parameters<typeof sitesIn>[0];

/** Nesting without end is no program: what a finder cannot get through is told, and the next file is read. */
async function safely(file: Given): ReturnType<typeof sitesIn> {
  try {
    return await sitesIn(file);
  } catch {
    return [{ kind: 'unresolved', line: 1, lines: [1], how: languageOf(file.path)?.name ?? 'file', reason: 'syntax' }];
  }
}

/** Whether a name is a file or a folder below the base or below the file's own folder. */
function existsBelow(base: string): (name: string, folder: string) => boolean {
  const known = new Map<string, boolean>();
  const isThere = (name: string, folder: string) => {
    const path = join(folder, name);
    const before = known.get(path);
    if (before !== undefined) return before;
    const found = liesIn(path, folder) && entryAt(path) !== undefined;
    known.set(path, found);
    return found;
  };
  return (name, folder) => isThere(name, base) || isThere(name, folder);
}
