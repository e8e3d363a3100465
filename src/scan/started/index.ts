/** Python → what it loads: by its own calls, and by the commands of a shell that it starts. */
import { findInPython, readPython, type Read } from '../python';
import type { Evaluator } from '../python/evaluate';
import { originOf } from '../python/imports';
import { argumentsOf, dottedName, isSame, nodeAt, textOf, type Source } from '../python/tree';
import type { Site, SourceFile } from '../sites/site';
import type { SyntaxNode } from '@lezer/common';
import { STARTERS, type StarterRow } from '../tables/starters';
import { mayStart } from '../tables/starting';
import { Budget } from './program';
import { Runner, type Start } from './runner';

/** @param file Python as it is; the cells of a notebook joined */
export function findInProgram(file: SourceFile): Site[] {
  const read = readPython(file);
  return [...findInPython(file, read), ...(mayStart(file.text) ? findStarted(file, read) : [])];
}

/** Calls that are looked at in one file. */
const MOST_CALLS = 5_000;

const NAMES = [...new Set(STARTERS.flatMap(({ names }) => names))];

/** Names of the table, and what the file calls them: `from subprocess import run as start`. */
function calledIn(text: string): RegExp {
  const others = [...text.matchAll(ALIASED)].slice(0, MOST_ALIASES).map(([, name = '']) => name);
  return new RegExp(`(?<!\\w)(?:${[...new Set([...NAMES, ...others])].join('|')})(?=[ \\t]*\\()`, 'g');
}

const ALIASED = new RegExp(`(?<!\\w)(?:${NAMES.join('|')})[ \\t]+as[ \\t]+(\\w+)`, 'g');
const MOST_ALIASES = 20;

/** What the commands load that a program starts. */
function findStarted(file: SourceFile, { source, evaluator, lines }: Read): Site[] {
  const rows = STARTERS.filter(({ word, from, on }) => word?.test(file.text) ?? isNamed(file.text, from, on));
  if (rows.length === 0) return [];
  const budget = new Budget();
  const runner = new Runner({ source, evaluator, file, lines, budget });
  const sites: Site[] = [];
  let calls = 0;
  for (const { index, 0: name } of file.text.matchAll(calledIn(file.text))) {
    // Only an import can give a name of the table to another one.
    const named = NAMES.includes(name) ? rows.filter(({ names }) => names.includes(name)) : rows;
    const start = named.length === 0 ? undefined : startAt(nodeAt(source, index), named, evaluator);
    if (start === undefined) continue;
    calls += 1;
    sites.push(...(calls > MOST_CALLS ? runner.tooMany(start) : runner.read(start)));
    if (calls > MOST_CALLS || budget.isSpent) break;
  }
  return sites;
}

/** Whether a file has the first name of a module, or what the method is called on. */
function isNamed(text: string, from: StarterRow['from'], on: StarterRow['on']): boolean {
  if (from === undefined) return on !== undefined && text.includes('get_ipython');
  return from.some((module) => text.includes(module));
}

function startAt(name: SyntaxNode, rows: readonly StarterRow[], evaluator: Evaluator): Start | undefined {
  const { source } = evaluator;
  const callee = name.name === 'PropertyName' ? name.parent : name;
  if (callee?.name !== 'MemberExpression' && callee?.name !== 'VariableName') return undefined;
  const call = callee.parent;
  const list = call?.lastChild;
  if (call?.name !== 'CallExpression' || list?.name !== 'ArgList' || !isFirst(call, callee)) return undefined;
  const names = originsOf(callee, evaluator);
  const on = holderOf(callee, source);
  const row = rows.find((one) => {
    if (one.from !== undefined)
      return one.from.some((module) => one.names.some((called) => names.includes(`${module}.${called}`)));
    return one.names.includes(textOf(source, name)) && one.on?.test(on) !== false;
  });
  return row && { row, name, list, given: argumentsOf(source, list) };
}

/** Where a function can come from. Without its import in sight, `subprocess.run` is no less what it says. */
function originsOf(callee: SyntaxNode, { source, imports }: Evaluator): readonly string[] {
  const written = dottedName(source, callee);
  const origin = originOf(written, imports);
  if (origin !== undefined) return [origin];
  const isPlain = callee.name === 'VariableName';
  return isPlain ? imports.stars().map((star) => star.replace(/\*$/, written)) : [written];
}

function holderOf({ name, firstChild }: SyntaxNode, source: Source): string {
  const isShort =
    name === 'MemberExpression' && firstChild !== null && firstChild.to - firstChild.from < LONGEST_HOLDER;
  return isShort ? textOf(source, firstChild) : '';
}

const LONGEST_HOLDER = 40;

function isFirst({ firstChild }: SyntaxNode, callee: SyntaxNode): boolean {
  return firstChild !== null && isSame(firstChild, callee);
}
