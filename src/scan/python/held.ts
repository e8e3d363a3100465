/** Lists, dictionaries and what is made like one, as the file writes them out → what they hold. */
import type { SyntaxNode } from '@lezer/common';
import { assignmentOf } from './binders';
import type { Binding } from './binding';
import { callersOf, passedFor } from './callers';
import { classNamed } from './definitions';
import { entriesOf, nodesOf, under } from './entries';
import type { Item } from './item';
import { madeItems } from './iterated';
import type { Reader, Walk } from './reader';
import { argumentsOf, childrenOf, dottedName, isParameter, loopAround, partsOf, textOf } from './tree';
import { NOTHING, oneOf, open, type Value } from './value';
import { lookUp } from '../../domain/basics/look-up';

/** The places where the expression is written out, as far as names lead there; none where one of them cannot be followed. */
export function written(node: SyntaxNode, depth: number, reader: Reader): readonly SyntaxNode[] {
  if (!reader.mayGoOn(depth)) return [];
  const next = depth + 1;
  if (node.name === 'ParenthesizedExpression' && node.firstChild?.nextSibling)
    return written(node.firstChild.nextSibling, next, reader);
  if (node.name === 'VariableName') return writtenUnder(node, next, reader);
  if (node.name === 'MemberExpression') {
    const isEntry = node.lastChild?.name === ']';
    const found = isEntry ? elementsOf(node, next, reader) : attributesOf(node, next, reader);
    return isEntry || found.length > 0 ? found.flatMap((one) => written(one, next, reader)) : [node];
  }
  const copied = node.name === 'CallExpression' ? copiedBy(node, reader) : undefined;
  return copied === undefined ? [node] : written(copied, next, reader);
}

/** `deepcopy(X)`, `X.copy()`. */
function copiedBy(call: SyntaxNode, { source }: Reader): SyntaxNode | undefined {
  const callee = call.firstChild;
  const name = callee === null ? '' : dottedName(source, callee);
  if (!/(?:^|\.)(?:deepcopy|copy)$/.test(name)) return undefined;
  const [first] = argumentsOf(source, call.lastChild).positional;
  return first ?? (callee?.name === 'MemberExpression' ? (callee.firstChild ?? undefined) : undefined);
}

/** What is under an attribute: of an option, or of what the object is made with. */
function attributesOf(member: SyntaxNode, depth: number, reader: Reader): readonly SyntaxNode[] {
  const { firstChild: object, lastChild: last } = member;
  if (object === null || last === null) return [];
  const name = textOf(reader.source, last);
  const held = under(object, name, { depth, reader });
  if (held.length > 0) return held;
  const option = reader.options().get(name);
  return option === undefined ? [] : [option];
}

function writtenUnder(node: SyntaxNode, depth: number, reader: Reader): readonly SyntaxNode[] {
  const bindings = reader.bindingsAt(node);
  const holder = bindings.length === 0 && classNamed(reader.source, textOf(reader.source, node));
  if (holder) return [holder];
  const all = bindings.map((binding) => {
    const items = isParameter(binding.node) ? passedTo(binding, reader) : boundItems(binding, { depth, reader });
    const nodes = nodesIn(items).flatMap((one) => written(one, depth, reader));
    return ofTurn(binding, nodes, reader);
  });
  return all.some((nodes) => nodes.length === 0) ? [] : all.flat();
}

/** What the callers in the file pass for a parameter, and its default. */
function passedTo({ node, scope, value }: Binding, reader: Reader): readonly Item[] {
  const { source } = reader;
  const way = reader.wayOf(scope)?.caller;
  const callers = way === undefined ? callersOf(scope, reader) : [way];
  const parameter = textOf(source, node);
  const passed = callers.flatMap((caller): readonly Item[] => {
    const given = passedFor(caller, { scope, parameter }, source);
    if (given === undefined) return [];
    return caller.isEach ? reader.itemsOf(given, 1) : [given];
  });
  return value === undefined || (way !== undefined && passed.length > 0) ? passed : [...passed, value];
}

/** The one that is looked at just now of what a name can be. */
function ofTurn({ node }: Binding, nodes: readonly SyntaxNode[], reader: Reader): readonly SyntaxNode[] {
  const statement = assignmentOf(node);
  const turn = statement && reader.wayOf(statement)?.turn;
  return turn === undefined ? nodes : nodes.slice(turn, turn + 1);
}

function nodesIn(items: readonly Item[]): SyntaxNode[] {
  return items.flatMap((item) => (isNode(item) ? [item] : []));
}

function isNode(item: Item): item is SyntaxNode {
  return item !== undefined && 'from' in item;
}

/** What a name gets of what it is bound to: one after another of it, or a part of it, or a part of each. */
export function boundItems(binding: Binding, walk: Walk): readonly Item[] {
  const { value, place = [] } = binding;
  const whole = value === undefined ? [] : binding.kind === 'each' ? turnsOf(binding, value, walk) : [value];
  return place.reduce<readonly Item[]>((items, index) => items.flatMap((item) => partsAt(item, index, walk)), whole);
}

