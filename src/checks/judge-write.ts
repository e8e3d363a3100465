/** May this token write to a repo that is there? */
import type { ProbeAnswer, Refusal } from '../domain/evidence';
import type { RepoRef } from '../domain/repo';
import type { Verdict } from '../domain/verdict';
import { writeGrant } from './grants';
import type { Bench } from './bench';
import { notFound } from './judge-read';
import { byOwnWords, renamed } from './own-words';
import { reasonOf } from './refusal';
import { plainVerdict, verdictOf } from './verdicts';

/** Judges a write by `auth-check/write`; where that route cannot tell, by what the token says of itself. */
export function judgeWrite(bench: Bench, repo: RepoRef): Verdict {
  return writeVerdict(bench, repo, bench.need({ asking: 'write', repo, as: 'token' }));
}

/** The verdict on an answer of the write probe. */
export function writeVerdict(bench: Bench, repo: RepoRef, answer: ProbeAnswer): Verdict {
  const { said } = answer;
  switch (said.kind) {
    case 'refused':
      return refused(bench, renamed(repo, answer.movedTo), said.refusal);
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
      return plainVerdict(said, answer);
  }
}

function refused(bench: Bench, repo: RepoRef, refusal: Refusal): Verdict {
  const { code, detail } = reasonOf({ refusal, doing: 'write', repo, standing: bench.view.standing });
  return verdictOf(code, { detail });
}

/** No route can tell. The repo must at least be visible to this token; then its own words decide. */
function withoutProbe(bench: Bench, repo: RepoRef): Verdict {
  const answer = bench.need({ asking: 'file', repo, as: 'token' });
  const { said } = answer;
  switch (said.kind) {
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
      return refused(bench, repo, said.refusal);
    case 'not-found':
      return notFound(bench, repo, 'token');
    case 'gated':
    case 'gated-token-scope':
    case 'expired':
    case 'disabled':
    case 'failed':
      return plainVerdict(said, answer);
  }
}

function ownWords(bench: Bench, repo: RepoRef, seen: Verdict): Verdict {
  return byOwnWords(bench, repo, { seen, grantOf: writeGrant });
}
