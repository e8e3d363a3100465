/** How a name is bound by the statement that it is in. */
import type { SyntaxNode } from '@lezer/common';
import type { Binding } from './binding';
import { childrenOf, isSame, partsOf } from './tree';
import { lookUp } from '../../domain/basics/look-up';

/** @param node a name, or an attribute of `self`, as the target of something; `undefined` where it is none */
export function bindingOf(node: SyntaxNode, scope: SyntaxNode): Binding | undefined {
  const { parent } = node;
  if (parent === null) return undefined;
  if (parent.name !== 'TupleExpression' && parent.name !== 'ArrayExpression')
    return lookUp(BINDERS, parent.name)?.({ node, target: node, parent, scope, place: [] });
  let target = node;
  const place: number[] = [];
  for (let holder: SyntaxNode | null = parent; holder !== null; holder = holder.parent) {
    if (holder.name !== 'TupleExpression' && holder.name !== 'ArrayExpression')
      return TARGETED.test(holder.name)
        ? lookUp(BINDERS, holder.name)?.({ node, target, parent: holder, scope, place })
        : undefined;
    place.unshift(indexIn(childrenOf(holder), target));
    target = holder;
  }
  return undefined;
}

interface Bound {
  readonly node: SyntaxNode;
  /** What is bound as a whole: the node itself, or the tuple that it is in. */
  readonly target: SyntaxNode;
  readonly parent: SyntaxNode;
  readonly scope: SyntaxNode;
  /** The way from the target to the node. */
  readonly place: readonly number[];
}

/** What may have a tuple as its target. */
const TARGETED = /^(?:Assign|For|.*Comprehension)/;

function indexIn(nodes: readonly SyntaxNode[], node: SyntaxNode): number {
  return nodes.filter(({ name }) => !/^[[\](),]$|^Comment$/.test(name)).findIndex((one) => isSame(one, node));
}

function valued(value: SyntaxNode | null | undefined): Pick<Binding, 'value'> {
  return value ? { value } : {};
}

/** `a = b = value`, `a: str = value`, and `a, b = x, y`, whose values pair off. */
function assigned({ node, target, parent, scope, place }: Bound): Binding | undefined {
  const parts = partsOf(parent);
  const at = parts.findIndex((part) => isSame(part, target));
  const last = parts.findLastIndex(({ name }) => name === 'AssignOp');
  if (last < 0 || at > last || at < 0) return undefined;
  const targets = parts.slice(0, last).filter(({ name }) => name !== 'TypeDef');
  const names = targets.filter(({ name }) => name !== ',');
  const values = parts.slice(last + 1).filter(({ name }) => name !== ',');
  const isOne = names.length === targets.length;
  const index = indexIn(targets, target);
  const way = isOne ? place : [index, ...place];
  if (way.length === 0) return { node, scope, kind: 'value', ...valued(values[0]) };
  if (!isOne && place.length === 0 && names.length === values.length)
    return { node, scope, kind: 'value', ...valued(values[index]) };
  return values.length === 1
    ? { node, scope, kind: 'part', place: way, ...valued(values[0]) }
    : { node, scope, kind: 'other' };
}

function parameter({ node, scope }: Bound): Binding | undefined {
  if (node.prevSibling?.name === 'AssignOp') return undefined;
  const next = node.nextSibling?.name === 'TypeDef' ? node.nextSibling.nextSibling : node.nextSibling;
  const value = next?.name === 'AssignOp' ? next.nextSibling : null;
  return value === null ? { node, scope, kind: 'parameter' } : { node, scope, kind: 'value', value };
}

/** `for x in …`, `for a, b in …`, of a statement or a comprehension. */
function each({ node, target, scope, place }: Bound): Binding | undefined {
  const names: SyntaxNode[] = [];
  let before: SyntaxNode | null = target;
  for (; before !== null && before.name !== 'for' && before.name !== 'in'; before = before.prevSibling)
    if (before.name !== ',') names.push(before);
  if (before?.name !== 'for') return undefined;
  let after = target.nextSibling;
  while (after !== null && after.name !== 'in') after = after.nextSibling;
  const isOne = before.nextSibling?.nextSibling?.name === 'in';
  return {
    node,
    scope,
    kind: 'each',
    place: isOne ? place : [names.length - 1, ...place],
    ...valued(after?.nextSibling),
  };
}

/** `with x as y`, `x += y`: what the value is then cannot be told. */
function unknown({ node, parent, scope }: Bound): Binding | undefined {
  return isFirst(node, parent) || node.prevSibling?.name === 'as' ? { node, scope, kind: 'other' } : undefined;
}

function isFirst(node: SyntaxNode, parent: SyntaxNode): boolean {
  return parent.firstChild !== null && isSame(parent.firstChild, node);
}

/** `x := value`, which the grammar has as a named argument where it is one of a call. */
function walrus({ node, scope }: Bound): Binding | undefined {
  const sign = node.nextSibling;
  return sign?.name === 'AssignOp' && sign.to - sign.from === 2
    ? { node, scope, kind: 'value', ...valued(sign.nextSibling) }
    : undefined;
}

/** The kind of node that a target is in → how it is bound there, if it is. */
const BINDERS: Readonly<Record<string, (bound: Bound) => Binding | undefined>> = {
  AssignStatement: assigned,
  NamedExpression: ({ node, parent, scope }) =>
    isFirst(node, parent) ? { node, scope, kind: 'value', ...valued(parent.lastChild) } : undefined,
  ArgList: walrus,
  ParamList: parameter,
  ForStatement: each,
  ArrayComprehensionExpression: each,
  ComprehensionExpression: each,
  SetComprehensionExpression: each,
  DictionaryComprehensionExpression: each,
  WithStatement: unknown,
  UpdateStatement: unknown,
};

/** The assignment whose target a name is, or is a part of. */
export function assignmentOf(node: SyntaxNode): SyntaxNode | undefined {
  let holder = node.parent;
  while (holder?.name === 'TupleExpression' || holder?.name === 'ArrayExpression') holder = holder.parent;
  return holder?.name === 'AssignStatement' ? holder : undefined;
}
