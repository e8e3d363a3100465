/** What a report means to a shell. */
import type { Report } from '../domain/report';

/** 0 does not block, 1 blocked by more than unknowns, 2 bad input, 3 blocked by unknowns alone. */
export function exitCodeOf({ result, blocked, blockedBy }: Pick<Report, 'result' | 'blocked' | 'blockedBy'>): number {
  if (result === 'invalid') return 2;
  if (!blocked) return 0;
  return blockedBy.every((reason) => reason === 'unknown') ? 3 : 1;
}
