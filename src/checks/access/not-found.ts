/** The Hub does not say whether a repo is missing or hidden. It does say so when the id exists as another kind. */
import { KINDS } from '../../domain/hub/kinds';
import { OPERATIONS } from '../../domain/hub/operations';
import { present } from '../../domain/basics/present';
import type { Probe } from '../../domain/hub/probe';
import { namespaceOf, type RepoRef } from '../../domain/hub/repo';
import type { Verdict } from '../../domain/report/verdict';
import type { JudgementContext } from './context';
import { hasScoped } from './grants';
import { renamed } from './inferred';
import { isForeign } from './membership';
import { verdictOf } from './verdicts';

/** The verdict on a repo that the Hub shows to this caller as missing, under the name that a redirect led to where there was one. */
export function notFound(context: JudgementContext, { repo, movedTo }: Sought, as: Probe['as']): Verdict {
  return { ...missing(context, renamed(repo, movedTo), as), ...present({ movedTo }) };
}

/** What was asked about, and the name that a redirect led to. */
interface Sought {
  readonly repo: RepoRef;
  readonly movedTo?: string | undefined;
}

function missing(context: JudgementContext, repo: RepoRef, as: Probe['as']): Verdict {
  const segments = repo.id.split('/').length;
  const others = KINDS[repo.type].confusedWith.filter((type) => KINDS[type].ids.fewest <= segments);
  const answers = context.needAll(others.map((type) => existence({ type, id: repo.id }, as)));
  const foundAs = others.find((_, index) => answers[index]?.result.kind === 'yes');
  if (foundAs !== undefined) return verdictOf('wrong-type', { detail: { foundAs } });
  const outsideScope = isOutsideScope(context, repo) ? true : undefined;
  return verdictOf('not-found', { detail: present({ outsideScope }) });
}

/** Of the newer kinds repo info itself is what a read is decided by. */
function existence(repo: RepoRef, as: Probe['as']): Probe {
  return { kind: KINDS[repo.type].probes.includes('exists') ? 'exists' : 'read', repo, as };
}

/** A private repo of the account's own that the fine-grained token does not cover looks like a missing one. Without a token there is no account. */
function isOutsideScope(context: JudgementContext, repo: RepoRef): boolean {
  const { principal } = context.input.token;
  if (principal?.role !== 'fine-grained' || isForeign(principal, namespaceOf(repo))) return false;
  return !hasScoped(principal, OPERATIONS.read.right.permission, { repo });
}
