/** Python → the calls in it that load a repo. By the grammar: words only say where in the tree to look. */
import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/python';
import { present } from '../../domain/basics/present';
import { LineIndex } from '../sites/line-index';
import { parsed } from '../sites/parse';
import type { Site, SourceFile } from '../sites/site';
import { callsNamed } from '../tables/calls';
import { FOREIGN, type CallRow } from '../tables/call-row';
import { addressesIn } from './addresses';
import { readCall } from './call';
import { howOf, type Call } from './known-call';
import { Evaluator } from './evaluate';
import { originOf } from './imports';
import { namesIn, type Name } from './names';
import { argumentsOf, dottedName, isSame, partsOf, Source } from './tree';

/** Calls that are looked at in one file. */
const MOST_CALLS = 5_000;

/** A program that has been read as far as it was asked about. */
export interface Read {
  readonly source: Source;
  readonly evaluator: Evaluator;
  readonly lines: LineIndex;
}

/** @param file Python as it is; the cells of a notebook joined */
export function readPython(file: SourceFile): Read {
  const source = new Source(file.text);
  return { source, evaluator: new Evaluator(source, file), lines: new LineIndex(file.text) };
}

/** @param read the same file */
export function findInPython(file: SourceFile, { source, evaluator, lines }: Read = readPython(file)): Site[] {
  const sites: Site[] = [];
  // One more, which says that not all were looked at.
  for (const [index, name] of namesIn(source, evaluator.imports, MOST_CALLS + 1).entries()) {
    const { node, called } = name;
    if (index === MOST_CALLS) {
      sites.push({ kind: 'unresolved', line: lines.at(node.from), lines: [], how: called, reason: 'too-many' });
      break;
    }
    const call = callAt(name, source, evaluator);
    if (call === undefined) continue;
    const spot = { line: lines.at(node.from), lines: [], how: call === 'broken' ? called : howOf(call) };
    if (call === 'broken' || call.list.getChild('⚠') !== null)
      sites.push({ kind: 'unresolved', ...spot, reason: 'syntax' });
    else sites.push(...readCall(call, { source, evaluator, lines, file }));
  }
  return [...sites, ...addressesIn(evaluator, lines)];
}

/** Whether the grammar has to guess somewhere. */
export function isBroken(text: string): boolean {
  const cursor = parsed(parser.startParse(text)).cursor();
  do if (cursor.type.isError) return true;
  while (cursor.next());
  return false;
}

/** What else stands before a parenthesis. */
const NO_CALLS = new Set(['FunctionDefinition', 'ClassDefinition', 'Decorator', 'ImportStatement']);

/** The call of a row; `broken` where only a mistake keeps it from being one; `undefined` where it is something else. */
function callAt(name: Name, source: Source, evaluator: Evaluator): Call | 'broken' | undefined {
  const { node, called, origin } = name;
  if (node.type.isError) return rowOf(called, called, evaluator) === undefined ? undefined : 'broken';
  if (node.name !== 'VariableName' && node.name !== 'PropertyName') return undefined;
  const callee = node.parent?.name === 'MemberExpression' ? node.parent : node;
  const row = rowOf(called, origin ?? dottedName(source, callee), evaluator);
  if (row === undefined || callee.parent === null || NO_CALLS.has(callee.parent.name)) return undefined;
  const call = { row, name: node, called };
  return name.isPassed === true
    ? passedOn(callee, call, source)
    : calledAt(callee, { ...call, ...name, name: node }, source);
}

function calledAt(
  callee: SyntaxNode,
  { origin, isPartial, row, name, called }: Pick<Call, 'row' | 'name' | 'called'> & Pick<Name, 'origin' | 'isPartial'>,
  source: Source,
): Call | 'broken' | undefined {
  const list = callee.parent?.lastChild;
  if (callee.parent === null || !isCalled(callee.parent, callee) || list?.name !== 'ArgList')
    return origin === undefined ? 'broken' : undefined;
  return { row, name, called, list, given: argumentsOf(source, list), ...present({ isPartial }) };
}

/** `partial(load, "acme/x")`, `pool.map(load, REPOS)`: the arguments behind the function are its own. */
function passedOn(callee: SyntaxNode, call: Pick<Call, 'row' | 'name' | 'called'>, source: Source): Call | undefined {
  const list = callee.parent;
  const caller = list?.prevSibling;
  if (list?.name !== 'ArgList' || !caller) return undefined;
  const { positional, ...others } = argumentsOf(source, list);
  const at = positional.findIndex((one) => isSame(one, callee));
  const args = others.named.get('args');
  const own =
    at < 0
      ? args === undefined
        ? []
        : partsOf(args).filter(({ name }) => !/^[[\](),]$/.test(name))
      : positional.slice(at + 1);
  const given = { ...others, positional: own };
  return { ...call, list, given, isPartial: true, isEach: dottedName(source, caller).includes('map') };
}

function isCalled({ name, firstChild }: SyntaxNode, callee: SyntaxNode): boolean {
  return name === 'CallExpression' && firstChild !== null && isSame(firstChild, callee);
}

/** The row of a call, by where its name comes from and on what it is called. */
function rowOf(called: string, name: string, { imports }: Evaluator): CallRow | undefined {
  const origin = originOf(name, imports);
  const stars = origin === undefined ? imports.stars() : [];
  if (origin !== undefined && FOREIGN.test(origin)) return undefined;
  const holder = (origin ?? name).split('.').at(-2) ?? '';
  return callsNamed(called).find(({ from, on }) => {
    if (on !== undefined && !on.test(holder)) return false;
    if (from === undefined) return true;
    return [origin ?? '', ...stars].some((one) => from.some((module) => one.startsWith(`${module}.`)));
  });
}
