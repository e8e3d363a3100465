/** A list that was written before, and how it differs from what the code loads. */
import { LOADS } from '../../../domain/inputs/discovered';
import { DEFAULT_ENDPOINT } from '../../../domain/inputs/endpoint';
import { BARE_TYPE } from '../../../domain/hub/kinds';
import { parseLines } from '../../../domain/inputs/lines';
import { spell } from '../../../domain/hub/repo';
import { requirementKey, type Problem, type Requirement } from '../../../domain/inputs/requirement';
import type { TreeScan } from '../../../discovery';

/** A list as `scan --check` and `--write` need it. */
export interface ListReading {
  /** Its lines about reading. */
  readonly requirements: readonly Requirement[];
  /** Its other lines, as a list spells them. */
  readonly kept: readonly string[];
  readonly problems: readonly Problem[];
}

/** @param input the option that names the file */
export function readList(text: string, input: string): ListReading {
  const list = { input: 'list', type: BARE_TYPE, text: text.replace(/^\uFEFF/, '') } as const;
  const context = {
    operation: LOADS,
    endpoint: DEFAULT_ENDPOINT,
    redact: (given: string) => given,
    holdsSecret: () => false,
  };
  const { requirements, problems } = parseLines([list], context);
  const reads = requirements.filter(({ operation }) => operation === LOADS);
  const others = requirements.filter(({ operation }) => operation !== LOADS);
  return {
    requirements: reads,
    kept: others.map(({ repo, operation }) => `${spell(repo)}:${operation}`).sort(),
    problems: problems.map((problem) => ({ ...problem, input })),
  };
}

/** A repo that is loaded and not listed, or listed and not loaded. */
export interface Difference {
  readonly sign: '+' | '-';
  readonly repo: Requirement['repo'];
}

/** What the code loads and the list lacks, and the other way round; operations but reading are left aside. */
export function compareWithList({ repos }: TreeScan, listed: readonly Requirement[]): Difference[] {
  const key = (repo: Requirement['repo']) => requirementKey({ repo, operation: LOADS });
  const loaded = new Set(repos.map(({ repo }) => key(repo)));
  const known = new Set(listed.map(({ repo }) => key(repo)));
  return [
    ...repos.filter(({ repo }) => !known.has(key(repo))).map(({ repo }): Difference => ({ sign: '+', repo })),
    ...listed.filter(({ repo }) => !loaded.has(key(repo))).map(({ repo }): Difference => ({ sign: '-', repo })),
  ];
}
