/** What came of following what is listed, beside the checks that it added. */
import type { NoticeFact } from '../domain/report/notice';
import type { Plan } from '../domain/plan';

/** What following could not tell, and the code that it found. */
export function followFacts({ followed }: Plan): NoticeFact[] {
  if (followed === undefined) return [];
  const { doubts, isCut, code: uses } = followed;
  return [
    ...(doubts.length > 0 || isCut ? [{ code: 'follow-unresolved', doubts, isCut } as const] : []),
    ...(uses.length > 0 ? [{ code: 'remote-code', uses } as const] : []),
  ];
}
