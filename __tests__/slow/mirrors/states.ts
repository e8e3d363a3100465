/** Which states go through a product. */
import { TOKENS } from '../../proofs/dimensions';
import { allStates, labelOf, type State } from '../../proofs/states';
import { grouped } from '../clients/run';

/** Of each token that is chosen so many states: more of reading, which the client judges. */
export interface Share {
  readonly askers: number;
  readonly statesOfEach: number;
}

/**
 * Askers (a token at a place) far apart from each other, and of each of them states far apart. `turn` begins elsewhere. With `meet`
 * all askers are in one place and ask about the same repos, one after the other.
 */
export function chooseStates(
  { askers, statesOfEach }: Share,
  { turn, meet }: { turn: number; meet: boolean },
): State[] {
  const asked = allStates().filter(({ endpoint, token, place }) => {
    const isHere = !meet || (place.relation.name === MEETING && place.policy === 'none');
    return isHere && endpoint === 'hub' && token.kind !== 'malformed';
  });
  return spread(askersOf(asked), askers, turn).flatMap((group, index) => {
    const begin = meet ? turn : turn + index;
    const reads = group.filter(({ operation }) => operation === 'read');
    const others = group.filter(({ operation }) => operation !== 'read');
    const half = Math.ceil(statesOfEach / 2);
    return [...spread(reads, half, begin), ...spread(others, statesOfEach - half, begin)];
  });
}

/** An organization in which the account may write, and its tokens more or less. */
const MEETING = 'org-write';

/** In the order of the table of tokens, the kinds by turns: neighbours are of one kind. */
function askersOf(states: readonly State[]): State[][] {
  const order = new Map(TOKENS.map(({ name }, index) => [name, index]));
  const groups = [...grouped(states, labelOf).values()];
  const numberOf = (group: readonly State[]): number => order.get(group[0]?.token.name ?? '') ?? 0;
  return groups.sort((one, other) => numberOf(one) - numberOf(other));
}

/** So many of them at equal distances, or all. */
function spread<T>(items: readonly T[], count: number, turn: number): T[] {
  if (items.length <= count) return [...items];
  const step = items.length / count;
  return Array.from(
    { length: count },
    (_, index) => items[Math.floor(index * step + turn * 0.37 * step) % items.length],
  ).filter((item) => item !== undefined);
}
