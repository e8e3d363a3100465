/** What a line may name, from the table of kinds. */
import { KINDS, REPO_TYPES, taskOf, type RepoType } from '../../src/domain/hub/kinds';
import { NOT_YET } from '../../src/domain/hub/newer-kinds';
import type { DecidedBy, Operation } from '../../src/domain/hub/operations';
import { formOf } from '../../src/domain/hub/repo';
import type { Block } from './block';
import { code, table } from './markdown';

export const KIND_BLOCKS: readonly Block[] = [{ file: 'README.md', name: 'kinds', render: kindTable }];

const HOW: Readonly<Record<DecidedBy, string>> = {
  'read-probe': 'the Hub answers',
  'write-probe-or-grant': 'the Hub answers',
  'own-probe': 'the Hub answers',
  'read-probe-and-grant': 'the Hub answers on reading, the rest is inferred',
  'grant-if-missing': 'inferred',
  grant: 'inferred',
};

function kindTable(): string {
  const rest = NOT_YET.map((plural) => code(`${plural}/…`)).join(', ');
  const kinds = table(
    ['line', 'operations, the first by default', 'revision', 'how sure'],
    REPO_TYPES.map((type) => {
      const { operations, revisions } = KINDS[type];
      return [code(formOf(type)), operations.map(code).join(', '), revisions ? 'yes' : 'no', sureness(type)];
    }),
  );
  return rest === '' ? kinds : `${kinds}\n\n${rest} are not supported yet.`;
}

/** `read`, `write`: the Hub answers; `create`: inferred. */
function sureness(type: RepoType): string {
  const ways = new Map<string, Operation[]>();
  for (const operation of KINDS[type].operations) {
    const how = HOW[taskOf({ repo: { type }, operation }).decidedBy];
    ways.set(how, [...(ways.get(how) ?? []), operation]);
  }
  const [only] = ways.keys();
  if (ways.size === 1 && only !== undefined) return only;
  return [...ways].map(([how, operations]) => `${operations.map(code).join(', ')}: ${how}`).join('; ');
}
