/** A list of Python that is a command → its words. */
import type { SyntaxNode } from '@lezer/common';
import type { Binding } from '../python/binding';
import { classAround } from '../python/bindings';
import { callersOf, passedFor } from '../python/callers';
import {
  argumentsOf,
  childrenOf,
  dottedName,
  insideOf,
  isSame,
  nodeAt,
  operandsOf,
  scopeOf,
  textOf,
} from '../python/tree';
import { open, type Value } from '../python/value';
import type { Program } from './program';
import { lookUp } from '../../domain/basics/look-up';

/** A word: an expression, or something that cannot be told, such as any number of words. */
export type Item =
  | { readonly node: SyntaxNode; readonly from: number }
  | { readonly node?: undefined; readonly value: Value; readonly from: number };

type Asked = Pick<Program, 'source' | 'evaluator' | 'budget'>;

const MOST_DEPTH = 6;

/** The lists that an expression can be; `undefined` where it is no list, as far as can be told. */
export function wordsIn(node: SyntaxNode, asked: Asked, depth = 0): readonly (readonly Item[])[] | undefined {
  return depth < MOST_DEPTH && asked.budget.take(1) ? lookUp(READERS, node.name)?.(node, asked, depth + 1) : undefined;
}

type Read = (node: SyntaxNode, asked: Asked, depth: number) => readonly (readonly Item[])[] | undefined;

const READERS: Readonly<Record<string, Read>> = {
  ArrayExpression: listed,
  TupleExpression: listed,
  ArgList: listed,
  ParenthesizedExpression: (node, asked, depth) => {
    const inner = insideOf(node);
    return inner && wordsIn(inner, asked, depth);
  },
  BinaryExpression: (node, asked, depth) => {
    const operands = operandsOf(node);
    if (operands === undefined) return undefined;
    const [left, sign, right] = operands;
    if (textOf(asked.source, sign) !== '+') return undefined;
    const [before, behind] = [wordsIn(left, asked, depth), wordsIn(right, asked, depth)];
    if (before === undefined && behind === undefined) return undefined;
    return [[...(before?.[0] ?? [unpacked(left)]), ...(behind?.[0] ?? [unpacked(right)])]];
  },
  CallExpression: (node, asked, depth) => {
    const name = node.firstChild ? dottedName(asked.source, node.firstChild) : '';
    const [first] = argumentsOf(asked.source, node.lastChild).positional;
    if (/^(?:list|tuple)$/.test(name) && first !== undefined) return wordsIn(first, asked, depth);
    const isCopy = name.endsWith('.copy') && first === undefined && node.firstChild?.firstChild;
    return isCopy ? wordsIn(isCopy, asked, depth) : undefined;
  },
  VariableName: named,
  MemberExpression: attribute,
};

function unpacked({ from }: SyntaxNode): Item {
  return { value: open('unpacked'), from };
}

/** The parts between commas; `*more` is as many as it holds. */
function listed(node: SyntaxNode, asked: Asked, depth: number): readonly (readonly Item[])[] {
  if (!asked.budget.take((node.to - node.from) >> 3)) return [[unpacked(node)]];
  const given = node.name === 'ArgList' ? argumentsOf(asked.source, node) : undefined;
  const isNamed = (one: SyntaxNode) =>
    given !== undefined && (one.nextSibling?.name === 'AssignOp' || one.prevSibling?.name === 'AssignOp');
  const items = childrenOf(node).filter(({ name }) => !/^[[\](),*]$|^\*\*$|^Comment$|^AssignOp$|^ArithOp$/.test(name));
  return [
    items.flatMap((item): readonly Item[] => {
      const before = item.prevSibling === null ? '' : textOf(asked.source, item.prevSibling);
      if (before === '**' || isNamed(item)) return [];
      if (before !== '*') return [{ node: item, from: item.from }];
      return wordsIn(item, asked, depth)?.[0] ?? [unpacked(item)];
    }),
  ];
}

