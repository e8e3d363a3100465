/** JSON → nodes; comments and commas too many are passed over. */
import { parser } from '@lezer/json';
import type { SyntaxNode } from '@lezer/common';
import { parsed } from '../sites/parse';
import { MOST_DEPTH, OTHER, type Entry, type Node } from './node';

/** JSON as nodes, mistakes included: what is readable before and after one is read. */
export function readJson(text: string): Node[] {
  const value = parsed(parser.startParse(text)).topNode.firstChild;
  return value === null ? [] : [read(text, value, 0)];
}

function read(text: string, node: SyntaxNode, depth: number): Node {
  if (depth > MOST_DEPTH) return OTHER;
  if (node.name === 'Object')
    return {
      kind: 'map',
      entries: node.getChildren('Property').flatMap((property) => entryOf(text, property, depth + 1)),
    };
  if (node.name === 'Array') {
    const items: Node[] = [];
    for (let item = node.firstChild; item !== null; item = item.nextSibling)
      if (/^[A-Z]/.test(item.name)) items.push(read(text, item, depth + 1));
    return { kind: 'list', items };
  }
  if (node.name !== 'String') return OTHER;
  const value = valueOf(text.slice(node.from, node.to));
  return value === undefined ? OTHER : { kind: 'text', text: value, from: node.from };
}

function entryOf(text: string, property: SyntaxNode, depth: number): Entry[] {
  const name = property.getChild('PropertyName');
  const value = property.lastChild;
  if (name === null || value === null || value.name === ':') return [];
  const key = valueOf(text.slice(name.from, name.to));
  return key === undefined ? [] : [{ key, from: name.from, value: read(text, value, depth) }];
}

function valueOf(literal: string): string | undefined {
  if (!literal.includes('\\')) return literal.slice(1, -1);
  try {
    const value: unknown = JSON.parse(literal);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
