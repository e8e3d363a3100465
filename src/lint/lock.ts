/** The gated repos of an access lock. */
import type { Lock } from '../domain/report/lock';

/** `model acme/gated` for every line whose repo had a gate. */
export function gatedIn({ lines }: Pick<Lock, 'lines'>): Set<string> {
  const gated = lines.filter(({ gate }) => gate !== undefined && gate !== 'none');
  return new Set(gated.map(({ repo: { type, id } }) => `${type} ${id}`));
}
