/** A tree of files, in bounds: what lies outside, what never ends and what is too much costs no more than the bounds. */
import type { Dirent } from 'node:fs';
import { basename, dirname, relative, sep } from 'node:path';
import { FolderWalk, relativeTo, within } from '../files/folders';
import { targetAt } from '../files/stats';
import { IgnoreRules } from './ignore-rules';
import { folderLeftOut, isTestFile, type SkipReason, type Skipped } from './left-out';
import { monotonicMs } from './monotonic';
import { ReadBuffer } from './read-buffer';

/** One file that was read. */
export interface TreeFile {
  /** Relative to the base, with `/`. */
  readonly path: string;
  readonly absolute: string;
  /** Its bytes, which the next file overwrites. */
  readonly bytes: Buffer;
}

/** From where paths are told, which files are read, and how far a walk goes. */
export interface WalkOptions {
  /** What paths are told relative to; absolute. */
  readonly base: string;
  /** Whether a file is to be read, by its path. */
  readonly takes: (path: string) => boolean;
  /** Tests are read too. */
  readonly withTests?: true;
  readonly limits?: Limits;
}

/** The bounds of a walk: names, files and bytes that are read, folders below one another, and time. */
export interface Limits {
  /** Names in folders that are looked at. */
  readonly entries: number;
  readonly files: number;
  readonly bytes: number;
  readonly depth: number;
  readonly milliseconds: number;
}

/** Far beyond the largest repositories; they end a walk that would not. */
export const LIMITS: Limits = { entries: 2_000_000, files: 100_000, bytes: 2 ** 30, depth: 64, milliseconds: 120_000 };
/** Further ones are counted with the last. */
const MOST_SKIPPED = 1_000;

/** What is known of a folder: the rules that hold in it, and how it came to be entered. */
interface Known {
  readonly rules: IgnoreRules;
  readonly depth: number;
  readonly withTests: boolean;
}

/** The files of a tree, by the rules of `.gitignore`, without links, and within bounds; what was left out is kept. */
export class TreeWalk {
  readonly skipped: Skipped[] = [];
  readonly #options: WalkOptions;
  readonly #limits: Limits;
  readonly #buffer = new ReadBuffer();
  readonly #seen = new Set<string>();
  #entries = 0;
  #bytes = 0;
  #until = Infinity;
  #isFull = false;

  constructor(options: WalkOptions) {
    this.#options = options;
    this.#limits = options.limits ?? LIMITS;
  }

  /** Files that were read so far. */
  get filesRead(): number {
    return this.#seen.size;
  }

  /** @param path absolute; a file or a folder. What is named itself is read, tests and vendored code too. */
  *files(path: string): Generator<TreeFile> {
    this.#until = Math.min(this.#until, monotonicMs() + this.#limits.milliseconds);
    const stats = targetAt(path);
    if (stats === undefined) this.#skip(path, 'unreadable');
    else if (!stats.isDirectory()) {
      const file = this.#file(path, true);
      if (file !== undefined) yield file;
    } else {
      const isNamed = isLeftOut(relative(this.#options.base, path) || basename(path));
      yield* this.#folder(path, {
        rules: IgnoreRules.at(path),
        depth: 0,
        withTests: isNamed || this.#options.withTests === true,
      });
    }
  }

  *#folder(top: string, known: Known): Generator<TreeFile> {
    const walk = new FolderWalk<Known>({
      enters: (folder, above) => this.#entering(folder, above),
      bounds: { entries: this.#limits.entries - this.#entries },
    });
    for (const { path, at, entries } of walk.from(top, known)) {
      if (entries === undefined) this.#skip(path, 'unreadable');
      this.#entries += entries?.length ?? 0;
      for (const entry of entries ?? []) {
        if (this.#isOver(path)) return;
        if (entry.isDirectory() || !this.#options.takes(entry.name)) continue;
        const file = this.#entry(within(path, entry.name), entry, at);
        if (file !== undefined) yield file;
      }
    }
    if (walk.isBounded) this.#end(top);
  }

  #entry(path: string, entry: Dirent, { rules, withTests }: Known): TreeFile | undefined {
    if (rules.ignores(path, false)) return undefined;
    const reason = reasonAgainst(entry, withTests);
    if (reason === undefined) return this.#file(path, false);
    this.#skip(path, reason);
    return undefined;
  }

  #entering({ path, name }: { readonly path: string; readonly name: string }, above: Known): Known | undefined {
    const reason = folderLeftOut(name);
    if (reason === 'own' || above.rules.ignores(path, true)) return undefined;
    const isDeep = above.depth >= this.#limits.depth;
    if ((reason === undefined || (reason === 'tests' && above.withTests)) && !isDeep)
      return { ...above, rules: above.rules.below(path), depth: above.depth + 1 };
    this.#skip(path, isDeep ? 'too-deep' : (reason ?? 'too-deep'));
    return undefined;
  }

  #file(path: string, isNamed: boolean): TreeFile | undefined {
    if (this.#seen.has(path)) return undefined;
    const bytes = this.#buffer.read(path);
    if (typeof bytes === 'string') {
      this.#skip(path, bytes);
      return undefined;
    }
    this.#seen.add(path);
    this.#bytes += bytes.length;
    if (!bytes.includes(0)) return { path: this.#told(path), absolute: path, bytes };
    if (isNamed) this.#skip(path, 'unreadable');
    return undefined;
  }

  #isOver(folder: string): boolean {
    const { files, bytes } = this.#limits;
    const isOver = this.#seen.size >= files || this.#bytes > bytes || monotonicMs() > this.#until;
    if (isOver) this.#end(folder);
    return isOver;
  }

  /** A bound was met, which is told once. */
  #end(folder: string): void {
    if (!this.#isFull) this.#skip(folder, 'limit');
    this.#isFull = true;
  }

  #skip(path: string, reason: SkipReason): void {
    if (this.skipped.length < MOST_SKIPPED || reason === 'limit') this.skipped.push({ file: this.#told(path), reason });
  }

  #told(path: string): string {
    return relativeTo(this.#options.base, path).split(sep).join('/') || '.';
  }
}

/** Why a name in a folder is not read; `undefined` where it is. */
function reasonAgainst(entry: Dirent, withTests: boolean): SkipReason | undefined {
  if (entry.isSymbolicLink()) return 'link';
  if (!entry.isFile()) return 'not-a-file';
  return !withTests && isTestFile(entry.name) ? 'tests' : undefined;
}

/** Whether what was named is, or is in, a folder that would be left out. */
function isLeftOut(path: string): boolean {
  return [path, dirname(path)].some((part) => part.split(sep).some((name) => folderLeftOut(name) === 'tests'));
}
