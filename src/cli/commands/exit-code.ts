/** What a report means to a shell, and when the shell is sure to learn it. */
import type { Report } from '../../domain/report';

/** 0 does not block, 1 blocked by more than unknowns, 2 bad input, 3 blocked by unknowns alone. */
export function exitCodeOf({ result, blocked, blockedBy }: Pick<Report, 'result' | 'blocked' | 'blockedBy'>): number {
  if (result === 'invalid') return 2;
  if (!blocked) return 0;
  return blockedBy.every((reason) => reason === 'unknown') ? 3 : 1;
}

/** Makes it the process's own at once, before anything is told: what fails after that changes no verdict. */
export function settle(code: number): number {
  process.exitCode = code;
  return code;
}

/** The code that was settled; `undefined` where nothing is known yet. */
export function settledCode(): number | undefined {
  return typeof process.exitCode === 'number' ? process.exitCode : undefined;
}
