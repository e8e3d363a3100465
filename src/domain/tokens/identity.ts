/** The identity token that a CI system gives a job: where it comes from, and what it says, read without trusting it. */
import { present } from '../basics/present';
import { field, type Fields } from '../formats/json';
import type { Secret } from '../text/secret';
import { decodePayload } from '../formats/jwt';

/** The variable with an identity token, as the Hub's Python client reads it (`_oidc.py`). */
export const IDENTITY_VARIABLE = 'HF_OIDC_ID_TOKEN';

/** Where GitHub gives one, and the token that it asks for in return, which is good for nothing else. */
export interface IdentityRequest {
  readonly url: URL;
  readonly token: Secret;
}

/** Where the identity token comes from. */
export type IdentitySource =
  /** The variable {@link IDENTITY_VARIABLE}, as it was set. */
  | { readonly kind: 'variable'; readonly raw: string }
  /** GitHub gives one on request, for an audience. */
  | { readonly kind: 'github'; readonly request: IdentityRequest }
  /** GitHub would, at an address that no token may be sent to. `why`: our own words, to follow "no identity token". */
  | { readonly kind: 'unsafe'; readonly why: string }
  /** `github`: the job lacks the permission `id-token: write`. `elsewhere`: the variable is not set. */
  | { readonly kind: 'none'; readonly where: 'github' | 'elsewhere' };

/** The claims that explain a refusal; only what is a text or a number, and none that names a person. */
export type IdentityClaims = Readonly<Partial<Record<ClaimName, string>>>;

/**
 * GitHub's (its documentation, "OpenID Connect reference"), GitLab's ("ID token authentication"), CircleCI's ("Using OpenID
 * Connect tokens in jobs") and Bitbucket's ("Integrate Pipelines with resource servers using OIDC").
 */
export const CLAIM_NAMES = [
  'iss',
  'aud',
  'sub',
  'exp',
  'repository',
  'ref',
  'ref_type',
  'workflow',
  'workflow_ref',
  'job_workflow_ref',
  'environment',
  'event_name',
  'project_path',
  'namespace_path',
  'pipeline_source',
  'ci_config_ref_uri',
  'oidc.circleci.com/project-id',
  'oidc.circleci.com/vcs-origin',
  'oidc.circleci.com/vcs-ref',
  'repositoryUuid',
  'workspaceUuid',
  'branchName',
] as const;
export type ClaimName = (typeof CLAIM_NAMES)[number];

/** Longer ones explain nothing. */
const LONGEST_CLAIM = 512;

/** The claims of a JWT; `undefined` where it is none. Nothing is verified: they are for a reader alone. */
export function claimsIn(jwt: string): IdentityClaims | undefined {
  const [, payload] = SHAPE.exec(jwt) ?? [];
  const claims = payload === undefined ? undefined : decodePayload(payload);
  if (claims === undefined) return undefined;
  return present(Object.fromEntries(CLAIM_NAMES.map((name) => [name, claimText(claims, name)])));
}

const SHAPE = /^[\w-]+\.([\w-]+)\.[\w-]*$/;

/** Whether a text has the shape of an identity token: three parts of base64url. */
export function isJwt(text: string): boolean {
  return SHAPE.test(text);
}

function claimText(claims: Fields, name: ClaimName): string | undefined {
  const value = field(claims, name);
  const text = Array.isArray(value) ? value.filter((one) => typeof one === 'string').join(', ') : value;
  if (typeof text !== 'string' && typeof text !== 'number') return undefined;
  const shown = String(text).slice(0, LONGEST_CLAIM);
  return shown === '' ? undefined : shown;
}
