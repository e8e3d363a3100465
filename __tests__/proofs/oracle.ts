/**
 * What must come out in a state, by the kind of endpoint. Of the product it knows the type of its report and nothing else: what the
 * Hub would do is worked out in `truth.ts`, and what each other kind of endpoint makes of it is written out here, from recordings of
 * such products (`__tests__/mirrors/stand-ins`).
 */
import type { Check } from '../../src/domain/report/report';
import type { State } from './states';
import { isOpen, isThere, leadsElsewhere, refusedAtHub } from './truth';

type Code = Check['code'];

/** What must come out. */
export interface Expectation {
  readonly outcome: 'allowed' | 'denied';
  /** Codes that are true of this state. One, where an answer of the endpoint determines it. */
  readonly codes: readonly Code[];
  /** Why nothing determines the code, where there are several. */
  readonly open?: string;
  readonly certainty: 'confirmed' | 'inferred' | 'either';
  /** What the same operation gives without any token. */
  readonly withoutToken: 'allowed' | 'denied';
}

export function expectationOf(state: State): Expectation {
  switch (state.endpoint) {
    case 'hub':
    case 'mirror':
      return throughHub(state);
    case 'olah':
      return state.operation === 'read' ? throughHub(state) : neverWritten(state);
    case 'nexus':
      return state.operation === 'read' ? throughOwnLogin(state) : neverWritten(state);
    case 'registry':
      return state.operation === 'read' ? throughRegistry(state) : neverWritten(state);
  }
}

/** Each caller's own right. */
function throughHub(state: State): Expectation {
  const refused = refusedAtHub(state);
  const withoutToken = state.operation === 'read' && isOpen(state) ? 'allowed' : 'denied';
  if (refused !== undefined) return { outcome: 'denied', ...refused, certainty: 'either', withoutToken };
  return { outcome: 'allowed', ...yesOf(state), certainty: certaintyOf(state), withoutToken };
}

function yesOf(state: State): Pick<Expectation, 'codes' | 'open'> {
  if (!leadsElsewhere(state)) return { codes: ['ok'] };
  if (state.endpoint === 'hub') return { codes: ['ok-moved'] };
  const open = "files are served at a repo's old address, and no other route of a mirror need be asked";
  return { codes: ['ok', 'ok-moved'], open };
}

/** A yes is confirmed where a route of the Hub answers the very question. */
function certaintyOf(state: State): Expectation['certainty'] {
  const { operation, endpoint } = state;
  // Only the Hub has a route that answers the question; elsewhere its files are as good as a guess.
  if (endpoint !== 'hub') return 'inferred';
  if (operation === 'read' || operation === 'write') return 'confirmed';
  return operation === 'create' && isThere(state) ? 'either' : 'inferred';
}

/** The proxy asks with a login of its own, here none: the caller's token is not looked at. */
function throughOwnLogin(state: State): Expectation {
  const outcome = isOpen(state) ? 'allowed' : 'denied';
  if (outcome === 'allowed') return { outcome, ...yesOf(state), certainty: 'inferred', withoutToken: outcome };
  // A 404 without words, whatever was behind it.
  return { outcome, codes: ['not-found'], certainty: 'either', withoutToken: outcome };
}

/** Tokens of its own, rights of its own, a rule of its own, and behind it the Hub without a login. */
function throughRegistry(state: State): Expectation {
  const { token, shape, place } = state;
  const denied = (code: Code): Expectation => ({
    outcome: 'denied',
    codes: [code],
    certainty: 'either',
    withoutToken: 'denied',
  });
  if (token.kind === 'none') return denied('token-missing');
  if (token.kind === 'revoked') return denied('token-invalid');
  if (place.relation.name === 'org-no-access') return denied('forbidden');
  if (shape.kind === 'disabled') return denied('endpoint-policy');
  return { ...throughOwnLogin(state), withoutToken: 'denied' };
}

/**
 * Nothing that changes anything gets through, which no answer says. What is known all the same: a credential that is none or refused,
 * a repo that may not even be read, and, where the token is the Hub's own and handed on, what the Hub says of it.
 */
function neverWritten(state: State): Expectation {
  const { token, endpoint, operation } = state;
  const reading = expectationOf({ ...state, operation: 'read' });
  const codes: Code[] = [
    ...(token.kind === 'none' ? (['token-missing'] as const) : []),
    ...(reading.outcome === 'denied' && operation !== 'create' ? reading.codes : []),
    ...(endpoint === 'olah' ? (refusedAtHub(state)?.codes ?? []) : []),
    ...(endpoint === 'registry' && token.kind === 'revoked' ? (['token-invalid'] as const) : []),
  ];
  return { outcome: 'denied', codes: [...new Set(codes)], certainty: 'either', withoutToken: 'denied' };
}
