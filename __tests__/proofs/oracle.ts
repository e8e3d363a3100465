/**
 * What is expected in a state. The outcome is what the embedded Hub's permission model (`src/simulator/permission.ts`,
 * `creation.ts`) lets the real operation do: nothing here knows how the product asks or judges.
 */
import { REPO_TYPES } from '../../src/domain/kinds';
import { namespaceOf, type RepoRef } from '../../src/domain/repo';
import type { Code } from '../../src/domain/codes';
import { mayCreate } from '../hub-fixture/creation';
import type { AccountLack, Decision, Refusal, TokenLack } from '../../src/simulator/decision';
import { mayOpenPullRequest, mayRead, maySee, mayWrite } from '../../src/simulator/permission';
import { ANONYMOUS, callerOf, type Caller } from '../../src/simulator/relation';
import { findRepo, type World } from '../../src/simulator/world';
import { ACCOUNT, targetOf, type State } from './states';

/** What must come out. */
export interface Expectation {
  readonly outcome: 'allowed' | 'denied';
  /** Codes that are true of this state. One, where the Hub's answer or whoami determines it. */
  readonly codes: readonly Code[];
  /** Why nothing determines the code, where there are several. */
  readonly open?: string;
  readonly certainty: 'confirmed' | 'inferred' | 'either';
  /** What the same operation gives without any token. */
  readonly withoutToken: 'allowed' | 'denied';
}

type Judged = Omit<Expectation, 'certainty' | 'withoutToken'>;

/** The oracle. `secret`: the raw value that is set as the token. */
export function expectationOf(world: World, state: State, secret: string | undefined): Expectation {
  const judged = judge(world, state, secret);
  const isOpen = state.operation === 'read' && mayRead(world, ANONYMOUS, state.repo).allowed;
  return {
    ...judged,
    certainty: judged.outcome === 'allowed' ? certaintyOf(world, state) : 'either',
    withoutToken: isOpen ? 'allowed' : 'denied',
  };
}

/** A yes is confirmed where a route of the Hub answers the very question. */
function certaintyOf(world: World, state: State): Expectation['certainty'] {
  const { operation, endpoint } = state;
  // A mirror has no route that answers the question; its files are as good as a guess.
  if (endpoint === 'mirror') return 'inferred';
  if (operation === 'read') return 'confirmed';
  if (operation === 'pull-request') return 'inferred';
  if (operation === 'write') return 'confirmed';
  return findRepo(world, targetOf(state, ACCOUNT)) === undefined ? 'inferred' : 'either';
}

function judge(world: World, state: State, secret: string | undefined): Judged {
  if (state.token.kind === 'malformed') return denied('token-malformed');
  const caller = callerOf(world, secret);
  const target = targetOf(state, accountOf(caller));
  if (caller.kind === 'anonymous' && state.operation !== 'read') return denied('token-missing');
  const decision = decide(world, { caller, state, target });
  if (decision.allowed) return allowed(state, decision);
  return refusalCodes(decision.refusal, { world, caller, target, state });
}

/** Whose namespace a bare name means: the principal's own. */
function accountOf(caller: Caller): string {
  if (caller.kind !== 'token') return ACCOUNT;
  const { power } = caller.token;
  // The Hub calls its account so (Hub documentation, `trusted-publishers.md`); it owns no namespace.
  if (power.kind === 'publisher') return '[OIDC]';
  return power.kind === 'app' ? power.name : power.owner;
}

interface Asked {
  readonly caller: Caller;
  readonly state: State;
  readonly target: RepoRef;
}

function decide(world: World, { caller, state, target }: Asked): Decision {
  switch (state.operation) {
    case 'read':
      return mayRead(world, caller, target);
    case 'write':
      return mayWrite(world, caller, target);
    case 'pull-request':
      return mayOpenPullRequest(world, caller, target);
    case 'create':
      return decideCreate(world, caller, target);
  }
}

/**
 * `create` of what is there is a write (README). A name that is taken by a repo hidden from the caller is free as
 * far as anybody can tell the caller; `create_repo(exist_ok=True)` gets 409 there and goes on.
 */
