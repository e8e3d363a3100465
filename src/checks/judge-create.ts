/**
 * May this token create the repo? Nothing on the Hub has a dry run for that, so where the repo is not there yet the
 * verdict is inferred. Where it is there, `create` means what `exist_ok=True` makes of it: a write.
 */
import { namespaceOf, type RepoRef } from '../domain/repo';
import type { Verdict } from '../domain/verdict';
import { createGrant } from './grants';
import type { Bench } from './bench';
import { writeVerdict } from './judge-write';
import { fromGrant, plainVerdict, verdictOf } from './verdicts';

/** Judges a `create`. */
export function judgeCreate(bench: Bench, named: RepoRef): Verdict {
  const repo = inOwnNamespace(bench, named);
  if (repo === undefined) return withoutAccount(bench, named);
  const answer = bench.need({ asking: 'write', repo, as: 'token' });
  switch (answer.said.kind) {
    case 'not-found':
      return fromGrant(createGrant(bench.view.standing, repo), verdictOf('ok'));
    case 'no-route':
    case 'unauthenticated':
      return withoutProbe(bench, repo);
    case 'yes':
    case 'gated':
    case 'gated-token-scope':
    case 'revision-not-found':
    case 'expired':
    case 'disabled':
    case 'refused':
    case 'failed': {
      const verdict = writeVerdict(bench, repo, answer);
      return verdict.outcome === 'unknown' ? verdict : { ...verdict, detail: { ...verdict.detail, exists: true } };
    }
  }
}

/** Nobody said whose own namespace it is, so there is nothing to ask about. */
function withoutAccount({ view }: Bench, named: RepoRef): Verdict {
  if (view.disbelief !== undefined) return plainVerdict(view.disbelief, {});
  return fromGrant(createGrant(view.standing, named), verdictOf('ok'));
}

/** A bare name belongs to the account itself, which whoami names. */
function inOwnNamespace(bench: Bench, repo: RepoRef): RepoRef | undefined {
  if (namespaceOf(repo.id) !== undefined) return repo;
  const account = bench.view.standing.principal?.account;
  return account === undefined ? undefined : { type: repo.type, id: `${account}/${repo.id}` };
}

/** Without a write probe, repo info still tells whether the repo is there. */
function withoutProbe(bench: Bench, repo: RepoRef): Verdict {
  const answer = bench.need({ asking: 'exists', repo, as: 'token' });
  if (answer.said.kind === 'failed') return writeVerdict(bench, repo, answer);
  if (answer.said.kind !== 'yes') return fromGrant(createGrant(bench.view.standing, repo), verdictOf('ok'));
  const verdict = writeVerdict(bench, repo, { ...answer, said: { kind: 'no-route' } });
  return { ...verdict, detail: { ...verdict.detail, exists: true } };
}
