/**
 * May this token use what is no repository: by a route of its own for this very right, or, where there is none, by what the token
 * says about itself.
 */
import { taskOf } from '../../domain/hub/kinds';
import type { Requirement } from '../../domain/inputs/requirement';
import type { Verdict } from '../../domain/report/verdict';
import type { JudgementContext } from './context';
import { grantOf } from './grants';
import { inOwnNamespace, isVague, unsupported, whyNoHub } from './inferred';
import { isBound } from './keyless';
import { failureVerdict, fromGrant, verdictFor, verdictOf } from './verdicts';
import { refused } from './write';

/** Judges by the kind's own `auth-check` for the operation. */
export function judgeByOwnProbe(context: JudgementContext, requirement: Requirement): Verdict {
  const { repo } = requirement;
  const answer = context.need({ kind: taskOf(requirement).probe ?? 'read', repo, as: 'token' });
  const { result } = answer;
  if (isVague(context, answer)) return withoutAnswer(context, requirement);
  if (result.kind === 'yes' && result.isRestricted === true)
    return verdictOf('probe-unsupported', { detail: { isRestricted: true } });
  return verdictFor(answer, {
    refused: (refusal) => bound(context, requirement) ?? refused(context, requirement, refusal),
    'not-found': () => (context.input.standing === 'hub' ? verdictOf('not-found') : unsupported()),
    unauthenticated: () => withoutAnswer(context, requirement),
    'no-route': () => barred(context, requirement) ?? withoutAnswer(context, requirement),
  });
}

/** The Hub answers 404: what whoami says against it still holds, and what speaks for it does not show that there is such a thing. */
function barred({ input: { token, standing } }: JudgementContext, about: Requirement): Verdict | undefined {
  const grant = standing === 'hub' ? grantOf(about.operation, token, about.repo) : undefined;
  return grant?.kind === 'no' ? fromGrant(grant) : undefined;
}

/** No route can be asked: the token's own words, at a Hub, which gives them a meaning. */
export function judgeByGrant(context: JudgementContext, { repo: listed, operation }: Requirement): Verdict {
  const { token, standing, disbelief } = context.input;
  if (disbelief !== undefined) return failureVerdict(disbelief);
  const why = standing === 'hub' ? undefined : whyNoHub(context, 'token');
  return why ?? fromGrant(grantOf(operation, token, inOwnNamespace(token, listed) ?? listed));
}

function withoutAnswer(context: JudgementContext, requirement: Requirement): Verdict {
  return bound(context, requirement) ?? unsupported();
}

/** A token that is bound to one repo, or to reading, is refused for that, whatever the words are. */
function bound({ input: { token } }: JudgementContext, { repo, operation }: Requirement): Verdict | undefined {
  const grant = isBound(token) ? grantOf(operation, token, repo) : undefined;
  return grant?.kind === 'no' ? fromGrant(grant) : undefined;
}
