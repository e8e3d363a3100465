/** May this caller read the repo, and is the revision there? */
import type { ProbeAnswer, Probe, Refusal } from '../../domain/hub/probe';
import { namespaceOf, type RepoRef } from '../../domain/hub/repo';
import { CODES } from '../../domain/hub/codes';
import { KINDS } from '../../domain/hub/kinds';
import { present } from '../../domain/basics/present';
import type { Detail, Grounds, Verdict } from '../../domain/report/verdict';
import { notFound } from './not-found';
import type { JudgementContext } from './context';
import { answerWithoutRoute, byFile, namedFile, type AskedRepo, type ReadAnswer } from './without-route';
import { isVague, renamed } from './inferred';
import { reasonOf } from './refusal';
import { verdictFor, verdictOf, withoutTokenAt } from './verdicts';

type Caller = Probe['as'];

/** Judges a read, with the token under test or anonymously. */
export function judgeRead(context: JudgementContext, repo: RepoRef, as: Caller = 'token'): Verdict {
  const { answer, grounds, isUnmarked } = readAnswer(context, { repo, as });
  const judged = judgeAnswer(context, answer, { repo, as });
  const files = isUnmarked === true ? ('unmarked' as const) : undefined;
  const guess = { certainty: 'inferred', detail: { ...judged.detail, ...present({ grounds, files }) } } as const;
  const based = judged.outcome === 'allowed' && grounds !== undefined ? { ...judged, ...guess } : judged;
  const verdict = withTrust(context, based, { repo, as });
  // The file was asked for at the revision.
  if (verdict.outcome === 'allowed') return isFile(grounds) ? verdict : withRevision(context, verdict, { repo, as });
  return as === 'token' && wantsControl(verdict) ? { ...verdict, withoutToken: withoutToken(context, repo) } : verdict;
}

/** Whether libraries run what may be read: said by repo info, whatever then decided. */
function withTrust(context: JudgementContext, verdict: Verdict, about: AskedRepo): Verdict {
  const { result } = context.need({ kind: 'read', ...about });
  const isUntrusted = verdict.outcome === 'allowed' && result.kind === 'yes' && result.isUntrusted;
  return isUntrusted === true ? { ...verdict, detail: { ...verdict.detail, isUntrusted } } : verdict;
}

function isFile(grounds: Grounds | undefined): boolean {
  return grounds === 'file' || grounds === 'cached-file';
}

/** The anonymous control probe: what the same read gives without any token. Asked once, and only for its outcome. */
export function withoutToken(context: JudgementContext, repo: RepoRef): NonNullable<Verdict['withoutToken']> {
  const { kind } = readAnswer(context, { repo, as: 'nobody' }).answer.result;
  if (kind === 'yes') return 'allowed';
  return kind === 'failed' || kind === 'no-route' ? 'unknown' : 'denied';
}

/**
 * The answer that counts for a read: `auth-check`, or, where the endpoint has no such route or the route does not
 * take this kind of token, what guards the files themselves.
 */
function readAnswer(context: JudgementContext, about: AskedRepo): ReadAnswer {
  const answer = context.need({ kind: 'read', ...about });
  const { kind } = answer.result;
  if (kind === 'no-route' || isAboutAnother(context, about, kind)) return answerWithoutRoute(context, about);
  if (isVague(context, answer)) return { answer, ...fileInstead(context, about) };
  if (answer.result.kind === 'yes' && answer.result.isGated === true)
    return byFile(context, about, context.need({ kind: 'file', ...about }));
  if (!KINDS[about.repo.type].probes.includes('file')) return { answer };
  if (kind === 'yes' && context.input.hasPath) return { answer: onItsPath(context, about) ?? answer };
  return kind === 'unauthenticated' && about.as === 'token' ? besideLogin(context, about) : { answer };
}

/** The token counts for nothing on the route, in the Hub's words: what guards the files knows better whether it does there. */
function besideLogin(context: JudgementContext, about: AskedRepo): ReadAnswer {
  const file = context.need({ kind: 'file', ...about });
  const based = byFile(context, about, file);
  // Of the Hub's own route it is known that it does not take every kind of token; elsewhere the two contradict each other.
  return context.input.standing === 'hub' ? { answer: based.answer } : based;
}

/**
 * A gateway in front of an endpoint may refuse whichever route it does not know, in words of its own; where the endpoint serves the
 * file, clients get it.
 */
