/**
 * The reason behind a refusal: one table, in the order of the evidence. The Hub's own sentence first; only where it is
 * about permission, what whoami says of the organization, of the account, of the token. What fits nothing is
 * `forbidden`, never a guess.
 */
import { isCode, type Code } from '../../domain/hub/codes';
import { taskOf } from '../../domain/hub/kinds';
import type { Operation } from '../../domain/hub/operations';
import { present } from '../../domain/basics/present';
import type { Principal } from '../../domain/hub/principal';
import type { Refusal } from '../../domain/hub/probe';
import { namespaceOf, type RepoRef } from '../../domain/hub/repo';
import type { Detail } from '../../domain/report/verdict';
import { hasScoped, reachesGroup } from './grants';
import { isForeign, membershipIn, restrictionCodes } from './membership';
import type { TokenStatus } from './input';

/** A refusal with everything that may explain it. */
export interface Refused {
  readonly refusal: Refusal;
  /** As it is judged: `create` of a repo that is there is a `write`. */
  readonly operation: Operation;
  readonly repo: RepoRef;
  /** Its principal is absent where whoami did not answer. */
  readonly token: Pick<TokenStatus, 'principal' | 'claims'>;
}

/** The code of a refusal and what its sentence needs. */
export interface Reason {
  readonly code: Code;
  readonly detail: Detail;
}

type Find = (refused: Refused, principal: Principal) => Reason | undefined;

/** Reasons that need whoami's answer: the first that applies wins. */
const EVIDENCE_ORDER: readonly Find[] = [
  restrictedByOrg,
  foreignNamespace,
  readOnlyToken,
  missingScope,
  missingOAuthScope,
  weakRole,
];

/**
 * What whoami may say of a refusal in words that are not known: nobody knows the Hub's words for single sign-on, second
 * factor and address ranges, and whoami itself says that they are the obstacle.
 */
const EVIDENCE_WITHOUT_WORDS: readonly Find[] = [restrictedByOrg];

/** Why the Hub refused. */
export function reasonOf(refused: Refused): Reason {
  const { refusal, repo, token } = refused;
  const { principal } = token;
  const org = namespaceOf(repo);
  const detail = present({ org });
  if (isCode(refusal)) return { code: refusal, detail };
  const isPermission = refusal === 'no-write';
  if (principal?.accountType === 'user') {
    for (const find of isPermission ? EVIDENCE_ORDER : EVIDENCE_WITHOUT_WORDS) {
      const reason = find(refused, principal);
      if (reason !== undefined)
        return isPermission ? reason : { ...reason, detail: { ...reason.detail, isUnexplained: true } };
    }
  }
  return { code: 'forbidden', detail: present({ lacksRight: isPermission || undefined }) };
}

function restrictedByOrg({ repo }: Refused, principal: Principal): Reason | undefined {
  const membership = membershipIn(principal, namespaceOf(repo));
  const [code] = restrictionCodes(membership);
  return code === undefined || membership === undefined ? undefined : { code, detail: { org: membership.name } };
}

function foreignNamespace({ operation, repo }: Refused, principal: Principal): Reason | undefined {
  const namespace = namespaceOf(repo);
  if (!taskOf({ repo, operation }).membersOnly || !isForeign(principal, namespace)) return undefined;
  return { code: 'not-a-member', detail: present({ org: namespace }) };
}

function readOnlyToken({ operation, repo }: Refused, principal: Principal): Reason | undefined {
  const cannot = taskOf({ repo, operation }).writes && principal.role === 'read';
  return cannot ? { code: 'read-only-token', detail: {} } : undefined;
}

function missingScope({ operation, repo }: Refused, principal: Principal): Reason | undefined {
  const { permission, partialPermission = '' } = taskOf({ repo, operation }).right;
  const foreign = isForeign(principal, namespaceOf(repo));
  if (principal.role !== 'fine-grained' || foreign || hasScoped(principal, permission, { repo })) return undefined;
  // The repo may be in a resource group that the token names.
  if (reachesGroup(principal, permission)) return undefined;
  const contributor = hasScoped(principal, partialPermission, { repo }) || undefined;
  return { code: 'scope-missing', detail: { permission, ...present({ contributor }) } };
}

/**
 * The scopes in the token's own payload are a hint: they pick the reason of a refusal, and no outcome. `contribute-repos`
 * lets write to what the application created itself, and so not to what was refused.
 */
function missingOAuthScope({ operation, repo, token }: Refused, principal: Principal): Reason | undefined {
  const held = principal.tokenType === 'oauth' ? token.claims?.scopes : undefined;
  const { scopes } = taskOf({ repo, operation }).right;
  const [permission] = scopes;
  if (permission === undefined || held === undefined) return undefined;
  if (held.some((scope) => scopes.includes(scope))) return undefined;
  return { code: 'scope-missing', detail: { permission, tokenType: 'oauth' } };
}

function weakRole({ operation, repo }: Refused, principal: Principal): Reason | undefined {
  const membership = membershipIn(principal, namespaceOf(repo));
  const role = membership?.role ?? 'other';
  const worth = role === 'other' ? undefined : taskOf({ repo, operation }).roles?.[role];
  if (membership === undefined || (worth !== 'no' && worth !== 'on-own-repos')) return undefined;
  const contributor = worth === 'on-own-repos' ? true : undefined;
  return { code: 'role-insufficient', detail: { org: membership.name, roleInOrg: role, ...present({ contributor }) } };
}
