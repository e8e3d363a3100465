/** Which files are asked for beside the first questions, before anything that judges is loaded. */
import { grouped } from '../../domain/basics/grouped';
import { KINDS, taskOf } from '../../domain/hub/kinds';
import type { Probe } from '../../domain/hub/probe';
import { namespaceOf, type RepoRef } from '../../domain/hub/repo';
import type { RepoOperation, Requirement } from '../../domain/inputs/requirement';

/** So many reads are worth one more request. */
const READS_A_FILE = 10;

/**
 * The files that will most likely be asked for, before any answer is there, so that they cost no round trip of their own: of as many
 * owners as the whole list is worth.
 */
export function likelyFiles(requirements: readonly Requirement[], as: Probe['as']): Probe[] {
  const reads = requirements.flatMap(({ repo, operation }) => {
    const owner = hasFiles({ repo, operation }) ? namespaceOf(repo)?.toLowerCase() : undefined;
    return owner === undefined ? [] : [{ owner, probe: fileOf(repo, as) }];
  });
  return firstOf(byOwner(reads), worth(reads));
}

/** How many files so many reads are worth. */
export function worth(reads: readonly unknown[]): number {
  return Math.ceil(reads.length / READS_A_FILE);
}

/** The first probe of each of the first owners. */
export function firstOf(owners: readonly (readonly { readonly probe: Probe }[])[], count: number): Probe[] {
  return owners.slice(0, count).flatMap(([first]) => (first ? [first.probe] : []));
}

/** Whether a file says more of it than `auth-check`. */
export function hasFiles({ repo, operation }: RepoOperation): boolean {
  return taskOf({ repo, operation }).decidedBy === 'read-probe' && KINDS[repo.type].probes.includes('file');
}

/** The question whether a file comes out. */
export function fileOf({ type, id }: RepoRef, as: Probe['as']): Probe {
  return { kind: 'file', repo: { type, id }, as };
}

/** Those with the most lines first, else as listed. */
export function byOwner<Of extends { readonly owner: string }>(reads: readonly Of[]): Of[][] {
  return [...grouped(reads, ({ owner }) => owner).values()].sort((one, other) => other.length - one.length);
}
