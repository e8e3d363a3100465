/** What is said if the program itself fails. */
import type { Redact } from '../domain/text/quote';
import type { Report } from '../domain/report/report';
import { annotate, OutputsFault, setOutput } from './toolkit';

/** What has been decided, and so what the exit code is. */
export type Verdict = Pick<Report, 'result' | 'blocked'>;

/** What a fault met. */
export interface FaultContext {
  /** Absent where the fault came before there was one. */
  readonly verdict: Verdict | undefined;
  /** By `on-unknown`. */
  readonly unknownBlocks: boolean;
  readonly redact: Redact;
}

/**
 * Reports an error of our own: what is known about it, without a stack and without a secret. A verdict that was there stays as
 * it is, and so does the exit code. Where none was, nothing was found out, which blocks as an unknown does; and where the
 * outputs cannot be written either it blocks in any case, as later steps would read empty words.
 */
export function publishFault(fault: unknown, { verdict, unknownBlocks, redact }: FaultContext): void {
  const { result, blocked } = verdict ?? { result: 'unknown', blocked: unknownBlocks };
  const outcome =
    verdict === undefined
      ? 'Nothing is known about the token.'
      : `It came after the checks: the result "${result}" stands, but not all of it could be reported.`;
  const level = verdict === undefined || blocked ? 'error' : 'warning';
  const [what, advice] = wordsFor(redact(kindOf(fault)), fault);
  annotate(level, `${what} ${outcome} ${advice}`, 'Internal fault');
  if (verdict === undefined) process.exitCode = blocked ? 1 : 0;
  try {
    setOutput('result', result);
    setOutput('ok', String(result === 'pass'));
    setOutput('blocked', String(blocked));
  } catch {
    // That the file of outputs cannot be written may be the very fault.
    if (verdict === undefined) process.exitCode = 1;
  }
}

/** What happened, and what to do about it. */
function wordsFor(kind: string, fault: unknown): readonly [string, string] {
  if (fault instanceof OutputsFault)
    return [
      `The file of outputs (GITHUB_OUTPUT) could not be written${fault.code === undefined ? '' : ` (${fault.code})`}.`,
      'Later steps would read empty words. Look at the disk and the temporary folder of this runner.',
    ];
  if (kind.includes('MODULE_NOT_FOUND'))
    return [
      'A file of HF Auth Preflight itself is missing: its copy on this runner is not whole.',
      'Re-run the job; where the action is a copy of your own, copy the whole folder dist.',
    ];
  return [
    `A fault of HF Auth Preflight itself stopped it: ${kind}.`,
    'Re-run it; if it happens again, please open an issue with this line.',
  ];
}

function kindOf(fault: unknown): string {
  const kind = fault instanceof Error ? fault.name : typeof fault;
  const code = fault instanceof Error && 'code' in fault && typeof fault.code === 'string' ? ` (${fault.code})` : '';
  return `${kind}${code}`;
}
