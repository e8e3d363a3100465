/** Where the Hub's Python client keeps its login, and reading it. The rules are those of its `constants.py`. */
import { dirname, join, resolve } from 'node:path';
import { expandPath, type Locations } from '../files/locations';
import { readSmallFile, type FileReading } from '../files/read';

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
  const hfHome = expandPath(env['HF_HOME'] ?? join(cache, 'huggingface'), where);
  const token = expandPath(env['HF_TOKEN_PATH'] ?? join(hfHome, 'token'), where);
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
