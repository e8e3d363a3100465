/** Every known call. The first row that fits decides. */
import type { CallRow } from './call-row';
import { EMBEDDING_CALLS } from './embedding-calls';
import { HUB_CALLS } from './hub-calls';
import { LIBRARY_CALLS } from './library-calls';
import { MODEL_CALLS } from './model-calls';
import { SCORING_CALLS } from './scoring-calls';
import { SERVING_CALLS } from './serving-calls';

const CALLS: readonly CallRow[] = [
  ...HUB_CALLS,
  ...MODEL_CALLS,
  ...EMBEDDING_CALLS,
  ...SERVING_CALLS,
  ...LIBRARY_CALLS,
  ...SCORING_CALLS,
];

const BY_NAME = new Map<string, CallRow[]>();
for (const row of CALLS) for (const name of row.names) BY_NAME.set(name, [...(BY_NAME.get(name) ?? []), row]);

/** Names of calls that only count where they come from a certain module are looked for in files that name it. */
export const CALL_NAMES: readonly string[] = [...BY_NAME.keys()];

/** The rows of a name. */
export function callsNamed(name: string): readonly CallRow[] {
  return BY_NAME.get(name) ?? [];
}

/** The first names of the modules that calls must come from. */
export const CALL_PACKAGES: readonly string[] = [
  ...new Set(CALLS.flatMap(({ from = [] }) => from.map((module) => module.split('.')[0] ?? ''))),
];

/** Words of which a program with a known call has one: the call's own name, or the import that makes it one. */
export const CALL_WORDS: readonly string[] = [
  ...new Set(CALLS.flatMap(({ names, from, word }) => word ?? (from === undefined ? names : from.flatMap(importsOf)))),
];

function importsOf(module: string): string[] {
  return [`import ${module}`, `from ${module}`];
}
