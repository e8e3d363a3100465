/** The walk over a checkout: folder by folder, the upper ones first, in the order of their names. Links are not followed. */
import { readdirSync, type Dirent } from 'node:fs';
import { relative, sep } from 'node:path';

/** One folder; `At` is what the caller knows of it. */
export interface Folder<At> {
  /** Absolute. */
  readonly path: string;
  readonly at: At;
  /** Sorted by name; `undefined` where it cannot be read. */
  readonly entries: readonly Dirent[] | undefined;
}

/** Which folders a walk enters, and how far it goes. */
export interface FolderWalkOptions<At> {
  /** What is known of a folder that is entered, from what is known of the one that it is in; `undefined`: it is not entered. */
  readonly enters: (folder: { readonly path: string; readonly name: string }, above: At) => At | undefined;
  /** Folders that are read at most, and names in them. */
  readonly bounds: { readonly folders?: number; readonly entries: number };
}

/** Folders level by level, each sorted by name, until a bound is met. */
export class FolderWalk<At> {
  readonly #enters: FolderWalkOptions<At>['enters'];
  #folders: number;
  #entries: number;

  constructor({ enters, bounds: { folders = Infinity, entries } }: FolderWalkOptions<At>) {
    this.#enters = enters;
    this.#folders = folders;
    this.#entries = entries;
  }

  /** Whether a bound was met: there may be more. */
  get isBounded(): boolean {
    return this.#folders <= 0 || this.#entries <= 0;
  }

  /** @param top absolute */
  *from(top: string, at: At): Generator<Folder<At>> {
    let level = [{ path: top, at }];
    while (level.length > 0) {
      const next: typeof level = [];
      for (const folder of level) {
        if (this.isBounded) return;
        const entries = this.#list(folder.path);
        yield { ...folder, entries };
        next.push(...this.#entered(folder, entries ?? []));
      }
      level = next;
    }
  }

  #entered({ path: above, at }: Pick<Folder<At>, 'path' | 'at'>, entries: readonly Dirent[]) {
    return entries.flatMap((entry) => {
      if (!entry.isDirectory()) return [];
      const path = within(above, entry.name);
      const known = this.#enters({ path, name: entry.name }, at);
      return known === undefined ? [] : [{ path, at: known }];
    });
  }

  #list(folder: string): readonly Dirent[] | undefined {
    this.#folders -= 1;
    try {
      const entries = readdirSync(folder, { withFileTypes: true });
      const taken = entries.length > this.#entries ? entries.slice(0, this.#entries) : entries;
      this.#entries -= entries.length;
      return taken.sort(byName);
    } catch {
      return undefined;
    }
  }
}

/** The path of a name in a folder, which has no dots to resolve. */
export function within(folder: string, name: string): string {
  return folder.endsWith(sep) ? `${folder}${name}` : `${folder}${sep}${name}`;
}

/** A path relative to a folder: the rest of it where it is in there, which is much cheaper to see than to work out. */
export function relativeTo(folder: string, path: string): string {
  const start = folder.endsWith(sep) ? folder : `${folder}${sep}`;
  return path.startsWith(start) ? path.slice(start.length) : relative(folder, path);
}

function byName({ name: one }: Dirent, { name: other }: Dirent): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
