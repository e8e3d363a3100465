/** What a run with a lock keeps of repo info, for each check. */
import type { RepoInfo } from '../hub/repo-info';
import type { RepoRef } from '../hub/repo';
import { present } from '../basics/present';
import type { Check } from './report';

/** What the Hub said of a repo beside the answer, as a report has it. */
export type About = NonNullable<Check['about']>;

/** The commit only of a revision that is listed: a default branch moves on. */
export function aboutOf({ gate, isPrivate, isDisabled, license, commit }: RepoInfo, { revision }: RepoRef): About {
  return present({
    gate,
    visibility: isPrivate === undefined ? undefined : isPrivate ? ('private' as const) : ('public' as const),
    license,
    disabled: isDisabled,
    commit: revision === undefined ? undefined : commit,
  });
}
