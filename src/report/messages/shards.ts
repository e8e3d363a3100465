/** What is told of shards that left no report: their numbers, what has no answer for it, and what to do. */
import type { Policies } from '../../domain/policies';
import { levelFor } from '../../domain/policy';
import type { MergedShards, Notice } from '../../domain/report';
import { count, join, remedy } from './words';

/** More numbers than this are counted. */
const NAMED = 20;

/** The notice of the shards that are missing, if any are. `answered`: how many checks the others hold. */
export function missingNotice(
  { of, listed, missing }: MergedShards,
  answered: number,
  policies: Policies,
): Notice | undefined {
  if (missing.length === 0) return undefined;
  const more = missing.length - NAMED;
  const numbers = [...missing.slice(0, NAMED).map(String), ...(more > 0 ? [`${String(more)} more`] : [])];
  const left = listed - answered;
  const cost = left > 0 ? `, so that ${count(left, 'check')} of ${String(listed)} have no answer` : '';
  return {
    code: 'shard-missing',
    level: levelFor('unknown', policies),
    message: `${missing.length === 1 ? 'Shard' : 'Shards'} ${join(numbers)} of ${String(of)} left no report${cost}.`,
    remedy: remedy("Look at the log of the shard's job, run it again, and merge the reports of all shards."),
  };
}
