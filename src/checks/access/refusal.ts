/**
 * The reason behind a 403: one table, in the order of the evidence. The Hub's own sentence first, then what whoami
 * says of the organization, of the account, of the token. What fits nothing is `forbidden`, never a guess.
 */
import type { Principal } from '../../domain/principal';
import type { Refusal } from '../../domain/probe';
import { namespaceOf, type RepoRef } from '../../domain/repo';
import type { Code } from '../../domain/codes';
import type { Detail } from '../../domain/verdict';
import { OAUTH_WRITE, hasScoped, reachesGroup } from './grants';
import { isForeign, membershipIn, restrictionCode } from './membership';
import type { TokenStatus } from './input';

/** A refusal with everything that may explain it. */
export interface Refused {
  readonly refusal: Refusal;
  readonly doing: 'read' | 'write';
  readonly repo: RepoRef;
  /** Its principal is absent where whoami did not answer. */
  readonly token: Pick<TokenStatus, 'principal' | 'claims'>;
}

/** The code of a refusal and what its sentence needs. */
export interface Reason {
  readonly code: Code;
  readonly detail: Detail;
}

/** Reasons that need whoami's answer: the first that applies wins. */
const EVIDENCE_ORDER: readonly ((refused: Refused, principal: Principal) => Reason | undefined)[] = [
  restrictedByOrg,
  foreignNamespace,
  readOnlyToken,
  missingScope,
  missingOAuthScope,
  weakRole,
];

/** Why the Hub refused. */
export function reasonOf(refused: Refused): Reason {
  const { refusal, repo, token } = refused;
  const { principal } = token;
  const org = namespaceOf(repo.id);
  const detail = org === undefined ? {} : { org };
  if (refusal === 'org-token-policy' || refusal === 'org-token-revoked') return { code: refusal, detail };
  if (principal?.accountType === 'user') {
    for (const find of EVIDENCE_ORDER) {
      const reason = find(refused, principal);
      if (reason !== undefined) return reason;
    }
  }
  return { code: 'forbidden', detail: {} };
}

function restrictedByOrg({ repo }: Refused, principal: Principal): Reason | undefined {
  const membership = membershipIn(principal, namespaceOf(repo.id));
  const code = restrictionCode(membership);
  return code === undefined || membership === undefined ? undefined : { code, detail: { org: membership.name } };
}

function foreignNamespace({ doing, repo }: Refused, principal: Principal): Reason | undefined {
  const namespace = namespaceOf(repo.id);
  if (doing !== 'write' || !isForeign(principal, namespace)) return undefined;
  return { code: 'not-a-member', detail: namespace === undefined ? {} : { org: namespace } };
}

function readOnlyToken({ doing }: Refused, principal: Principal): Reason | undefined {
  return doing === 'write' && principal.role === 'read' ? { code: 'read-only-token', detail: {} } : undefined;
}

function missingScope({ doing, repo }: Refused, principal: Principal): Reason | undefined {
  const permission = doing === 'write' ? 'repo.write' : 'repo.content.read';
  const foreign = isForeign(principal, namespaceOf(repo.id));
  if (principal.role !== 'fine-grained' || foreign || hasScoped(principal, permission, { repo })) return undefined;
  // The repo may be in a resource group that the token names.
  return reachesGroup(principal, permission) ? undefined : { code: 'scope-missing', detail: { permission } };
}

/**
 * The scopes in the token's own payload are a hint: they pick the reason of a refusal, and no outcome. `contribute-repos`
 * lets write to what the application created itself, and so not to what was refused.
 */
function missingOAuthScope({ doing, token }: Refused, principal: Principal): Reason | undefined {
  const scopes = principal.tokenType === 'oauth' ? token.claims?.scopes : undefined;
  if (doing !== 'write' || scopes === undefined) return undefined;
  if (scopes.some((scope) => OAUTH_WRITE.includes(scope))) return undefined;
  return { code: 'scope-missing', detail: { permission: OAUTH_WRITE[0] ?? '', tokenType: 'oauth' } };
}

function weakRole({ doing, repo }: Refused, principal: Principal): Reason | undefined {
  const membership = membershipIn(principal, namespaceOf(repo.id));
  const weak = doing === 'write' ? ['contributor', 'read', 'no_access'] : ['no_access'];
  if (membership?.role === undefined || !weak.includes(membership.role)) return undefined;
  return {
    code: 'role-insufficient',
    detail: {
      org: membership.name,
      roleInOrg: membership.role,
      ...(membership.role === 'contributor' ? { contributor: true } : {}),
    },
  };
}
