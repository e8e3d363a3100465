/** Files written for the search, with what each loads and what cannot be told, and how well it is found. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { scanTree } from '../../src/discovery';

export const CORPUS = resolve('__tests__/scan/corpus');

/** `type id[@revision] line` of what is loaded, `line reason` of what cannot be told. */
export interface Expected {
  readonly found?: readonly string[];
  readonly unresolved?: readonly string[];
  /** Loaded, and not seen by any finder. */
  readonly missed?: readonly string[];
}

export const EXPECTED = JSON.parse(readFileSync('__tests__/scan/expected.json', 'utf8')) as Readonly<
  Record<string, Expected>
>;

/** What one scan says of every file, in the same words. */
export async function scanned(): Promise<Record<string, { found: string[]; unresolved: string[] }>> {
  const { repos, unresolved } = await scanTree([CORPUS], CORPUS);
  const files = Object.fromEntries(
    Object.keys(EXPECTED).map((file) => [file, { found: [] as string[], unresolved: [] as string[] }]),
  );
  const at = (file: string) => (files[file] ??= { found: [], unresolved: [] });
  for (const { repo, sources } of repos)
    for (const { file, line } of sources) {
      const id = repo.revision === undefined ? repo.id : `${repo.id}@${repo.revision}`;
      at(file).found.push(`${repo.type} ${id} ${String(line)}`);
    }
  for (const { file, line, reason } of unresolved) at(file).unresolved.push(`${String(line)} ${reason}`);
  return files;
}
