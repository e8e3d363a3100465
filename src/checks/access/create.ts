/**
 * May this token create the repo? Nothing on the Hub has a dry run for that, so where the repo is not there yet the
 * verdict is inferred. Where it is there, `create` means what `exist_ok=True` makes of it: a write.
 */
import { namespaceOf, type RepoRef } from '../../domain/repo';
import type { Verdict } from '../../domain/verdict';
import { createGrant } from './grants';
import type { JudgementContext } from './context';
import { writeVerdict } from './write';
import { fromGrant, plainVerdict, verdictOf } from './verdicts';

/** Judges a `create`. */
export function judgeCreate(context: JudgementContext, named: RepoRef): Verdict {
  const repo = inOwnNamespace(context, named);
  if (repo === undefined) return withoutAccount(context, named);
  const answer = context.need({ kind: 'write', repo, as: 'token' });
  switch (answer.result.kind) {
    case 'not-found':
      return fromGrant(createGrant(context.input.token, repo), verdictOf('ok'));
    case 'no-route':
    case 'unauthenticated':
      return withoutProbe(context, repo);
    case 'yes':
    case 'gated':
    case 'gated-token-scope':
    case 'revision-not-found':
    case 'expired':
    case 'disabled':
    case 'refused':
    case 'failed': {
      const verdict = writeVerdict(context, repo, answer);
      return verdict.outcome === 'unknown' ? verdict : { ...verdict, detail: { ...verdict.detail, exists: true } };
    }
  }
}

/** Nobody said whose own namespace it is, so there is nothing to ask about. */
function withoutAccount({ input }: JudgementContext, named: RepoRef): Verdict {
  if (input.disbelief !== undefined) return plainVerdict(input.disbelief, {});
  return fromGrant(createGrant(input.token, named), verdictOf('ok'));
}

/** A bare name belongs to the account itself, which whoami names. */
function inOwnNamespace(context: JudgementContext, repo: RepoRef): RepoRef | undefined {
  if (namespaceOf(repo.id) !== undefined) return repo;
  const account = context.input.token.principal?.account;
  return account === undefined ? undefined : { type: repo.type, id: `${account}/${repo.id}` };
}

/** Without a write probe, repo info still tells whether the repo is there. */
function withoutProbe(context: JudgementContext, repo: RepoRef): Verdict {
  const answer = context.need({ kind: 'exists', repo, as: 'token' });
  if (answer.result.kind === 'failed') return writeVerdict(context, repo, answer);
  if (answer.result.kind !== 'yes') return fromGrant(createGrant(context.input.token, repo), verdictOf('ok'));
  const verdict = writeVerdict(context, repo, { ...answer, result: { kind: 'no-route' } });
  return { ...verdict, detail: { ...verdict.detail, exists: true } };
}
