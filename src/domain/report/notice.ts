/**
 * Facts that become notices: gathered by `runner/`, judged by `checks/`, put into words by `report/`. A fact has
 * only names (variables, display paths such as `~/.netrc`, clients), never a value and never text of the Hub that
 * is not named so here.
 */
import type { PublisherSettings } from '../machine/publisher';
import type { FollowFacts } from '../inputs/followed';
import type { RateLimit } from '../hub/rate-limit';
import type { DiscoveryGaps } from '../inputs/discovered';
import type { Change } from './lock';
import type { NetworkLook } from '../hub/network';
import type { Operation } from '../hub/operations';
import type { RepoRef } from '../hub/repo';
import type { Because } from '../inputs/requirement';
import type { ConnectionFacts } from './report';

/** Whether another credential is the one that was checked; `unknown` where it could not be read. */
export type Sameness = boolean | 'unknown';

/** What makes a token more than a read-only list needs. */
export type ExcessPower =
  /** A classic token with the role `write`. */
  | 'classic-write'
  /** A fine-grained token with `repo.write` or another writing permission. */
  | 'fine-grained'
  /** An OAuth token, an app or a service account that may write. */
  | 'other';

/** One fact worth telling; `code` is the notice that it becomes. */
export type NoticeFact =
  /** `permissions`: those beyond need of a fine-grained token, `repo.write` and the like. */
  | { readonly code: 'token-overprivileged'; readonly power: ExcessPower; readonly permissions: readonly string[] }
  /** Names as the input spelled them or in lower case; `org:` names are listed apart. The account is in the token's facts. */
  | {
      readonly code: 'account-mismatch';
      readonly expectedAccounts: readonly string[];
      readonly expectedOrgs: readonly string[];
    }
  /** `daysLeft`: whole days, 0 for less than one; negative when the date has passed. */
  | { readonly code: 'token-expiring'; readonly expiresAt: string; readonly daysLeft: number }
  /** An `hf_oauth_` token of a browser login. */
  | { readonly code: 'session-token'; readonly expiresAt?: string }
  /** Outer whitespace was cut from the token. */
  | { readonly code: 'token-whitespace' }
  | { readonly code: 'token-shape-unknown' }
  /** The token came from a variable that still works but is on its way out. */
  /** `isShadowed`: both are set, to two tokens. */
  | {
      readonly code: 'deprecated-variable';
      readonly variable: string;
      readonly replacement: string;
      readonly isShadowed?: true;
    }
  /** Variables that are set under names which current Hub libraries do not read. */
  | {
      readonly code: 'wrong-variable';
      readonly variables: readonly string[];
      readonly same: Sameness;
      /** Other tools that do read one of them. */
      readonly readBy?: readonly string[];
    }
  /** Another source (`HF_TOKEN`, `HUGGING_FACE_HUB_TOKEN`) has a different token; `clients` will use that one. */
  | { readonly code: 'sources-disagree'; readonly other: string; readonly clients: readonly string[] }
  /** Beside `HF_TOKEN`, a framework's own variable has another token; `clients` will use that one. */
  | { readonly code: 'framework-variable-differs'; readonly variable: string; readonly clients: readonly string[] }
  /**
   * There is a credential at `place`, a variable or a file, that `clients` cannot use: it is set and empty, has a line break,
   * or they do not read it. Then `variable` is the one that they read, or `call` what their code has to pass.
   */
  | {
      readonly code: 'tool-without-token';
      readonly why: 'empty' | 'hidden' | 'line-break' | 'not-read';
      readonly place: string;
      readonly clients: readonly string[];
      readonly variable?: string;
      readonly call?: string;
    }
  /** `host`: the machine entry that fits, `huggingface.co` or `default`. `unreadable`: why it could not be read. */
  | {
      readonly code: 'netrc-override';
      readonly file: string;
      readonly host: string;
      readonly clients: readonly string[];
      readonly same: Sameness;
      readonly unreadable?: string;
    }
  /** `source`: `~/.git-credentials`, `http.<url>.extraheader in .git/config`, `the helper "cache"`, `the remote's address`. */
  | {
      readonly code: 'git-credential-differs';
      readonly source: string;
      readonly clients: readonly string[];
      readonly same: false | 'unknown';
    }
  /** A saved login. `unreadable`: our own words for why it could not be read. */
  | {
      readonly code: 'stored-token';
      readonly file: string;
      readonly same: Sameness;
      readonly clients: readonly string[];
      /** Those of `clients` that do not read `HF_TOKEN`, so that the login is sent whether it is set or not. */
      readonly deaf?: readonly string[];
      readonly unreadable?: string;
    }
  /** `others`: tools of the checkout that do not look at the switch. */
  | { readonly code: 'implicit-token-disabled'; readonly variable: string; readonly others?: readonly string[] }
  | { readonly code: 'offline-mode'; readonly variable: string }
  | { readonly code: 'endpoint-empty'; readonly variable: string }
  | { readonly code: 'oidc-precedence'; readonly variable: string }
  /** The exchanged token reaches later steps: as `HF_TOKEN` (`env`), or as the output `token`. `expiresAt`: ISO 8601. */
  | { readonly code: 'token-passed-on'; readonly via: 'env' | 'output'; readonly expiresAt?: string }
  /** The lines write to these repos, spelled with their prefix, by a stored token that the job's identity could replace. */
  | { readonly code: 'publisher-available'; readonly settings: PublisherSettings; readonly repos: readonly RepoRef[] }
  /** `origin`: the endpoint, path included. `variable` names it where it was the environment; absent for one over plain HTTP. */
  | { readonly code: 'endpoint-not-hub'; readonly origin: string; readonly variable?: string }
  /** What stands between the endpoint and us, or can vouch for it. */
  | ({ readonly code: 'proxy-in-use' } & ConnectionFacts)
  | { readonly code: 'rate-limit-low'; readonly window: RateLimit }
  /** Under `on-empty: pass`. */
  | { readonly code: 'nothing-listed' }
  /** `id` is the input's own text. */
  | { readonly code: 'comment-hides-id'; readonly input: string; readonly id: string }
  /** Kernels that may be read, and whose publisher the Hub does not list as trusted. */
  | { readonly code: 'kernel-untrusted'; readonly kernels: readonly RepoRef[] }
  /** The search of the checkout could not tell what some places load. */
  | ({ readonly code: 'discovery-unresolved' } & DiscoveryGaps)
  /** What is listed was followed, and whether it brings more along could not be told. */
  | ({ readonly code: 'follow-unresolved' } & Pick<FollowFacts, 'doubts' | 'isCut'>)
  /** A line of the lock that no longer holds; `more`: of so many others nothing is said. */
  | {
      readonly code: 'access-changed';
      readonly repo: RepoRef;
      readonly operation: Operation;
      readonly because?: Because;
      readonly changes: readonly Change[];
      readonly more?: number;
      /** The path of the lock. */
      readonly file: string;
    }
  /** Hosts that cannot be reached from here. */
  | ({ readonly code: 'network-blocked' } & Pick<NetworkLook, 'asked' | 'blocked'>)
  /** Of the hosts nothing, or not everything, is known; `why` in our own words, to follow a colon. */
  | { readonly code: 'network-unknown'; readonly why: string }
  /** Repos that run code of other repos where it is trusted. */
  | { readonly code: 'remote-code'; readonly uses: FollowFacts['code'] };
