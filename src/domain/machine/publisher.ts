/** What the Hub's form for a Trusted Publisher asks for (Hub documentation, `trusted-publishers.md`). */
export interface PublisherSettings {
  readonly repository: string;
  /** The name of the workflow's file. */
  readonly workflow: string;
  readonly branch: string;
}

/** Whether a branch is one that GitHub's merge queue makes for a run and deletes: `gh-readonly-queue/main/pr-7-0123abc` (its docs, "Managing a merge queue"). */
export function isOfQueue(branch: string): boolean {
  return branch.startsWith('gh-readonly-queue/');
}
