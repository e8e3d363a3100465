/** What whoami says of the money of an organization that is to pay. No route tells whether what costs will be refused for it. */
import { taskOf } from '../../domain/hub/kinds';
import { namespaceOf } from '../../domain/hub/repo';
import type { RepoOperation } from '../../domain/inputs/requirement';
import type { Verdict } from '../../domain/report/verdict';
import type { TokenStatus } from './input';
import { membershipIn } from './membership';

/** A yes to what costs, with what whoami says against it. */
export function withSpending(
  verdict: Verdict,
  { repo, operation }: RepoOperation,
  { principal }: TokenStatus,
): Verdict {
  if (verdict.outcome !== 'allowed' || taskOf({ repo, operation }).costs !== true || principal === undefined)
    return verdict;
  const isSpent = membershipIn(principal, namespaceOf(repo))?.isSpent;
  return isSpent === undefined ? verdict : { ...verdict, detail: { ...verdict.detail, isSpent } };
}
