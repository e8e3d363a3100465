/** What is told where the program itself fails. */
import type { Redact } from '../domain/text/quote';
import { annotate, setOutput } from './toolkit';

/**
 * Tells a fault of our own: what is known of it, without a stack and without a secret. Nothing was found out, so it
 * blocks as an unknown does.
 */
export function publishFault(fault: unknown, blocks: boolean, redact: Redact): void {
  const kind = fault instanceof Error ? fault.name : typeof fault;
  const code = fault instanceof Error && 'code' in fault && typeof fault.code === 'string' ? ` (${fault.code})` : '';
  const what = `A fault of HF Auth Preflight itself stopped it: ${kind}${code}. Nothing is known about the token.`;
  annotate(
    'error',
    redact(`${what} Run it again; if it stays, please open an issue with this line.`),
    'Internal fault',
  );
  if (blocks) process.exitCode = 1;
  try {
    setOutput('result', 'unknown');
    setOutput('ok', 'false');
    setOutput('blocked', String(blocks));
  } catch {
    // That the file of outputs cannot be written may be the very fault.
  }
}
