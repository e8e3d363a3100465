/** What else a denied line lacks, so that one run names everything that it needs. */
import { CODES } from '../../domain/hub/codes';
import { taskOf } from '../../domain/hub/kinds';
import { OPERATIONS } from '../../domain/hub/operations';
import type { Principal } from '../../domain/hub/principal';
import { namespaceOf, type RepoRef } from '../../domain/hub/repo';
import type { Requirement } from '../../domain/inputs/requirement';
import type { Lack, Verdict } from '../../domain/report/verdict';
import { hasScoped, lacksOf } from './grants';
import { inOwnNamespace, renamed } from './inferred';
import type { TokenStatus } from './input';

/** The verdict with what whoami's word adds to it. The Hub's own answer stays the cause. */
export function withLacks(verdict: Verdict, { repo: listed, operation }: Requirement, token: TokenStatus): Verdict {
  const { code, outcome, detail } = verdict;
  const { principal } = token;
  const named = taskOf({ repo: listed, operation }).bareNameIsOwn ? inOwnNamespace(token, listed) : listed;
  if (outcome !== 'denied' || CODES[code].alone === true || principal === undefined || named === undefined) {
    return verdict;
  }
  const repo = renamed(named, verdict.movedTo);
  const lacks = [...lacksOf(operation, token, repo), ...gateBox(verdict, principal, repo)];
  const also = lacks.filter((lack) => lack.code !== code && !isTold(lack, verdict, repo));
  return also.length === 0 ? verdict : { ...verdict, detail: { ...detail, also } };
}

/** What the remedy says already: the permissions of a repo outside the token's scope, a namespace that is not there. */
function isTold({ code }: Lack, { detail }: Verdict, repo: RepoRef): boolean {
  const { ofScope, family } = CODES[code];
  return (
    (detail.outsideScope === true && ofScope === true) || (family === 'organization' && namespaceOf(repo) === undefined)
  );
}

/** A fine-grained token needs its box as well, once the account is let in. */
function gateBox({ code }: Verdict, principal: Principal, repo: RepoRef): Lack[] {
  const isShut = principal.fineGrained?.canReadGatedRepos === false;
  const isGate = CODES[code].family === 'gate' && principal.role === 'fine-grained';
  const covers = hasScoped(principal, OPERATIONS.read.right.permission, { repo });
  return isGate && isShut && !covers ? [{ code: 'gate-token-scope', detail: {} }] : [];
}
