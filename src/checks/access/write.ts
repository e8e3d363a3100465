/** May this token write to a repo that is there? */
import type { ProbeAnswer, Refusal } from '../../domain/evidence';
import type { RepoRef } from '../../domain/repo';
import type { Verdict } from '../../domain/verdict';
import { writeGrant } from './grants';
import type { JudgementContext } from './context';
import { notFound } from './read';
import { inferFromGrants, renamed } from './inferred';
import { reasonOf } from './refusal';
import { plainVerdict, verdictOf } from './verdicts';

/** Judges a write by `auth-check/write`; where that route cannot tell, by what the token says of itself. */
export function judgeWrite(bench: JudgementContext, repo: RepoRef): Verdict {
  return writeVerdict(bench, repo, bench.need({ kind: 'write', repo, as: 'token' }));
}

/** The verdict on an answer of the write probe. */
export function writeVerdict(bench: JudgementContext, repo: RepoRef, answer: ProbeAnswer): Verdict {
  const { result } = answer;
  switch (result.kind) {
    case 'refused':
      return refused(bench, renamed(repo, answer.movedTo), result.refusal);
    case 'not-found':
      return notFound(bench, repo, 'token');
    case 'unauthenticated':
    case 'no-route':
      return withoutProbe(bench, repo);
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

function refused(bench: JudgementContext, repo: RepoRef, refusal: Refusal): Verdict {
  const { code, detail } = reasonOf({ refusal, doing: 'write', repo, standing: bench.view.standing });
  return verdictOf(code, { detail });
}

/** No route can tell. The repo must at least be visible to this token; then its own words decide. */
function withoutProbe(bench: JudgementContext, repo: RepoRef): Verdict {
  const answer = bench.need({ kind: 'file', repo, as: 'token' });
  const { result } = answer;
  switch (result.kind) {
    case 'yes':
    case 'revision-not-found':
      return ownWords(bench, repo, plainVerdict({ kind: 'yes' }, answer));
    case 'no-route':
    case 'unauthenticated': {
      const verdict = ownWords(bench, repo, verdictOf('ok'));
      // Nothing has shown that the repo is there, so a yes would be a guess; a no holds all the same.
      return verdict.outcome === 'allowed' ? verdictOf('probe-unsupported', { certainty: 'inferred' }) : verdict;
    }
    case 'refused':
      return refused(bench, repo, result.refusal);
    case 'not-found':
      return notFound(bench, repo, 'token');
    case 'gated':
    case 'gated-token-scope':
    case 'expired':
    case 'disabled':
    case 'failed':
      return plainVerdict(result, answer);
  }
}

function ownWords(bench: JudgementContext, repo: RepoRef, seen: Verdict): Verdict {
  return inferFromGrants(bench, repo, { seen, grantOf: writeGrant });
}
