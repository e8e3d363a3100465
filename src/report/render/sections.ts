/** What the renderings share: the order of checks, the words of an exchange, and a list that keeps to a budget. */
import type { RecordedReply } from '../../domain/reply';
import type { Check, Report, RunnerFinding } from '../../domain/report';
import { WORST_FIRST } from '../../domain/codes';
import { count } from '../messages/words';

/** Every check, the worst outcomes first, and in order of listing within one outcome. */
export function sortedChecks({ checks }: Pick<Report, 'checks'>): Check[] {
  return WORST_FIRST.flatMap((outcome) => checks.filter((check) => check.outcome === outcome));
}

/** Checks with replies to show: those that were not allowed. */
export function checksWithEvidence(report: Pick<Report, 'checks'>): Check[] {
  return sortedChecks(report).filter(({ outcome, evidence }) => outcome !== 'allowed' && evidence.length > 0);
}

/** `yes`, `no` or `cannot tell`. */
export function sameWord({ sameAsChecked }: RunnerFinding): string {
  if (sameAsChecked === 'unknown') return 'cannot tell';
  return sameAsChecked ? 'yes' : 'no';
}

/** Tools of which something can be said; where nothing at all was found, a table would say `none` nine times. */
export function shownFindings({ runner }: Pick<Report, 'runner'>): RunnerFinding[] {
  return runner.filter(({ source, sameAsChecked }) => source !== 'none' || sameAsChecked !== 'unknown');
}

/** What stands in the place of that table. */
export const NO_FINDINGS =
  'Nothing on this runner gives a tool a credential of its own: each will send what its step hands to it.';

/** `HTTP 403`, or that nothing came back. */
export function statusWord({ status }: RecordedReply): string {
  return status === 0 ? 'no reply' : `HTTP ${String(status)}`;
}

/** Icons of notices by level. */
export const LEVEL_ICONS = { error: '❌', warning: '⚠️', notice: 'ℹ️' } as const;

/** That a list was cut, for the reader who looks for the rest. */
export function leftOut(left: number, noun: string): string {
  return `${count(left, `more ${noun}`)} left out here; the JSON report holds everything.`;
}

const encoder = new TextEncoder();

/** The bytes of a text in UTF-8. */
export function bytesOf(text: string): number {
  return encoder.encode(text).length;
}

/**
 * The first items that fit, in words, and how many do not; what does not fit is not put into words at all. A line costs
 * its bytes and its line break.
 */
export function takeWithinBudget<Item>(
  items: readonly Item[],
  budgetBytes: number,
  tell: (item: Item, index: number) => string,
): { kept: string[]; left: number } {
  const kept: string[] = [];
  let used = 0;
  for (const [index, item] of items.entries()) {
    const line = tell(item, index);
    used += bytesOf(line) + 1;
    if (used > budgetBytes) break;
    kept.push(line);
  }
  return { kept, left: items.length - kept.length };
}
