/** TOML → nodes. Its parser stops at the first mistake, and then there is nothing. */
import { parseTOML, type AST } from 'toml-eslint-parser';
import { MOST_DEPTH, OTHER, type Entry, type Node } from './node';

type Table = Map<string, Slot>;
/** A mapping or a list while it is filled: a later header may add to it. */
type Slot = { readonly from: number } & (
  { readonly table: Table } | { readonly tables: Table[] } | { readonly node: Node }
);

/** Its parser compares each header with all before it. */
const MOST_TABLES = 4_000;

/** @throws {Error} at the first mistake, and where no person wrote so many tables */
export function readToml(text: string): Node[] {
  if ((text.match(/^[ \t]*\[/gm)?.length ?? 0) > MOST_TABLES) throw new Error('too many tables');
  const root: Table = new Map();
  const [top] = parseTOML(text).body;
  for (const item of top.body) {
    if (item.type === 'TOMLKeyValue') put(root, item, text);
    else {
      const table = tableAt(root, item);
      for (const pair of item.body) put(table, pair, text);
    }
  }
  return [nodeOf(root)];
}

/** The table that a header opens; `[[x]]` opens another one each time. */
function tableAt(root: Table, { key, kind }: AST.TOMLTable): Table {
  const names = key.keys.map(nameOf);
  const last = names.pop();
  const holder = descend(root, names);
  if (last === undefined) return root;
  if (kind !== 'array') return descend(holder, [last]);
  const table: Table = new Map();
  const slot = holder.get(last.name);
  if (slot !== undefined && 'tables' in slot) slot.tables.push(table);
  else holder.set(last.name, { from: last.from, tables: [table] });
  return table;
}

interface Name {
  readonly name: string;
  readonly from: number;
}

function descend(table: Table, names: readonly Name[]): Table {
  let current = table;
  for (const { name, from } of names.slice(0, MOST_DEPTH)) {
    const slot = current.get(name);
    if (slot !== undefined && 'table' in slot) current = slot.table;
    else if (slot !== undefined && 'tables' in slot) current = slot.tables.at(-1) ?? current;
    else {
      const next: Table = new Map();
      current.set(name, { from, table: next });
      current = next;
    }
  }
  return current;
}

function put(table: Table, { key, value }: AST.TOMLKeyValue, text: string): void {
  const names = key.keys.map(nameOf);
  const last = names.pop();
  if (last !== undefined) descend(table, names).set(last.name, { from: last.from, node: valueOf(value, text, 0) });
}

function nameOf(key: AST.TOMLBare | AST.TOMLQuoted): Name {
  return { name: key.type === 'TOMLBare' ? key.name : key.value, from: key.range[0] };
}

const LONGEST_OPENING = 5;

function valueOf(value: AST.TOMLContentNode, text: string, depth: number): Node {
  if (depth > MOST_DEPTH) return OTHER;
  if (value.type === 'TOMLArray')
    return { kind: 'list', items: value.elements.map((item) => valueOf(item, text, depth + 1)) };
  if (value.type === 'TOMLInlineTable') {
    const table: Table = new Map();
    for (const pair of value.body) put(table, pair, text);
    return nodeOf(table);
  }
  if (value.kind !== 'string') return OTHER;
  const [from] = value.range;
  // A line break behind the opening quotes is none of the text.
  const [opening] = /^(?:"""|''')\r?\n?/.exec(text.slice(from, from + LONGEST_OPENING)) ?? [];
  const below = opening === undefined ? {} : { linesBelow: opening.endsWith('\n') ? 1 : 0 };
  return { kind: 'text', text: value.value, from, ...(value.value.includes('\n') ? below : {}) };
}

function nodeOf(table: Table): Node {
  const entries: Entry[] = [...table].map(([key, slot]) => ({ key, from: slot.from, value: slotNode(slot) }));
  return { kind: 'map', entries };
}

function slotNode(slot: Slot): Node {
  if ('node' in slot) return slot.node;
  return 'table' in slot ? nodeOf(slot.table) : { kind: 'list', items: slot.tables.map(nodeOf) };
}
