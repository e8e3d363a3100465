/**
 * The states that the real clients are put into: every two values that occur together, every outcome that an operation
 * has for a kind of token, a relation, a policy and a kind of repo, and some in which a client is known to differ.
 */
import { ENDPOINTS, type TokenKind } from '../../proofs/dimensions';
import { expectationOf } from '../../proofs/oracle';
import { allStates, sampleOf, type State } from '../../proofs/states';
import { DIFFERENCES } from './reasons';

/** The states, in a fixed order, and how many combinations of values they were chosen to cover. */
export interface Sample {
  readonly states: readonly State[];
  readonly pairs: number;
  readonly outcomes: number;
}

export function chooseStates(): Sample {
  const all = allStates().filter(({ endpoint }) => endpoint === 'hub' || endpoint === 'mirror');
  const numbers = new Map<string, number>();
  const pairs = cover(all, (state) => pairsOf(state, numbers));
  const outcomeOf = (state: State): string => expectationOf(state).outcome;
  const outcomesOf = (state: State): number[] => withOutcome(state, outcomeOf(state), numbers);
  // One state in seven is enough to meet every combination with an outcome, and an oracle takes its time.
  const outcomes = cover(sampleOf(all, 7, 3), outcomesOf, [...pairs.chosen].flatMap(outcomesOf));
  const differing = DIFFERENCES.flatMap(({ among }) => all.filter(among).slice(0, 4));
  const chosen = new Set([...pairs.chosen, ...outcomes.chosen, ...differing]);
  return {
    states: all.filter((state) => chosen.has(state)),
    pairs: pairs.combinations,
    outcomes: outcomes.combinations,
  };
}

/** Of every other kind of endpoint so many states, far apart; two of three are reading, which such endpoints are for. */
export function statesElsewhere(ofEach: number): State[] {
  const all = allStates();
  return ELSEWHERE.flatMap((kind) => {
    const here = all.filter(({ endpoint }) => endpoint === kind);
    const reads = here.filter(({ operation }) => operation === 'read');
    const others = here.filter(({ operation }) => operation !== 'read');
    const share = Math.ceil((ofEach * 2) / 3);
    return [...spread(reads, share), ...spread(others, ofEach - share)];
  });
}

export const ELSEWHERE = ENDPOINTS.filter((kind) => kind !== 'hub' && kind !== 'mirror');

function spread<T>(items: readonly T[], count: number): T[] {
  return items.filter(
    (_, index) => Math.floor((index * count) / items.length) !== Math.floor(((index - 1) * count) / items.length),
  );
}

/** Chooses states until every combination of any state is there: first those that bring many, at last those that bring one. */
function cover(
  states: readonly State[],
  combinationsOf: (state: State) => readonly number[],
  already: readonly number[] = [],
): { chosen: Set<State>; combinations: number } {
  const chosen = new Set<State>();
  const covered = new Set(already);
  const offers = states.map(combinationsOf);
  for (const atLeast of [18, 12, 8, 5, 4, 3, 2, 1]) {
    for (const index of scattered(states.length)) {
      const [state, offered] = [states[index], offers[index] ?? []];
      if (state === undefined || offered.filter((one) => !covered.has(one)).length < atLeast) continue;
      chosen.add(state);
      for (const one of offered) covered.add(one);
    }
  }
  return { chosen, combinations: covered.size };
}

/** Every index once, neighbours far apart: the step is a prime. */
function* scattered(length: number): Generator<number> {
  for (let count = 0; count < length; count += 1) yield (count * 104_729) % length;
}

function pairsOf(state: State, numbers: Map<string, number>): number[] {
  const values = dimensionsOf(state).map((value, index) => numberOf(`${index} ${value}`, numbers));
  const pairs = values.flatMap((one, index) => values.slice(index + 1).map((other) => one * 1000 + other));
  // Each single token meets each operation; with the rest its kind stands for it.
  const token = numberOf(`token ${state.token.name}`, numbers);
  return [...pairs, token * 1000 + (values[0] ?? 0)];
}

function withOutcome(state: State, outcome: string, numbers: Map<string, number>): number[] {
  const [operation = '', ...dimensions] = dimensionsOf(state);
  const others = [...dimensions, state.token.name];
  return others.map((value, index) => numberOf(`${operation} ${outcome} ${index} ${value}`, numbers));
}

function numberOf(name: string, numbers: Map<string, number>): number {
  const number = numbers.get(name) ?? numbers.size;
  numbers.set(name, number);
  return number;
}

/** A state's values in the dimensions of the table; the operation comes first. */
export function dimensionsOf({ token, place, shape, repo, operation, endpoint }: State): string[] {
  const kind = `${shape.kind} ${shape.gate.name}`;
  return [operation, tokenClass(token), place.relation.name, place.policy, kind, repo.type, endpoint];
}

/** Tokens of one class differ in scopes alone. */
function tokenClass(token: TokenKind): string {
  switch (token.kind) {
    case 'fine-grained':
    case 'service':
    case 'app':
      return `${token.kind} ${token.entity}`;
    case 'oauth':
      return `oauth ${token.granted ? 'granted' : 'not granted'}`;
    case 'none':
    case 'malformed':
    case 'revoked':
    case 'expired':
    case 'classic':
    case 'publisher':
      return token.name;
  }
}
