/**
 * What the Hub was asked and what it answered, in the field's words. Above `hub/` no HTTP word exists: an answer
 * that was not understood has a name of its own and never passes for a yes or a no.
 */
import type { RepoRef } from './repo';

/** One reply as evidence for a reader or for the Hub's support. `status` is 0 where no reply came. */
export interface Exchange {
  readonly status: number;
  /** The `X-Error-Code` header, one of the Hub's identifiers. */
  readonly errorCode?: string;
  /** The Hub's own sentence (`X-Error-Message` or the body's `error`); untrusted text. */
  readonly errorMessage?: string;
  /** `X-Request-Id`, else `X-Amzn-Trace-Id`, else `X-Amz-Cf-Id`. */
  readonly requestId?: string;
}

/** Why a question has no answer. */
export type FailureReason =
  /** DNS, TCP, TLS, a time-out, or the run's deadline. */
  | 'unreachable'
  /** A 5xx that outlasted the retries. */
  | 'hub-error'
  /** 429, or a wait for the window that would cross the deadline. */
  | 'rate-limited'
  /** A reply that is none of the Hub's known ones: HTML, a foreign redirect, a broken or oversized body. */
  | 'unexpected';

/** No answer; `detail` is our own sentence fragment (`no answer within 10 s`) and never holds the Hub's text. */
export interface Failed {
  readonly kind: 'failed';
  readonly reason: FailureReason;
  readonly detail: string;
  /** `rate-limited`: the `deadline`, in seconds, under which the windows would have let everything be asked. */
  readonly needsSeconds?: number;
}

/** Where a caller stands before a gate, by the five wordings of `auth-check` (recorded 2026-10-06). */
export type GateState = 'login-required' | 'not-requested' | 'pending' | 'rejected' | 'reset' | 'unrecognised';

/** Why the Hub refused, as far as its sentence says so (recorded 2025 and 2026, and the Hub docs on organizations). */
export type Refusal =
  /** `You have read access but not the required permissions`, `Forbidden: pass create_pr=1 …`, `Authorization error.` */
  | 'no-write'
  /** `Due to the organization token policy, your token needs to be approved …` */
  | 'org-token-policy'
  /** `Your token has been revoked by the organization administrator …` */
  | 'org-token-revoked'
  /** Refused by the Hub in words that we do not know. */
  | 'unrecognised';

/** What the Hub said about one repository to one caller. */
export type Said =
  | { readonly kind: 'yes' }
  | { readonly kind: 'gated'; readonly state: GateState }
  /** `Please enable access to public gated repositories in your fine-grained token settings …` */
  | { readonly kind: 'gated-token-scope' }
  /** 404 with the code `RepoNotFound`. */
  | { readonly kind: 'not-found' }
  /** 404 with the code `RevisionNotFound`. */
  | { readonly kind: 'revision-not-found' }
  /** 401 in either wording for bad or absent credentials; read it only together with whoami's answer. */
  | { readonly kind: 'unauthenticated' }
  /** 401 `User Access Token "…" is expired`. */
  | { readonly kind: 'expired' }
  | { readonly kind: 'disabled' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** 404 without the Hub's error code: this endpoint does not have the route. */
  | { readonly kind: 'no-route' }
  | Failed;

/**
 * `read`: `…/auth-check`; while its window of the rate limit is spent, the Hub's handing out a file is as good a yes.
 * `write`: `…/auth-check/write`. `exists`: repo info, which answers everybody on gated repos too and so proves
 * existence alone. `revision`: `…/revision/{rev}`, not gated. `file`: HEAD on `.gitattributes`, which the gate
 * guards, for endpoints without `auth-check`.
 */
export type Asking = 'read' | 'write' | 'exists' | 'revision' | 'file';

/** One question to the Hub about one repo, with the token under test or as nobody. */
export interface Question {
  readonly asking: Asking;
  readonly repo: RepoRef;
  readonly as: 'token' | 'nobody';
}

/** The same question has the same key. */
export function questionKey(question: Question): string {
  const { asking, as, repo } = question;
  return JSON.stringify([
    asking,
    as,
    repo.type,
    repo.id,
    asking === 'revision' || asking === 'file' ? (repo.revision ?? '') : '',
  ]);
}

/** What came back for a question. */
export interface Answer {
  readonly said: Said;
  /** The id that a same-origin redirect led to, without prefix: the repo was renamed. */
  readonly movedTo?: string;
  /** Every reply on the way, the last one last; none where no reply came. */
  readonly evidence: readonly Exchange[];
  /** A shared cache answered (`Age`, `X-Cache: Hit`): it says nothing about this caller's credential. */
  readonly fromCache?: boolean;
}

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
  /** ISO 8601, where the Hub tells an end date. */
  readonly expiresAt?: string;
  readonly orgs: readonly OrgMembership[];
  readonly fineGrained?: FineGrained;
  /** The role in an app principal's scope. */
  readonly appRole?: string;
}

/** whoami's answer. `no-hub`: 200 and no account, as of a sign-in notice or a health page; nothing that it says counts. */
export type Whoami =
  | { readonly kind: 'known'; readonly principal: Principal }
  | { readonly kind: 'refused'; readonly expired: boolean }
  | { readonly kind: 'no-hub'; readonly detail: string }
  | Failed;

/** A window of the Hub's rate limit, from its `RateLimit` and `RateLimit-Policy` headers (Hub docs, "Rate limits"). */
export interface RateLimit {
  /** `api`, `resolvers` or `pages`. */
  readonly bucket: string;
  readonly remaining: number;
  readonly limit: number;
  readonly resetSeconds: number;
}

/** The Hub as the rest of the house sees it. Neither method rejects: a failure is an answer of kind `failed`. */
export interface Hub {
  /** `GET /api/whoami-v2` with the token under test; must be called at most once a run. */
  whoami(): Promise<Whoami>;
  /** The same question is sent once and its answer kept; `again` sends it anew (`wait-for-access`). */
  ask(question: Question, options?: { readonly again: boolean }): Promise<Answer>;
  /** Resolves when the first request of the run has left, or could not; never where nothing is asked. */
  underWay(): Promise<void>;
  /** Moves the run's deadline: time spent waiting for access does not count. */
  extendDeadline(milliseconds: number): void;
  /** The tightest window seen so far, from replies that no cache gave. */
  rateLimit(): RateLimit | undefined;
  close(): Promise<void>;
}

/** Time, so that waiting can be tested. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after so many milliseconds, or at once when the signal aborts. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}
