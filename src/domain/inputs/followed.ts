/** What following what is listed could not tell, or only tell (input `follow`). */
import type { RepoRef } from '../hub/repo';

/** What following the listed repos left open, and which of them run code of others. */
export interface FollowFacts {
  /** `why`: our own words. */
  readonly doubts: readonly { readonly repo: RepoRef; readonly why: string }[];
  /** `code`: the repo whose code `repo` runs where it is trusted; it is not checked. `field`: our own words for where it is named. */
  readonly code: readonly { readonly repo: RepoRef; readonly code: RepoRef; readonly field: string }[];
  /** There is more than a run follows. */
  readonly isCut: boolean;
}
