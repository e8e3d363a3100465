/** What git's own files say of the repository that a folder is in. No git is run, and links are not followed. */
import { present } from '../../domain/basics/present';
import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { readSmallFile } from '../files/read';
import { targetAt } from '../files/stats';
import { readBounded } from './bounded-file';
import { topOf } from './working-tree';

/** A repository of git, read from its files. */
export interface Repository {
  /** The top of the working tree. */
  readonly top: string;
  /** Paths that git tracks and that were asked for, relative to the base; `unreadable` where the index cannot be read. */
  readonly tracked: ReadonlySet<string> | 'unreadable';
  /** Whose repository `origin` is on GitHub, in lower case. */
  readonly owner?: string;
}

/** A repository of half a million files has an index of this size. */
const LARGEST_INDEX_BYTES = 64 * 1024 * 1024;

/** @param base absolute @param wanted which paths are asked for */
export function repositoryAround(base: string, wanted: (path: string) => boolean): Repository | undefined {
  const top = topOf(base);
  if (top === undefined) return undefined;
  const paths = pathsOf(join(top, '.git'), wanted);
  const told = (path: string) => relative(base, join(top, path)).split(sep).join('/');
  const config = readSmallFile(join(top, '.git', 'config'));
  const owner = config.kind === 'text' ? ownerIn(config.text) : undefined;
  return {
    top,
    tracked: paths === undefined ? 'unreadable' : new Set(paths.map(told)),
    ...present({ owner }),
  };
}

/** Git writes an index with the first file that is added. A `.git` that is a file leads to one somewhere else. */
function pathsOf(git: string, wanted: (path: string) => boolean): string[] | undefined {
  const index = join(git, 'index');
  const isFresh = targetAt(git)?.isDirectory() === true && !existsSync(index);
  if (isFresh) return [];
  const bytes = readBounded(index, LARGEST_INDEX_BYTES);
  return bytes === undefined ? undefined : trackedIn(bytes, wanted);
}

function ownerIn(config: string): string | undefined {
  const [, section = ''] = config.split(/^\[remote "origin"\]$/m);
  return /^\s*url\s*=\s*\S*github\.com[:/]([\w.-]+)\//m.exec(section.split(/^\[/m)[0] ?? '')?.[1]?.toLowerCase();
}

/** Entries of an index (gitformat-index(5), versions 2 to 4): 62 bytes and the name. */
const HEADER = 12;
const ENTRY = 62;
/** Of Linux; a damaged index could have one grow with each entry. */
const LONGEST_PATH = 4096;

/** The wanted paths of an index; `undefined` where it is none. */
export function trackedIn(bytes: Buffer, wanted: (path: string) => boolean): string[] | undefined {
  if (bytes.length < HEADER || bytes.toString('latin1', 0, 4) !== 'DIRC') return undefined;
  const version = bytes.readUInt32BE(4);
  if (version < 2 || version > 4) return undefined;
  const found: string[] = [];
  let at = HEADER;
  let before = '';
  for (let left = bytes.readUInt32BE(8); left > 0; left -= 1) {
    const entry = entryAt(bytes, at, { version, before });
    if (entry === undefined) return undefined;
    ({ next: at, path: before } = entry);
    if (wanted(before)) found.push(before);
  }
  return found;
}

interface Before {
  readonly version: number;
  readonly before: string;
}

function entryAt(bytes: Buffer, at: number, { version, before }: Before): { path: string; next: number } | undefined {
  if (at + ENTRY > bytes.length) return undefined;
  const isExtended = version > 2 && (bytes.readUInt16BE(at + 60) & 0x4000) !== 0;
  let start = at + ENTRY + (isExtended ? 2 : 0);
  let kept = '';
  if (version === 4) {
    const { value, next } = strippedAt(bytes, start);
    kept = before.slice(0, Math.max(0, before.length - value));
    start = next;
  }
  const end = bytes.indexOf(0, start);
  if (end < 0) return undefined;
  const path = kept + bytes.toString('latin1', start, end);
  if (path.length > LONGEST_PATH) return undefined;
  const next = version === 4 ? end + 1 : at + ((end - at + 8) & ~7);
  return { path, next };
}

/** A number of variable length, as packs have them. */
function strippedAt(bytes: Buffer, at: number): { value: number; next: number } {
  let next = at;
  let byte = bytes[next] ?? 0;
  let value = byte & 0x7f;
  for (next += 1; (byte & 0x80) !== 0 && next - at < 5; next += 1) {
    byte = bytes[next] ?? 0;
    value = ((value + 1) << 7) | (byte & 0x7f);
  }
  return { value, next };
}
