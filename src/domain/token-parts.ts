/** A plan with several tokens as one plan for each of them: what a token is asked about, and what it needs, is its own lines. */
import type { Plan } from './plan';
import { present } from './basics/present';
import type { Requirement } from './inputs/requirement';
import { tokenOf, type FurtherToken } from './inputs/token-for';

/** The part of a run that one token answers. */
export interface TokenPart {
  /** With the token as its credential, and with its own lines only. */
  readonly plan: Plan;
  /** The place in the whole list of each of its lines. */
  readonly places: readonly number[];
  /** The further tokens that it is; none for what only `token` is. */
  readonly tokens: readonly FurtherToken[];
}

/** The parts, that of `token` first. The same token from two variables is one part. */
export function partsOf(plan: Plan): [TokenPart, ...TokenPart[]] {
  const { requirements, further } = plan;
  const all = requirements.map((_, place) => place);
  if (further === undefined) return [{ plan, places: all, tokens: [] }];
  const { tokens } = further;
  const owners = tokens.map((token) => ownerOf(token, plan, tokens));
  const ownerOfLine = (line: Requirement) => {
    const at = tokenOf(further, line);
    return at === undefined ? undefined : owners[at];
  };
  const part = (owner: FurtherToken | undefined): TokenPart => {
    const isOwn = (line: Requirement) => ownerOfLine(line) === owner;
    const shard = plan.shard && { ...plan.shard, listed: plan.shard.listed.filter(isOwn) };
    const lines = { requirements: requirements.filter(isOwn), ...present({ shard }) };
    const isFirst = owner === undefined;
    return {
      plan: { ...plan, ...lines, ...(isFirst ? {} : { ...NOBODY_EXPECTED, credential: owner.credential }) },
      places: all.filter((place) => requirements.slice(place, place + 1).some(isOwn)),
      tokens: tokens.filter((_, at) => owners[at] === owner),
    };
  };
  const others = [...new Set(owners)].flatMap((owner) => owner ?? []);
  return [part(undefined), ...others.map(part)];
}

/** Whose it must be is said of `token`. */
const NOBODY_EXPECTED = { expectedAccounts: [], expectedOrgs: [] } as const;

/** The first token that is the same one; `undefined` is `token` itself. */
function ownerOf(token: FurtherToken, { credential }: Plan, tokens: readonly FurtherToken[]): FurtherToken | undefined {
  const own = token.credential;
  if (own.kind !== 'given') return token;
  if (credential.kind === 'given' && credential.secret.equals(own.secret)) return undefined;
  return tokens.find(({ credential: other }) => other.kind === 'given' && other.secret.equals(own.secret));
}
