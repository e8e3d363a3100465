/**
 * Every operation that a line may ask for, as a table: how it is asked and decided, and what it needs of token and
 * account. A new operation is a row here; only a new way to decide one is code (`checks/access`).
 */
import type { OperationRow } from './operation-row';

export type { DecidedBy, OperationRow, Right, RoleRight } from './operation-row';

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
    right: {
      permission: 'discussion.write',
      global: 'everywhere',
      scopes: ['write-discussions'],
      beyondPublisher: true,
    },
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
  run: {
    attempt: 'Running',
    anonymous: false,
    decidedBy: 'own-probe',
    probe: 'write',
    right: { permission: 'job.write', scopes: ['jobs'], beyondPublisher: true },
    leastRole: 'write',
    membersOnly: true,
    writes: true,
    costs: true,
    revision: 'refused',
    bareNameIsOwn: false,
    form: { namespace: ['job.write'], elsewhere: [] },
  },
  infer: {
    attempt: 'Calling',
    anonymous: false,
    decidedBy: 'grant',
    right: {
      permission: 'inference.serverless.write',
      // Tokens of 2024 have it outside their namespaces.
      global: 'own-account',
      // ASSUMPTION(providers-read-token): "… or doing inference" (Hub documentation, `security-tokens.md`, of the role `read`).
      anyRole: true,
      scopes: ['inference-api'],
      beyondPublisher: true,
    },
    // Requests can be billed to an organization that the user is a member of (types of `@huggingface/inference`, `billTo`).
    roles: { admin: 'yes', write: 'yes', contributor: 'yes', read: 'yes', no_access: 'cannot-tell' },
    leastRole: 'read',
    membersOnly: true,
    writes: false,
    costs: true,
    revision: 'refused',
    bareNameIsOwn: true,
    form: { namespace: ['inference.serverless.write'], elsewhere: [] },
  },
} as const satisfies Record<string, OperationRow>;

/** What the job is about to do. */
export type Operation = keyof typeof TABLE;
export const OPERATIONS: Readonly<Record<Operation, OperationRow>> = TABLE;
/** Every operation, the default of the input `operation` first. */
export const OPERATION_NAMES = Object.keys(TABLE) as [Operation, ...Operation[]];
