/**
 * Every operation that a line may ask for, as a table: how it is asked and decided, and what it needs of token and
 * account. A new operation is a row here; only a new way to decide one is code (`checks/access`).
 */
import type { OrgRole } from './principal';

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
  | 'read-probe-and-grant';

/** What a role in the repo's organization is worth. */
export type RoleRight =
  | 'yes'
  /** Where the organization has resource groups, the role in the repo's group counts, which no route reveals. */
  | 'unless-in-group'
  /** Yes, and afterwards the account may write only to what it created itself. */
  | 'as-creator'
  /** Only on repos that the account created itself, which no route reveals. */
  | 'on-own-repos'
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
  /** The permission can also be given for all of the Hub. */
  readonly global?: true;
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
  readonly decidedBy: DecidedBy;
  readonly right: Right;
  /** The role in the repo's organization; absent where whoever can read may do it. */
  readonly roles?: Readonly<Record<Exclude<OrgRole, 'other'>, RoleRight>>;
  /** The role to ask an admin for. */
  readonly leastRole: string;
  /** Only the account itself and members of the organization: a repo of another namespace is out of reach. */
  readonly membersOnly: boolean;
  /** It changes something on the Hub: more than a read-only token can do (`least-privilege`). */
  readonly writes: boolean;
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

const TABLE = {
  read: {
    attempt: 'Reading',
    anonymous: true,
    decidedBy: 'read-probe',
    right: { permission: 'repo.content.read', scopes: [] },
    roles: { admin: 'yes', write: 'yes', contributor: 'yes', read: 'yes', no_access: 'no' },
    leastRole: 'read',
    membersOnly: false,
    writes: false,
    revision: 'checked',
    bareNameIsOwn: false,
    form: { namespace: ['repo.content.read'], elsewhere: ['canReadGatedRepos=true'] },
  },
  write: {
    attempt: 'Writing to',
    anonymous: false,
    decidedBy: 'write-probe-or-grant',
    right: {
      permission: 'repo.write',
      // Fine-grained and service tokens, Hub changelog of 2026-10-12.
      partialPermission: 'repo.contribute.write',
      scopes: ['write-repos', 'manage-repos'],
      partialScope: 'contribute-repos',
    },
    roles: { admin: 'yes', write: 'unless-in-group', contributor: 'on-own-repos', read: 'no', no_access: 'no' },
    leastRole: 'write',
    membersOnly: true,
    writes: true,
    // It may not exist yet, and no probe sees branches.
    revision: 'ignored',
    bareNameIsOwn: false,
    form: { namespace: ['repo.content.read', 'repo.write'], elsewhere: [] },
  },
  create: {
    attempt: 'Creating',
    anonymous: false,
    decidedBy: 'grant-if-missing',
    right: {
      permission: 'repo.write',
      creatorPermission: 'repo.contribute.write',
      wholeNamespace: true,
      scopes: ['contribute-repos', 'manage-repos'],
      beyondPublisher: true,
    },
    roles: { admin: 'yes', write: 'yes', contributor: 'as-creator', read: 'no', no_access: 'no' },
    leastRole: 'contributor or write',
    membersOnly: true,
    writes: true,
    revision: 'refused',
    bareNameIsOwn: true,
    form: { namespace: ['repo.content.read', 'repo.write'], elsewhere: [] },
  },
  'pull-request': {
    attempt: 'Opening a pull request on',
    anonymous: false,
    decidedBy: 'read-probe-and-grant',
    right: { permission: 'discussion.write', global: true, scopes: ['write-discussions'], beyondPublisher: true },
    leastRole: 'read',
    membersOnly: false,
    writes: true,
    revision: 'refused',
    bareNameIsOwn: false,
    form: {
      namespace: ['repo.content.read', 'discussion.write'],
      elsewhere: ['canReadGatedRepos=true', 'globalPermissions=discussion.write'],
    },
  },
} as const satisfies Record<string, OperationRow>;

/** What the job is about to do with a repo. */
export type Operation = keyof typeof TABLE;
export const OPERATIONS: Readonly<Record<Operation, OperationRow>> = TABLE;
/** Every operation, the default of the input `operation` first. */
export const OPERATION_NAMES = Object.keys(TABLE) as [Operation, ...Operation[]];
