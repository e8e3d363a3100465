/** Lists, dictionaries and what is made like one, as the file writes them out → what they hold. */
import type { SyntaxNode } from '@lezer/common';
import type { Binding } from './binding';
import { classNamed } from './definitions';
import type { Reader, Walk } from './reader';
import { argumentsOf, childrenOf, dottedName, partsOf, stringValue, textOf, type Source } from './tree';
import { NOTHING, oneOf, open, type Value } from './value';

/** One of what is gone through: a place of the program, several side by side, or something that cannot be told. */
export type Item = SyntaxNode | readonly Item[] | undefined;

interface Entry {
  /** A name that is written, or a key to be followed. */
  readonly key: SyntaxNode | string;
  readonly value: SyntaxNode;
}

/** Calls whose named arguments are entries or attributes. */
const MAKES_ENTRIES = /(?:^|\.)(?:dict|OrderedDict|Namespace|SimpleNamespace|EasyDict|edict|Box|Munch|AttrDict|DictConfig|ConfigDict|MappingProxyType|OmegaConf\.create)$/; // prettier-ignore
/** Calls that hold what their argument holds. */
const HOLDS_SAME = /(?:^|\.)(?:list|tuple|set|frozenset|sorted|reversed|iter|tqdm|trange|track)$/;

/** The places where the expression is written out, as far as names lead there; none where one of them cannot be followed. */
export function written(node: SyntaxNode, depth: number, reader: Reader): readonly SyntaxNode[] {
  if (!reader.mayGoOn(depth)) return [];
  const next = depth + 1;
  if (node.name === 'ParenthesizedExpression' && node.firstChild?.nextSibling)
    return written(node.firstChild.nextSibling, next, reader);
  if (node.name === 'VariableName') return writtenUnder(node, next, reader);
  if (node.name === 'MemberExpression' && node.lastChild?.name === ']')
    return elementsOf(node, next, reader).flatMap((one) => written(one, next, reader));
  return [node];
}

function writtenUnder(node: SyntaxNode, depth: number, reader: Reader): readonly SyntaxNode[] {
  const bindings = reader.bindingsAt(node);
  const holder = bindings.length === 0 && classNamed(reader.source, textOf(reader.source, node));
  if (holder) return [holder];
  const all = bindings.map((binding) =>
    nodesIn(boundItems(binding, { depth, reader })).flatMap((one) => written(one, depth, reader)),
  );
  return all.some((nodes) => nodes.length === 0) ? [] : all.flat();
}

function nodesIn(items: readonly Item[]): SyntaxNode[] {
  return items.flatMap((item) => (isNode(item) ? [item] : []));
}

function isNode(item: Item): item is SyntaxNode {
  return item !== undefined && 'from' in item;
}

/** What a name gets of what it is bound to: one after another of it, or a part of it, or a part of each. */
export function boundItems({ kind, value, place = [] }: Binding, walk: Walk): readonly Item[] {
  const whole: readonly Item[] = value === undefined ? [] : kind === 'each' ? itemsOf(value, walk) : [value];
  return place.reduce(
    (items, index) => items.map((item) => (isNode(item) ? itemsOf(item, walk)[index] : item?.[index])),
    whole,
  );
}

/** One after another of what an expression holds; empty where that cannot be told. */
export function itemsOf(node: SyntaxNode, { depth, reader }: Walk): readonly Item[] {
  const walk = { depth: depth + 1, reader };
  return written(node, depth, reader).flatMap((one) => {
    const isRead = reader.mayGoOn(depth, nodesOf(one));
    return (isRead ? HOLDERS[one.name]?.(one, walk) : undefined) ?? [undefined];
  });
}

/** About as many nodes as there are in an expression. */
function nodesOf({ from, to }: SyntaxNode): number {
  return (to - from) >> 3;
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
  CallExpression: called,
};

function listed(node: SyntaxNode, walk: Walk): readonly Item[] {
  return childrenOf(node)
    .filter(({ name }) => !/^[[\](){},*]$|^Comment$/.test(name))
    .flatMap((item) => (item.prevSibling?.name === '*' ? itemsOf(item, walk) : [item]));
}

