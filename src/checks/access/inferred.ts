/** Judging by what the token says of itself, about the repo as it is called today. */
import type { RepoRef } from '../../domain/repo';
import type { Verdict } from '../../domain/verdict';
import type { JudgementContext } from './context';
import type { Grant } from './grants';
import { fromGrant } from './verdicts';
import type { TokenStatus } from './input';

/** The repo under the name that a redirect led to: scopes and namespaces are those of its new name. */
export function renamed(repo: RepoRef, movedTo: string | undefined): RepoRef {
  return movedTo === undefined ? repo : { ...repo, id: movedTo };
}

/**
 * The verdict on a repo that was `seen`. The route of the files serves an old name without saying that it is one, so
 * before it holds a no against the listed name, the route that does say so is asked.
 */
export function inferFromGrants(
  context: JudgementContext,
  repo: RepoRef,
  { seen, grantOf }: { readonly seen: Verdict; readonly grantOf: (token: TokenStatus, repo: RepoRef) => Grant },
): Verdict {
  const { token } = context.input;
  const grant = grantOf(token, renamed(repo, seen.movedTo));
  const byFile = context.input.answer({ kind: 'file', repo, as: 'token' }) !== undefined;
  if (grant.kind !== 'no' || !byFile || seen.movedTo !== undefined) return fromGrant(grant, seen);
  const { movedTo } = context.need({ kind: 'exists', repo, as: 'token' });
  return movedTo === undefined
    ? fromGrant(grant, seen)
    : fromGrant(grantOf(token, renamed(repo, movedTo)), { ...seen, movedTo });
}
