/** The strings of a run as they came, and the plan that they become. */
import type { Operation, Problem, Requirement } from './requirement';
import type { Secret } from './text/secret';
import type { Shard } from './shard';
import type { TokenClaims, TokenDefect, TokenFamily } from './token';

/** What a broken policy does. */
export type Level = 'warn' | 'fail' | 'off';

/** The policies of a run, as the report repeats them. */
export interface Policies {
  readonly onMissingToken: 'auto' | 'fail' | 'anonymous' | 'skip';
  readonly onDenied: 'fail' | 'warn';
  readonly onUnknown: 'fail' | 'warn';
  readonly leastPrivilege: Level;
  readonly checkRunner: Level;
}

/** The words of each policy, its default first. */
export const POLICY_WORDS = {
  onMissingToken: ['auto', 'fail', 'anonymous', 'skip'],
  onDenied: ['fail', 'warn'],
  onUnknown: ['fail', 'warn'],
  leastPrivilege: ['warn', 'fail', 'off'],
  checkRunner: ['warn', 'fail', 'off'],
} as const satisfies { readonly [Name in keyof Policies]: readonly Policies[Name][] };

/** The policies of a run that was given none. */
export const DEFAULT_POLICIES: Policies = {
  onMissingToken: POLICY_WORDS.onMissingToken[0],
  onDenied: POLICY_WORDS.onDenied[0],
  onUnknown: POLICY_WORDS.onUnknown[0],
  leastPrivilege: POLICY_WORDS.leastPrivilege[0],
  checkRunner: POLICY_WORDS.checkRunner[0],
};

/** Where the token under test may come from. */
export const TOKEN_SOURCES = ['input', 'HF_TOKEN', 'HUGGING_FACE_HUB_TOKEN', 'stdin', 'saved-login'] as const;
export type TokenSource = (typeof TOKEN_SOURCES)[number];

/** The credential under test and where it came from. */
export type Credential =
  | {
      readonly kind: 'given';
      readonly source: TokenSource;
      readonly secret: Secret;
      readonly family: TokenFamily;
      readonly trimmed: boolean;
      readonly claims?: TokenClaims;
    }
  | { readonly kind: 'malformed'; readonly source: TokenSource; readonly secret: Secret; readonly defect: TokenDefect }
  /** `empty`: a variable is set and blank. */
  | { readonly kind: 'missing'; readonly empty: boolean };

/** One place a token may come from; the first that is not blank wins. `raw` is `undefined` where it is not set at all. */
export interface TokenCandidate {
  readonly source: TokenSource;
  readonly raw: string | undefined;
}

/** Limits of a run, each in the unit of its name. */
export interface Limits {
  readonly timeoutMs: number;
  readonly retries: number;
  /** Requests in flight where each has a connection of its own (HTTP/1.1). */
  readonly concurrency: number;
  /** Requests in flight where they share one connection (HTTP/2). */
  readonly streams: number;
  readonly deadlineMs: number;
  readonly waitForAccessMs: number;
  readonly expiresWithinDays: number;
}

/** Where a report goes beside the log, the outputs and its file, as GitHub knows such places. */
export interface Channels {
  readonly summary: 'always' | 'on-problem' | 'never';
  readonly checkRun: boolean;
  readonly comment: boolean;
  /** Tells apart several preflights on one commit; empty where none was given. */
  readonly key: string;
}

/** Everything a run needs to know, judged and typed. */
export interface Plan {
  /** What this run asks about. */
  readonly requirements: readonly Requirement[];
  /** Where the run takes a part of the list: which one, and everything that the whole list asks. */
  readonly shard?: Shard & { readonly listed: readonly Requirement[] };
  /** The origin to ask, such as `https://huggingface.co`. */
  readonly endpoint: string;
  readonly credential: Credential;
  readonly policies: Policies;
  readonly limits: Limits;
  readonly operation: Operation;
  /** Lower-case names of which the token's account must be one; empty when anyone will do. */
  readonly expectedAccounts: readonly string[];
  /** Lower-case organizations of which the account must be a member, as alternatives to the above. */
  readonly expectedOrgs: readonly string[];
  readonly channels: Channels;
}

/** Everything that is listed, in whichever shard it is asked: what a token needs does not depend on how a list is split. */
export function listedIn({ requirements, shard }: Pick<Plan, 'requirements' | 'shard'>): readonly Requirement[] {
  return shard?.listed ?? requirements;
}

/**
 * The names of the inputs that a plan is made of; `token` and `github-token` never pass through here, and `report-path`
 * is judged by the room that knows the files.
 */
export const PLAN_INPUTS = [
  'models',
  'datasets',
  'spaces',
  'list',
  'shard',
  'operation',
  'endpoint',
  'expected-account',
  'least-privilege',
  'check-runner',
  'on-missing-token',
  'on-denied',
  'on-unknown',
  'wait-for-access',
  'expires-within',
  'summary',
  'report-path',
  'check-run',
  'comment',
  'key',
  'timeout',
  'retries',
  'concurrency',
  'deadline',
] as const;
export type PlanInput = (typeof PLAN_INPUTS)[number];

/** Strings as the edges collect them, none of them judged yet. */
export interface RawPlan {
  /** Untouched values; absent or blank means not given. */
  readonly inputs: Readonly<Partial<Record<PlanInput, string>>>;
  /** What the file of `list` holds, or why it cannot be read (our own words). */
  readonly listFile?: { readonly text: string } | { readonly unreadable: string };
  readonly tokens: readonly TokenCandidate[];
  /** The environment's `HF_ENDPOINT`, if any. */
  readonly hfEndpoint?: string;
  /** On the command line `HF_ENDPOINT` is the user's own word and becomes the default of `endpoint`. */
  readonly trustHfEndpoint: boolean;
  /** `NODE_TLS_REJECT_UNAUTHORIZED=0`: certificates are not checked, so no token may be sent. */
  readonly certificateChecksOff: boolean;
}

export type PlanResult =
  | { readonly kind: 'plan'; readonly plan: Plan }
  | {
      readonly kind: 'problems';
      readonly problems: readonly Problem[];
      readonly policies: Policies;
      readonly endpoint: string;
      readonly channels: Channels;
    };
