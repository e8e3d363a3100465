/** What the comments of a file say about its lines. */
import { parseLines } from '../domain/inputs/lines';
import { BARE_TYPE } from '../domain/hub/kinds';
import { DEFAULT_ENDPOINT } from '../domain/inputs/endpoint';
import { pragmasIn, type PlacedPragma } from '../domain/formats/pragma';
import type { Site, Unresolved } from './sites/site';

/** A comment without rules, or with this one, is about what the search finds. */
const RULE = 'scan';

/** The sites without those that a comment leaves out, and with the repos that comments name. */
export function withComments(sites: readonly Site[], text: string): Site[] {
  const pragmas = pragmasIn(text);
  if (pragmas.length === 0) return [...sites];
  const ignored = linesOf(
    pragmas.filter((one) => one.kind === 'ignore' && (one.rules.length === 0 || one.rules.includes(RULE))),
  );
  const named = linesOf(pragmas.filter(({ kind }) => kind === 'repos'));
  const isOn = ({ line, lines }: Site, set: ReadonlySet<number>) => set.has(line) || lines.some((one) => set.has(one));
  // What a comment names is what could not be seen in its line.
  const left = sites.filter((site) => !isOn(site, ignored) && !(site.kind === 'unresolved' && isOn(site, named)));
  return [...left, ...pragmas.flatMap(reposOf)];
}

function linesOf(pragmas: readonly PlacedPragma[]): ReadonlySet<number> {
  return new Set(pragmas.flatMap(({ lines }) => lines));
}

function reposOf(pragma: PlacedPragma): Site[] {
  if (pragma.kind !== 'repos') return [];
  const spot = { line: pragma.line, lines: [pragma.line], how: 'comment' };
  const list = { input: 'list', type: BARE_TYPE, text: pragma.items.join('\n') } as const;
  const { requirements, problems } = parseLines([list], CONTEXT);
  const found = requirements.map(({ repo }): Site => ({ kind: 'found', ...spot, ...repo }));
  const bad = problems.map((): Unresolved => ({ kind: 'unresolved', ...spot, reason: 'comment' }));
  return [...found, ...bad];
}

const CONTEXT = {
  operation: 'read',
  endpoint: DEFAULT_ENDPOINT,
  // Nothing of a comment is repeated but ids.
  redact: () => '',
  holdsSecret: () => false,
} as const;
