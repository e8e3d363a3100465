/** May this caller read the repo, and is the revision there? */
import type { ProbeAnswer, Probe, Refusal } from '../../domain/probe';
import type { RepoRef } from '../../domain/repo';
import { CODES } from '../../domain/codes';
import { present } from '../../domain/present';
import type { Verdict } from '../../domain/verdict';
import { notFound } from './not-found';
import type { JudgementContext } from './context';
import { renamed } from './inferred';
import { reasonOf } from './refusal';
import { verdictFor, verdictOf, withoutTokenAt } from './verdicts';

type Caller = Probe['as'];

interface About {
  readonly repo: RepoRef;
  readonly as: Caller;
}

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

function judgeAnswer(context: JudgementContext, answer: ProbeAnswer, { repo, as }: About): Verdict {
  return verdictFor(answer, {
    'not-found': () => notFound(context, repo, as),
    unauthenticated: () => (as === 'nobody' ? notFound(context, repo, as) : unauthenticated(context, repo)),
    refused: (refusal) => refused(context, { repo: renamed(repo, answer.movedTo), as }, refusal),
    'no-route': () => verdictOf('probe-unsupported'),
  });
}

function refused(context: JudgementContext, { repo, as }: About, refusal: Refusal): Verdict {
  const token = as === 'token' ? context.input.token : { state: 'missing' as const };
  const { code, detail } = reasonOf({ refusal, operation: 'read', repo, token });
  return verdictOf(code, { detail, ...present({ withoutToken: withoutTokenAt(code) }) });
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
function withRevision(context: JudgementContext, verdict: Verdict, about: About): Verdict {
  if (about.repo.revision === undefined) return verdict;
  const answer = context.need({ kind: 'revision', ...about });
  const unclear = () => verdictOf('unexpected-answer', { detail: { failure: REVISION_UNCLEAR } });
  return verdictFor(
    { ...answer, ...present({ movedTo: verdict.movedTo }) },
    {
      yes: () => verdict,
      refused: (refusal) => refused(context, about, refusal),
      'not-found': unclear,
      unauthenticated: unclear,
      'no-route': () => verdictOf('probe-unsupported'),
    },
  );
}

const REVISION_UNCLEAR = 'the repo could be read, its revision could not be asked about';
