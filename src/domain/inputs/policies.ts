/** The policies of a run: what blocks a job, and what is only reported. */
import { EVERYWHERE, type InputRows, type ValuesOf } from './input';

export const POLICY_INPUTS = {
  'least-privilege': {
    type: { kind: 'words', words: ['warn', 'fail', 'off'] },
    edges: EVERYWHERE,
    default: 'warn',
    help: 'What to do if the token can write but no listed operation writes.',
    example: 'fail',
  },
  'check-runner': {
    type: { kind: 'words', words: ['warn', 'fail', 'off'] },
    edges: EVERYWHERE,
    default: 'warn',
    help: 'What to do about other credentials on the runner that tools would send instead of this token; `off` does not look for them.',
    example: 'off',
    section: 'Other credentials on the runner',
  },
  network: {
    type: { kind: 'words', words: ['off', 'warn', 'fail'] },
    edges: EVERYWHERE,
    default: 'off',
    help: 'Whether to look, beside the checks and without a token, if this runner reaches the hosts that downloads and uploads need, and what to do if it does not.',
    example: 'fail',
    section: 'Hosts that downloads and uploads need',
  },
  'on-missing-token': {
    type: { kind: 'words', words: ['auto', 'fail', 'anonymous', 'skip'] },
    edges: EVERYWHERE,
    default: 'auto',
    help: 'What to do without a token: `auto` checks what needs none, and skips the rest if the platform withheld the secret (forks, Dependabot); `fail` blocks, on forks too; `anonymous` means that no token is meant to be there; `skip` checks nothing.',
    example: 'anonymous',
    section: 'Forks and Dependabot',
  },
  'on-denied': {
    type: { kind: 'words', words: ['fail', 'warn'] },
    edges: EVERYWHERE,
    default: 'fail',
    help: 'Whether a denied check blocks the job.',
    example: 'warn',
  },
  'on-unknown': {
    type: { kind: 'words', words: ['fail', 'warn'] },
    edges: EVERYWHERE,
    default: 'fail',
    help: 'Whether a check without an answer blocks the job.',
    example: 'warn',
  },
} as const satisfies InputRows;

type Values = ValuesOf<typeof POLICY_INPUTS>;

/** The policies of a run, as the report repeats them. */
export interface Policies {
  readonly onMissingToken: Values['on-missing-token'];
  readonly onDenied: Values['on-denied'];
  readonly onUnknown: Values['on-unknown'];
  readonly leastPrivilege: Values['least-privilege'];
  readonly checkRunner: Values['check-runner'];
  readonly network: Values['network'];
}

/** The policies out of the inputs' values, for reports and for judging what blocks. */
export function policiesOf(values: Values): Policies {
  return {
    onMissingToken: values['on-missing-token'],
    onDenied: values['on-denied'],
    onUnknown: values['on-unknown'],
    leastPrivilege: values['least-privilege'],
    checkRunner: values['check-runner'],
    network: values.network,
  };
}

/** The policies of a run that was given none. */
export const DEFAULT_POLICIES = policiesOf(
  // The type says of each row what its default is.
  Object.fromEntries(Object.entries(POLICY_INPUTS).map(([name, row]) => [name, row.default])) as Values,
);

/** Why a run blocks the job, in the order in which it gives its reasons. */
export const BLOCK_REASONS = [
  'invalid',
  'denied',
  'token',
  'token-missing',
  'unknown',
  'account-mismatch',
  'least-privilege',
  'check-runner',
  'network',
] as const;
export type BlockReason = (typeof BLOCK_REASONS)[number];
