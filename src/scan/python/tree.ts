/** The grammar's tree, read in the terms of Python. */
import { NodeType, Tree, type SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/python';
import { parsed } from '../sites/parse';
import { blocksOf, type Block } from './blocks';
import { statementsOf, type Span } from './statements';
import { lookUp } from '../../domain/basics/look-up';

/** A program, of which only what is asked about is parsed. */
export class Source {
  readonly text: string;
  /** The lines that import something; all of the text where that cannot be told. */
  readonly imports: readonly Span[];
  readonly #blocks: readonly Block[];
  readonly #trees = new Map<Block, Tree>();

  constructor(text: string) {
    this.text = text;
    const statements = statementsOf(text);
    this.imports = statements?.imports ?? [{ from: 0, to: text.length }];
    this.#blocks = blocksOf(text, statements?.begins);
  }

  /** The piece that a place is in. */
  blockAt(place: number): Block | undefined {
    let low = 0;
    let high = this.#blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#blocks[middle]?.from ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return this.#blocks[low];
  }

  /** The tree around a place; its nodes have the places of the whole text. */
  treeAt(place: number): Tree {
    const block = this.blockAt(place) ?? { from: 0, to: this.text.length, isDefinition: false };
    const known = this.#trees.get(block);
    if (known !== undefined) return known;
    const piece = parsed(parser.startParse(this.text, [], [{ from: block.from, to: block.to }]));
    // The places of a piece begin at its own beginning.
    const tree = new Tree(NodeType.none, [piece], [block.from], this.text.length);
    this.#trees.set(block, tree);
    return tree;
  }
}

/** The innermost node that begins at a place. */
export function nodeAt(source: Source, place: number): SyntaxNode {
  return source.treeAt(place).resolveInner(place, 1);
}

/** The text between a node's ends, as it is written. */
export function textOf({ text }: Pick<Source, 'text'>, { from, to }: SyntaxNode): string {
  return text.slice(from, to);
}

/** The children of a node, in order. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}

/** The children of a node without comments. */
export function partsOf(node: SyntaxNode): SyntaxNode[] {
  return childrenOf(node).filter(({ name }) => name !== 'Comment');
}

/** `left sign right`; `undefined` where one is missing. */
export function operandsOf(
  node: SyntaxNode,
): readonly [left: SyntaxNode, sign: SyntaxNode, right: SyntaxNode] | undefined {
  const [left, sign, right] = partsOf(node);
  return left === undefined || sign === undefined || right === undefined ? undefined : [left, sign, right];
}

/** What is in parentheses, or awaited. */
export function insideOf(node: SyntaxNode): SyntaxNode | undefined {
  return partsOf(node).find(({ name }) => !['(', ')', 'await'].includes(name));
}

/** How a literal begins: `rf"""`, its letters and its quotation marks. */
export function openingOf(text: string): { readonly begin: string; readonly letters: string; readonly quotes: string } {
  const [begin = '', letters = '', quotes = ''] = /^([a-zA-Z]*)('''|"""|'|")/.exec(text) ?? [];
  return { begin, letters, quotes };
}

/** The arguments of a call as they are written. */
export interface Arguments {
  readonly positional: readonly SyntaxNode[];
  readonly named: ReadonlyMap<string, SyntaxNode>;
  /** There are `*args` before the first, or `**kwargs`. */
  readonly isUnpacked: boolean;
  /** What stands behind `**`. */
  readonly unpacked: readonly SyntaxNode[];
}

const MARKS = new Set(['(', ')', ',', 'Comment', 'AssignOp', '*', '**', 'ArithOp']);

/** @param list an `ArgList` */
export function argumentsOf(source: Source, list: SyntaxNode | null): Arguments {
  const positional: SyntaxNode[] = [];
  const named = new Map<string, SyntaxNode>();
  const unpacked: SyntaxNode[] = [];
  let isUnpacked = false;
  for (let node = list?.firstChild ?? null; node !== null; node = node.nextSibling) {
    if (textOf(source, node).startsWith('*')) {
      isUnpacked = true;
      const stars = textOf(source, node);
      node = node.nextSibling ?? node;
      if (stars === '**') unpacked.push(node);
    } else if (node.nextSibling?.name === 'AssignOp' && node.nextSibling.nextSibling !== null) {
      // `f(x := value)` has the form of a named argument.
      if (textOf(source, node.nextSibling) === ':=') positional.push(node.nextSibling.nextSibling);
      else named.set(textOf(source, node), node.nextSibling.nextSibling);
      node = node.nextSibling.nextSibling;
    } else if (!MARKS.has(node.name)) positional.push(node);
  }
  return { positional, named, isUnpacked, unpacked };
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\n': '' };

/** The value of a `String`; `undefined` for bytes. */
export function stringValue(source: Source, node: SyntaxNode): string | undefined {
  const text = textOf(source, node);
  const { begin, letters, quotes } = openingOf(text);
  if (quotes === '' || /b/i.test(letters)) return undefined;
  const rest = text.slice(begin.length);
  const body = rest.endsWith(quotes) ? rest.slice(0, -quotes.length) : rest;
  return /r/i.test(letters) ? body : unescaped(body);
}

/** The body of a string literal with its escapes undone; an escape that is not known loses its backslash. */
export function unescaped(body: string): string {
  const escape = /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|[\s\S])/g;
  return body.includes('\\') ? body.replace(escape, character) : body;
}

function character(escape: string): string {
  const [, first = ''] = escape;
  return escape.length > 2 ? String.fromCharCode(parseInt(escape.slice(2), 16)) : (lookUp(ESCAPES, first) ?? first);
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

/** Whether a name is a parameter. */
export function isParameter({ parent }: SyntaxNode): boolean {
  return parent?.name === 'ParamList';
}

/** The loop that a name is a variable of. */
export function loopAround(node: SyntaxNode): SyntaxNode | undefined {
  for (let parent = node.parent; parent !== null; parent = parent.parent)
    if (parent.name === 'ForStatement' || parent.name.endsWith('ComprehensionExpression')) return parent;
  return undefined;
}

/** Whether two nodes are the same; the file itself is one, in however many pieces it was parsed. */
export function isSame(one: SyntaxNode, other: SyntaxNode): boolean {
  if (one.name === 'Script' && other.name === 'Script') return true;
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
