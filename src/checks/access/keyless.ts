/**
 * What a token may do that the job's identity was exchanged for. It is bound to one repo, or to a user and then only reads. No
 * route is known to tell of it: a publisher can be read-only, and `auth-check/write` was seen to refuse one that may
 * write. So a yes is a yes, and every other answer settles nothing.
 */
import { present } from '../../domain/present';
import type { ProbeAnswer, Refusal } from '../../domain/probe';
import type { RepoRef } from '../../domain/repo';
import { isResource } from '../../domain/resource';
import type { Verdict } from '../../domain/verdict';
import type { JudgementContext } from './context';
import { renamed } from './inferred';
import type { TokenStatus } from './input';
import { notFound } from './not-found';
import { verdictFor, verdictOf, withoutTokenAt } from './verdicts';

/** Whether the token is bound to one repo or user: it was exchanged in this run, or has the shape of a publisher's. */
export function isBound({ family, resource }: TokenStatus): boolean {
  return resource !== undefined || family === 'oidc';
}

/** The verdict on an answer of the write probe. */
export function writeByPublisher(
  context: JudgementContext,
  { repo }: { readonly repo: RepoRef },
  answer: ProbeAnswer,
): Verdict {
  const { movedTo } = answer;
  const open = () => unsettled(context, repo, movedTo);
  const { resource } = context.input.token;
  return verdictFor(answer, {
    refused: (refusal) => stated(refusal) ?? open(),
    // Of a repo that it was exchanged for the Hub has just said that it is there.
    'not-found': () => (resource === undefined ? notFound(context, repo, 'token') : open()),
    unauthenticated: open,
    'no-route': open,
  });
}

/** A sentence that names the cause comes before everything else. */
function stated(refusal: Refusal): Verdict | undefined {
  if (refusal === 'no-write' || refusal === 'unrecognised') return undefined;
  return verdictOf(refusal, present({ withoutToken: withoutTokenAt(refusal) }));
}

function unsettled(context: JudgementContext, repo: RepoRef, movedTo: string | undefined): Verdict {
  const { resource } = context.input.token;
  const unknown = () => verdictOf('probe-unsupported', { certainty: 'inferred', detail: { publisher: true } });
  if (resource === undefined || isResource(renamed(repo, movedTo), resource)) return unknown();
  // The list may have an old name of it.
  const now = movedTo ?? context.need({ kind: 'exists', repo, as: 'token' }).movedTo;
  if (now !== undefined && isResource(renamed(repo, now), resource)) return unknown();
  const tokenType = resource.kind === 'user' ? 'identity' : 'oidc';
  return verdictOf('scope-missing', { certainty: 'inferred', detail: { tokenType }, ...present({ movedTo: now }) });
}
