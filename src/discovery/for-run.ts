/** The input `discover` of a run: its folders and files are searched, and what is found becomes part of what is listed. */
import type { Discovered } from '../domain/inputs/discovered';
import { plain } from '../domain/text/escape';
import { REASONS } from '../scan';
import { LIMITS } from '../runner/tree/walk';
import { scanTree } from './index';

export { readYaml } from '../scan/keys/yaml';

/** Unresolved places that are named; the rest is counted. */
const MOST_PLACES = 5;

/** @param paths absolute @param search what files are told relative to, and how long it may take */
export async function discover(
  paths: readonly string[],
  { folder, milliseconds }: { readonly folder: string; readonly milliseconds: number },
): Promise<Discovered> {
  const limits = { ...LIMITS, milliseconds: Math.min(LIMITS.milliseconds, milliseconds) };
  const { repos, unresolved, reasons, filesRead, filesSkipped } = await scanTree(paths, folder, limits);
  return {
    repos: repos.map(({ repo, sources }) => ({
      repo,
      sources: sources.map(({ file, line }) => ({ file: plain(file), line })),
    })),
    unresolved: {
      count: unresolved.length,
      reasons: reasons.map(([reason, count]) => [REASONS[reason], count]),
      places: unresolved.slice(0, MOST_PLACES).map(({ file, line }) => `${plain(file)}:${String(line)}`),
      isCut: filesSkipped.some(({ reason }) => reason === 'limit'),
    },
    files: filesRead,
  };
}
