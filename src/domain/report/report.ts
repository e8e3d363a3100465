/** The JSON report, in which everything that a run found comes together. Its shape is `report-schema.ts`. */
import type { InferInput, InferOutput } from 'valibot';
import type { Outcome } from '../hub/codes';
import type { Remedy } from './remedy';
import type { REPORT } from './report-schema';

type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Name in keyof T]: DeepReadonly<T[Name]> }
    : T;

/** The report as it is in JSON: every text of ours a string, every remedy with the address of its page. */
export type ReportJson = DeepReadonly<InferInput<typeof REPORT>>;

/** Deeply read-only, and every `remedy` with all that the program knows of it. */
type Held<T> = T extends readonly (infer Item)[]
  ? readonly Held<Item>[]
  : T extends object
    ? { readonly [Name in keyof T]: Name extends 'remedy' ? Remedy : Held<T[Name]> }
    : T;

/**
 * The report, `hf-auth-preflight/report/v1`, with every message in its parts. Additive changes keep v1; readers ignore
 * what they do not know.
 */
export type Report = Held<InferOutput<typeof REPORT>> & {
  /** Where the repos' pages are, as `pagesAt` gives them: for links, and not in JSON. */
  readonly pages?: string;
  /** Where this version's documentation is, as `CiContext` gives it: for links, and not in JSON. */
  readonly docs?: string;
};

/** One check of the report. Every `denied` has a remedy. */
export type Check = Report['checks'][number];

/** What is known of the token under test. */
export type TokenFacts = Report['token'];
/** A token of `token-for`. */
export type FurtherFacts = NonNullable<Report['tokens']>[number];
/** What is known of a token, and the variable of `token-for` that it came from. */
export type KnownToken = TokenFacts & { readonly variable?: string };
/** What came of the token: `unverified` where nobody said whether it is good. */
export type TokenState = TokenFacts['state'];
/** Why there is no token, from the event and the environment. */
export type MissingReason = NonNullable<TokenFacts['reason']>;

/** Which credential a tool on this runner will send, and whether it is the one that was checked. */
export type RunnerFinding = Report['runner'][number];

/** Something worth knowing that is no verdict about a repo. */
export type Notice = Report['notices'][number];

/** Who else takes part in the connection to the endpoint. */
export type ConnectionFacts = NonNullable<Report['connection']>;

/** The identity that an exchange was refused with. */
export type ExchangeFacts = NonNullable<Report['exchange']>;

/** The GitHub run that this belongs to. */
export type RunFacts = NonNullable<Report['run']>;

/** Which part of a list this is a report on. */
export type ReportShard = NonNullable<Report['shard']>;

/** The parts that a report was merged from. */
export type MergedShards = NonNullable<Report['shards']>;

/** How many checks came to each outcome. */
export type Counts = Report['counts'];

/** How many there are of each outcome. */
export function countOutcomes(outcomes: readonly Outcome[]): Counts {
  const counts = { allowed: 0, denied: 0, unknown: 0, skipped: 0 };
  for (const outcome of outcomes) counts[outcome] += 1;
  return counts;
}

/** Whether there is a token that the Hub does not take, or would not. */
export function isBadToken({ state }: Pick<TokenFacts, 'state'>): boolean {
  return state === 'invalid' || state === 'expired' || state === 'malformed';
}
