/** Python → the calls in it that load a repo. By the grammar: words only say where in the tree to look. */
import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/python';
import { LineIndex } from '../sites/line-index';
import { parsed } from '../sites/parse';
import type { Site, SourceFile } from '../sites/site';
import { CALL_NAMES, callsNamed } from '../tables/calls';
import { FOREIGN, type CallRow } from '../tables/call-row';
import { addressesIn } from './addresses';
import { readCall } from './call';
import { howOf, type Call } from './known-call';
import { Evaluator } from './evaluate';
import { originOf, type Imports } from './imports';
import { dottedName, isSame, Source, nodeAt } from './tree';

/** Calls that are looked at in one file. */
const MOST_CALLS = 5_000;

/** @param file Python as it is; the cells of a notebook joined */
export function findInPython(file: SourceFile): Site[] {
  const { text } = file;
  const source = new Source(text);
  const evaluator = new Evaluator(source);
  const lines = new LineIndex(text);
  const sites: Site[] = [];
  for (const [index, { name, called }] of namesIn(source, evaluator).entries()) {
    if (index === MOST_CALLS) {
      sites.push({ kind: 'unresolved', line: lines.at(name.from), lines: [], how: called, reason: 'too-many' });
      break;
    }
    const call = callAt({ name, called }, source, evaluator);
    if (call === undefined) continue;
    const spot = { line: lines.at(name.from), lines: [], how: call === 'broken' ? called : howOf(call) };
    if (call === 'broken' || call.list.getChild('⚠') !== null)
      sites.push({ kind: 'unresolved', ...spot, reason: 'syntax' });
    else sites.push(...readCall(call, { source, evaluator, lines, file }));
  }
  return [...sites, ...addressesIn(source, lines)];
}

/** Whether the grammar has to guess somewhere. */
export function isBroken(text: string): boolean {
  const cursor = parsed(parser.startParse(text)).cursor();
  do if (cursor.type.isError) return true;
  while (cursor.next());
  return false;
}

/** A name of the table before a parenthesis. */
interface Name {
  readonly name: SyntaxNode;
  /** As the table has it. */
  readonly called: string;
}

function namesIn(source: Source, { imports }: Evaluator): Name[] {
  const names = wanted(source.text, imports);
  if (names.size === 0) return [];
  const words = new RegExp(`(?<![\\w])(?:${[...names.keys()].join('|')})(?=\\s*\\()`, 'g');
  const found: Name[] = [];
  for (const { index, 0: word } of source.text.matchAll(words)) {
    found.push({ name: nodeAt(source, index), called: names.get(word) ?? word });
    // One more, which says that not all were looked at.
    if (found.length > MOST_CALLS) break;
  }
  return found;
}

/** What else stands before a parenthesis. */
const NO_CALLS = new Set(['FunctionDefinition', 'ClassDefinition', 'Decorator', 'ImportStatement']);

/** The call of a row; `broken` where only a mistake keeps it from being one; `undefined` where it is something else. */
function callAt({ name, called }: Name, source: Source, evaluator: Evaluator): Call | 'broken' | undefined {
  if (name.type.isError) return rowOf(called, called, evaluator) === undefined ? undefined : 'broken';
  if (name.name !== 'VariableName' && name.name !== 'PropertyName') return undefined;
  const callee = name.parent?.name === 'MemberExpression' ? name.parent : name;
  const parent = callee.parent;
  const row = rowOf(called, dottedName(source, callee), evaluator);
  if (row === undefined || parent === null || NO_CALLS.has(parent.name)) return undefined;
  const list = parent.lastChild;
  return isCalled(parent, callee) && list?.name === 'ArgList' ? { row, name, list, called } : 'broken';
}

function isCalled({ name, firstChild }: SyntaxNode, callee: SyntaxNode): boolean {
  return name === 'CallExpression' && firstChild !== null && isSame(firstChild, callee);
}

/** Names to look for: those of the table that can count in this file, and what the file calls them. */
function wanted(text: string, imports: Imports): Map<string, string> {
  const origins = [...new Set(imports.values())];
  const counts = ({ word, from }: CallRow) =>
    (word === undefined || text.includes(word)) &&
    (from === undefined || from.some((module) => origins.some((origin) => areNested(origin, module))));
  const known = CALL_NAMES.filter((name) => callsNamed(name).some(counts));
  const names = new Map(known.map((name) => [name, name]));
  for (const [own, origin] of imports) {
    const last = origin.slice(origin.lastIndexOf('.') + 1);
    if (own !== last && names.has(last) && /^\w+$/.test(own)) names.set(own, last);
  }
  return names;
}

/** Whether one module is, or is in, the other. */
function areNested(one: string, other: string): boolean {
  return `${one}.`.startsWith(`${other}.`) || `${other}.`.startsWith(`${one}.`);
}

/** The row of a call, by where its name comes from and on what it is called. */
function rowOf(called: string, name: string, { imports }: Evaluator): CallRow | undefined {
  const origin = originOf(name, imports);
  if (origin !== undefined && FOREIGN.test(origin)) return undefined;
  const holder = (origin ?? name).split('.').at(-2) ?? '';
  return callsNamed(called).find(({ from, on }) => {
    if (on !== undefined && !on.test(holder)) return false;
    return from === undefined || (origin !== undefined && from.some((module) => origin.startsWith(`${module}.`)));
  });
}
