/** What can be said of a credential before anybody is asked: its shape, its damage, the claims it carries. */
import { present } from './present';
import { Secret } from './text/secret';

/** What is wrong with a token that is never sent. */
export type TokenDefect =
  | 'line-break'
  | 'inner-whitespace'
  | 'quotes'
  | 'bearer-prefix'
  | 'assignment'
  | 'template'
  | 'placeholder'
  | 'organization-token'
  | 'not-an-access-token'
  | 'not-ascii'
  | 'control-character'
  | 'too-long';

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

/** Far above any known token; headers of more are refused by servers. */
const LONGEST_TOKEN = 8192;

/**
 * Reads a raw value. Outer whitespace is repaired, as the Hub's own Python client does; everything else that would
 * break a header or that the Hub cannot know is a defect. A shape that is merely new is never refused.
 */
export function readToken(raw: string): TokenReading {
  const value = raw.trim();
  if (value === '') return { kind: 'blank' };
  const defect = defectOf(value);
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

/** In this order: the first that holds is the one that the owner of the secret should hear about. */
const DEFECTS: readonly (readonly [TokenDefect, RegExp])[] = [
  ['template', /\$\{\{|\}\}|^\$\{?[A-Za-z_][A-Za-z0-9_]*\}?$|^%[A-Za-z_]+%$/],
  ['placeholder', /^hf_(?:x{3,}|\*{3,}|\.{2,}|…+)$/i],
  [
    'placeholder',
    /^(?:<[^>]*>|\*+|x{3,}|\.{3,}|…+|null|undefined|none|changeme|(?:your|my)[-_ ].*|hf_(?:your|my)[-_].*|hf_token|hf_\.{3}.*|hf_<.*>|hugging_face_hub_token)$/i,
  ],
  ['assignment', /^(?:export\s+)?(?:HF_TOKEN|HUGGING_?FACE_(?:HUB_)?TOKEN|HUGGINGFACEHUB_API_TOKEN)\s*=/i],
  ['quotes', /^["'`\u2018\u2019\u201c\u201d]|["'`\u2018\u2019\u201c\u201d]$/],
  ['bearer-prefix', /^(?:authorization:\s*)?bearer\b[\s:]*/i],
  ['line-break', /[\r\n\u0085\u2028\u2029]/],
  ['inner-whitespace', /[^\S\r\n]/],
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  ['control-character', /[\u0000-\u001f\u007f]/],
  // eslint-disable-next-line no-control-regex -- everything beyond printable ASCII
  ['not-ascii', /[^\u0000-\u007f]/],
  ['organization-token', /^api_org_/],
  ['not-an-access-token', /^(?:hf_oauth__refresh_|oauth_app_secret_)/],
];

function defectOf(value: string): TokenDefect | undefined {
  if (value.length > LONGEST_TOKEN) return 'too-long';
  return DEFECTS.find(([, pattern]) => pattern.test(value))?.[0];
}

/** Whether a value is no secret at all: a template that nobody filled in, or the name of a variable. */
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
  const { scope, exp } = claims;
  const scopes = typeof scope === 'string' ? scope.split(/\s+/) : scope;
  return {
    ...(Array.isArray(scopes) ? { scopes: scopes.filter((item) => typeof item === 'string' && item !== '') } : {}),
    ...(isEpochSeconds(exp) ? { expiresAt: new Date(exp * 1000).toISOString() } : {}),
  };
}

function isEpochSeconds(value: unknown): value is number {
  return typeof value === 'number' && value > 0 && value < 8.64e12;
}

function decodePayload(payload: string): { scope?: unknown; exp?: unknown } | undefined {
  try {
    const text = atob(payload.replace(/-/g, '+').replace(/_/g, '/'));
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    const parsed: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof parsed === 'object' && parsed !== null ? parsed : undefined;
  } catch {
    return undefined;
  }
}
