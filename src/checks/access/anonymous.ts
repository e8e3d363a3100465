/** No token is there: what can be read without one, and what becomes of the rest. */
import { CODES } from '../../domain/hub/codes';
import { KINDS, taskOf } from '../../domain/hub/kinds';
import type { RepoRef } from '../../domain/hub/repo';
import { present } from '../../domain/basics/present';
import type { Requirement } from '../../domain/inputs/requirement';
import type { Verdict } from '../../domain/report/verdict';
import type { JudgementContext } from './context';
import { unsupported, whyNoHub } from './inferred';
import { judgeRead } from './read';
import { failureVerdict, verdictOf } from './verdicts';

/** Judges a requirement without any token, by `on-missing-token`. */
export function judgeAnonymous(context: JudgementContext, { repo, operation }: Requirement): Verdict {
  const { onMissingToken } = context.input;
  if (onMissingToken === 'skip') return verdictOf('secret-withheld', { certainty: 'inferred' });
  // Its lines are this token's, whatever they could do without one.
  if (context.input.token.isNamed === true)
    return needsToken(context, verdictOf('token-missing', { certainty: 'inferred' }));
  if (!taskOf({ repo, operation }).anonymous) return needsToken(context, changeAsNobody(context, repo));
  const verdict = judgeRead(context, repo, 'nobody');
  if (onMissingToken === 'anonymous') return verdict;
  // No token helps if none is ever passed on.
  const mayHelp = CODES[verdict.code].tokenMayHelp === true && context.told(verdict).detail.login !== 'none';
  if (!mayHelp) return verdict;
  const gated = CODES[verdict.code].family === 'gate' ? true : undefined;
  const unseen = CODES[verdict.code].family === 'repo' ? (true as const) : undefined;
  const detail = { ...verdict.detail, ...present({ gated, unseen }) };
  return needsToken(context, { ...verdict, detail, ...tokenMissing() });
}

/** The Hub lets nobody change anything. Other endpoints say so themselves: some let everybody (hfd, recorded). */
function changeAsNobody(context: JudgementContext, repo: RepoRef): Verdict {
  const denied = verdictOf('token-missing', { certainty: 'inferred' });
  if (context.input.standing === 'hub') return denied;
  if (!KINDS[repo.type].probes.includes('write')) return whyNoHub(context, 'nobody') ?? denied;
  const write = context.need({ kind: 'write', repo, as: 'nobody' });
  const { result } = write.result.kind === 'no-route' ? context.need({ kind: 'file', repo, as: 'nobody' }) : write;
  if (result.kind === 'failed') return failureVerdict(result);
  // Reading is open, or the repo is not there: neither says who may change something.
  const isOpen = result.kind === 'yes' || result.kind === 'no-route';
  const isGone = write.result.kind === 'no-route' && result.kind === 'not-found';
  return isOpen || isGone ? unsupported() : denied;
}

function tokenMissing(): Pick<Verdict, 'outcome' | 'code'> {
  const { outcome, code } = verdictOf('token-missing');
  return { outcome, code };
}

/** Only a missing token that the platform withheld is ever skipped. */
function needsToken(context: JudgementContext, denied: Verdict): Verdict {
  const { withheld, onMissingToken } = context.input;
  if (!withheld || onMissingToken === 'fail' || onMissingToken === 'anonymous') return denied;
  const { outcome, code } = verdictOf('secret-withheld');
  return { ...denied, outcome, code };
}
