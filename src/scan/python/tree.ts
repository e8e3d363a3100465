/** The grammar's tree, read in the terms of Python. */
import type { SyntaxNode, Tree } from '@lezer/common';

/** A text and its tree. */
export interface Source {
  readonly text: string;
  readonly tree: Tree;
}

/** The innermost node that begins at a place. */
export function nodeAt({ tree }: Source, place: number): SyntaxNode {
  return tree.resolveInner(place, 1);
}

export function textOf({ text }: Source, { from, to }: SyntaxNode): string {
  return text.slice(from, to);
}

export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}

/** The arguments of a call as they are written. */
export interface Arguments {
  readonly positional: readonly SyntaxNode[];
  readonly named: ReadonlyMap<string, SyntaxNode>;
  /** There are `*args` before the first, or `**kwargs`. */
  readonly isUnpacked: boolean;
}

const MARKS = new Set(['(', ')', ',', 'Comment', 'AssignOp', '*', '**', 'ArithOp']);

/** @param list an `ArgList` */
export function argumentsOf(source: Source, list: SyntaxNode | null): Arguments {
  const positional: SyntaxNode[] = [];
  const named = new Map<string, SyntaxNode>();
  let isUnpacked = false;
  for (let node = list?.firstChild ?? null; node !== null; node = node.nextSibling) {
    if (textOf(source, node).startsWith('*')) {
      isUnpacked = true;
      node = node.nextSibling ?? node;
    } else if (node.nextSibling?.name === 'AssignOp' && node.nextSibling.nextSibling !== null) {
      named.set(textOf(source, node), node.nextSibling.nextSibling);
      node = node.nextSibling.nextSibling;
    } else if (!MARKS.has(node.name)) positional.push(node);
  }
  return { positional, named, isUnpacked };
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\n': '' };

/** The value of a `String`; `undefined` for bytes. */
export function stringValue(source: Source, node: SyntaxNode): string | undefined {
  const match = /^([a-zA-Z]*)('''|"""|'|")([\s\S]*)$/.exec(textOf(source, node));
  if (match === null) return undefined;
  const [, prefix = '', quotes = '', rest = ''] = match;
  if (/b/i.test(prefix)) return undefined;
  const body = rest.endsWith(quotes) ? rest.slice(0, -quotes.length) : rest;
  return /r/i.test(prefix) ? body : unescaped(body);
}

export function unescaped(body: string): string {
  return body.includes('\\') ? body.replace(/\\([\s\S])/g, (_, one: string) => ESCAPES[one] ?? one) : body;
}

/** Python itself takes 100 levels of indentation and 200 of brackets; each may be a few nodes. */
const MOST_ABOVE = 1_500;

const SCOPES = new Set(['FunctionDefinition', 'LambdaExpression', 'ClassDefinition', 'Script']);

/** The scope that a node is in: a function, a lambda, a class or the file. Comprehensions count as part of theirs. */
export function scopeOf(node: SyntaxNode): SyntaxNode {
  let inner = node;
  let above = 0;
  for (let parent = node.parent; parent !== null && above < MOST_ABOVE; parent = parent.parent) {
    above += 1;
    // Decorators and defaults belong to the scope around a function.
    if (SCOPES.has(parent.name) && inner.name !== 'Decorator') return parent;
    inner = parent;
  }
  return inner;
}

/** Whether two nodes of one tree are the same. */
export function isSame(one: SyntaxNode, other: SyntaxNode): boolean {
  return one.from === other.from && one.to === other.to && one.name === other.name;
}

/** `a.b.c` of a name or a chain of attributes, with `?` for what is neither. */
export function dottedName(source: Source, node: SyntaxNode): string {
  const names: string[] = [];
  let current: SyntaxNode | null = node;
  while (current?.name === 'MemberExpression' && names.length < MOST_NAMES) {
    const property: SyntaxNode | null = current.lastChild;
    names.unshift(property?.name === 'PropertyName' ? textOf(source, property) : '?');
    current = current.firstChild;
  }
  names.unshift(current?.name === 'VariableName' ? textOf(source, current) : '?');
  return names.join('.');
}

const MOST_NAMES = 16;