/** Where an expression is written out; for a parameter, at the calls in the file. */
export function writtenAt(node: SyntaxNode, asked: Asked): readonly SyntaxNode[] {
  const { evaluator, source } = asked;
  if (node.name === 'VariableName' && !asked.budget.take(BINDING_COST * boundTo(node, asked).length)) return [];
  const known = evaluator.writtenOf(node);
  if (known.length > 0 || node.name !== 'VariableName') return known;
  return evaluator.bindingsAt(node).flatMap(({ kind, node: target, scope }) => {
    const isGiven = kind === 'parameter';
    const parameter = textOf(source, target);
    const callers = isGiven ? callersOf(scope, evaluator) : [];
    const passed = callers.filter(({ isEach }) => !isEach).map((one) => passedFor(one, { scope, parameter }, source));
    return passed.flatMap((one) => (one === undefined ? [] : evaluator.writtenOf(one)));
  });
}

/** To look through the values of a name costs more than one step each. */
const BINDING_COST = 4;

function boundTo(node: SyntaxNode, { evaluator, source }: Asked): readonly Binding[] {
  return evaluator.bindings.inScope(textOf(source, node), scopeOf(node), node.from);
}

/** A name: each list that it gets, with what is added before it is used. */
function named(node: SyntaxNode, asked: Asked, depth: number): readonly (readonly Item[])[] | undefined {
  const known = writtenAt(node, asked);
  const name = textOf(asked.source, node);
  // `words += more` leaves the list that it began with.
  const before = () =>
    boundTo(node, asked).findLast(
      ({ kind, value, node: target }) => kind === 'value' && value !== undefined && target.from < node.from,
    )?.value;
  const began = known.length > 0 || asked.budget.isSpent ? undefined : before();
  const lists = (began === undefined ? known : [began]).flatMap((one) => {
    if (one.name === 'VariableName') return [];
    const items = wordsIn(one, asked, depth)?.[0];
    return items === undefined ? [] : [[...items, ...added(name, { from: one.to, to: node.from, depth }, asked)]];
  });
  return lists.length === 0 ? undefined : lists;
}

/** `LISTS["small"]`; `self.words`: each list that the class gives it. */
function attribute(node: SyntaxNode, asked: Asked, depth: number): readonly (readonly Item[])[] | undefined {
  const { firstChild: object, lastChild: name } = node;
  if (name?.name === ']') {
    const all = asked.evaluator.writtenOf(node).filter((one) => one.name !== node.name);
    const lists = all.flatMap((one) => wordsIn(one, asked, depth) ?? []);
    return lists.length === 0 ? undefined : lists;
  }
  if (object === null || name?.name !== 'PropertyName' || !/^(?:self|cls)$/.test(textOf(asked.source, object)))
    return undefined;
  const holder = classAround(node);
  const lists = asked.evaluator.bindings
    .inClasses(textOf(asked.source, name))
    .filter(({ scope }) => holder !== undefined && isSame(scope, holder))
    .flatMap(({ value }) => (value === undefined ? [] : (wordsIn(value, asked, depth) ?? [])));
  return lists.length === 0 ? undefined : lists;
}

/** How far before its use a list is still added to, in characters. */
const MOST_BETWEEN = 2_000;

interface Between {
  readonly from: number;
  readonly to: number;
  readonly depth: number;
}

function added(name: string, { from, to, depth }: Between, asked: Asked): Item[] {
  const start = Math.max(from, to - MOST_BETWEEN);
  if (start >= to || !asked.budget.take(to - start)) return [];
  const pattern = new RegExp(String.raw`(?<![\w.])${name}(?=\.(?:append|extend)\s*\(|\s*\+=)`, 'g');
  return [...asked.source.text.slice(start, to).matchAll(pattern)].flatMap(({ index }): readonly Item[] => {
    const node = nodeAt(asked.source, start + index);
    const { parent } = node;
    if (node.name !== 'VariableName' || parent === null) return [];
    if (parent.name === 'UpdateStatement') return all(parent.lastChild, asked, depth);
    const list = parent.parent?.lastChild;
    const [first] = argumentsOf(asked.source, list ?? null).positional;
    if (first === undefined) return [];
    const isOne = parent.lastChild !== null && textOf(asked.source, parent.lastChild) === 'append';
    return isOne ? [{ node: first, from: first.from }] : all(first, asked, depth);
  });
}

function all(node: SyntaxNode | null, asked: Asked, depth: number): readonly Item[] {
  return node === null ? [] : (wordsIn(node, asked, depth)?.[0] ?? [unpacked(node)]);
}