function decideCreate(world: World, caller: Caller, target: RepoRef): Decision {
  const seen = maySee(world, caller, target);
  const isHidden = !seen.allowed && seen.refusal.why === 'not-found';
  return isHidden ? mayCreate(world, caller, namespaceOf(target.id) ?? '') : mayWrite(world, caller, target);
}

function allowed({ endpoint }: State, { movedTo }: Extract<Decision, { allowed: true }>): Judged {
  if (movedTo === undefined) return { outcome: 'allowed', codes: ['ok'] };
  if (endpoint === 'hub') return { outcome: 'allowed', codes: ['ok-moved'] };
  const open = "files are served at a repo's old address, and no other route of a mirror need be asked";
  return { outcome: 'allowed', codes: ['ok', 'ok-moved'], open };
}

function denied(code: Code): Judged {
  return { outcome: 'denied', codes: [code] };
}

interface About extends Asked {
  readonly world: World;
}

function refusalCodes(refusal: Refusal, about: About): Judged {
  const { caller } = about;
  switch (refusal.why) {
    case 'unknown-credential':
      return denied('token-invalid');
    case 'expired-credential':
      return denied('token-expired');
    case 'login-required':
      return denied('token-missing');
    case 'not-found':
      return denied(
        existsElsewhere(about) ? 'wrong-type' : caller.kind === 'anonymous' ? 'token-missing' : 'not-found',
      );
    case 'disabled':
      return denied('disabled');
    case 'gate':
      return denied(refusal.state === 'anonymous' ? 'token-missing' : `gate-${refusal.state}`);
    case 'gate-token':
      return denied('gate-token-scope');
    case 'org-policy':
      return denied(`org-${refusal.restriction === 'token-policy' ? 'token-policy' : refusal.restriction}`);
    case 'no-right':
      return noRight(refusal, about);
  }
}

/** The same id under another type, where the caller may see it. */
function existsElsewhere({ world, caller, target }: About): boolean {
  const others = REPO_TYPES.filter((type) => type !== target.type);
  return others.some(
    (type) =>
      findRepo(world, { type, id: target.id }) !== undefined && maySee(world, caller, { type, id: target.id }).allowed,
  );
}

const TOKEN_CODES: Readonly<Record<TokenLack, Code>> = {
  role: 'read-only-token',
  scope: 'scope-missing',
  kind: 'scope-missing',
};
const ACCOUNT_CODES: Readonly<Record<AccountLack, Code>> = {
  membership: 'not-a-member',
  role: 'role-insufficient',
};

function noRight(refusal: Extract<Refusal, { why: 'no-right' }>, { caller, state }: About): Judged {
  const { token, account } = refusal;
  const codes = [
    ...(token === undefined ? [] : [TOKEN_CODES[token]]),
    ...(account === undefined ? [] : [ACCOUNT_CODES[account]]),
  ];
  const open = openReason(refusal, caller, state);
  if (open !== undefined) return { outcome: 'denied', codes: [...new Set<Code>([...codes, 'forbidden'])], open };
  if (codes.length === 1) return { outcome: 'denied', codes };
  return { outcome: 'denied', codes, open: 'token and account both lack the right; either reason is true' };
}

/** Where whoami has no word for the reason, `forbidden` is the honest code. */
function openReason(
  { token, account }: Extract<Refusal, { why: 'no-right' }>,
  caller: Caller,
  { place, token: { kind } }: State,
): string | undefined {
  if (caller.kind !== 'token') return undefined;
  const { power } = caller.token;
  if (kind === 'app' || kind === 'service') {
    return "whoami's words about an application or a service account are not documented well enough to name a reason";
  }
  if (power.kind === 'publisher') return undefined;
  if (place.relation.group !== undefined && (account === 'role' || power.kind === 'fine-grained')) {
    return 'whoami does not tell which repos are in a resource group, and so not which role counts';
  }
  if (power.kind === 'oauth') {
    if (token === 'scope')
      return 'whoami does not name the scopes of an OAuth token, and the token itself is only a hint';
  }
  if (power.kind === 'fine-grained' && account === 'membership' && power.scoped.length > 0) {
    return 'it is not known whether whoami lists every organization to a fine-grained token that names one';
  }
  return undefined;
}
