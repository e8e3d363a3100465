/** What can be said of a credential before anybody is asked: its shape, its damage, the claims it carries. */
import { decodePayload } from '../formats/jwt';
import { present } from '../basics/present';
import { isWholeHubToken } from '../text/known-tokens';
import { Secret } from '../text/secret';
import { defectOf, type TokenDefect } from './token-shapes';

export type { TokenDefect };

/** The kind of token that a shape announces (hf-mcp-server, gitleaks). */
export type TokenFamily = 'user-access' | 'oauth' | 'oidc' | 'app' | 's3' | 'unrecognised';

/** Claims of a token that carries a JWT, read without verification and so a hint only. */
export interface TokenClaims {
  /** OAuth scopes; `undefined` where the payload names none. */
  readonly scopes?: readonly string[];
  /** ISO 8601. */
  readonly expiresAt?: string;
}

/** What came in where a token was expected. */
export type TokenReading =
  | { readonly kind: 'blank' }
  | { readonly kind: 'malformed'; readonly defect: TokenDefect; readonly secret: Secret }
  | {
      readonly kind: 'usable';
      readonly secret: Secret;
      readonly family: TokenFamily;
      /** Outer whitespace was cut away. */
      readonly trimmed: boolean;
      readonly claims?: TokenClaims;
    };

/** A token that can be sent. */
export type UsableToken = Extract<TokenReading, { readonly kind: 'usable' }>;

/**
 * Reads a raw value. Outer white space is repaired where the Hub's own Python client repairs it; everything else that
 * would break a header or that can be no token is a defect. A shape that is merely new is never refused.
 *
 * @param isHub the Hub itself is asked; a registry of another make has tokens of its own
 */
export function readToken(raw: string, isHub = true): TokenReading {
  const value = stripped(raw);
  if (value === '') return { kind: 'blank' };
  const defect = isWholeHubToken(value) ? undefined : defectOf(value, isHub);
  if (defect !== undefined) return { kind: 'malformed', defect, secret: new Secret(raw) };
  const claims = claimsOf(value);
  return {
    kind: 'usable',
    secret: new Secret(value),
    family: familyOf(value),
    trimmed: value !== raw,
    ...present({ claims }),
  };
}

/**
 * As Python's `str.strip`, by which huggingface_hub cleans a token (`_auth.py`): unlike JavaScript's `trim` it takes off
 * the four separators of ASCII and U+0085, and leaves a byte order mark.
 */
function stripped(raw: string): string {
  // eslint-disable-next-line no-control-regex -- U+001C to U+001F are white space to Python
  return raw.replace(/^(?:(?!\ufeff)[\s\u001c-\u001f\u0085])+|(?:(?!\ufeff)[\s\u001c-\u001f\u0085])+$/g, '');
}

/** Whether a value is no secret at all: a template that was not filled in, or the name of a variable. */
export function isPlaceholder(raw: string): boolean {
  return /^(?:\$?\{\{[\s\w.-]*\}\}|\$?\{?(?:HF_TOKEN|HUGGING_FACE_HUB_TOKEN)\}?|null|undefined|none)$/i.test(
    raw.trim(),
  );
}

function familyOf(value: string): TokenFamily {
  if (value.startsWith('hf_oauth_')) return 'oauth';
  if (value.startsWith('hf_jwt_')) return 'oidc';
  if (value.startsWith('hf_app_')) return 'app';
  if (value.startsWith('hf_s3_')) return 's3';
  if (/^hf_[A-Za-z0-9]{34}$/.test(value)) return 'user-access';
  return 'unrecognised';
}

/**
 * The payload of `hf_oauth_` and `hf_jwt_` tokens is a JWT's; `scope` is a string or an array
 * (hf-mcp-server `oauth-scopes.ts`). Anything that does not parse is no claim.
 */
function claimsOf(value: string): TokenClaims | undefined {
  const payload = /^hf_(?:oauth|jwt)_[\w-]+\.([\w-]+)\.[\w-]*$/.exec(value)?.[1];
  const claims = payload === undefined ? undefined : decodePayload(payload);
  if (claims === undefined) return undefined;
  const { scope, exp }: { scope?: unknown; exp?: unknown } = claims;
  const scopes = typeof scope === 'string' ? scope.split(/\s+/) : scope;
  return {
    ...(Array.isArray(scopes) ? { scopes: scopes.filter((item) => typeof item === 'string' && item !== '') } : {}),
    ...(isEpochSeconds(exp) ? { expiresAt: new Date(exp * 1000).toISOString() } : {}),
  };
}

/** Seconds since the epoch, of a year that can be written. */
function isEpochSeconds(value: unknown): value is number {
  return typeof value === 'number' && value > 0 && value < 8.64e12;
}
