/** Dictionaries and what is made like one → what they have under each key. */
import type { SyntaxNode } from '@lezer/common';
import { fieldsGiven } from './instances';
import type { Walk } from './reader';
import { argumentsOf, dottedName, operandsOf, partsOf, stringValue, textOf, type Source } from './tree';

/** What is under a key. */
export interface Entry {
  /** A name that is written, or a key to be followed. */
  readonly key: SyntaxNode | string;
  readonly value: SyntaxNode;
}

/** Calls whose named arguments are entries or attributes. */
const MAKES_ENTRIES = /(?:^|\.)(?:dict|OrderedDict|Namespace|SimpleNamespace|EasyDict|edict|Box|Munch|AttrDict|DictConfig|ConfigDict|MappingProxyType|OmegaConf\.create)$/; // prettier-ignore

/** About as many nodes as there are in an expression. */
export function nodesOf({ from, to }: SyntaxNode): number {
  return (to - from) >> 3;
}

/** What a dictionary, or what is made like one, has under each key. */
export function entriesOf(node: SyntaxNode, { depth, reader }: Walk): readonly Entry[] {
  const { source } = reader;
  if (node.name === 'CallExpression') {
    if (node.firstChild === null || !MAKES_ENTRIES.test(dottedName(source, node.firstChild)))
      return fieldsGiven(node, { depth, reader });
    const { named, positional, unpacked } = argumentsOf(source, node.lastChild);
    const inner = [...positional, ...unpacked].flatMap((one) => reader.written(one, depth));
    return [
      ...[...named].map(([key, value]) => ({ key, value })),
      ...inner.flatMap((one) => entriesOf(one, { depth: depth + 1, reader })),
    ];
  }
  if (node.name === 'BinaryExpression') {
    const [left, sign, right] = operandsOf(node) ?? [];
    if (left === undefined || sign === undefined || right === undefined || textOf(source, sign) !== '|') return [];
    return [left, right].flatMap((side) =>
      reader.written(side, depth).flatMap((one) => entriesOf(one, { depth: depth + 1, reader })),
    );
  }
  if (node.name !== 'DictionaryExpression' || !reader.mayGoOn(depth, nodesOf(node))) return [];
  const parts = partsOf(node);
  return parts.flatMap((part, at): readonly Entry[] => {
    const [key, value] = [parts[at - 1], parts[at + 1]];
    if (value === undefined) return [];
    if (part.name === ':') return key === undefined ? [] : [{ key, value }];
    const isSpread = part.name === '**';
    return isSpread ? reader.written(value, depth).flatMap((one) => entriesOf(one, { depth: depth + 1, reader })) : [];
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
  return reader
    .written(object, depth)
    .flatMap((one) => namedEntries(reader.source, entriesOf(one, { depth, reader })).get(name) ?? []);
}
