/** Who a token is and what it says of itself, by whoami. */
import type { Failed } from './reply';

/** A role in an organization; `other` for a word that is newer than this program. */
export type OrgRole = 'admin' | 'write' | 'contributor' | 'read' | 'no_access' | 'other';

/** `orgs[].securityRestrictions` of whoami: why this credential may not reach the organization's data. */
export type OrgRestriction = 'mfa' | 'token-policy' | 'token-revoked' | 'sso' | 'ip' | 'other';

/** One organization of the account, as whoami lists it. */
export interface OrgMembership {
  readonly name: string;
  readonly role?: OrgRole;
  /** It pays for a plan (`team`, `enterprise`, …), without which there are no resource groups. */
  readonly hasPlan?: boolean;
  /** What it allows itself to spend is used up. */
  readonly isSpent?: true;
  readonly restrictions: readonly OrgRestriction[];
  readonly resourceGroups: readonly { readonly name: string; readonly role: OrgRole }[];
}

/** One entry of `auth.accessToken.fineGrained.scoped`. */
export interface ScopedGrant {
  /** `model`, `dataset`, `space`, `user`, `org`, `resource-group`, …; open, as the Hub adds to it. */
  readonly entityType: string;
  readonly entityName?: string;
  readonly permissions: readonly string[];
}

/** What a fine-grained token says of itself. */
export interface FineGrained {
  readonly scoped: readonly ScopedGrant[];
  readonly global: readonly string[];
  /** The box for public gated repos; absent where whoami does not say so. */
  readonly canReadGatedRepos?: boolean;
}

/** The kind of credential, in the words of the report and of the output `token-type`. */
export type TokenType = 'user-access' | 'oauth' | 'oidc' | 'app' | 'service' | 'other';

/** The role of a user access token. `god` of the Hub's schema is `write` here. */
export type TokenRole = 'read' | 'write' | 'fine-grained';

/** Who a token is, by `GET /api/whoami-v2` (Hub OpenAPI of 2026-08-18, hf-mcp-server). Parsed loosely: what is new is kept as `other`. */
export interface Principal {
  readonly accountType: 'user' | 'org' | 'app' | 'other';
  /** The login; compare case-insensitively. Untrusted text until it matches the Hub's rule for names. */
  readonly account: string;
  readonly tokenType: TokenType;
  readonly role?: TokenRole;
  /** The display name its owner gave the token. Untrusted text. */
  readonly tokenName?: string;
  /** ISO 8601, if the Hub gives an end date. */
  readonly expiresAt?: string;
  /** The user subscribes to PRO; absent where whoami does not say so. */
  readonly isPro?: boolean;
  readonly orgs: readonly OrgMembership[];
  readonly fineGrained?: FineGrained;
  /** The role in an app principal's scope. */
  readonly appRole?: string;
}

/** whoami's answer. */
export type Whoami =
  /** `sharesStore`: the endpoint hands out to everybody what it stored of this. */
  | { readonly kind: 'known'; readonly principal: Principal; readonly sharesStore?: true }
  /** `words`: what was said, where those are not the Hub's; free of the token. */
  | { readonly kind: 'refused'; readonly expired: boolean; readonly words?: string }
  /** 200, and no account: a sign-in notice or a health page. Whatever else this endpoint says counts for nothing. */
  | { readonly kind: 'no-hub'; readonly detail: string }
  /** Another answer as soon as the address is new to it: the endpoint returns what it stored for others. */
  | { readonly kind: 'shared'; readonly detail: string }
  /** The same account without the token: the endpoint asks with a login of its own. */
  | { readonly kind: 'own-login' }
  /** 401, and yet what refuses a bad token did not: the endpoint drops the token, or takes a bad one for none. */
  | { readonly kind: 'not-handed-on' }
  /** There is no token, and the endpoint names no account without one. */
  | { readonly kind: 'nobody' }
  /** `words`: what was said with it; free of the token. */
  | (Failed & { readonly words?: string });
