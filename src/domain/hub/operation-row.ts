/** What follows from an operation: the columns of the table in `operations.ts`. */
import type { OrgRole } from './principal';

/**
 * `read`: `…/auth-check`; while its window of the rate limit is spent, the Hub's handing out a file is as good a yes.
 * `write`: `…/auth-check/write`. `infer`: the same of an inference endpoint. Kinds without `auth-check` have repo info for
 * `read`. `exists`: repo info, which answers everybody on gated repos too and so proves
 * existence alone. `revision`: `…/revision/{rev}`, not gated. `file`: HEAD on `.gitattributes`, which the gate
 * guards, for endpoints without `auth-check`. `info`: the whole of repo info, for endpoints without that file too: it
 * names files that are there. `about`: what repo info says of the listed revision, and `content`: a small file of it; no verdict
 * rests on these two.
 */
export type ProbeKind = 'read' | 'write' | 'infer' | 'exists' | 'revision' | 'file' | 'info' | 'about' | 'content';

/**
 * Who decides, and so which probe comes first. The Hub's own answer always comes first; what the token says of itself
 * (its grant) fills the gaps.
 */
export type DecidedBy =
  /** The read probe; where the endpoint has none, what guards the files. */
  | 'read-probe'
  /** The write probe; where the endpoint has none, the grant, on a repo that the token can see. */
  | 'write-probe-or-grant'
  /** The write probe where the repo is there; the grant where it is not, as nothing on the Hub has a dry run. */
  | 'grant-if-missing'
  /** Both: the read probe must say yes, and then the grant decides, as no probe asks for this right. */
  | 'read-probe-and-grant'
  /** The kind's own route for this very right (`OperationRow.probe`). */
  | 'own-probe'
  /** The grant: nothing on the Hub can be asked. */
  | 'grant';

/** What a role in the repo's organization is worth. */
export type RoleRight =
  | 'yes'
  /** Where the organization has resource groups, the role in the repo's group counts, which no route reveals. */
  | 'unless-in-group'
  /** Yes, and afterwards the account may write only to what it created itself. */
  | 'as-creator'
  /** Only on repos that the account created itself, which no route reveals. */
  | 'on-own-repos'
  /** Nothing says so. */
  | 'cannot-tell'
  /** Not by this role; a role in a resource group can still lift it. */
  | 'no';

/** What a token needs, in the words of whoami and of OAuth. */
export interface Right {
  /** The permission of a fine-grained token. */
  readonly permission: string;
  /** A permission that is enough as well, and leaves the token with what it creates itself. */
  readonly creatorPermission?: string;
  /** A permission that is enough on what the token created itself, which no route reveals. */
  readonly partialPermission?: string;
  /** Only a permission for the whole namespace counts, as the repo is not there yet. */
  readonly wholeNamespace?: true;
  /** The permission can also be given outside the namespaces: for all of the Hub, or for what the account itself pays. */
  readonly global?: 'everywhere' | 'own-account';
  /** Every token of the account is enough, one with the role `read` too. */
  readonly anyRole?: true;
  /** OAuth scopes of which one is enough (Hub documentation, `oauth.md`); empty where none is known. */
  readonly scopes: readonly string[];
  /** An OAuth scope that is enough on some repos; no route reveals which. */
  readonly partialScope?: string;
  /** Out of reach for a Trusted Publisher's token, which covers the content of one repo. */
  readonly beyondPublisher?: true;
}

/** What follows from an operation. */
export interface OperationRow {
  /** The start of a sentence, before the repo. */
  readonly attempt: string;
  /** It needs no token if the repo is public, so it is asked anonymously too. */
  readonly anonymous: boolean;
  /** Who says whether it may be done. */
  readonly decidedBy: DecidedBy;
  /** `own-probe`: which one. */
  readonly probe?: ProbeKind;
  /** What the token has to have for it. */
  readonly right: Right;
  /** The role in the repo's organization; absent where whoever can read may do it. */
  readonly roles?: Readonly<Record<Exclude<OrgRole, 'other'>, RoleRight>>;
  /** The role to ask an admin for. */
  readonly leastRole: string;
  /** Only the account itself and members of the organization: a repo of another namespace is out of reach. */
  readonly membersOnly: boolean;
  /** It changes something on the Hub: more than a read-only token can do (`least-privilege`). */
  readonly writes: boolean;
  /** Whoever pays for the namespace needs credit or a plan, which no dry run sees. */
  readonly costs?: boolean;
  /** A revision on the line is looked at, is kept only to say that it was not looked at, or is a fault of the line. */
  readonly revision: 'checked' | 'ignored' | 'refused';
  /** A name without namespace is one of the account's own, as it is for `create_repo`; whoami names the account. */
  readonly bareNameIsOwn: boolean;
  /**
   * The boxes of the Hub's form for a new token: permissions for the repo's namespace where the form knows it, else
   * whole parameters.
   */
  readonly form: { readonly namespace: readonly string[]; readonly elsewhere: readonly string[] };
}
