/**
 * The exchange of an identity token for a token of the Hub: `POST /oauth/token` (Hub documentation, `trusted-publishers.md`; huggingface_hub
 * 2.4.0, `_oidc.py`). A publisher compares claims by equality; the form of the preset for GitHub asks for a repository, a branch
 * and a workflow file.
 */
import { importJWK, jwtVerify, type JWK, type JWTPayload } from 'jose';
import { addToken } from '../../src/simulator/build';
import { jsonReply, type Reply } from '../../src/simulator/reply';
import type { RepoType } from '../../src/domain/hub/kinds';
import type { Power, Publisher, World } from '../../src/simulator/world';
import { jsonBody, type FullRequest } from './paths';

/** Who may sign identities, by issuer. */
export type Issuers = Readonly<Record<string, JWK>>;

/** What the exchange of one Hub knows. */
export interface Exchanger {
  readonly world: World;
  readonly issuers: Issuers;
  /** What an identity must be meant for. */
  readonly audience: string;
}

const GRANT = 'urn:ietf:params:oauth:grant-type:token-exchange';
const ID_TOKEN = 'urn:ietf:params:oauth:token-type:id_token';
/** Exactly these, and no login of the client (recorded, huggingface/hub-docs#2757). */
const FIELDS = ['grant_type', 'resource', 'subject_token', 'subject_token_type'];

/** Seconds that a token of an exchange lives for. */
const LIVES_SECONDS = 3600;

/** Answers an exchange; `undefined` for any other request. */
export async function exchangeReply(exchanger: Exchanger, request: FullRequest): Promise<Reply | undefined> {
  if (request.method !== 'POST' || request.target !== '/oauth/token') return undefined;
  const fields = jsonBody(request);
  const names = Object.keys(fields).sort();
  if (fields['grant_type'] !== GRANT) return refused('unsupported_grant_type', 'Unsupported grant type');
  const isWhole = names.join() === FIELDS.join() && fields['subject_token_type'] === ID_TOKEN;
  if (!isWhole || request.headers.authorization !== undefined) return refused('invalid_request', 'Invalid request');
  return exchangeFor(exchanger, { resource: String(fields['resource']), identity: String(fields['subject_token']) });
}

/**
 * Recorded: `No trusted publisher configured on …`.
 * ASSUMPTION(exchange-words): the Hub's other sentences were not seen, so these are ours; nothing may depend on them.
 */
const WORDS = {
  signature: 'The identity token could not be verified',
  claims: 'The claims of the identity token do not match',
};

async function exchangeFor(
  { world, issuers, audience }: Exchanger,
  asked: { readonly resource: string; readonly identity: string },
): Promise<Reply> {
  const claims = await verified(issuers, asked.identity, audience);
  if (claims === undefined) return refused('invalid_grant', WORDS.signature);
  const { resource } = asked;
  const own = world.publishers.filter((publisher) => publisher.resource === resource);
  const known = own.filter(({ issuer }) => issuer === claims.iss);
  if (known.length === 0) return refused('invalid_grant', `No trusted publisher configured on ${resource}`);
  const publisher = known.find((one) => fits(one, claims));
  if (publisher === undefined) return refused('invalid_grant', WORDS.claims);
  publisher.used += 1;
  return jsonReply(200, {
    access_token: issue(world, publisher),
    token_type: 'bearer',
    expires_in: LIVES_SECONDS,
    issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
  });
}

async function verified(issuers: Issuers, identity: string, audience: string): Promise<JWTPayload | undefined> {
  for (const [issuer, jwk] of Object.entries(issuers)) {
    try {
      return (await jwtVerify(identity, await importJWK(jwk), { issuer, audience })).payload;
    } catch {
      // Another issuer may have signed it.
    }
  }
  return undefined;
}

/** The claims that the form derives, beside those that the token has. */
function fits({ claims: wanted }: Publisher, claims: JWTPayload): boolean {
  const file = /\/([^/@]+)@/.exec(String(claims['workflow_ref']))?.[1];
  const branch = String(claims['ref']).replace(/^refs\/heads\//, '');
  const derived: Record<string, unknown> = { ...claims, branch, workflow_file: file };
  return Object.entries(wanted).every(([name, value]) => derived[name] === value);
}

function issue(world: World, publisher: Publisher): string {
  const label = `exchanged for ${publisher.resource} #${String(publisher.used)}`;
  const expiresAt = new Date(Date.now() + LIVES_SECONDS * 1000).toISOString();
  return addToken(world, label, { power: powerOf(publisher), expiresAt });
}

const TYPES: Readonly<Record<string, RepoType>> = {
  'datasets/': 'dataset',
  'spaces/': 'space',
  'kernels/': 'kernel',
  'buckets/': 'bucket',
};

/** An account's identity has the scope `gated-repos` and no other right on repos. */
function powerOf({ resource, readOnly }: Publisher): Power {
  const [, prefix = '', id = resource] = /^(datasets\/|spaces\/|kernels\/|buckets\/)?(.+)$/.exec(resource) ?? [];
  if (!id.includes('/')) return { kind: 'oauth', owner: id, scopes: ['gated-repos'], orgs: [] };
  const type = TYPES[prefix] ?? 'model';
  return { kind: 'publisher', type, id, readOnly };
}

function refused(error: string, description: string): Reply {
  return jsonReply(400, { error, error_description: description });
}
