/** What the platform says of this run: the facts that decide why a token is not there and where links point. */
import type { CiCause } from './machine/ci-systems';
import type { PublisherSettings } from './machine/publisher';
import type { RunFacts } from './report/report';

/** Read from the environment and the event's payload; everything but `ci` is absent outside GitHub Actions. */
export interface CiContext {
  /** The CI system, and its own reason for a missing secret; absent on a laptop. */
  readonly ci?: CiCause;
  /** The platform withholds secrets from this run: it comes from a fork, or Dependabot started it. */
  readonly withheld?: 'fork' | 'dependabot';
  /** A called workflow was not passed the secret; only on positive evidence. */
  readonly notForwarded: boolean;
  readonly selfHosted: boolean;
  /** The event is one that strangers can cause: `pull_request` and its reviews. */
  readonly pullRequest: boolean;
  readonly run?: RunFacts;
  /** `https://github.com` or a GHES; an origin, without a slash at the end. */
  readonly serverUrl: string;
  /** `owner/name`, where known. */
  readonly repository?: string;
  /** What a Trusted Publisher of this very run would be; only where strangers may read the repository anyway. */
  readonly publisher?: PublisherSettings;
  /** Where the documentation of the very version that runs is: an address of a folder, without a slash at the end. */
  readonly docs?: string;
}
