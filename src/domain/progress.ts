/** What a run reports while it is going on. */

/** Nothing can be asked for a while: what is left waits for the windows of the Hub's rate limit. */
export interface Hold {
  /** Since the start of the run, in milliseconds; waiting for access is not counted. */
  readonly spentMs: number;
  /** Until the next question may be asked. */
  readonly pauseMs: number;
  /** Until the last of those that wait now may be asked, if no other job uses the windows. */
  readonly leftMs: number;
  /** What the window that opens next lets through, and how often; absent if the Hub does not say. */
  readonly window?: { readonly limit: number; readonly seconds: number };
  /** The `deadline` in seconds under which everything can be asked; absent where the run's own is enough. */
  readonly needsSeconds?: number;
}

/** What is shown of a run while it goes on: checks that are done, gates that are waited for, and requests that a rate limit holds back. */
export type Progress =
  | { readonly kind: 'checked'; readonly done: number; readonly total: number }
  | { readonly kind: 'waiting'; readonly gates: number; readonly leftMs: number }
  | ({ readonly kind: 'held' } & Hold);
