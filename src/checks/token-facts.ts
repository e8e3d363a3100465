/** What is known of the token, and what is worth telling about it. */
import type { Exchanged } from '../domain/tokens/exchange';
import { isHub, takesHubTokens } from '../domain/inputs/endpoint';
import { present } from '../domain/basics/present';
import type { Principal } from '../domain/hub/principal';
import type { NoticeFact } from '../domain/report/notice';
import type { Plan } from '../domain/plan';
import type { MissingReason, TokenFacts } from '../domain/report/report';
import type { CiContext } from '../domain/ci-context';
import type { TokenFamily } from '../domain/tokens/token';
import { sameName } from './access/membership';
import type { TokenStatus } from './access/input';

const DAY_MS = 86_400_000;

const TYPE_OF_FAMILY: Readonly<Partial<Record<TokenFamily, TokenFacts['type']>>> = {
  'user-access': 'user-access',
  oauth: 'oauth',
  oidc: 'oidc',
  app: 'app',
};

/** The report's `token`: whoami's word where there is one, else what the shape announces. */
export function tokenFacts(plan: Plan, token: TokenStatus, ciContext: CiContext): TokenFacts {
  const { credential } = plan;
  if (credential.kind === 'missing') {
    return { state: 'missing', reason: missingReason(credential.empty, ciContext) };
  }
  const { state, principal, claims } = token;
  if (credential.kind === 'not-exchanged') {
    return state === 'missing' ? { state, reason: 'unset' } : { state, source: 'oidc' };
  }
  const { exchanged } = credential.kind === 'given' ? credential : { exchanged: undefined };
  return {
    state,
    ...(credential.source === 'variable' ? {} : { source: credential.source }),
    ...present({ type: typeOf(token), expiresAt: exchanged?.expiresAt ?? principal?.expiresAt ?? claims?.expiresAt }),
    ...(principal && principalFacts(principal)),
  };
}

function typeOf({ principal, family }: TokenStatus): TokenFacts['type'] {
  return principal?.tokenType ?? (family && TYPE_OF_FAMILY[family]);
}

function principalFacts({ role, tokenName, account, accountType }: Principal): Partial<TokenFacts> {
  return {
    ...present({ role, name: tokenName }),
    account,
    accountType,
  };
}

function missingReason(empty: boolean, { withheld, notForwarded }: CiContext): MissingReason {
  if (withheld !== undefined) return withheld;
  if (notForwarded) return 'not-forwarded';
  return empty ? 'empty' : 'unset';
}

/** Whether the token's account is one that the user expects; `unknown` where whoami did not say who it is. */
export function accountMatch(plan: Plan, token: TokenStatus): 'yes' | 'no' | 'unknown' {
  const { expectedAccounts, expectedOrgs } = plan;
  if (expectedAccounts.length === 0 && expectedOrgs.length === 0) return 'yes';
  const { principal } = token;
  if (principal === undefined) return ownerMatch(plan);
  const isOne = expectedAccounts.some((name) => sameName(name, principal.account));
  const isMember = expectedOrgs.some((name) => principal.orgs.some((org) => sameName(org.name, name)));
  return isOne || isMember ? 'yes' : 'no';
}

/** An exchanged token, which whoami does not know, is that of a user or of a namespace's repo; of any other nobody said whose it is. */
function ownerMatch({ credential, expectedAccounts, expectedOrgs }: Plan): 'yes' | 'no' | 'unknown' {
  const exchanged = credential.kind === 'given' ? credential.exchanged : undefined;
  if (exchanged === undefined) return 'unknown';
  const { kind, path } = exchanged.resource;
  const owner = (kind === 'user' ? path : path.split('/').at(-2)) ?? '';
  const expected = kind === 'user' ? expectedAccounts : [...expectedAccounts, ...expectedOrgs];
  return expected.some((name) => sameName(name, owner)) ? 'yes' : 'no';
}

/** Everything about the token itself that deserves a notice. `now` is in milliseconds since the epoch. */
export function tokenNotices(plan: Plan, token: TokenStatus, now: number): NoticeFact[] {
  const { credential } = plan;
  if (credential.kind !== 'given') return [];
  const { source, exchanged } = credential;
  const facts: NoticeFact[] = [];
  const { expectedAccounts, expectedOrgs } = plan;
  if (accountMatch(plan, token) === 'no') facts.push({ code: 'account-mismatch', expectedAccounts, expectedOrgs });
  // It lives for an hour by design, and nobody has typed it.
  if (exchanged !== undefined) return [...facts, ...handedOn(plan, exchanged)];
  if (credential.trimmed) facts.push({ code: 'token-whitespace' });
  if (credential.family === 'unrecognised' && isForHub(plan, token)) facts.push({ code: 'token-shape-unknown' });
  if (source === 'HUGGING_FACE_HUB_TOKEN') {
    facts.push({ code: 'deprecated-variable', variable: source, replacement: 'HF_TOKEN' });
  }
  facts.push(...endDate(plan, token, now));
  return facts;
}

/** What becomes of an exchanged token. */
function handedOn({ keyless }: Plan, { expiresAt }: Exchanged): NoticeFact[] {
  const via = keyless?.exportToken ?? 'off';
  return via === 'off' ? [] : [{ code: 'token-passed-on', via, ...present({ expiresAt }) }];
}

/** A registry's own token has a shape of its own, and its registry does not say whose it is. */
function isForHub({ endpoint }: Plan, { state }: TokenStatus): boolean {
  return isHub(endpoint) || (takesHubTokens(endpoint) && state !== 'unverified');
}

function endDate(plan: Plan, token: TokenStatus, now: number): NoticeFact[] {
  const expiresAt = token.principal?.expiresAt ?? token.claims?.expiresAt;
  const isSession = token.family === 'oauth' || token.principal?.tokenType === 'oauth';
  const facts: NoticeFact[] = [];
  if (isSession) facts.push({ code: 'session-token', ...present({ expiresAt }) });
  if (expiresAt === undefined || token.state === 'expired') return facts;
  const daysLeft = Math.floor((Date.parse(expiresAt) - now) / DAY_MS);
  // A Trusted Publisher's token lives for an hour by design; its end is no news.
  if (daysLeft < plan.limits.expiresWithinDays && token.family !== 'oidc') {
    facts.push({ code: 'token-expiring', expiresAt, daysLeft });
  }
  return facts;
}
