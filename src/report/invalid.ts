/** The report of bad input. */
import type { CiContext } from '../domain/ci-context';
import type { Policies } from '../domain/inputs/policies';
import { present } from '../domain/basics/present';
import { countOutcomes, type Report } from '../domain/report/report';
import type { Problem } from '../domain/inputs/requirement';
import { VERSION } from '../domain/version';

/** The report of a run that asked nothing, because its input was invalid. */
export function invalidReport(about: {
  readonly problems: readonly Problem[];
  readonly policies: Policies;
  readonly endpoint: string;
  readonly ciContext: CiContext;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
}): Report {
  const { problems, policies, endpoint, ciContext, startedAt } = about;
  return {
    schema: 'hf-auth-preflight/report/v1',
    tool: { version: VERSION },
    ...present({ run: ciContext.run, docs: ciContext.docs }),
    startedAt: new Date(startedAt).toISOString(),
    elapsedMs: 0,
    result: 'invalid',
    blocked: true,
    blockedBy: ['invalid'],
    policies,
    endpoint,
    counts: countOutcomes([]),
    token: { state: 'unverified' },
    checks: [],
    runner: [],
    notices: [],
    problems,
  };
}
