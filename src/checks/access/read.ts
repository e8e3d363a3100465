/** May this caller read the repo, and is the revision there? */
import { REPO_TYPES } from '../../domain/kinds';
import type { ProbeAnswer, Probe, Refusal } from '../../domain/probe';
import { namespaceOf, type RepoRef } from '../../domain/repo';
import { CODES } from '../../domain/codes';
import type { Verdict } from '../../domain/verdict';
import { hasScoped } from './grants';
import { isForeign } from './membership';
import type { JudgementContext } from './context';
import { renamed } from './inferred';
import { reasonOf } from './refusal';
import { plainVerdict, verdictOf } from './verdicts';

type Caller = Probe['as'];

/** Judges a read, with the token under test or as nobody. */
export function judgeRead(context: JudgementContext, repo: RepoRef, as: Caller = 'token'): Verdict {
  const answer = readAnswer(context, repo, as);
  const verdict = judgeAnswer(context, answer, { repo, as });
  if (verdict.outcome === 'allowed') return withRevision(context, verdict, { repo, as });
  return as === 'token' && wantsControl(verdict) ? { ...verdict, withoutToken: withoutToken(context, repo) } : verdict;
}

/** The anonymous control probe: what the same read gives without any token. Asked once, and only for its outcome. */
export function withoutToken(context: JudgementContext, repo: RepoRef): NonNullable<Verdict['withoutToken']> {
  const { kind } = readAnswer(context, repo, 'nobody').result;
  if (kind === 'yes') return 'allowed';
  return kind === 'failed' || kind === 'no-route' ? 'unknown' : 'denied';
}

/**
 * The answer that counts for a read: `auth-check`, or, where the endpoint has no such route or the route does not
 * take this kind of token, what guards the files themselves.
 */
function readAnswer(context: JudgementContext, repo: RepoRef, as: Caller): ProbeAnswer {
  const answer = context.need({ kind: 'read', repo, as });
  const { kind } = answer.result;
  if (kind === 'no-route' || (kind === 'unauthenticated' && as === 'token')) {
    return context.need({ kind: 'file', repo, as });
  }
  return answer;
}

function judgeAnswer(context: JudgementContext, answer: ProbeAnswer, about: { repo: RepoRef; as: Caller }): Verdict {
  const { result } = answer;
  switch (result.kind) {
    case 'not-found':
      return notFound(context, about.repo, about.as);
    case 'unauthenticated':
      return about.as === 'nobody' ? notFound(context, about.repo, 'nobody') : unauthenticated(context, about.repo);
    case 'refused':
      return refused(context, { ...about, repo: renamed(about.repo, answer.movedTo) }, result.refusal);
    case 'no-route':
      return verdictOf('probe-unsupported');
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

function refused(context: JudgementContext, { repo, as }: { repo: RepoRef; as: Caller }, refusal: Refusal): Verdict {
  const token = as === 'token' ? context.input.token : { state: 'missing' as const };
  const { code, detail } = reasonOf({ refusal, doing: 'read', repo, token });
  return verdictOf(code, { detail });
}

/** The Hub does not say whether a repo is missing or hidden; it does say so when the id exists as another type. */
export function notFound(context: JudgementContext, repo: RepoRef, as: Caller): Verdict {
  const others = REPO_TYPES.filter((type) => type !== repo.type);
  const answers = context.needAll(others.map((type) => ({ kind: 'exists', repo: { type, id: repo.id }, as })));
  const foundAs = others.find((_, index) => answers[index]?.result.kind === 'yes');
  if (foundAs !== undefined) return verdictOf('wrong-type', { detail: { foundAs } });
  return verdictOf('not-found', {
    detail: as === 'token' && isOutsideScope(context, repo) ? { outsideScope: true } : {},
  });
}

/** A private repo of the account's own that the fine-grained token does not cover looks like a missing one. */
function isOutsideScope(context: JudgementContext, repo: RepoRef): boolean {
  const { principal } = context.input.token;
  if (principal?.role !== 'fine-grained' || isForeign(principal, namespaceOf(repo.id))) return false;
  return !hasScoped(principal, 'repo.content.read', { repo });
}

/**
 * The Hub refused the token on the route that serves the files. A missing repo would have been a 404, so it is the
 * token; that is certain only when nobody at all is let in without it.
 */
function unauthenticated(context: JudgementContext, repo: RepoRef): Verdict {
  if (withoutToken(context, repo) !== 'allowed') {
    return verdictOf('unexpected-answer', { detail: { failure: 'the token was neither accepted nor called bad' } });
  }
  return verdictOf(context.input.token.state === 'valid' ? 'forbidden' : 'token-invalid', { withoutToken: 'allowed' });
}

/** Whether the same read as nobody would tell more. */
function wantsControl({ outcome, code, withoutToken }: Verdict): boolean {
  return outcome === 'denied' && withoutToken === undefined && CODES[code].control === true;
}

/** The revision route is not gated, so it is asked only after the gate. */
function withRevision(context: JudgementContext, verdict: Verdict, about: { repo: RepoRef; as: Caller }): Verdict {
  if (about.repo.revision === undefined) return verdict;
  const answer = context.need({ kind: 'revision', ...about });
  const { result } = answer;
  switch (result.kind) {
    case 'yes':
      return verdict;
    case 'revision-not-found':
    case 'failed':
    case 'gated':
    case 'gated-token-scope':
    case 'expired':
    case 'disabled':
      return plainVerdict(result, {
        ...answer,
        ...(verdict.movedTo === undefined ? {} : { movedTo: verdict.movedTo }),
      });
    case 'refused':
      return verdictOf('forbidden');
    case 'not-found':
    case 'unauthenticated':
      return verdictOf('unexpected-answer', {
        detail: { failure: 'the repo could be read, its revision could not be asked about' },
      });
    case 'no-route':
      return verdictOf('probe-unsupported');
  }
}
