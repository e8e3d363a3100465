/** May this token write to a repo that is there? */
import type { ProbeAnswer, Refusal } from '../../domain/probe';
import type { RepoRef } from '../../domain/repo';
import type { Verdict } from '../../domain/verdict';
import { writeGrant } from './grants';
import type { JudgementContext } from './context';
import { notFound } from './read';
import { inferFromGrants, renamed } from './inferred';
import { reasonOf } from './refusal';
import { plainVerdict, verdictOf } from './verdicts';

/** Judges a write by `auth-check/write`; where that route cannot tell, by what the token says of itself. */
export function judgeWrite(context: JudgementContext, repo: RepoRef): Verdict {
  return writeVerdict(context, repo, context.need({ kind: 'write', repo, as: 'token' }));
}

/** The verdict on an answer of the write probe. */
export function writeVerdict(context: JudgementContext, repo: RepoRef, answer: ProbeAnswer): Verdict {
  const { result } = answer;
  switch (result.kind) {
    case 'refused':
      return refused(context, renamed(repo, answer.movedTo), result.refusal);
    case 'not-found':
      return notFound(context, repo, 'token');
    case 'unauthenticated':
    case 'no-route':
      return withoutProbe(context, repo);
    case 'yes':
    case 'gated':
    case 'gated-token-scope':
    case 'revision-not-found':
    case 'expired':
    case 'disabled':
    case 'failed':
      return plainVerdict(result, answer);
  }
}

function refused(context: JudgementContext, repo: RepoRef, refusal: Refusal): Verdict {
  const { code, detail } = reasonOf({ refusal, doing: 'write', repo, token: context.input.token });
  return verdictOf(code, { detail });
}

/** No route can tell. The repo must at least be visible to this token; then its own words decide. */
function withoutProbe(context: JudgementContext, repo: RepoRef): Verdict {
  const answer = context.need({ kind: 'file', repo, as: 'token' });
  const { result } = answer;
  switch (result.kind) {
    case 'yes':
    case 'revision-not-found':
      return ownWords(context, repo, plainVerdict({ kind: 'yes' }, answer));
    case 'no-route':
    case 'unauthenticated': {
      const verdict = ownWords(context, repo, verdictOf('ok'));
      // Nothing has shown that the repo is there, so a yes would be a guess; a no holds all the same.
      return verdict.outcome === 'allowed' ? verdictOf('probe-unsupported', { certainty: 'inferred' }) : verdict;
    }
    case 'refused':
      return refused(context, repo, result.refusal);
    case 'not-found':
      return notFound(context, repo, 'token');
    case 'gated':
    case 'gated-token-scope':
    case 'expired':
    case 'disabled':
    case 'failed':
      return plainVerdict(result, answer);
  }
}

function ownWords(context: JudgementContext, repo: RepoRef, seen: Verdict): Verdict {
  return inferFromGrants(context, repo, { seen, grantOf: writeGrant });
}