function called(node: SyntaxNode, walk: Walk): readonly Item[] {
  const { source } = walk.reader;
  const callee = node.firstChild;
  const name = callee === null ? '' : dottedName(source, callee);
  const [first, second] = argumentsOf(source, node.lastChild).positional;
  const part = /\.(items|values|keys)$/.exec(name)?.[1];
  if (part !== undefined && callee?.firstChild) {
    const entries = written(callee.firstChild, walk.depth, walk.reader).flatMap((one) => entriesOf(one, walk));
    const pair = ({ key, value }: Entry): readonly [Item, Item] => [typeof key === 'string' ? undefined : key, value];
    return part === 'items' ? entries.map(pair) : entries.map((entry) => pair(entry)[part === 'keys' ? 0 : 1]);
  }
  if (first === undefined) return [undefined];
  if (HOLDS_SAME.test(name)) return itemsOf(first, walk);
  if (name === 'enumerate') return itemsOf(first, walk).map((item) => [undefined, item]);
  if (name !== 'zip' || second === undefined) return [undefined];
  const others = itemsOf(second, walk);
  return itemsOf(first, walk).map((item, index) => [item, others[index]]);
}

/** What a dictionary, or what is made like one, has under each key. */
export function entriesOf(node: SyntaxNode, { depth, reader }: Walk): readonly Entry[] {
  const { source } = reader;
  if (node.name === 'CallExpression') {
    if (node.firstChild === null || !MAKES_ENTRIES.test(dottedName(source, node.firstChild))) return [];
    const { named, positional, unpacked } = argumentsOf(source, node.lastChild);
    const inner = [...positional, ...unpacked].flatMap((one) => written(one, depth, reader));
    return [
      ...[...named].map(([key, value]) => ({ key, value })),
      ...inner.flatMap((one) => entriesOf(one, { depth: depth + 1, reader })),
    ];
  }
  if (node.name !== 'DictionaryExpression' || !reader.mayGoOn(depth, nodesOf(node))) return [];
  const parts = partsOf(node);
  return parts.flatMap((part, at): readonly Entry[] => {
    const [key, value] = [parts[at - 1], parts[at + 1]];
    if (value === undefined) return [];
    if (part.name === ':') return key === undefined ? [] : [{ key, value }];
    const isSpread = part.name === '**';
    return isSpread ? written(value, depth, reader).flatMap((one) => entriesOf(one, { depth: depth + 1, reader })) : [];
  });
}

/** Entries under names that are written. */
export function namedEntries(source: Source, entries: readonly Entry[]): Map<string, SyntaxNode> {
  const pairs = entries.flatMap(({ key, value }): [string, SyntaxNode][] => {
    const name = typeof key === 'string' ? key : key.name === 'String' ? stringValue(source, key) : undefined;
    return name === undefined ? [] : [[name, value]];
  });
  return new Map(pairs);
}

/** What is under an attribute or a key that is known. */
export function under(object: SyntaxNode, name: string, { depth, reader }: Walk): SyntaxNode[] {
  return written(object, depth, reader).flatMap(
    (one) => namedEntries(reader.source, entriesOf(one, { depth, reader })).get(name) ?? [],
  );
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
    const texts = (entry: Entry) =>
      typeof entry.key === 'string' ? [entry.key] : reader.value(entry.key, walk.depth).texts;
    return entries
      .filter((entry) => texts(entry).some((text) => wanted.texts.includes(text)))
      .map(({ value }) => value);
  });
}

function atIndex(items: readonly Item[], index: string): readonly Item[] {
  return /^-?\d+$/.test(index) ? [items.at(Number(index))] : items;
}

/** The values of items, each of which can be the one. */
export function valueOfItems(items: readonly Item[], { depth, reader }: Walk): Value {
  if (items.length === 0) return open('variable');
  return oneOf(
    items.map((item) => (isNode(item) ? reader.value(item, depth) : item === undefined ? open('variable') : NOTHING)),
  );
}
