/** The strings of a run as they came, and the plan that they become. */
import type { Operation } from './hub/operations';
import type { Credential, ExpectedAccounts, TokenCandidate } from './inputs/credential';
import type { EndpointChoice, EndpointEnvironment } from './inputs/endpoint';
import type { FollowFacts } from './inputs/followed';
import type { PlanInput } from './inputs';
import type { Keyless } from './inputs/keyless';
import type { Limits } from './inputs/limits';
import type { Lock } from './report/lock';
import type { Listing, ListingFiles } from './inputs/listing';
import type { Policies } from './inputs/policies';
import type { Problem } from './inputs/requirement';
import type { Further } from './inputs/token-for';
import type { Environment } from './basics/environment';

/** Everything a run needs to know, judged and typed. */
export interface Plan extends Listing, ExpectedAccounts, EndpointChoice {
  readonly credential: Credential;
  /** Tokens for some of the lines, and the rules that say which. */
  readonly further?: Further;
  /** The job's identity is exchanged for the credential. */
  readonly keyless?: Keyless;
  readonly policies: Policies;
  readonly limits: Limits;
  readonly operation: Operation;
  /** Where what is listed was followed; what was found is among the requirements. */
  readonly followed?: FollowFacts;
  /** What was so at the last green run, and the file that says so. */
  readonly lock?: Lock;
  readonly lockFile?: string;
}

/** Strings as the edges collect them, none of them judged yet. */
export interface RawPlan extends EndpointEnvironment, ListingFiles {
  /** The file of the input `lock`. */
  readonly lock?: Lock;
  /** Untouched values; absent or blank means not given. */
  readonly inputs: Readonly<Partial<Record<PlanInput, string>>>;
  readonly tokens: readonly TokenCandidate[];
  /** The variables that `token-for` names, as far as they are set. */
  readonly variables?: Environment;
  /** Why the file that `HF_TOKEN_PATH` names gives no token; absent if the variable is not set or the file has one. */
  readonly tokenPath?: string;
  /** Variables with a token under names that the Hub's own libraries do not read. */
  readonly misnamed?: readonly string[];
  /** What the edge found wrong with inputs that only it can judge. */
  readonly problems?: readonly Problem[];
}

/** A plan, or all problems of all inputs, with what their report needs. */
export type PlanResult =
  | { readonly kind: 'plan'; readonly plan: Plan }
  | {
      readonly kind: 'problems';
      readonly problems: readonly Problem[];
      readonly policies: Policies;
      readonly endpoint: string;
    };

/** Whether nothing is asked, as there is no token: by policy, or because these lines are that token's. */
export function asksNothing({ credential, policies }: Plan): boolean {
  return credential.kind === 'missing' && (policies.onMissingToken === 'skip' || credential.variable !== undefined);
}
