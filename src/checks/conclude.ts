/** What a run found → its result and, by policy, whether it blocks the job. The rule itself is the domain's. */
import type { Outcome } from '../domain/hub/codes';
import { listedIn } from '../domain/inputs/listing';
import type { NoticeFact } from '../domain/report/notice';
import { NOTICE_POLICIES } from '../domain/report/notices';
import type { Plan } from '../domain/plan';
import type { BlockReason } from '../domain/inputs/policies';
import { blockReasons, levelOf, reasonOf, resultOf, type PolicyFacts } from '../domain/report/policy';
import { countOutcomes, type Counts, type TokenFacts } from '../domain/report/report';
import type { RunResult } from '../domain/report/result';

/** Everything that the result is made of. */
export interface RunSummary extends Pick<PolicyFacts, 'account' | 'withheld' | 'furtherMissing'> {
  readonly plan: Plan;
  readonly outcomes: readonly Outcome[];
  readonly token: TokenFacts;
  readonly facts: readonly NoticeFact[];
}

/** What the run came to. */
export interface Conclusion {
  readonly result: RunResult;
  readonly blocked: boolean;
  readonly blockedBy: readonly BlockReason[];
  readonly counts: Counts;
}

/** Concludes a run: the result from facts, the blocking from policy. */
export function conclude({ plan, outcomes, token, facts, ...more }: RunSummary): Conclusion {
  const { policies } = plan;
  const counts = countOutcomes(outcomes);
  const errors = facts.filter((fact) => levelOf(fact, policies) === 'error').map(reasonOf);
  const broken = NOTICE_POLICIES.filter((policy) => errors.includes(policy));
  const aboutToken = outcomes.length === 0 && listedIn(plan).length === 0;
  const run: PolicyFacts = { policies, counts, token, aboutToken, broken, ...more };
  const blockedBy = blockReasons(run);
  return { result: resultOf(run), blocked: blockedBy.length > 0, blockedBy, counts };
}
