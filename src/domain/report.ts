/** The JSON report, `hf-auth-preflight/report/v1`, in which everything that a run found comes together. */
import type { Operation } from './operations';
import type { TokenRole, TokenType } from './principal';
import type { RateLimit } from './rate-limit';
import type { RecordedReply } from './reply';
import type { NoticeCode } from './notices';
import type { BlockReason, Policies } from './policies';
import type { Remedy } from './remedy';
import type { RepoRef } from './repo';
import type { Place, Problem } from './requirement';
import type { Shard } from './shard';
import type { Text } from './text/parts';
import type { Code, Outcome } from './codes';

/** One check of the report. */
export interface Check {
  readonly repo: RepoRef;
  readonly operation: Operation;
  readonly outcome: Outcome;
  readonly code: Code;
  readonly certainty: 'confirmed' | 'inferred';
  /** What was attempted, on what, and what came back. A string in JSON, as in every message here. */
  readonly message: Text;
  /** Present on every `denied`. */
  readonly remedy?: Remedy;
  readonly withoutToken?: 'allowed' | 'denied' | 'unknown';
  readonly movedTo?: string;
  /** Every place that listed it. */
  readonly sources: readonly Place[];
  readonly evidence: readonly RecordedReply[];
}

export type TokenState = 'valid' | 'invalid' | 'expired' | 'malformed' | 'missing' | 'unverified';

/** Why no token is there, from the event and the environment. */
export type MissingReason = 'fork' | 'dependabot' | 'empty' | 'not-forwarded' | 'unset';

/** Whether there is a token that the Hub does not take, or would not. */
export function isBadToken({ state }: Pick<TokenFacts, 'state'>): boolean {
  return state === 'invalid' || state === 'expired' || state === 'malformed';
}

/** What is known of the token under test. */
export interface TokenFacts {
  readonly state: TokenState;
  readonly reason?: MissingReason;
  readonly source?: string;
  readonly type?: TokenType;
  readonly role?: TokenRole;
  readonly name?: string;
  readonly account?: string;
  readonly accountType?: string;
  readonly expiresAt?: string;
  /** What is wrong with the token as a whole, in our own words; absent where nothing is. */
  readonly message?: Text;
  readonly remedy?: Remedy;
}

/** Which credential a tool on this runner will send, and whether it is the one that was checked. */
export interface RunnerFinding {
  /** The tool: `huggingface_hub<1.0`, `huggingface_hub`, `hf`, `@huggingface/hub`, `transformers.js`, `hf-hub (Rust)`, `git`, `git-lfs`, `curl`. */
  readonly client: string;
  /** Where its credential comes from, as a name and never a value: `HF_TOKEN`, `~/.netrc`, `none`. */
  readonly source: string;
  readonly sameAsChecked: boolean | 'unknown';
  readonly note?: string;
}

/** Something worth knowing that is no verdict about a repo. */
export interface Notice {
  readonly code: NoticeCode;
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: Text;
  readonly remedy?: Remedy;
}

/** The first that holds is the result of a run, and of several. */
export const RESULTS = ['invalid', 'fail', 'unknown', 'skipped', 'pass'] as const;
export type RunResult = (typeof RESULTS)[number];

/** How many checks came to each outcome. */
export type Counts = Readonly<Record<Outcome, number>>;

/** How many there are of each outcome. */
export function countOutcomes(outcomes: readonly Outcome[]): Counts {
  const counts = { allowed: 0, denied: 0, unknown: 0, skipped: 0 };
  for (const outcome of outcomes) counts[outcome] += 1;
  return counts;
}

/** The GitHub run that this belongs to; absent elsewhere. */
export interface RunFacts {
  readonly repository: string;
  readonly runId: string;
  readonly attempt: string;
  readonly event: string;
  readonly job: string;
}

/** Which part of a list this is a report on. `listed`: how many checks the whole list makes; `digest` tells lists apart. */
export interface ReportShard extends Shard {
  readonly listed: number;
  readonly digest: string;
}

/** The parts that a report was merged from. */
export interface MergedShards {
  readonly of: number;
  /** How many checks the whole list makes. */
  readonly listed: number;
  /** The shards that left no report, from 1. */
  readonly missing: readonly number[];
}

/** The report, `hf-auth-preflight/report/v1`. Additive changes keep v1; readers ignore what they do not know. */
export interface Report {
  readonly schema: 'hf-auth-preflight/report/v1';
  readonly tool: { readonly version: string };
  readonly run?: RunFacts;
  /** Of a run that took one part of its list. */
  readonly shard?: ReportShard;
  /** Of a report that was merged from such runs. */
  readonly shards?: MergedShards;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly elapsedMs: number;
  readonly result: RunResult;
  readonly blocked: boolean;
  readonly blockedBy: readonly BlockReason[];
  readonly policies: Policies;
  /** The origin that was asked. */
  readonly endpoint: string;
  readonly counts: Counts;
  readonly token: TokenFacts;
  readonly checks: readonly Check[];
  readonly runner: readonly RunnerFinding[];
  readonly notices: readonly Notice[];
  readonly rateLimit?: RateLimit;
  /** With the result `invalid`: what is wrong with the input. */
  readonly problems?: readonly Problem[];
}
