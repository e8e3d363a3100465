/** May this token write to a repo that is there? */
import { present } from '../../domain/basics/present';
import type { ProbeAnswer, Refusal } from '../../domain/hub/probe';
import type { RepoOperation } from '../../domain/inputs/requirement';
import type { Detail, Verdict } from '../../domain/report/verdict';
import type { JudgementContext } from './context';
import { unlessRefused } from './guess';
import { inferFromGrants, isVague, renamed, unsupported } from './inferred';
import { isBound, writeByPublisher } from './keyless';
import { notFound } from './not-found';
import { loginRefused } from './read';
import { reasonOf } from './refusal';
import { verdictFor, verdictOf, withoutTokenAt } from './verdicts';

/** Judges a write by `auth-check/write`; if that route cannot answer, by what the token says about itself. */
export function judgeWrite(context: JudgementContext, about: RepoOperation): Verdict {
  return writeVerdict(context, about, context.need({ kind: 'write', repo: about.repo, as: 'token' }));
}

/** The verdict on an answer of the write probe. */
export function writeVerdict(context: JudgementContext, about: RepoOperation, answer: ProbeAnswer): Verdict {
  const { repo, operation } = about;
  if (isBound(context.input.token)) return writeByPublisher(context, about, answer);
  if (isVague(context, answer) && context.need({ kind: 'file', repo, as: 'token' }).result.kind === 'yes')
    return verdictOf('probe-unsupported', { certainty: 'inferred', detail: present({ said: context.said() }) });
  return verdictFor(answer, {
    refused: (refusal) => refused(context, { repo: renamed(repo, answer.movedTo), operation }, refusal),
    'not-found': () => notFound(context, { repo, movedTo: answer.movedTo }, 'token'),
    unauthenticated: () => withoutProbe(context, about),
    'no-route': () => withoutProbe(context, about, answer),
  });
}

/** A refusal, with its reason. */
export function refused(context: JudgementContext, about: RepoOperation, refusal: Refusal): Verdict {
  const { code, detail } = reasonOf({ ...about, refusal, token: context.input.token });
  return verdictOf(code, { detail, ...present({ withoutToken: withoutTokenAt(code) }) });
}

/**
 * No route can answer. The repo must at least be visible to this token; then its own words decide, unless the route is not
 * there at an endpoint that is not the Hub: some give everybody the same role.
 *
 * @param route what it said, where it is not there; absent where it does not take this kind of token
 */
function withoutProbe(context: JudgementContext, about: RepoOperation, route?: ProbeAnswer): Verdict {
  const answer = context.need({ kind: 'file', repo: about.repo, as: 'token' });
  const noRoles = route !== undefined && context.input.standing !== 'hub';
  const onTheWay = route === undefined ? [] : [route];
  const byRoles = () => unlessRefused(inferFromGrants(context, about, answer.movedTo), ...onTheWay);
  const visible = () => (noRoles ? unsupported() : byRoles());
  const unseen = (detail?: Detail) => {
    if (noRoles) return verdictOf('probe-unsupported', { certainty: 'inferred', ...present({ detail }) });
    const verdict = inferFromGrants(context, about);
    // Nothing has shown that the repo is there, so a yes would be a guess; a no still holds.
    return verdict.outcome === 'allowed' ? unsupported() : verdict;
  };
  return verdictFor(answer, {
    yes: visible,
    'revision-not-found': visible,
    'no-route': () => unseen(present({ said: context.said() })),
    unauthenticated: () => unseen(loginRefused(context)),
    refused: (refusal) => refused(context, about, refusal),
    'not-found': () => notFound(context, { repo: about.repo, movedTo: answer.movedTo }, 'token'),
  });
}
