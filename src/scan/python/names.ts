/** Where the names of known calls are: before a parenthesis, under another name of the file, or passed on to something that calls them. */
import { present } from '../../domain/basics/present';
import type { SyntaxNode } from '@lezer/common';
import { CALL_NAMES, callsNamed } from '../tables/calls';
import type { CallRow } from '../tables/call-row';
import { CALLERS } from './callers';
import type { Imports } from './imports';
import { nodeAt, type Source } from './tree';

/** A name of the table where it is called. */
export interface Name {
  readonly node: SyntaxNode;
  /** As the table has it. */
  readonly called: string;
  /** With dots, where the file gave the function this name. */
  readonly origin?: string;
  /** It is an argument, and what follows it are its own. */
  readonly isPassed?: true;
  /** Some of its arguments were given before. */
  readonly isPartial?: true;
}

type Own = Omit<Name, 'node'>;

/** `own = load` and `own = partial(load, …)`: what stands before and behind. */
const RENAMED = [
  ['^[ \\t]*(\\w+)[ \\t]*=[ \\t]*', '[ \\t]*(?:[\\r\\n#]|$)', undefined],
  ['^[ \\t]*(\\w+)[ \\t]*=[ \\t]*(?:functools\\.)?partial\\(\\s*', '(?=\\s*[,)])', true],
] as const;

interface Patterns {
  readonly called: RegExp;
  readonly passed: RegExp;
  readonly renamed: readonly (readonly [pattern: RegExp, isPartial: true | undefined])[];
}

/** Most files of a tree look for the same names, and to make a pattern of them takes longer than to look for it. */
const PATTERNS = new Map<string, Patterns>();
const MOST_PATTERNS = 100;

/** @param names with bars between them */
function patternsOf(names: string): Patterns {
  const known = PATTERNS.get(names);
  if (known !== undefined) return known;
  const patterns = {
    called: new RegExp(`(?<!\\w)(?:${names})(?=\\s*\\()`, 'g'),
    passed: new RegExp(`(?<!\\w)(?:${CALLERS})\\(\\s*(?:\\w+,\\s*|target=\\s*)?(?:\\w+\\.)*(${names})(?=\\s*,)`, 'g'),
    renamed: RENAMED.map(
      ([begin, behind, isPartial]) =>
        [new RegExp(`${begin}((?:\\w+\\.)*(${names}))${behind}`, 'gm'), isPartial] as const,
    ),
  };
  if (PATTERNS.size === MOST_PATTERNS) PATTERNS.clear();
  PATTERNS.set(names, patterns);
  return patterns;
}

/** @param most names that are returned */
export function namesIn(source: Source, imports: Imports, most: number): Name[] {
  const { text } = source;
  const names = wanted(text, imports);
  if (names.size === 0) return [];
  const found: Name[] = [];
  const add = (place: number, own: Own) => found.push({ node: nodeAt(source, place), ...own });
  const patterns = patternsOf([...names.keys()].join('|'));
  for (const [own, as] of renamed(text, patterns, names)) names.set(own, as);
  for (const { index, 0: whole, 1: name = '' } of text.matchAll(patterns.passed))
    add(index + whole.length - name.length, { ...calledAs(name, names), isPassed: true });
  for (const { index, 0: word } of text.matchAll(patternsOf([...names.keys()].join('|')).called)) {
    add(index, calledAs(word, names));
    if (found.length >= most) break;
  }
  return found.slice(0, most);
}

function calledAs(name: string, names: ReadonlyMap<string, Own>): Own {
  return names.get(name) ?? { called: name };
}

/** What the file calls a function of the table, and whether with some of its arguments. */
function renamed(text: string, patterns: Patterns, names: ReadonlyMap<string, Own>): Map<string, Own> {
  const found = new Map<string, Own>();
  for (const [pattern, isPartial] of patterns.renamed)
    for (const match of text.matchAll(pattern)) {
      const [, own = '', origin = '', name = ''] = match;
      if (!names.has(own)) found.set(own, { ...calledAs(name, names), origin, ...present({ isPartial }) });
    }
  return found;
}

/** Names to look for: those of the table that can count in this file, and what the file calls them. */
function wanted(text: string, imports: Imports): Map<string, Own> {
  const origins = [...new Set(imports.known.values())];
  const counts = ({ word, from }: CallRow) =>
    (word === undefined || text.includes(word)) &&
    (from === undefined || from.some((module) => origins.some((origin) => areNested(origin, module))));
  const known = CALL_NAMES.filter((name) => callsNamed(name).some(counts));
  const names = new Map<string, Own>(known.map((name) => [name, { called: name }]));
  for (const [own, origin] of imports.known) {
    const last = origin.slice(origin.lastIndexOf('.') + 1);
    const isAlias = own !== last && names.has(last) && /^\w+$/.test(own);
    if (isAlias && imports.get(own) === origin) names.set(own, { called: last });
  }
  return names;
}

/** Whether one module is, or is in, the other. */
function areNested(one: string, other: string): boolean {
  return `${one}.`.startsWith(`${other}.`) || `${other}.`.startsWith(`${one}.`);
}
