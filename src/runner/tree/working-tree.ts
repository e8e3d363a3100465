/** git's working tree around a folder. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Its top; `undefined` where the folder is in none. */
export function topOf(folder: string): string | undefined {
  for (let current = folder; ; current = dirname(current)) {
    if (existsSync(join(current, '.git'))) return current;
    if (dirname(current) === current) return undefined;
  }
}
