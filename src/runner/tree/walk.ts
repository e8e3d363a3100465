/** A tree of files, in bounds: what lies outside, what never ends and what is too much costs no more than the bounds. */
import { readdirSync, statSync, type Dirent } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { IgnoreRules } from './ignore-rules';
import { folderLeftOut, isTestFile, type SkipReason, type Skipped } from './left-out';
import { ReadBuffer } from './read-buffer';

/** One file that was read. */
export interface TreeFile {
  /** Relative to the base, with `/`. */
  readonly path: string;
  readonly absolute: string;
  /** Its bytes, which the next file overwrites. */
  readonly bytes: Buffer;
}

export interface WalkOptions {
  /** What paths are told relative to; absolute. */
  readonly base: string;
  /** Whether a file is to be read, by its path. */
  readonly takes: (path: string) => boolean;
  /** Tests are read too. */
  readonly withTests?: true;
  readonly limits?: Limits;
}

export interface Limits {
  /** Names in folders that are looked at. */
  readonly entries: number;
  readonly files: number;
  readonly bytes: number;
  readonly depth: number;
  readonly milliseconds: number;
}

export const LIMITS: Limits = { entries: 2_000_000, files: 100_000, bytes: 2 ** 30, depth: 64, milliseconds: 120_000 };
/** Further ones are counted with the last. */
const MOST_SKIPPED = 1_000;

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
    this.#until = Math.min(this.#until, performance.now() + this.#limits.milliseconds);
    const stats = statSync(path);
    if (!stats.isDirectory()) yield* this.#file(path, true);
    else {
      const isNamed = isLeftOut(relative(this.#options.base, path) || basename(path));
      yield* this.#folder(path, {
        rules: IgnoreRules.at(path),
        depth: 0,
        withTests: isNamed || this.#options.withTests === true,
      });
    }
  }

  *#folder(folder: string, at: { rules: IgnoreRules; depth: number; withTests: boolean }): Generator<TreeFile> {
    const entries = this.#list(folder);
    for (const entry of entries.sort(byName)) {
      if (this.#isOver(folder)) return;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) yield* this.#subfolder(path, entry.name, at);
      else if (this.#options.takes(entry.name) && !at.rules.ignores(path, false)) {
        if (entry.isSymbolicLink()) this.#skip(path, 'link');
        else if (!entry.isFile()) this.#skip(path, 'not-a-file');
        else if (!at.withTests && isTestFile(entry.name)) this.#skip(path, 'tests');
        else yield* this.#file(path, false);
      }
    }
  }

  *#subfolder(
    path: string,
    name: string,
    at: { rules: IgnoreRules; depth: number; withTests: boolean },
  ): Generator<TreeFile> {
    const reason = folderLeftOut(name);
    if (reason === 'own' || at.rules.ignores(path, true)) return;
    if (reason !== undefined && !(reason === 'tests' && at.withTests)) {
      this.#skip(path, reason);
      return;
    }
    if (at.depth >= this.#limits.depth) {
      this.#skip(path, 'too-deep');
      return;
    }
    yield* this.#folder(path, { ...at, rules: at.rules.below(path), depth: at.depth + 1 });
  }

  *#file(path: string, isNamed: boolean): Generator<TreeFile> {
    if (this.#seen.has(path)) return;
    const bytes = this.#buffer.read(path);
    if (typeof bytes === 'string') {
      this.#skip(path, bytes);
      return;
    }
    this.#seen.add(path);
    this.#bytes += bytes.length;
    if (bytes.includes(0)) {
      if (isNamed) this.#skip(path, 'unreadable');
      return;
    }
    yield { path: this.#told(path), absolute: path, bytes };
  }

  #list(folder: string): Dirent[] {
    try {
      const entries = readdirSync(folder, { withFileTypes: true });
      this.#entries += entries.length;
      return entries;
    } catch {
      this.#skip(folder, 'unreadable');
      return [];
    }
  }

  #isOver(folder: string): boolean {
    const { entries, files, bytes } = this.#limits;
    const isOver =
      this.#entries > entries || this.#seen.size >= files || this.#bytes > bytes || performance.now() > this.#until;
    if (isOver && !this.#isFull) this.#skip(folder, 'limit');
    if (isOver) this.#isFull = true;
    return isOver;
  }

  #skip(path: string, reason: SkipReason): void {
    if (this.skipped.length < MOST_SKIPPED || reason === 'limit') this.skipped.push({ file: this.#told(path), reason });
  }

  #told(path: string): string {
    return relative(this.#options.base, path).split(sep).join('/') || '.';
  }
}

function byName({ name: one }: Dirent, { name: other }: Dirent): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Whether what was named is, or is in, a folder that would be left out. */
function isLeftOut(path: string): boolean {
  return [path, dirname(path)].some((part) => part.split(sep).some((name) => folderLeftOut(name) === 'tests'));
}
