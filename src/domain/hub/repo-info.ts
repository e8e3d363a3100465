/** What repo info says about a repo, to everybody who sees it: a gate hides none of it. */
import type { Fields } from '../formats/json';

/** Whether a repo is gated, and whether access is given by itself or by its authors; the Hub's `false` is `none`. */
export const GATES = ['none', 'auto', 'manual'] as const;
export type Gate = (typeof GATES)[number];

/** Every field is absent where the endpoint does not say it. */
export interface RepoInfo {
  /** `name` or `namespace/name`, as the repo is called today. */
  readonly id: string;
  readonly gate?: Gate;
  readonly isPrivate?: boolean;
  readonly isDisabled?: boolean;
  /** The Hub's short name of it, such as `mit`; the card's own name of it where that is `other`. */
  readonly license?: string;
  /** Of the revision that was asked about. */
  readonly commit?: string;
  /** Names of the files; untrusted. */
  readonly files?: readonly string[];
  /** What the endpoint took out of the configuration files. */
  readonly config: Fields;
  /** The head of the README, which a gate does not guard. */
  readonly card: Fields;
  readonly tags: readonly string[];
}