function fileInstead(context: JudgementContext, about: AskedRepo): Partial<ReadAnswer> {
  const file = answerWithoutRoute(context, about);
  // Repo info shows that the repo is visible, not that a route that refused would let its files go.
  return file.answer.result.kind === 'yes' && isFile(file.grounds) ? file : {};
}

/** Of an id without a namespace Olah takes the route for the repo info of `gpt2/auth-check`, which is not there (run, 2026-11-27). */
function isAboutAnother(
  { input }: JudgementContext,
  { repo }: AskedRepo,
  kind: ProbeAnswer['result']['kind'],
): boolean {
  return kind === 'not-found' && input.standing !== 'hub' && namespaceOf(repo) === undefined;
}

/**
 * Whoever may read can still not download where the endpoint's redirects lead out of its path (nginx, recorded): that answer,
 * in place of the yes.
 */
function onItsPath(context: JudgementContext, about: AskedRepo): ProbeAnswer | undefined {
  const { repo, as } = about;
  const first = context.need({ kind: 'file', repo, as });
  const isAbsent = first.result.kind === 'yes' && first.result.isAbsent === true;
  const answer = isAbsent ? (namedFile(context, about) ?? first) : first;
  return answer.result.kind === 'failed' && answer.result.fault === 'lost-path' ? answer : undefined;
}

function judgeAnswer(context: JudgementContext, answer: ProbeAnswer, { repo, as }: AskedRepo): Verdict {
  return verdictFor(answer, {
    'not-found': () => notFound(context, { repo, movedTo: answer.movedTo }, as),
    unauthenticated: () =>
      as === 'nobody' ? notFound(context, { repo, movedTo: answer.movedTo }, as) : unauthenticated(context, repo),
    refused: (refusal) => refused(context, { repo: renamed(repo, answer.movedTo), as }, refusal),
    'no-route': () =>
      verdictOf('probe-unsupported', {
        detail: {
          failure: isDescribed(context, { repo, as }) ? DESCRIBED : NOT_SHOWN,
          ...present({ said: context.said() }),
        },
      }),
  });
}

/** Many registries answer a bare 404 for a repo that they do not have, and for a route that they do not have. */
const NOT_SHOWN =
  'no file and no description of the repo was found there; its name may be wrong, or the endpoint may not have it';
const DESCRIBED =
  "the repo's description was found, which proves no right to its files, and no file that a Hub would mark";

function isDescribed(context: JudgementContext, about: AskedRepo): boolean {
  return context.input.standing !== 'hub' && context.need({ kind: 'info', ...about }).result.kind === 'yes';
}

function refused(context: JudgementContext, { repo, as }: AskedRepo, refusal: Refusal): Verdict {
  const token = as === 'token' ? context.input.token : { state: 'missing' as const };
  const { code, detail } = reasonOf({ refusal, operation: 'read', repo, token });
  return verdictOf(code, { detail, ...present({ withoutToken: withoutTokenAt(code) }) });
}

/**
 * The Hub refused the token on the route that serves the files. A missing repo would have been a 404, so it is the
 * token; that is certain only if nobody at all gets in without it.
 */
function unauthenticated(context: JudgementContext, repo: RepoRef): Verdict {
  if (withoutToken(context, repo) !== 'allowed')
    return verdictOf('unexpected-answer', { detail: loginRefused(context) });
  return verdictOf(context.input.token.state === 'valid' ? 'forbidden' : 'token-invalid', { withoutToken: 'allowed' });
}

/** Whose turn it is where a login is asked for and this token does not count as one; the Hub has said which token it is before. */
export function loginRefused(context: JudgementContext): Detail {
  const { standing } = context.input;
  const failure = standing === 'dropped' ? DROPPED : REFUSED;
  const fault = standing === 'caller' || standing === 'stored' ? ('login' as const) : undefined;
  return { failure, ...present({ fault, said: context.said() }) };
}

const DROPPED = 'it asks for a login, and this token does not count as one there';
/** Registries answer so for what they do not have, too: for a name in other capitals, say (unsloth#2506). */
const REFUSED =
  'it refuses this token and asks for a login: the token may have expired, or belong to another service, or no repo has this very name there';

/** Whether the same read without the token would tell more. */
function wantsControl({ outcome, code, withoutToken }: Verdict): boolean {
  return outcome === 'denied' && withoutToken === undefined && CODES[code].control === true;
}

/** The revision route is not gated, so it is asked only after the gate. */
function withRevision(context: JudgementContext, verdict: Verdict, about: AskedRepo): Verdict {
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
