/** A YAML text as plain nodes with places, from the events of js-yaml. Aliases are followed; nesting and size are bounded. */
import { EVENT_ID, getScalarValue, parseEvents, SCALAR_STYLE, type Event, type ScalarEvent } from 'js-yaml';

/** One value of a YAML text. */
export interface Tree {
  /** Where it begins and ends, in characters of the file; of a block scalar, its first line below `|`. */
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

/** Aliases multiply: what they stand for is counted each time. */
const MOST_NODES = 200_000;
const DEEPEST = 60;

/** The documents of a text. What is no YAML, such as a template of it, and what is nested without end is not looked at as a tree. */
export function treesOf(text: string): readonly Tree[] | 'too-deep' | 'no-yaml' {
  try {
    return new Reader(text, parseEvents(text, { maxDepth: DEEPEST })).documents();
  } catch (error) {
    const isBound = error instanceof RangeError || (error instanceof Error && error.message.includes('maxDepth'));
    return isBound ? 'too-deep' : 'no-yaml';
  }
}

/** A tree, and how many nodes it has where every alias is counted as what it stands for. */
interface Sized {
  readonly tree: Tree;
  readonly size: number;
}

class Reader {
  readonly #text: string;
  readonly #events: readonly Event[];
  readonly #anchors = new Map<string, Sized>();
  #next = 0;
  #nodes = 0;
  /** Where the node before ends, which is where a null is. */
  #end = 0;

  constructor(text: string, events: readonly Event[]) {
    this.#text = text;
    this.#events = events;
  }

  documents(): Tree[] {
    const found: Tree[] = [];
    for (let event = this.#take(); event !== undefined; event = this.#take()) {
      if (event.type !== EVENT_ID.DOCUMENT) continue;
      this.#anchors.clear();
      const isEmpty = this.#events[this.#next]?.type === EVENT_ID.POP;
      if (!isEmpty) found.push(this.#node());
    }
    return found;
  }

  #take(): Event | undefined {
    const event = this.#events[this.#next];
    this.#next += 1;
    return event;
  }

  #node(): Tree {
    const event = this.#take();
    this.#nodes += 1;
    if (event?.type === EVENT_ID.ALIAS) return this.#alias(event.anchorStart, event.anchorEnd);
    if (event === undefined || event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP) return this.#nothing();
    const before = this.#nodes;
    const tree = this.#read(event);
    if (event.anchorStart >= 0) {
      const name = this.#text.slice(event.anchorStart, event.anchorEnd);
      this.#anchors.set(name, { tree, size: this.#nodes - before + 1 });
    }
    return tree;
  }

  #read(event: Exclude<Event, { readonly type: 1 | 5 | 6 }>): Tree {
    if (event.type === EVENT_ID.SCALAR) return this.#scalar(event);
    const from = event.start;
    this.#end = from;
    if (event.type === EVENT_ID.MAPPING) {
      const entries = this.#entries();
      return { from, to: this.#end, entries };
    }
    const items: Tree[] = [];
    while (!this.#isAtEnd()) items.push(this.#node());
    return { from, to: this.#end, items };
  }

  /** What `<<` merges has only the keys that are not there already. */
  #entries(): Entry[] {
    const entries: Entry[] = [];
    const merged: (readonly Entry[])[] = [];
    while (!this.#isAtEnd()) {
      const key = this.#node();
      const value = this.#node();
      if (key.text === '<<') merged.push([value, ...(value.items ?? [])].flatMap((one) => one.entries ?? []));
      else entries.push({ name: key.text ?? '', from: key.from, value });
    }
    if (merged.length === 0) return entries;
    const own = new Set(entries.map(({ name }) => name));
    return [...entries, ...merged.flat().filter(({ name }) => !own.has(name))];
  }

  #isAtEnd(): boolean {
    const type = this.#events[this.#next]?.type;
    if (type === EVENT_ID.POP) this.#next += 1;
    return type === EVENT_ID.POP || type === undefined;
  }

  #alias(start: number, end: number): Tree {
    this.#end = end;
    const target = this.#anchors.get(this.#text.slice(start, end));
    this.#nodes += target?.size ?? 0;
    if (this.#nodes > MOST_NODES) throw new RangeError('The aliases stand for too many nodes.');
    return { ...(target?.tree ?? { text: '' }), from: start - 1, to: end };
  }

  #nothing(): Tree {
    return { from: this.#end, to: this.#end, text: '' };
  }

  #scalar(event: ScalarEvent): Tree {
    if (event.valueStart < 0) return this.#nothing();
    const isBlock = event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK;
    const mark = isBlock || event.style === SCALAR_STYLE.PLAIN ? 0 : 1;
    const [from, to] = [event.valueStart - mark, event.valueEnd + mark];
    this.#end = to;
    const text = getScalarValue(this.#text, event);
    return isBlock ? { from, to, text, isBlock } : { from, to, text };
  }
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
