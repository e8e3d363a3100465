/** What comes of a run as a whole, in the words of the report. */

/** The first that holds is the result of a run, and of several. */
export const RESULTS = ['invalid', 'fail', 'unknown', 'skipped', 'pass'] as const;
export type RunResult = (typeof RESULTS)[number];

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
] as const;
export type BlockReason = (typeof BLOCK_REASONS)[number];
