/**
 * One request → verdict. The Hub's own answer decides the outcome; what the token says of itself only picks the
 * reason. Pure: where an answer is missing, the judgement is the list of probes to ask first.
 */
import type { Probe } from '../../domain/evidence';
import { namespaceOf } from '../../domain/repo';
import type { Requirement } from '../../domain/requirement';
import type { Verdict } from '../../domain/verdict';
import { JudgementContext, AnswersNeeded } from './context';
import { judgeAnonymous } from './anonymous';
import { judgeCreate } from './create';
import { judgeRead, withoutToken } from './read';
import { judgeWrite } from './write';
import { pullRequestGrant } from './grants';
import { inferFromGrants } from './inferred';
import { verdictOf } from './verdicts';
import type { JudgementInput } from './input';

/** A verdict, or what must be asked before there can be one. */
export type Judgement =
  { readonly kind: 'verdict'; readonly verdict: Verdict } | { readonly kind: 'ask'; readonly probes: readonly Probe[] };

/** The one probe that a request starts with, where it can be asked before whoami has answered. */
export function firstProbe(request: Requirement, withToken: boolean): Probe | undefined {
  const { repo, operation } = request;
  if (!withToken) return operation === 'read' ? { kind: 'read', repo, as: 'nobody' } : undefined;
  // `my-model:create` means a repo of the account's own, as it does for create_repo; its name comes from whoami.
  if (operation === 'create' && namespaceOf(repo.id) === undefined) return undefined;
  const kind = operation === 'read' || operation === 'pull-request' ? 'read' : 'write';
  return { kind, repo, as: 'token' };
}

/** Judges one request by the answers that are there. */
export function judge(request: Requirement, view: JudgementInput): Judgement {
  const bench = new JudgementContext(view);
  try {
    return { kind: 'verdict', verdict: { ...judgeWith(bench, request), evidence: bench.evidence() } };
  } catch (error) {
    if (error instanceof AnswersNeeded) return { kind: 'ask', probes: error.probes };
    throw error;
  }
}

function judgeWith(bench: JudgementContext, request: Requirement): Verdict {
  const { standing } = bench.view;
  switch (standing.state) {
    case 'missing':
      return judgeAnonymous(bench, request);
    case 'invalid':
      return badToken(bench, request, verdictOf('token-invalid'));
    case 'expired':
      return badToken(bench, request, verdictOf('token-expired'));
    case 'malformed': {
      const detail = standing.defect === undefined ? {} : { defect: standing.defect };
      return badToken(bench, request, verdictOf('token-malformed', { detail, certainty: 'inferred' }));
    }
    case 'valid':
    case 'unverified':
      return judgeOperation(bench, request);
  }
}

function judgeOperation(bench: JudgementContext, request: Requirement): Verdict {
  switch (request.operation) {
    case 'read':
      return judgeRead(bench, request.repo);
    case 'write':
      return judgeWrite(bench, request.repo);
    case 'create':
      return judgeCreate(bench, request.repo);
    case 'pull-request': {
      const read = judgeRead(bench, request.repo);
      if (read.outcome !== 'allowed') return read;
      return inferFromGrants(bench, request.repo, { seen: read, grantOf: pullRequestGrant });
    }
  }
}

/** A bad token is refused on public repos too; the second witness tells what dropping it would give. */
function badToken(bench: JudgementContext, { repo, operation }: Requirement, verdict: Verdict): Verdict {
  return { ...verdict, withoutToken: operation === 'read' ? withoutToken(bench, repo) : 'denied' };
}
