/** Texts that are put together: `f"{OWNER}/x"`, `"{}/x".format(OWNER)`, `"%s/x" % OWNER`, `"/".join([OWNER, "x"])`. */
import type { SyntaxNode } from '@lezer/common';
import { itemsOf, valueOfItems } from './held';
import type { Reader, Walk } from './reader';
import { lookUp } from '../../domain/basics/look-up';
import { argumentsOf, childrenOf, openingOf, operandsOf, stringValue, textOf, unescaped, type Arguments } from './tree';
import { joined, oneOf, open, type Value } from './value';

/** A part of an f-string: what is written between two places, or what is filled in, which may be missing while somebody types. */
export type FormatPart =
  | { readonly kind: 'written'; readonly from: number; readonly to: number }
  | { readonly kind: 'filled'; readonly inner: SyntaxNode | undefined };

/** @param text that of the file */
export function formatParts(text: string, node: SyntaxNode): readonly FormatPart[] {
  const { begin, quotes } = openingOf(text.slice(node.from, node.to));
  const parts: FormatPart[] = [];
  let at = node.from + begin.length;
  for (const replacement of childrenOf(node).filter(({ name }) => name === 'FormatReplacement')) {
    const inner = childrenOf(replacement).find(({ name }) => name !== '{' && name !== '}');
    parts.push({ kind: 'written', from: at, to: replacement.from }, { kind: 'filled', inner });
    at = replacement.to;
  }
  return [...parts, { kind: 'written', from: at, to: node.to - quotes.length }];
}

/** `{{` stands for one brace in an f-string. */
export function withBraces(text: string): string {
  return text.replaceAll('{{', '{').replaceAll('}}', '}');
}

/** Every part must be known. */
export function formatString(node: SyntaxNode, depth: number, reader: Reader): Value {
  const { text } = reader.source;
  return joined(
    formatParts(text, node).map((part) => {
      if (part.kind === 'written') return { texts: [unescaped(withBraces(text.slice(part.from, part.to)))] };
      return part.inner === undefined ? open('expression') : reader.value(part.inner, depth);
    }),
  );
}

/** `+`, `%`, `and`, `or`. */
export function binaryValue(node: SyntaxNode, depth: number, reader: Reader): Value {
  const operands = operandsOf(node);
  if (operands === undefined) return open('expression');
  const [left, operator, right] = operands;
  const word = textOf(reader.source, operator);
  if (word === '+') return joined([reader.value(left, depth), reader.value(right, depth)]);
  if (word === '%') return percent(left, right, { depth, reader });
  if (word === 'and') return reader.value(right, depth);
  if (word !== 'or') return open('expression');
  const last = reader.value(right, depth);
  // `given or "acme/x"`: the right one is the default.
  const first = reader.value(left, depth);
  return last.texts.length > 0 ? oneOf([{ texts: first.texts }, last]) : oneOf([first, last]);
}

function percent(left: SyntaxNode, right: SyntaxNode, { depth, reader }: Walk): Value {
  const nodes = right.name === 'TupleExpression' ? itemsOf(right, { depth, reader }) : [right];
  let next = 0;
  return filled(reader.value(left, depth), /%(?:[sdr]|(%))/g, (_, percentSign) =>
    percentSign === undefined ? valueOfItems([nodes[next++]], { depth, reader }) : { texts: ['%'] },
  );
}

/** `"…".format(…)`, `"…".join(…)`, `name.lower()`; `undefined` where it is none of them, or of a text that is not known. */
export function textMethod(node: SyntaxNode, depth: number, reader: Reader): Value | undefined {
  const object = node.firstChild?.firstChild;
  const method = node.firstChild?.lastChild;
  if (!object || method?.name !== 'PropertyName') return undefined;
  const given = argumentsOf(reader.source, node.lastChild);
  const name = textOf(reader.source, method);
  const [first] = given.positional;
  if (name === 'join' && first !== undefined && object.name.endsWith('String'))
    return joinedBy(object, first, { depth, reader });
  if (name === 'format') return formattedBy(object, given, { depth, reader });
  const change = lookUp(CHANGES, name);
  if (change === undefined) return undefined;
  const words = given.positional.map((one) => (one.name === 'String' ? stringValue(reader.source, one) : undefined));
  const value = reader.value(object, depth);
  if (value.texts.length === 0 || words.includes(undefined)) return undefined;
  return {
    ...value,
    texts: value.texts.map((text) =>
      change(
        text,
        words.flatMap((word) => word ?? []),
      ),
    ),
  };
}

/** Methods that make another text of one, by texts that are written. */
const CHANGES: Readonly<Record<string, (text: string, words: readonly string[]) => string>> = {
  lower: (text) => text.toLowerCase(),
  upper: (text) => text.toUpperCase(),
  replace: (text, [old = '', other = '']) => (old === '' ? text : text.replaceAll(old, other)),
  removeprefix: (text, [begin = '']) => (text.startsWith(begin) ? text.slice(begin.length) : text),
  removesuffix: (text, [end = '']) => (text.endsWith(end) ? text.slice(0, text.length - end.length) : text),
};

function joinedBy(object: SyntaxNode, list: SyntaxNode, { depth, reader }: Walk): Value {
  const by = reader.value(object, depth);
  const parts = itemsOf(list, { depth, reader }).map((item) => valueOfItems([item], { depth, reader }));
  return joined(parts.flatMap((part, index) => (index === 0 ? [part] : [by, part])));
}

function formattedBy(object: SyntaxNode, { positional, named }: Arguments, { depth, reader }: Walk): Value | undefined {
  const text = reader.value(object, depth);
  if (text.texts.length === 0 && !object.name.endsWith('String')) return undefined;
  let next = 0;
  return filled(text, /\{(\w*)\}/g, (_, field = '') => {
    const at = field === '' ? next++ : Number(field);
    const given = named.get(field) ?? positional[at];
    return given === undefined ? open('expression') : reader.value(given, depth);
  });
}

/** A text with the values of what is in it. */
function filled(
  { texts: [text], open: reason }: Value,
  hole: RegExp,
  value: (whole: string, name?: string) => Value,
): Value {
  if (text === undefined) return open(reason ?? 'expression');
  const parts: Value[] = [];
  let at = 0;
  for (const match of text.matchAll(hole)) {
    parts.push({ texts: [text.slice(at, match.index)] }, value(match[0], match[1]));
    at = match.index + match[0].length;
  }
  return joined([...parts, { texts: [text.slice(at)] }]);
}
