/**
 * What a token may do that the job's identity was exchanged for. It is bound to one repo, or to a user and then only reads. No
 * route is known to tell of it: a publisher can be read-only, and `auth-check/write` was seen to refuse one that may
 * write. So a yes is a yes, and every other answer settles nothing.
 */
import { isCode } from '../../domain/hub/codes';
import { taskOf } from '../../domain/hub/kinds';
import { present } from '../../domain/basics/present';
import type { ProbeAnswer, Refusal } from '../../domain/hub/probe';
import type { RepoRef } from '../../domain/hub/repo';
import type { RepoOperation } from '../../domain/inputs/requirement';
import { isResource, type Resource } from '../../domain/hub/resource';
import type { Verdict } from '../../domain/report/verdict';
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
    'not-found': () => (resource === undefined ? notFound(context, { repo }, 'token') : open()),
    unauthenticated: open,
    'no-route': open,
  });
}

/** A sentence that names the cause comes before everything else. */
function stated(refusal: Refusal): Verdict | undefined {
  if (!isCode(refusal)) return undefined;
  return verdictOf(refusal, present({ withoutToken: withoutTokenAt(refusal) }));
}

const unknown = () => verdictOf('probe-unsupported', { certainty: 'inferred', detail: { publisher: true } });

function beyond(resource: Resource, movedTo: string | undefined): Verdict {
  const tokenType = resource.kind === 'user' ? 'identity' : 'oidc';
  return verdictOf('scope-missing', { certainty: 'inferred', detail: { tokenType }, ...present({ movedTo }) });
}

/** A write of which no route tells, to what may be read; `undefined` where the token was not exchanged, or its own words say more. */
export function writeWithoutRoute(
  { input: { token } }: JudgementContext,
  { repo, operation }: RepoOperation,
  movedTo: string | undefined,
): Verdict | undefined {
  const { resource } = token;
  if (resource === undefined || taskOf({ repo, operation }).right.beyondPublisher === true) return undefined;
  const isOwn = [repo, renamed(repo, movedTo)].some((one) => isResource(one, resource));
  return isOwn ? unknown() : beyond(resource, movedTo);
}

function unsettled(context: JudgementContext, repo: RepoRef, movedTo: string | undefined): Verdict {
  const { resource } = context.input.token;
  if (resource === undefined || isResource(renamed(repo, movedTo), resource)) return unknown();
  // The list may have an old name of it.
  const now = movedTo ?? context.need({ kind: 'exists', repo, as: 'token' }).movedTo;
  if (now !== undefined && isResource(renamed(repo, now), resource)) return unknown();
  return beyond(resource, now);
}
