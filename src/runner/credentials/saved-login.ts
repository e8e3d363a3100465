/** Where the Hub's Python client keeps its login, and reading it. The rules are those of its `constants.py`. */
import { realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expandPath, expandTilde, type Locations } from '../files/locations';
import { LARGEST_FILE_BYTES, readSmallFile, type FileReading } from '../files/read';

/** The Python client's files; all absolute. */
export interface LoginFiles {
  /** `HF_TOKEN_PATH`, else `$HF_HOME/token`. */
  readonly token: string;
  readonly storedTokens: string;
  /** `~/.cache/huggingface/token`, whatever is set. */
  readonly cacheToken: string;
  /** The other clients' own places. */
  readonly others: OtherLoginFiles;
}

/**
 * The same file for clients that do not expand paths as Python does: where a workflow says `HF_HOME: ~/hf`, most look for a folder
 * that is called `~` (run: hf-hub 0.3.2 to 1.0.0, opendal, lance, hf-mem, node-llama-cpp, tokenizers, LangChainGo, DJL).
 */
export interface OtherLoginFiles {
  /** As Python's `token`, each variable taken word for word. */
  readonly plain: string;
  /** `$HF_HOME/token`, word for word, else `cacheToken`: for clients that do not know `XDG_CACHE_HOME`. */
  readonly home: string;
  /** The same with a tilde expanded, but no variables (run: polars 2.1.0). */
  readonly tilde: string;
  /** `HF_TOKEN_PATH`, else `tilde`, expanded like that (run: DuckDB 1.5.5). */
  readonly path: string;
}

/**
 * `HF_HOME` defaults to `$XDG_CACHE_HOME/huggingface`, and that to `~/.cache/huggingface`. A variable that is set
 * and blank counts as set, as it does in Python.
 */
export function loginFiles(where: Locations): LoginFiles {
  const { env, folder } = where;
  const cache = env['XDG_CACHE_HOME'] ?? join(where.home, '.cache');
  const hfHome = expandPath(env['HF_HOME'] ?? join(cache, 'huggingface'), where);
  const cacheToken = join(where.home, '.cache', 'huggingface', 'token');
  const token = expandPath(env['HF_TOKEN_PATH'] ?? join(hfHome, 'token'), where);
  return {
    token: resolve(folder, token),
    storedTokens: resolve(folder, dirname(token), 'stored_tokens'),
    cacheToken,
    others: otherFiles(where, cacheToken),
  };
}

function otherFiles(where: Locations, cacheToken: string): OtherLoginFiles {
  const { HF_HOME: home, HF_TOKEN_PATH: named, XDG_CACHE_HOME: cache } = where.env;
  const at = (...parts: string[]): string => resolve(where.folder, ...parts);
  const xdg = cache === undefined ? cacheToken : at(cache, 'huggingface', 'token');
  const tilde = home === undefined ? cacheToken : at(expandTilde(home, where), 'token');
  return {
    plain: named !== undefined ? at(named) : home !== undefined ? at(home, 'token') : xdg,
    home: home === undefined ? cacheToken : at(home, 'token'),
    tilde,
    path: named === undefined ? tilde : at(expandTilde(named, where)),
  };
}

/**
 * The login that `hf auth login` saved, as the file holds it. The file that `HF_TOKEN_PATH` names may be a link, as what
 * Kubernetes mounts is: the client follows it.
 */
export function readSavedLogin(where: Locations): FileReading {
  const { token } = loginFiles(where);
  // Python's `read_text` keeps a byte order mark, with which the client can send nothing.
  return readSmallFile(
    where.env['HF_TOKEN_PATH'] === undefined ? token : behindLinks(token),
    LARGEST_FILE_BYTES,
    'marked',
  );
}

function behindLinks(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** Why the file that `HF_TOKEN_PATH` names gives no token, to follow "but"; `undefined` where it does or is not named. */
export function tokenPathFault(where: Locations): string | undefined {
  const path = where.env['HF_TOKEN_PATH'];
  if (path === undefined) return undefined;
  if (path.trim() === '') return 'it is blank';
  const reading = readSavedLogin(where);
  if (reading.kind === 'absent') return `there is no such file${UNNOTICED}`;
  if (reading.kind === 'unreadable') return `the file cannot be used: ${reading.why}`;
  return reading.text.trim() === '' ? `the file is empty${UNNOTICED}` : undefined;
}

/** Only a file that is not there, or empty, is nothing to the Python client (huggingface_hub 2.4.0); others make it fail. */
const UNNOTICED = ', and Python clients then go on without a token';
