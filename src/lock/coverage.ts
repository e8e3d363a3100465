/** What of a lock a run could compare: lines that only one of the two has, and those about which one does not say enough. */
import type { About } from '../domain/report/about';
import type { Lock } from '../domain/report/lock';
import type { Check, Report } from '../domain/report/report';
import { spell } from '../domain/hub/repo';
import { requirementKey, type RepoOperation } from '../domain/inputs/requirement';

/** One line each, as a diff would have it: `+ acme/x:read` is listed and not in the lock. A shard leaves lines to others. */
export function coverageOf(lock: Lock, { checks, shard }: Pick<Report, 'shard'> & Lines): string[] {
  const listed = new Set(checks.map(requirementKey));
  const locked = new Set(lock.lines.map(requirementKey));
  const gone = shard === undefined ? lock.lines.filter((line) => !listed.has(requirementKey(line))) : [];
  return [
    ...checks.filter((line) => !locked.has(requirementKey(line))).map((line) => `+ ${told(line)}`),
    ...gone.map((line) => `- ${told(line)}`),
  ];
}

interface Lines {
  readonly checks: readonly RepoOperation[];
}

/** How many lines were not compared, or in part only. */
export interface Uncompared {
  /** There was no token to ask with. */
  readonly skipped: number;
  /** Nobody answered. */
  readonly unasked: number;
  /** The lock has more of the repo than the endpoint says now. */
  readonly untold: number;
}

/** What no difference could be found in, as one side is not known. */
export function uncompared(lock: Lock, { checks }: Pick<Report, 'checks'>): Uncompared {
  const locked = new Map(lock.lines.map((line) => [requirementKey(line), line]));
  const count = (holds: (check: Check) => boolean) => checks.filter(holds).length;
  return {
    skipped: count(({ outcome }) => outcome === 'skipped'),
    unasked: count(({ outcome }) => outcome === 'unknown'),
    // What is denied may be hidden, and is a difference by itself.
    untold: count((check) => {
      const before = locked.get(requirementKey(check));
      return check.outcome === 'allowed' && isKnown(before) && !isKnown(check.about);
    }),
  };
}

/** Whether repo info said anything. */
function isKnown(about: About | undefined): boolean {
  return about?.gate !== undefined || about?.visibility !== undefined;
}

function told({ repo, operation }: RepoOperation): string {
  return `${spell(repo)}${repo.revision === undefined ? '' : `@${repo.revision}`}:${operation}`;
}
