/** Every notice that a report can hold, as a table: what follows from one is a column here. */
import type { BlockReason } from '../inputs/policies';

/** Policies that a notice can break. */
export const NOTICE_POLICIES = ['least-privilege', 'check-runner', 'network'] as const satisfies readonly BlockReason[];
export type NoticePolicy = (typeof NOTICE_POLICIES)[number];
/** The reasons for which a notice can block a run. */
export type NoticeReason = NoticePolicy | Extract<BlockReason, 'account-mismatch' | 'unknown'>;

/** What follows from a notice; what is absent does not hold. */
export interface NoticeRow {
  /** The reason for which it blocks a run where a policy, or nothing else, makes it an error; absent: it never is one. */
  readonly blocks?: NoticeReason;
  /** Worth knowing, but nothing that breaks a job by itself: it is no warning. */
  readonly quiet?: true;
  /** It is about the job, and told once whatever the number of tokens. */
  readonly once?: true;
  /** It asks for another token of the same account, which is void where another account's is meant. */
  readonly sameAccount?: true;
}

/** Notice → row, in the order in which the pages list them. */
const TABLE = {
  'token-overprivileged': { blocks: 'least-privilege', sameAccount: true },
  'account-mismatch': { blocks: 'account-mismatch' },
  'token-expiring': { sameAccount: true },
  'session-token': { sameAccount: true },
  'token-whitespace': {},
  'token-shape-unknown': { quiet: true },
  'deprecated-variable': { quiet: true },
  'wrong-variable': { blocks: 'check-runner' },
  'sources-disagree': { blocks: 'check-runner' },
  'framework-variable-differs': { blocks: 'check-runner' },
  'tool-without-token': {},
  'netrc-override': { blocks: 'check-runner' },
  'git-credential-differs': { blocks: 'check-runner' },
  'stored-token': { blocks: 'check-runner' },
  'implicit-token-disabled': {},
  'offline-mode': {},
  'endpoint-empty': {},
  'oidc-precedence': { blocks: 'check-runner' },
  'token-passed-on': { quiet: true },
  'publisher-available': { quiet: true, once: true },
  'endpoint-not-hub': { quiet: true },
  'proxy-in-use': { quiet: true },
  'rate-limit-low': { quiet: true },
  'nothing-listed': { quiet: true },
  'comment-hides-id': {},
  'kernel-untrusted': { quiet: true },
  'discovery-unresolved': { quiet: true },
  'follow-unresolved': { quiet: true },
  'remote-code': { quiet: true },
  'access-changed': {},
  'network-blocked': { blocks: 'network' },
  'network-unknown': {},
  'shard-missing': { blocks: 'unknown' },
} as const satisfies Record<string, NoticeRow>;

export type NoticeCode = keyof typeof TABLE;
export const NOTICES: Readonly<Record<NoticeCode, NoticeRow>> = TABLE;
/** Every notice, in the order of the pages. */
export const NOTICE_CODES = Object.keys(TABLE) as readonly NoticeCode[];

/** Whether a word is the name of a notice. */
export function isNotice(word: string): word is NoticeCode {
  return Object.hasOwn(NOTICES, word);
}
