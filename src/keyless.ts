/** The first step of a keyless run: the job's identity, and the token that it is exchanged for. */
import type { CiContext } from './domain/ci-context';
import type { Credential } from './domain/inputs/credential';
import { DEFAULT_ENDPOINT, isHub } from './domain/inputs/endpoint';
import type { ExchangeAnswer, NoIdentity, NotExchanged } from './domain/tokens/exchange';
import {
  claimsIn,
  isJwt,
  type IdentityClaims,
  type IdentityRequest,
  type IdentitySource,
} from './domain/tokens/identity';
import type { Keyless } from './domain/inputs/keyless';
import type { Plan } from './domain/plan';
import { present } from './domain/basics/present';
import type { Failed } from './domain/hub/reply';
import type { RunContext } from './domain/run-context';
import { Secret } from './domain/text/secret';
import { exchangeIdentity, type ExchangeOptions } from './hub/exchange';
import { requestIdentity } from './hub/identity';

/** What it needs beside the plan. */
export interface KeylessPorts extends Omit<ExchangeOptions, 'endpoint' | 'identity' | 'resource' | 'redact'> {
  readonly context: Pick<RunContext, 'ciContext' | 'identity' | 'onSecret' | 'onExchanged' | 'redact'>;
}

/** The plan with the token that the identity was exchanged for, or with why there is none. Never rejects. */
export async function exchanged(plan: Plan, { resource }: Keyless, ports: KeylessPorts): Promise<Plan> {
  const { context, clock } = ports;
  const { endpoint } = plan;
  const fail = (failure: NotExchanged): Plan => ({ ...plan, credential: { kind: 'not-exchanged', failure } });
  const identity = await identityFor(endpoint, ports);
  if ('kind' in identity) {
    // No identity is no token: nothing is wrong on a fork, and where nothing is to be checked.
    const isMissing = identity.kind === 'unavailable' && mayBeMissing(plan, context.ciContext);
    return isMissing ? plan : fail({ ...identity, resource, evidence: [] });
  }
  const { secret, claims } = identity;
  const { redact } = context;
  const result = await exchangeIdentity({ ...ports, endpoint, redact, identity: secret, resource: resource.path });
  const { answer, evidence } = result;
  if (answer.kind !== 'token') return fail({ ...answer, resource, claims, evidence });
  context.onSecret(answer.token.secret);
  context.onExchanged?.(answer.token.secret);
  const expiresAt = endOf(answer, clock.now());
  const credential: Credential = {
    ...answer.token,
    kind: 'given',
    source: 'oidc',
    exchanged: { resource, ...present({ expiresAt }) },
  };
  return { ...plan, credential };
}

function mayBeMissing({ policies }: Plan, { withheld }: CiContext): boolean {
  return withheld !== undefined || policies.onMissingToken === 'skip';
}

function endOf({ token, expiresInSeconds }: Extract<ExchangeAnswer, { kind: 'token' }>, now: number) {
  return expiresInSeconds === undefined
    ? token.claims?.expiresAt
    : new Date(now + expiresInSeconds * 1000).toISOString();
}

/** An identity, masked before anything else was done with it. */
interface Identity {
  readonly secret: Secret;
  readonly claims: IdentityClaims;
}

type NoneAtAll = { readonly kind: 'unavailable'; readonly why: NoIdentity } | Failed;

const unavailable = (why: NoIdentity): NoneAtAll => ({ kind: 'unavailable', why });
const failed = (detail: string): Failed => ({ kind: 'failed', reason: 'unreachable', detail });

async function identityFor(endpoint: string, ports: KeylessPorts): Promise<Identity | NoneAtAll> {
  const source: IdentitySource = ports.context.identity ?? { kind: 'none', where: 'elsewhere' };
  switch (source.kind) {
    case 'none':
      return unavailable(source.where === 'github' ? 'no-permission' : 'no-variable');
    case 'variable':
      return identityOf(source.raw.trim(), ports) ?? unavailable('damaged-variable');
    case 'github':
      return fromGitHub(source.request, audienceOf(endpoint), ports);
    case 'unsafe':
      return noneGiven(source.why);
  }
}

/** What the identity is for: the Hub's own address, elsewhere the endpoint's origin. */
function audienceOf(endpoint: string): string {
  return isHub(endpoint) ? DEFAULT_ENDPOINT : new URL(endpoint).origin;
}

function identityOf(text: string, { context }: KeylessPorts): Identity | undefined {
  const secret = new Secret(text);
  context.onSecret(secret);
  const claims = isJwt(text) ? claimsIn(text) : undefined;
  return claims && { secret, claims };
}

/** Within the run's deadline, as everything. */
async function fromGitHub(request: IdentityRequest, audience: string, ports: KeylessPorts): Promise<Identity | Failed> {
  const answer = await requestIdentity(request, audience, { ...ports, redact: ports.context.redact });
  if ('why' in answer) return noneGiven(answer.why);
  return identityOf(answer.text, ports) ?? noneGiven('what it answered is none');
}

const noneGiven = (why: string) => failed(`GitHub gave the job no identity token (${why})`);
