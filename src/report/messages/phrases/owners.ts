/** Who can fix it, in words. */
import type { Owner } from '../../../domain/remedy';

export const OWNERS: Readonly<Record<Owner, string>> = {
  account: "the account's owner",
  token: "the token's owner",
  authors: "the repo's authors",
  org: 'an admin of the organization',
  workflow: "the workflow's maintainer",
  reviewer: 'a maintainer, after reviewing the change',
  'nobody-yet': 'nobody; wait and re-run',
  nobody: 'nobody',
};
