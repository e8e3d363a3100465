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
    why: 'a mirror has no route for `auth_check`',
    holds: ({ state, deed }) => deed.startsWith('auth_check') && state.endpoint === 'mirror',
  },
];

/** `undefined`: it is to be run. */
export function reasonNotToRun(asked: Asked): string | undefined {
  return REASONS.find(({ holds }) => holds(asked))?.why;
}

/** A client that fares otherwise than the verdict says, for a reason that is known. One that no trial needs is an error. */
export interface Difference {
  readonly why: string;
  readonly holds: (trial: Trial) => boolean;
}

export const DIFFERENCES: readonly Difference[] = [];
