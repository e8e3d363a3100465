/** Where the JSON report goes, and writing it: mode 0600, beside its place and renamed into it. */
import {
  closeSync,
  constants,
  lstatSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { codeOf } from './read';
import type { Environment } from '../../domain/environment';
import type { Parsed } from '../../domain/parsed';

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
  const rule = problemOnTheWay({ path, root });
  return rule === undefined ? { value: { path, root } } : { rule };
}

/**
 * Writes the report, creating folders that are missing. An earlier report is replaced; anything else in its place
 * is left as it is. Never throws.
 * @returns the problem, or `undefined` when the report is written
 */
export function writeReport(place: ReportPlace, chunks: Iterable<string>): string | undefined {
  const beside = `${place.path}.${randomBytes(8).toString('hex')}.tmp`;
  try {
    mkdirSync(dirname(place.path), { recursive: true });
    // Again, as the job's own code may have run since the plan was made.
    const problem = problemOnTheWay(place);
    if (problem !== undefined) return problem;
    writeNew(beside, chunks);
    renameSync(beside, place.path);
    return undefined;
  } catch (error) {
    discard(beside);
    return `the report could not be written (${codeOf(error) ?? 'unknown error'})`;
  }
}

function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It was never made.
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

/** A folder as it is named and as the system resolves it: the user may have spelled either. */
function spellings(folder: string): string[] {
  try {
    return [folder, realpathSync(folder)];
  } catch {
    return [folder];
  }
}

function liesIn(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Looks at every name between the root and the report, so that no link leads the report elsewhere. */
function problemOnTheWay({ path, root }: ReportPlace): string | undefined {
  const names = relative(root, path).split(sep);
  let current = root;
  for (const [index, name] of names.entries()) {
    current = join(current, name);
    const stats = lstatSync(current, { throwIfNoEntry: false });
    if (stats === undefined) return undefined;
    if (stats.isSymbolicLink()) return 'there is a symbolic link on the way to the report';
    const last = index === names.length - 1;
    if (last && !stats.isFile()) return 'something other than a file is in the place of the report';
    if (!last && !stats.isDirectory()) return 'a file stands where the report needs a folder';
  }
  return undefined;
}
