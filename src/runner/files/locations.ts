/** Where files are looked for, and how their paths are shown. */
import type { Environment } from '../../domain/basics/environment';
import { lookUp } from '../../domain/basics/look-up';

/** What the places of files depend on. */
export interface Locations {
  readonly env: Environment;
  /** The user's home folder. */
  readonly home: string;
  /** Where relative paths are taken from. */
  readonly folder: string;
}

/**
 * How a path is shown: relative to the checkout, `~/…`, `$RUNNER_TEMP/…`, in full below `/etc`, else the file's name
 * alone. User names in paths stay out of logs.
 */
export function displayPath(path: string, where: Locations): string {
  const roots: readonly (readonly [root: string | undefined, shown: string])[] = [
    [where.home, '~/'],
    [where.folder, ''],
    [where.env['RUNNER_TEMP'], '$RUNNER_TEMP/'],
    ['/etc', '/etc/'],
  ];
  const [nearest] = roots
    .filter(([folder]) => folder !== undefined && folder.length > 1 && path.startsWith(`${folder}/`))
    .sort(([one = ''], [other = '']) => other.length - one.length);
  if (nearest?.[0] === undefined) return path.split(/[\\/]/).at(-1) ?? '';
  return `${nearest[1]}${path.slice(nearest[0].length + 1)}`;
}

/** Python's `expanduser`, for the own home only: `~name` stays as it is. */
export function expandTilde(path: string, { home }: Locations): string {
  return path === '~' || path.startsWith('~/') ? `${home}${path.slice(1)}` : path;
}

/** {@link expandTilde}, then `expandvars`; variables that are not set stay as they are. */
export function expandPath(path: string, where: Locations): string {
  const { env } = where;
  return expandTilde(path, where).replace(/\$(?:(\w+)|\{([^}]*)\})/g, (whole, plain?: string, braced?: string) => {
    return lookUp(env, plain ?? braced ?? '') ?? whole;
  });
}
