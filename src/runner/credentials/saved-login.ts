/** Where the Hub's Python client keeps its login, and reading it. The rules are those of its `constants.py`. */
import { dirname, join, resolve } from 'node:path';
import { readSmallFile, type FileReading } from '../files';
import type { Environment } from '../event';

/** What the places of files depend on. */
export interface Locations {
  readonly env: Environment;
  /** The user's home folder. */
  readonly home: string;
  /** Where relative paths are taken from. */
  readonly folder: string;
}

/** The Python client's files; all absolute. */
export interface LoginFiles {
  /** `HF_TOKEN_PATH`, else `$HF_HOME/token`. */
  readonly token: string;
  /** `$HF_HOME/token`, for clients that do not know `HF_TOKEN_PATH`. */
  readonly homeToken: string;
  readonly storedTokens: string;
}

/**
 * `HF_HOME` defaults to `$XDG_CACHE_HOME/huggingface`, and that to `~/.cache/huggingface`. A variable that is set
 * and blank counts as set, as it does in Python.
 */
export function loginFiles(where: Locations): LoginFiles {
  const { env, folder } = where;
  const cache = env['XDG_CACHE_HOME'] ?? join(where.home, '.cache');
  const hfHome = expand(env['HF_HOME'] ?? join(cache, 'huggingface'), where);
  const token = expand(env['HF_TOKEN_PATH'] ?? join(hfHome, 'token'), where);
  return {
    token: resolve(folder, token),
    homeToken: resolve(folder, hfHome, 'token'),
    storedTokens: resolve(folder, dirname(token), 'stored_tokens'),
  };
}

/** The login that `hf auth login` saved, as the file holds it. */
export function readSavedLogin(where: Locations): FileReading {
  return readSmallFile(loginFiles(where).token);
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

/** Python's `expanduser`, then `expandvars`; `~name` and variables that are not set stay as they are. */
function expand(path: string, { env, home }: Locations): string {
  const absolute = path === '~' || path.startsWith('~/') ? `${home}${path.slice(1)}` : path;
  return absolute.replace(/\$(?:(\w+)|\{([^}]*)\})/g, (whole, plain?: string, braced?: string) => {
    return env[plain ?? braced ?? ''] ?? whole;
  });
}
