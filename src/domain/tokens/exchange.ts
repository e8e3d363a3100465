/** What came of the exchange of the job's identity for a token. */
import type { IdentityClaims } from './identity';
import type { Failed, RecordedReply } from '../hub/reply';
import type { Resource } from '../hub/resource';
import type { UsableToken } from './token';

/** Why the endpoint refused the exchange. */
export type RefusalCause =
  /** `No trusted publisher configured on …` (recorded 2026-08-24). */
  | 'no-publisher'
  /** It does not accept the resource, in the word of RFC 8693 for that. */
  | 'resource'
  /** In words that are not known: the claims do not match, the repo is not there, the token's signature or audience is wrong. */
  | 'unrecognised';

/** What the endpoint answered. */
export type ExchangeAnswer =
  /** `expiresInSeconds`: how long the token lives, as far as it was said. */
  | { readonly kind: 'token'; readonly token: UsableToken; readonly expiresInSeconds?: number }
  /** `words`: its own, without secrets. */
  | { readonly kind: 'refused'; readonly cause: RefusalCause; readonly words?: string }
  /** It has no route for an exchange, or knows none of this kind. */
  | { readonly kind: 'no-route' }
  | Failed;

/** Why there is no identity to exchange. */
export type NoIdentity =
  /** GitHub: the job lacks the permission `id-token: write`. */
  | 'no-permission'
  /** Elsewhere: the variable is not set, or blank. */
  | 'no-variable'
  /** The variable holds no identity token, so it was not sent. */
  | 'damaged-variable';

/** A keyless run without a token: why, and what was sent. */
export type NotExchanged = {
  readonly resource: Resource;
  /** What the identity says; absent where there was none. */
  readonly claims?: IdentityClaims;
  /** The endpoint's replies to the exchange. */
  readonly evidence: readonly RecordedReply[];
} & (
  | { readonly kind: 'unavailable'; readonly why: NoIdentity }
  | Extract<ExchangeAnswer, { kind: 'refused' | 'no-route' | 'failed' }>
);

/** A token that was exchanged, beside its value. */
export interface Exchanged {
  readonly resource: Resource;
  /** ISO 8601. */
  readonly expiresAt?: string;
}

/** The grant, in the words of RFC 8693; the Hub takes exactly these four fields (recorded; huggingface_hub 2.4.0). */
export const TOKEN_EXCHANGE = {
  grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
  subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
} as const;
