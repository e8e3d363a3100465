/** A configuration file as what YAML, JSON and TOML have in common, each text with its place. */

export type Node = MapNode | ListNode | TextNode | { readonly kind: 'other' };

/** A mapping, its entries in the order of the file. */
export interface MapNode {
  readonly kind: 'map';
  readonly entries: readonly Entry[];
}

/** A key and its value. */
export interface Entry {
  readonly key: string;
  /** Where the key is, in characters. */
  readonly from: number;
  readonly value: Node;
}

/** A list. */
export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly Node[];
}

/** A text or a number, as it is written. */
export interface TextNode {
  readonly kind: 'text';
  readonly text: string;
  readonly from: number;
  /** Its lines are lines of the file, the first this many below the place; absent for a text on one line. */
  readonly linesBelow?: number;
}

/** Whatever names no repo. */
export const OTHER: Node = { kind: 'other' };

/** Deeper than this nothing is read. */
export const MOST_DEPTH = 64;

/** The value of a key of a mapping, the first of its name; `undefined` where it has none. */
export function valueAt(map: MapNode, key: string | undefined): Node | undefined {
  return key === undefined ? undefined : valuesOf(map).get(key);
}

/** Each value of a mapping asks for several others: to look through all entries for them would take the square of its length. */
function valuesOf(map: MapNode): ReadonlyMap<string, Node> {
  const known = VALUES.get(map);
  if (known !== undefined) return known;
  const values = new Map<string, Node>();
  for (const { key, value } of map.entries) if (!values.has(key)) values.set(key, value);
  VALUES.set(map, values);
  return values;
}

const VALUES = new WeakMap<MapNode, ReadonlyMap<string, Node>>();

/** The text of a key of a mapping. */
export function textAt(map: MapNode, key: string): TextNode | undefined {
  const value = valueAt(map, key);
  return value?.kind === 'text' ? value : undefined;
}
