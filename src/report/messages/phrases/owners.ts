/** Who can fix it, in words. */
import type { Owner } from '../../../domain/report/remedy';

const OWNERS: Readonly<Record<Owner, string>> = {
  account: "the account's owner",
  token: "the token's owner",
  authors: "the repo's authors",
  org: 'an admin of the organization',
  network: "whoever runs this runner's network",
  workflow: 'whoever set up this run',
  reviewer: 'a maintainer, after reviewing the change',
  'nobody-yet': 'nobody; wait and re-run',
  nobody: 'nobody',
};

/** Who it is. `isWorkflow`: the run is one of GitHub Actions. */
export function ownerWords(owner: Owner, isWorkflow: boolean): string {
  return owner === 'workflow' && isWorkflow ? "the workflow's maintainer" : OWNERS[owner];
}
