/** Which client is not put into which state, and where a client is known to fare otherwise than the verdict says. */
import type { State } from '../../proofs/states';
import type { Trial } from './run';

interface Asked {
  readonly client: string;
  readonly state: State;
  readonly deed: string;
}

interface Reason {
  readonly why: string;
  readonly holds: (asked: Asked) => boolean;
}

/** Nothing is left out but for one of these. */
const REASONS: readonly Reason[] = [
  {
    why: 'git cannot create a repo on the Hub',
    holds: ({ client, state }) => client === 'git' && state.operation === 'create',
  },
  {
    why: 'git cannot open a pull request',
    holds: ({ client, state }) => client === 'git' && state.operation === 'pull-request',
  },
  {
    why: '`auth_check` of this version has no `write`',
    holds: ({ client, deed }) => deed === 'auth_check(write=True)' && client.startsWith('huggingface_hub 0.'),
  },
  {
    why: 'only the Hub has a route for `auth_check`',
    holds: ({ state, deed }) => deed.startsWith('auth_check') && state.endpoint !== 'hub',
  },
  {
    why: 'this client sends no token that does not start with `hf_`',
    holds: ({ client, state }) =>
      client === '@huggingface/hub' && state.endpoint === 'registry' && state.token.kind !== 'none',
  },
  {
    why: 'such an endpoint does not speak git',
    holds: ({ client, state }) => client === 'git' && !['hub', 'mirror'].includes(state.endpoint),
  },
];

/** `undefined`: it is to be run. */
export function reasonNotToRun(asked: Asked): string | undefined {
  return REASONS.find(({ holds }) => holds(asked))?.why;
}

/** Where a client fares otherwise than the verdict says, and it is known why. One that no trial needs is an error. */
export interface Difference {
  readonly why: string;
  /** States in which it may show; some of them are always in the sample. */
  readonly among: (state: State) => boolean;
  readonly holds: (trial: Trial) => boolean;
}

export const DIFFERENCES: readonly Difference[] = [
  {
    why: 'the name is taken by a repo that the token does not see, which the Hub tells nobody but who tries',
    among: ({ operation, shape, place, token }) =>
      operation === 'create' &&
      shape.kind === 'private' &&
      ((place.relation.name === 'group-outside' && token.name === 'classic write') ||
        (place.relation.name === 'owner' && token.name === 'oauth granted contribute-repos')),
    holds: ({ state, check, attempt }) =>
      state.operation === 'create' &&
      check.certainty === 'inferred' &&
      state.shape.kind.endsWith('private') &&
      !attempt.ok &&
      (attempt.status === 409 || attempt.status === 404),
  },
  {
    why: 'the Hub took the commit, and the client stumbles over its address: this version reads none without a namespace',
    among: ({ operation, shape, place, token }) =>
      operation === 'pull-request' &&
      shape.kind === 'public' &&
      place.relation.name === 'canonical' &&
      token.name.startsWith('fine-grained elsewhere') &&
      token.name.includes('global-discussion'),
    holds: ({ attempt, changed }) => changed && !attempt.ok && attempt.error === 'HfUriError',
  },
];

/** How the Hub refuses; other endpoints also by lacking the route. */
const REFUSALS: readonly (number | null)[] = [401, 403, 404];
const NO_ROUTE: readonly (number | null)[] = [400, 405];

/** What is wrong about a trial, if anything is: a verdict that the client does not bear out. */
export function problemOf(trial: Trial): string | undefined {
  const { check, attempt, changed, client, state } = trial;
  if (check.outcome === 'unknown' && check.code !== 'probe-unsupported') return 'the preflight could not ask';
  if (check.outcome === 'unknown' || DIFFERENCES.some(({ holds }) => holds(trial))) return undefined;
  if (check.outcome === 'allowed') {
    if (!attempt.ok) return `allowed, and it failed: ${attempt.message}`;
    const writes = state.operation !== 'read' && client !== 'git' && !trial.deed.startsWith('auth_check');
    return writes && !changed ? 'allowed, and nothing was written' : undefined;
  }
  if (attempt.ok) return 'denied, and it succeeded';
  if (changed) return 'denied, and something was written';
  // The JavaScript client looks at a token's shape itself.
  const refused =
    REFUSALS.includes(attempt.status) ||
    (state.endpoint !== 'hub' && NO_ROUTE.includes(attempt.status)) ||
    (check.code === 'token-malformed' && client === '@huggingface/hub');
  return refused ? undefined : `denied, and it failed for another reason: ${attempt.message}`;
}