/** What a loop goes through, or the one of it that is looked at just now. */
function turnsOf({ node }: Binding, value: SyntaxNode, walk: Walk): readonly Item[] {
  const items = itemsOf(value, walk);
  const loop = loopAround(node);
  const turn = loop && walk.reader.wayOf(loop)?.turn;
  return turn === undefined ? items : [items[turn]];
}

/** The part at a place; one of each that the item can be. */
function partsAt(item: Item, index: number, walk: Walk): readonly Item[] {
  if (!isNode(item)) return [item !== undefined && 'texts' in item ? undefined : item?.[index]];
  const all = written(item, walk.depth, walk.reader);
  const turn = item.parent?.name === 'AssignStatement' ? walk.reader.wayOf(item.parent)?.turn : undefined;
  const holders = turn === undefined ? all : all.slice(turn, turn + 1);
  return holders.length === 0 ? [undefined] : holders.map((one) => itemsIn(one, walk)[index]);
}

/** One after another of what an expression holds; empty where that cannot be told. */
export function itemsOf(node: SyntaxNode, walk: Walk): readonly Item[] {
  return written(node, walk.depth, walk.reader).flatMap((one) => itemsIn(one, walk));
}

/** The same of what is written out. */
function itemsIn(node: SyntaxNode, { depth, reader }: Walk): readonly Item[] {
  const isRead = reader.mayGoOn(depth, nodesOf(node));
  return (isRead ? lookUp(HOLDERS, node.name)?.(node, { depth: depth + 1, reader }) : undefined) ?? [undefined];
}

/** The kind of node → what it holds. */
const HOLDERS: Readonly<Record<string, (node: SyntaxNode, walk: Walk) => readonly Item[]>> = {
  ArrayExpression: listed,
  TupleExpression: listed,
  SetExpression: listed,
  DictionaryExpression: (node, walk) =>
    entriesOf(node, walk).map(({ key, value }) => (typeof key === 'string' ? value : key)),
  BinaryExpression: (node, walk) =>
    [node.firstChild, node.lastChild].flatMap((side) => (side ? itemsOf(side, walk) : [])),
  // The members of an enumeration.
  ClassDefinition: (node) =>
    childrenOf(node.lastChild ?? node).flatMap(({ name, lastChild }) =>
      name === 'AssignStatement' && lastChild ? [lastChild] : [],
    ),
  ArrayComprehensionExpression: elementOf,
  ComprehensionExpression: elementOf,
  SetComprehensionExpression: elementOf,
  CallExpression: madeItems,
};

/** `f"{OWNER}/{name}" for name in NAMES`: its names have all their values. */
function elementOf(node: SyntaxNode): readonly Item[] {
  return partsOf(node)
    .filter(({ name }) => !/^[[({]$/.test(name))
    .slice(0, 1);
}

function listed(node: SyntaxNode, walk: Walk): readonly Item[] {
  return childrenOf(node)
    .filter(({ name }) => !/^[[\](){},*]$|^Comment$/.test(name))
    .flatMap((item) => (item.prevSibling?.name === '*' ? itemsOf(item, walk) : [item]));
}

/** `MODELS["small"]`, `REPOS[0]`: the values that it can be; all of them where the key is not known. */
export function elementsOf(member: SyntaxNode, depth: number, reader: Reader): SyntaxNode[] {
  const object = member.firstChild;
  const key = member.lastChild?.prevSibling;
  if (!object || !key) return [];
  const walk = { depth: depth + 1, reader };
  const wanted = reader.value(key, walk.depth);
  return written(object, depth, reader).flatMap((one) => {
    const entries = entriesOf(one, walk);
    if (entries.length === 0) return nodesIn(atIndex(itemsOf(one, walk), textOf(reader.source, key)));
    if (wanted.texts.length === 0) return wanted.open === undefined ? [] : entries.map(({ value }) => value);
    const fitting = new Map<string, SyntaxNode>();
    for (const entry of entries) {
      const texts = typeof entry.key === 'string' ? [entry.key] : reader.value(entry.key, walk.depth).texts;
      if (!texts.some((text) => wanted.texts.includes(text))) continue;
      const name = texts.join('\n');
      // Of one key the last value holds: `{**DEFAULTS, "model": "acme/x"}`.
      fitting.delete(name);
      fitting.set(name, entry.value);
    }
    return [...fitting.values()];
  });
}

function atIndex(items: readonly Item[], index: string): readonly Item[] {
  return /^-?\d+$/.test(index) ? [items.at(Number(index))] : items;
}

/** The values of items, each of which can be the one. */
export function valueOfItems(items: readonly Item[], { depth, reader }: Walk): Value {
  if (items.length === 0) return open('variable');
  return oneOf(
    items.map((item) => {
      if (item === undefined) return open('variable');
      if ('texts' in item) return item;
      return isNode(item) ? reader.value(item, depth) : NOTHING;
    }),
  );
}
