/** Gates that may still open. */
import { CODES } from '../../domain/hub/codes';
import type { Verdict } from '../../domain/report/verdict';

/** Their places among the verdicts. */
export function openGates(verdicts: readonly Verdict[]): number[] {
  return verdicts.flatMap(({ code }, index) => (CODES[code].opens === true ? [index] : []));
}
