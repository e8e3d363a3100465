/** What to do about a check, a token or a notice, who can do it, and where. */
import type { Text } from '../text/parts';

/** Who can change it. */
export type Owner =
  'account' | 'token' | 'authors' | 'org' | 'network' | 'workflow' | 'reviewer' | 'nobody-yet' | 'nobody';

/** What a link leads to. `read-back`: the page of a report that was read back, which does not say. */
export type PageKind =
  | 'repo'
  | 'files'
  | 'new-token'
  | 'tokens'
  | 'login-settings'
  | 'namespace'
  | 'org-settings'
  | 'org-members'
  | 'actions-secrets'
  | 'dependabot-secrets'
  | 'ci-docs'
  | 'publisher'
  | 'publisher-docs'
  | 'plans'
  | 'status'
  | 'read-back';

/** A page where something can be done. */
export interface Page {
  readonly kind: PageKind;
  readonly url: string;
  /** The form of it that everybody may see, without names of the account's; absent where there is none. */
  readonly publicUrl?: string;
  /** What to call it in a link. */
  readonly label: string;
}

/** The one thing to do, in our own words, with the page where it is done. In JSON `text` is a string, and `page` its `url`. */
export interface Remedy {
  /** Two remedies with the same id are the same thing to do, on different pages perhaps. */
  readonly id: string;
  /** It names no account, token, organization or role, as it is shown where a repository is public. */
  readonly text: Text;
  /** Who can do it, where that is not the usual one for the code. */
  readonly owner?: Owner;
  readonly page?: Page;
}
