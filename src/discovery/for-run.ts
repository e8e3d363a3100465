/** The input `discover` of a run: its folders and files are searched, and what is found becomes part of what is listed. */
import { lstatSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Discovered } from '../domain/discovered';
import type { RawPlan } from '../domain/plan';
import type { Problem } from '../domain/requirement';
import type { RunContext } from '../domain/run-context';
import { plain } from '../domain/text/escape';
import { quote } from '../domain/text/quote';
import { liesIn, obstacleTo, spellings } from '../runner/files/below';
import { REASONS } from '../scan';
import { LIMITS } from '../runner/tree/walk';
import { scanTree } from './index';

export { readYaml } from '../scan/keys/yaml';

/** Unresolved places that are named; the rest is counted. */
const MOST_PLACES = 5;

type Found = Pick<RawPlan, 'discovered'> & { readonly problems: readonly Problem[] };

/** Where the search is, and how long it may take. */
type About = Pick<RunContext, 'edge' | 'folder' | 'redact'> & { readonly milliseconds: number };

/** @param paths the input's text: a path a line, or separated by commas */
export function discover(paths: string, { edge, folder, redact, milliseconds }: About): Found {
  const given = paths.split(/[\n,]/).map((path) => path.trim()).filter((path) => path !== ''); // prettier-ignore
  const root = spellings(folder);
  const problems: Problem[] = [];
  const found: string[] = [];
  for (const path of given) {
    const whole = resolve(folder, path);
    const rule = edge === 'action' ? (outside(whole, root) ?? missing(whole)) : missing(whole);
    if (rule === undefined) found.push(whole);
    else problems.push({ input: 'discover', rule, quote: quote(path, redact) });
  }
  return problems.length > 0 ? { problems } : { problems, discovered: searched(found, folder, milliseconds) };
}

function missing(path: string): string | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 'there is no such file or folder';
  return stats.isFile() || stats.isDirectory() ? undefined : 'it is neither a file nor a folder';
}

/** Whoever changes the workflow's input is no owner of the runner's files. */
function outside(path: string, roots: readonly string[]): string | undefined {
  const root = roots.find((folder) => path === folder || liesIn(path, folder));
  if (root === undefined) return 'must lie in the checkout (GITHUB_WORKSPACE)';
  const isLink = path !== root && obstacleTo({ path, root }) === 'link';
  return isLink ? 'there is a symbolic link on the way to it' : undefined;
}

function searched(paths: readonly string[], folder: string, milliseconds: number): Discovered {
  const limits = { ...LIMITS, milliseconds: Math.min(LIMITS.milliseconds, milliseconds) };
  const { repos, unresolved, reasons, filesRead, filesSkipped } = scanTree(paths, folder, limits);
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
