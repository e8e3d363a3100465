/** A YAML text as plain nodes with places. Aliases are followed; nesting and size are bounded. */
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseAllDocuments,
  type Alias,
  type Document,
  type Node,
  type ParsedNode,
  type Scalar,
} from 'yaml';

/** One value of a YAML text. */
export interface Tree {
  /** Where it begins and ends, in characters of the file. */
  readonly from: number;
  readonly to: number;
  /** Of a scalar: its text, whatever type YAML gives it; blank for null. */
  readonly text?: string;
  /** A scalar of several lines whose lines are those of the file, as `|` has them. */
  readonly isBlock?: true;
  readonly entries?: readonly Entry[];
  readonly items?: readonly Tree[];
}

/** A key and its value. */
export interface Entry {
  readonly name: string;
  readonly from: number;
  readonly value: Tree;
}

const DEEPEST = 60;
/** Aliases multiply: what they stand for is counted each time. */
const MOST_NODES = 200_000;
/** The document is searched for each. */
const MOST_ALIASES = 200;

/** The documents of a text. What is no YAML, or nested without end, gives none: other linters say so. */
export function treesOf(text: string): Tree[] {
  try {
    return documentsOf(text);
  } catch {
    return [];
  }
}

function documentsOf(text: string): Tree[] {
  const documents = parseAllDocuments(text, {
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
    merge: true,
    schema: 'failsafe',
  });
  if (!Array.isArray(documents)) return [];
  return documents.flatMap((document) => {
    const { contents } = document;
    return contents === null || document.errors.length > 0 ? [] : [new Reader(document).read(contents, 0)];
  });
}

class Reader {
  readonly #document: Document.Parsed;
  #nodes = 0;
  #aliases = 0;

  constructor(document: Document.Parsed) {
    this.#document = document;
  }

  read(node: Node | null, depth: number): Tree {
    const [from = 0, to = from] = node?.range ?? [];
    this.#nodes += 1;
    if (node === null || depth > DEEPEST || this.#nodes > MOST_NODES) return { from, to, text: '' };
    if (isAlias(node)) return { ...this.#target(node, depth), from, to };
    if (isMap(node)) return { from, to, entries: this.#entries(node.items, depth) };
    if (isSeq(node)) return { from, to, items: node.items.map((item) => this.read(item as ParsedNode, depth + 1)) };
    return { from, to, ...(isScalar(node) ? scalar(node) : { text: '' }) };
  }

  #target(alias: Alias, depth: number): Tree {
    this.#aliases += 1;
    const target = this.#aliases > MOST_ALIASES ? undefined : alias.resolve(this.#document);
    return this.read(target ?? null, depth + 1);
  }

  #entries(pairs: readonly { key: unknown; value: unknown }[], depth: number): Entry[] {
    return pairs.flatMap(({ key, value }) => {
      const name = this.read(key as Node | null, depth + 1);
      const tree = this.read(value as Node | null, depth + 1);
      // A null has no place of its own.
      const place = value === null ? { ...tree, from: name.to, to: name.to } : tree;
      if (name.text === '<<') return [...(place.entries ?? [])];
      return [{ name: name.text ?? '', from: name.from, value: place }];
    });
  }
}

function scalar({ value, source, type }: Scalar): Pick<Tree, 'text' | 'isBlock'> {
  const text = typeof value === 'string' ? value : (source ?? '');
  return type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED' ? { text, isBlock: true } : { text };
}

/** The value of a key. */
export function at(tree: Tree | undefined, ...names: readonly string[]): Tree | undefined {
  let current = tree;
  for (const name of names) current = current?.entries?.find((entry) => entry.name === name)?.value;
  return current;
}

/** The text of a scalar, or blank. */
export function textAt(tree: Tree | undefined, ...names: readonly string[]): string {
  return at(tree, ...names)?.text ?? '';
}

/** Every scalar in a tree, with the key that it stands under. */
export function* scalarsIn(tree: Tree, key = ''): Generator<{ readonly key: string; readonly value: Tree }> {
  if (tree.text !== undefined) yield { key, value: tree };
  for (const { name, value } of tree.entries ?? []) yield* scalarsIn(value, name);
  for (const item of tree.items ?? []) yield* scalarsIn(item, key);
}
