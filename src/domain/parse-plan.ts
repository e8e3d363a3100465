/** Raw strings → {@link Plan}, or every problem of every input at once. */
import { CHANNEL_INPUTS } from './inputs/channels';
import {
  chooseCredential,
  handedSecrets,
  isAnyGiven,
  readExpectedAccounts,
  type Credential,
} from './inputs/credential';
import { DEFAULT_ENDPOINT, readEndpoint, takesHubTokens } from './inputs/endpoint';
import { INPUTS, PLAN_INPUTS } from './inputs';
import { InputReader } from './inputs/input-reader';
import { readKeyless } from './inputs/keyless';
import { LIMIT_INPUTS, limitsOf } from './inputs/limits';
import { readListing } from './inputs/listing';
import type { PlanResult, RawPlan } from './plan';
import { POLICY_INPUTS, policiesOf } from './inputs/policies';
import { present } from './basics/present';
import type { Problem } from './inputs/requirement';
import { lockWriting } from './inputs/lock-file';
import { furtherOf, readFurther } from './inputs/token-for';
import { createGuard, type Guard } from './text/redact';

/**
 * Judges every input; a plan comes out only when nothing at all is wrong. Never throws.
 *
 * @param guard knows what is secret: the tokens of `raw` at least, which are all that it knows by default
 */
export function parsePlan(raw: RawPlan, guard = guardOf(raw)): PlanResult {
  const { redact, holdsSecret } = guard;
  const reader = new InputReader(raw.inputs, redact);
  const policies = policiesOf(reader.values(POLICY_INPUTS));
  const keyless = readKeyless(reader, raw.tokens);
  const { variables = {} } = raw;
  const { rules, ...named } = readFurther(reader, variables, holdsSecret);
  const withToken = keyless !== undefined || isAnyGiven(raw.tokens) || named.isAnyGiven;
  const { endpoint: address, ...origin } = readEndpoint(reader, raw, { withToken });
  const endpoint = holdsSecret(address) ? DEFAULT_ENDPOINT : address;
  if (endpoint !== address) reader.refuse('endpoint', HOLDS_TOKEN);
  for (const name of SHOWN) if (holdsSecret(reader.text(name))) reader.refuse(name, HOLDS_TOKEN);
  const takesHub = takesHubTokens(endpoint);
  const credential = credentialOf(raw, { isKeyless: keyless !== undefined, takesHub });
  const further = furtherOf(rules, variables, takesHub);
  const { problems: badLines, ...listing } = readListing(reader, raw, { endpoint, redact, holdsSecret });
  const accounts = readExpectedAccounts(reader);
  const limits = limitsOf(reader.values(LIMIT_INPUTS));
  // The edge reads where the report goes by itself, as it has to know that of bad input too.
  reader.values(CHANNEL_INPUTS);
  const { lock } = raw;
  if (lock !== undefined && lock.endpoint !== endpoint)
    reader.refuse('lock', otherEndpoint(reader.text('lock').trim()), lock.endpoint);
  const problems = worthSaying([...reader.problems, ...named.problems, ...badLines, ...(raw.problems ?? [])]);
  if (problems.length > 0) return { kind: 'problems', problems, policies, endpoint };
  return {
    kind: 'plan',
    plan: {
      ...listing,
      endpoint,
      ...origin,
      credential,
      ...present({ keyless, further, lock, lockFile: lock && reader.text('lock').trim() }),
      policies,
      limits,
      ...accounts,
    },
  };
}

/** A stored token is not looked at in a keyless run, whose own comes from the exchange. */
function credentialOf(
  { tokens, tokenPath, misnamed }: RawPlan,
  { isKeyless, takesHub }: { readonly isKeyless: boolean; readonly takesHub: boolean },
): Credential {
  if (isKeyless) return { kind: 'missing', empty: false };
  const chosen = chooseCredential(tokens, takesHub);
  return chosen.kind === 'missing' ? { ...chosen, ...present({ tokenPath, misnamed }) } : chosen;
}

const ELSEWHERE = ['endpoint', 'report-path'];
/** Inputs of free text, which logs, outputs and pages show as they are. Those of lines, the endpoint and the report's path are judged elsewhere. */
const SHOWN = PLAN_INPUTS.filter((name) => INPUTS[name].type.kind === 'text' && !ELSEWHERE.includes(name));

const otherEndpoint = (path: string) => `it was written for another endpoint; make it with: ${lockWriting(path)}`;

/** The rule of an input that would show a secret. */
export const HOLDS_TOKEN = 'contains what looks like a token; it is shown, so never put a token there';

function guardOf({ tokens }: RawPlan): Guard {
  return createGuard(handedSecrets(tokens.map((token) => token.raw)));
}

/** Where a list could not be read at all, it is no news that nothing is listed. */
function worthSaying(problems: readonly Problem[]): readonly Problem[] {
  const isLost = problems.some(({ input }) => LISTS_OF_FILES.includes(input));
  return isLost ? problems.filter(({ input }) => input !== 'on-empty') : problems;
}

const LISTS_OF_FILES: readonly string[] = ['discover', '--list'];
