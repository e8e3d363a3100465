/** Calls → what they return one after another: `enumerate(REPOS)`, `MODELS.items()`, `TEXT.split()`. */
import type { SyntaxNode } from '@lezer/common';
import { entriesOf, type Entry } from './entries';
import { fieldsGiven } from './instances';
import type { Item } from './item';
import type { Walk } from './reader';
import { argumentsOf, dottedName, stringValue } from './tree';
import { lookUp } from '../../domain/basics/look-up';

/** Calls that hold what their arguments hold. */
const HOLDS_SAME = /(?:^|\.)(?:list|tuple|set|frozenset|sorted|reversed|iter|tqdm|trange|track|chain)$/;

/** What a call returns, one after another; `[undefined]` where it is not known. */
export function madeItems(node: SyntaxNode, walk: Walk): readonly Item[] {
  const { source } = walk.reader;
  const callee = node.firstChild;
  const name = callee === null ? '' : dottedName(source, callee);
  const { positional } = argumentsOf(source, node.lastChild);
  const method =
    callee?.firstChild && lookUp(METHODS, name.split('.').at(-1) ?? '')?.(callee.firstChild, positional, walk);
  if (method !== undefined && method !== null) return method;
  const fields = fieldsGiven(node, walk);
  return fields.length > 0 ? fields.map(({ value }) => value) : heldBy(name, positional, walk);
}

/** What a function returns that goes through its arguments. */
function heldBy(name: string, positional: readonly SyntaxNode[], walk: Walk): readonly Item[] {
  const [first] = positional;
  if (first === undefined) return [undefined];
  if (HOLDS_SAME.test(name)) return positional.flatMap((one) => walk.reader.itemsOf(one, walk.depth));
  if (name === 'enumerate') return walk.reader.itemsOf(first, walk.depth).map((item) => [undefined, item]);
  const isProduct = /(?:^|\.)product$/.test(name);
  if (name !== 'zip' && !isProduct) return [undefined];
  const columns = positional.map((one) => walk.reader.itemsOf(one, walk.depth));
  return isProduct ? product(columns) : zipped(columns);
}

/** Methods of what is gone through. */
const METHODS: Readonly<
  Record<string, (object: SyntaxNode, given: readonly SyntaxNode[], walk: Walk) => readonly Item[] | undefined>
> = {
  items: (object, _, walk) => entriesIn(object, walk).map(({ key, value }) => [keyOf(key), value]),
  keys: (object, _, walk) => entriesIn(object, walk).map(({ key }) => keyOf(key)),
  values: (object, _, walk) => entriesIn(object, walk).map(({ value }) => value),
  split: (object, [by], walk) => {
    const sign = by === undefined ? /\s+/ : by.name === 'String' ? stringValue(walk.reader.source, by) : undefined;
    return sign === undefined ? undefined : pieces(object, sign, walk);
  },
  splitlines: (object, _, walk) => pieces(object, /\r?\n/, walk),
};

function entriesIn(object: SyntaxNode, walk: Walk): readonly Entry[] {
  return walk.reader.written(object, walk.depth).flatMap((one) => entriesOf(one, walk));
}

function keyOf(key: Entry['key']): Item {
  return typeof key === 'string' ? { texts: [key] } : key;
}

/** A longer one is no list of ids. */
const LONGEST_TEXT = 10_000;

/** The pieces of a text that the file gives; `undefined` where it gives none. */
function pieces(object: SyntaxNode, by: RegExp | string, { depth, reader }: Walk): readonly Item[] | undefined {
  const { texts } = reader.value(object, depth);
  if (texts.some(({ length }) => length > LONGEST_TEXT)) return undefined;
  const all = texts.flatMap((text) => text.split(by)).map((text) => text.trim());
  return texts.length === 0 ? undefined : all.filter((text) => text !== '').map((text) => ({ texts: [text] }));
}

/** What stands side by side in each turn. */
function zipped(columns: readonly (readonly Item[])[]): readonly Item[] {
  return (columns[0] ?? []).map((_, turn) => columns.map((items) => items[turn]));
}

/** Turns that are told apart. */
const MOST_TURNS = 64;

/** Each of the one with each of the others. */
function product(columns: readonly (readonly Item[])[]): readonly Item[] {
  let turns: readonly (readonly Item[])[] = [[]];
  for (const items of columns) {
    if (turns.length * items.length > MOST_TURNS) return [undefined];
    turns = turns.flatMap((before) => items.map((item) => [...before, item]));
  }
  return turns;
}
