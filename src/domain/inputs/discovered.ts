/** What a search of the checkout found (input `discover`): repos to check, and what it could not tell. */
import type { Operation } from '../hub/operations';
import { OPERATION_NAMES } from '../hub/operations';
import { counted } from '../text/counted';
import { present } from '../basics/present';
import type { RepoRef } from '../hub/repo';
import { requirementKey, type Problem, type Requirement } from './requirement';

/** What a search of the checkout found, by repo, and what it could not tell. */
export interface Discovered {
  readonly repos: readonly {
    readonly repo: RepoRef;
    readonly sources: readonly { readonly file: string; readonly line: number }[];
  }[];
  readonly unresolved: DiscoveryGaps;
  /** Files that were read. */
  readonly files: number;
}

/** Places that load a repo which cannot be told. */
export interface DiscoveryGaps {
  readonly count: number;
  /** Our own words for why, each with how often; the most frequent first. */
  readonly reasons: readonly (readonly [words: string, count: number])[];
  /** The first ones, as `file:line`; names of files are untrusted. */
  readonly places: readonly string[];
  /** Not all files were read: a limit was reached. */
  readonly isCut: boolean;
}

/** What code does with what it loads: the first operation of all. */
export const LOADS: Operation = OPERATION_NAMES[0];

/** What is listed, and what was found, each once with all its places. */
export function withDiscovered(
  listed: readonly Requirement[],
  discovered: Discovered | undefined,
  holdsSecret: (text: string) => boolean,
): { readonly requirements: readonly Requirement[]; readonly problems: readonly Problem[] } {
  if (discovered === undefined) return { requirements: listed, problems: [] };
  const requirements = new Map(listed.map((one) => [requirementKey(one), one]));
  const problems: Problem[] = [];
  for (const { repo, sources } of discovered.repos) {
    const key = requirementKey({ repo, operation: LOADS });
    const known = requirements.get(key);
    const places = sources.map(({ file, line }) => ({ input: 'discover', file, line }) as const);
    if (holdsSecret(repo.id) || holdsSecret(repo.revision ?? '')) problems.push(...places.slice(0, 1).map(secretAt));
    else
      requirements.set(key, {
        repo,
        operation: LOADS,
        sources: [...(known?.sources ?? []), ...places],
        ...present({ ignoredRevision: known?.ignoredRevision }),
      });
  }
  return { requirements: [...requirements.values()], problems };
}

function secretAt({ file, line }: { readonly file: string; readonly line: number }): Problem {
  return { input: 'discover', line, rule: `an id in ${file} contains what looks like a token` };
}

/** Why nothing can be checked although something was searched. */
export function nothingFound({ files, unresolved: { count } }: Discovered): string {
  const gaps =
    count === 0
      ? ''
      : `, and ${counted(count, 'place')} ${count === 1 ? 'loads' : 'load'} what cannot be told: see scan`;
  return `no repo is listed, and discover found none in ${counted(files, 'file')}${gaps}. List what the job needs, or set on-empty to pass to check only the token`;
}
