/** What a judgement looks at: who asks, and the answers that are there so far. */
import type { NotExchanged } from '../../domain/tokens/exchange';
import type { Principal } from '../../domain/hub/principal';
import type { ProbeAnswer, Probe } from '../../domain/hub/probe';
import type { Policies } from '../../domain/inputs/policies';
import type { Failed, Fault } from '../../domain/hub/reply';
import type { TokenState } from '../../domain/report/report';
import type { Resource } from '../../domain/hub/resource';
import type { TokenClaims, TokenDefect, TokenFamily } from '../../domain/tokens/token';

/** The token under test as far as it is known. */
export interface TokenStatus {
  readonly state: TokenState;
  /** There exactly when the state is `valid` and whoami said whose it is. */
  readonly principal?: Principal;
  readonly family?: TokenFamily;
  readonly claims?: TokenClaims;
  readonly defect?: TokenDefect;
  /** What it was exchanged for in this run. */
  readonly resource?: Resource;
  /** It is missing, and `token-for` names it for these lines. */
  readonly isNamed?: true;
  /** Why a keyless run has none. */
  readonly failure?: NotExchanged;
  /** `unverified`: why nobody knows whose it is, in our own words and with what whoami said. `invalid`: what the endpoint says of it, in its words. */
  readonly why?: string;
  /** `unverified`: what has to be corrected to know it. */
  readonly fault?: Fault;
}

/**
 * What the endpoint's answers are about. `hub`: the Hub itself. `caller`: another endpoint, and this caller as far as can be
 * seen. `stored`: the same at addresses that are new to it, as it hands out to everybody what it stored. `own-login`: its
 * own login, whoever asks. `dropped`: nobody, as it does not hand the token on or takes a refused one for none.
 */
export type Standing = 'hub' | 'caller' | 'stored' | 'own-login' | 'dropped';

/** Everything that one judgement may read. It has no effects: an answer that is missing is asked for and judged later. */
export interface JudgementInput {
  readonly token: TokenStatus;
  readonly onMissingToken: Policies['onMissingToken'];
  /** The platform withholds secrets from this run. */
  readonly withheld: boolean;
  readonly standing: Standing;
  /** The endpoint has a path, so that redirects can lead out of it. */
  readonly hasPath?: boolean;
  /** The endpoint has shown that it is no Hub, or answers for others: this replaces everything that it answered. */
  readonly disbelief?: Failed;
  answer(probe: Probe): ProbeAnswer | undefined;
}
