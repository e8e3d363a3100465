/** What comes of a run, and of several. */

/** The first that applies is the result. */
export const RESULTS = ['invalid', 'fail', 'unknown', 'skipped', 'pass'] as const;
export type RunResult = (typeof RESULTS)[number];
