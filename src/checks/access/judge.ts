/**
 * One request → verdict. The Hub's own answer decides the outcome; what the token says of itself only picks the
 * reason. Pure: where an answer is missing, the judgement is the list of probes to ask first.
 */
import type { Probe } from '../../domain/probe';
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
export function judge(request: Requirement, input: JudgementInput): Judgement {
  const context = new JudgementContext(input);
  try {
    return { kind: 'verdict', verdict: { ...judgeWith(context, request), evidence: context.evidence() } };
  } catch (error) {
    if (error instanceof AnswersNeeded) return { kind: 'ask', probes: error.probes };
    throw error;
  }
}

function judgeWith(context: JudgementContext, request: Requirement): Verdict {
  const { token } = context.input;
  switch (token.state) {
    case 'missing':
      return judgeAnonymous(context, request);
    case 'invalid':
      return badToken(context, request, verdictOf('token-invalid'));
    case 'expired':
      return badToken(context, request, verdictOf('token-expired'));
    case 'malformed': {
      const detail = token.defect === undefined ? {} : { defect: token.defect };
      return badToken(context, request, verdictOf('token-malformed', { detail, certainty: 'inferred' }));
    }
    case 'valid':
    case 'unverified':
      return judgeOperation(context, request);
  }
}

function judgeOperation(context: JudgementContext, request: Requirement): Verdict {
  switch (request.operation) {
    case 'read':
      return judgeRead(context, request.repo);
    case 'write':
      return judgeWrite(context, request.repo);
    case 'create':
      return judgeCreate(context, request.repo);
    case 'pull-request': {
      const read = judgeRead(context, request.repo);
      if (read.outcome !== 'allowed') return read;
      return inferFromGrants(context, request.repo, { seen: read, grantOf: pullRequestGrant });
    }
  }
}

/** A bad token is refused on public repos too; the second witness tells what dropping it would give. */
function badToken(context: JudgementContext, { repo, operation }: Requirement, verdict: Verdict): Verdict {
  return { ...verdict, withoutToken: operation === 'read' ? withoutToken(context, repo) : 'denied' };
}
