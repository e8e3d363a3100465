/** Lines that only one of a lock and a run has. */
import type { Lock } from '../domain/report/lock';
import { spell } from '../domain/hub/repo';
import { requirementKey, type RepoOperation } from '../domain/inputs/requirement';

/** One line each, as a diff would have it: `+ acme/x:read` is listed and not in the lock. */
export function coverageOf(lock: Lock, lines: readonly RepoOperation[]): string[] {
  const listed = new Set(lines.map(requirementKey));
  const locked = new Set(lock.lines.map(requirementKey));
  return [
    ...lines.filter((line) => !locked.has(requirementKey(line))).map((line) => `+ ${told(line)}`),
    ...lock.lines.filter((line) => !listed.has(requirementKey(line))).map((line) => `- ${told(line)}`),
  ];
}

function told({ repo, operation }: RepoOperation): string {
  return `${spell(repo)}${repo.revision === undefined ? '' : `@${repo.revision}`}:${operation}`;
}
