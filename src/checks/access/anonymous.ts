/** No token is there: what can be read without one, and what becomes of the rest. */
import { CODES } from '../../domain/codes';
import { OPERATIONS } from '../../domain/operations';
import { present } from '../../domain/present';
import type { Requirement } from '../../domain/requirement';
import type { Verdict } from '../../domain/verdict';
import type { JudgementContext } from './context';
import { judgeRead } from './read';
import { verdictOf } from './verdicts';

/** Judges a request without any token, by `on-missing-token`. */
export function judgeAnonymous(context: JudgementContext, { repo, operation }: Requirement): Verdict {
  const { onMissingToken } = context.input;
  if (onMissingToken === 'skip') return verdictOf('secret-withheld', { certainty: 'inferred' });
  if (!OPERATIONS[operation].anonymous)
    return needsToken(context, verdictOf('token-missing', { certainty: 'inferred' }));
  const verdict = judgeRead(context, repo, 'nobody');
  if (onMissingToken === 'anonymous') return verdict;
  // No token helps where none is ever handed on.
  const mayHelp = CODES[verdict.code].tokenMayHelp === true && context.told(verdict).detail.login !== 'none';
  if (!mayHelp) return verdict;
  const gated = CODES[verdict.code].family === 'gate' ? true : undefined;
  const detail = { ...verdict.detail, ...present({ gated }) };
  return needsToken(context, { ...verdict, detail, ...tokenMissing() });
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
