/** What a report means to a shell, and when the shell is sure to learn it. */
import type { Report } from '../../domain/report/report';

/** 0 not blocked, 1 blocked by a denied check or a policy, 2 bad input, 3 blocked only by unknown checks. */
export function exitCodeOf({ result, blocked, blockedBy }: Pick<Report, 'result' | 'blocked' | 'blockedBy'>): number {
  if (result === 'invalid') return 2;
  if (!blocked) return 0;
  return blockedBy.every((reason) => reason === 'unknown') ? 3 : 1;
}

/** Sets the process's exit code at once, before anything is printed: a later failure changes no verdict. */
export function settle(code: number): number {
  process.exitCode = code;
  return code;
}

/** The code that was settled; `undefined` where nothing is known yet. */
export function settledCode(): number | undefined {
  return typeof process.exitCode === 'number' ? process.exitCode : undefined;
}
