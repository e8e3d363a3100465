/** Where the JSON report goes, and writing it: mode 0600, beside its place and renamed into it. */
import { closeSync, constants, existsSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { liesIn, obstacleTo, spellings, type Obstacle } from './below';
import { codeOf, UNBLOCKED_FLAGS } from './read';
import { replaceFile } from './replace';
import type { Environment } from '../../domain/basics/environment';
import type { Parsed } from '../../domain/basics/parsed';

/** A place for the report that was checked: `path` is below `root`. Both are absolute. */
export interface ReportPlace {
  readonly path: string;
  readonly root: string;
}

/**
 * Judges the `report-path` input. Without one, a random name in `RUNNER_TEMP`, else in the system's folder for
 * temporary files. A given path is taken from `GITHUB_WORKSPACE` and must stay in it or in `RUNNER_TEMP`; outside of
 * a runner, in the current folder or the system's temporary one.
 */
export function planReportPath(given: string | undefined, env: Environment, cwd: string): Parsed<ReportPlace> {
  const temporary = resolve(cwd, notBlank(env['RUNNER_TEMP']) ?? tmpdir());
  const asked = notBlank(given);
  if (asked === undefined) {
    return {
      value: { path: join(temporary, `hf-auth-preflight-${randomBytes(8).toString('hex')}.json`), root: temporary },
    };
  }
  const workspace = resolve(cwd, notBlank(env['GITHUB_WORKSPACE']) ?? '.');
  const path = resolve(workspace, asked);
  const root = [workspace, temporary].flatMap(spellings).find((folder) => liesIn(path, folder));
  if (root === undefined) return { rule: 'the report must be in RUNNER_TEMP or GITHUB_WORKSPACE' };
  const rule = problemOnTheWay({ path, root }, REPORT_KIND);
  return rule === undefined ? { value: { path, root } } : { rule };
}

/**
 * Writes the report, creating folders that are missing. An earlier report is replaced; anything else in its place
 * is left as it is. Never throws.
 * @returns the problem, or `undefined` when the report is written
 */
export function writeReport(place: ReportPlace, chunks: Iterable<string>): string | undefined {
  return writePrivate(place, chunks, REPORT_KIND);
}

/** What a file of ours is called, and how every one begins; nothing else is replaced. */
export interface FileKind {
  readonly what: string;
  /** A text, or a pattern where blanks may differ. */
  readonly head: string | RegExp;
}

/** As {@link writeReport}, for a file of another kind. */
export function writePrivate(place: ReportPlace, chunks: Iterable<string>, kind: FileKind): string | undefined {
  try {
    mkdirSync(dirname(place.path), { recursive: true });
    // Again, as the job's own code may have run since the plan was made.
    const problem = problemOnTheWay(place, kind);
    if (problem !== undefined) return problem;
    replaceFile(place.path, (beside) => {
      writeNew(beside, chunks);
    });
    return undefined;
  } catch (error) {
    return `the ${kind.what} could not be written (${codeOf(error) ?? 'unknown error'})`;
  }
}

function notBlank(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === '' ? undefined : value;
}

function writeNew(path: string, chunks: Iterable<string>): void {
  const descriptor = openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
  try {
    for (const chunk of chunks) writeWhole(descriptor, Buffer.from(chunk));
  } finally {
    closeSync(descriptor);
  }
}

/** One call may write less than it was given. */
function writeWhole(descriptor: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written);
}

const OBSTACLES: Readonly<Record<Obstacle, (what: string) => string>> = {
  link: (what) => `there is a symbolic link on the way to the ${what}`,
  'no-file': (what) => `something other than a file is in the place of the ${what}`,
  'no-folder': (what) => `a file stands where the ${what} needs a folder`,
};

function problemOnTheWay(place: ReportPlace, { what, head }: FileKind): string | undefined {
  const obstacle = obstacleTo(place);
  if (obstacle !== undefined) return OBSTACLES[obstacle](what);
  return isReplaceable(place.path, head) ? undefined : `a file that is no ${what} stands in its place`;
}

/** As every report begins, and no configuration, list or program does. */
const REPORT_KIND: FileKind = { what: 'report', head: /^\{\s*"schema":\s*"hf-auth-preflight\// };

/** Nothing is there, or an empty file, or an earlier one of the same kind. */
function isReplaceable(path: string, head: FileKind['head']): boolean {
  if (!existsSync(path)) return true;
  const descriptor = openSync(path, UNBLOCKED_FLAGS);
  try {
    const bytes = Buffer.alloc(100);
    const read = readSync(descriptor, bytes, 0, bytes.length, 0);
    const begin = bytes.toString('utf8', 0, read);
    return read === 0 || (typeof head === 'string' ? begin.startsWith(head) : head.test(begin));
  } finally {
    closeSync(descriptor);
  }
}
