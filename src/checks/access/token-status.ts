/** What state the token is in, from its shape, whoami, and what the repos answered to it. */
import type { NotExchanged } from '../../domain/tokens/exchange';
import { present } from '../../domain/basics/present';
import type { Whoami } from '../../domain/hub/principal';
import type { ProbeAnswer, ProbeResult } from '../../domain/hub/probe';
import type { Credential } from '../../domain/inputs/credential';
import { isSaidToEverybody } from './guess';
import type { TokenStatus } from './input';

/**
 * Judges the token. whoami's 401 is not the last word: a token that the Hub accepted on a repo in the same run
 * is not a bad one (a bad token is refused everywhere, public repos too), and a Trusted Publisher's `hf_jwt_` token
 * is not known to be taken by whoami at all. Those are `unverified`, and the repos' own answers count. Elsewhere a public
 * question has been asked instead, so that no line's verdict depends on what else is listed.
 *
 * @param whoami absent where no token was sent
 * @param answers what the first probes brought, asked with the token
 */
export function tokenStatusOf(
  credential: Credential,
  whoami: Whoami | undefined,
  answers: readonly ProbeAnswer[],
): TokenStatus {
  if (credential.kind !== 'given') return withoutToken(credential);
  const { family, claims, exchanged } = credential;
  const about = { family, ...present({ claims, resource: exchanged?.resource }) };
  if (whoami?.kind === 'known') return { ...about, state: 'valid', principal: whoami.principal };
  // The endpoint has issued it just now; whoami is not known to take every kind.
  if (exchanged !== undefined && saysNothing(whoami)) return { ...about, state: 'valid' };
  const why = whyUnverified(whoami, { isPublisher: family === 'oidc', isAccepted: answers.some(wasAccepted) });
  if (why !== undefined) {
    const fault = whoami?.kind === 'failed' ? whoami.fault : undefined;
    return { ...about, state: 'unverified', why, ...present({ fault }) };
  }
  if (whoami?.kind !== 'refused') return { ...about, state: 'invalid' };
  return { ...about, state: whoami.expired ? 'expired' : 'invalid', ...present({ why: whoami.words }) };
}

function withoutToken(credential: Exclude<Credential, { kind: 'given' }>): TokenStatus {
  if (credential.kind === 'malformed') return { state: 'malformed', defect: credential.defect };
  if (credential.kind === 'not-exchanged') return withoutExchange(credential.failure);
  return { state: 'missing', ...(credential.variable === undefined ? {} : { isNamed: true }) };
}

function saysNothing(whoami: Exclude<Whoami, { kind: 'known' }> | undefined): boolean {
  if (whoami?.kind === 'refused') return !whoami.expired;
  return whoami === undefined || whoami.kind === 'failed' || whoami.kind === 'not-handed-on';
}

const STATES: Readonly<Record<NotExchanged['kind'], TokenStatus['state']>> = {
  unavailable: 'missing',
  refused: 'invalid',
  'no-route': 'unverified',
  failed: 'unverified',
};

function withoutExchange(failure: NotExchanged): TokenStatus {
  const why = failure.kind === 'failed' ? `the exchange failed (${failure.detail})` : undefined;
  return { state: STATES[failure.kind], failure, ...present({ why }) };
}

/** Why nobody knows whose token it is, to follow a colon; `undefined` if whoami's refusal counts. */
function whyUnverified(
  whoami: Exclude<Whoami, { kind: 'known' }> | undefined,
  token: { readonly isPublisher: boolean; readonly isAccepted: boolean },
): string | undefined {
  switch (whoami?.kind) {
    case 'refused':
      if (token.isPublisher) return "whoami does not take a Trusted Publisher's token";
      return token.isAccepted ? 'whoami refused it, but a repo accepted it' : undefined;
    case 'failed':
      return `whoami failed (${whoami.detail}${whoami.words === undefined ? '' : `: "${whoami.words}"`})`;
    case 'no-hub':
    case 'shared':
      return whoami.detail;
    case 'own-login':
      return 'the endpoint names its own account, whoever asks';
    case 'not-handed-on':
      return 'the endpoint does not pass it on, or takes a refused token for none';
    case 'nobody':
    case undefined:
      return 'whoami was not asked';
  }
}

/** Whether an answer is one that the Hub gives only to a caller whose token it knows. */
function wasAccepted({ result, fromCache }: ProbeAnswer): boolean {
  if (fromCache === true) return false;
  // What is said to everybody is said before the token is looked at.
  if (result.kind === 'refused') return !isSaidToEverybody(result.refusal);
  return result.kind === 'gated' ? result.state !== 'login-required' : KNOWS_TOKEN[result.kind];
}

const KNOWS_TOKEN: Readonly<Record<Exclude<ProbeResult['kind'], 'gated' | 'refused'>, boolean>> = {
  yes: true,
  'not-found': true,
  'revision-not-found': true,
  'gated-token-scope': true,
  disabled: true,
  // Said to whoever asks.
  blocked: false,
  unauthenticated: false,
  expired: false,
  'no-route': false,
  failed: false,
};
