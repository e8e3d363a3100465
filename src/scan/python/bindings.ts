/** Where a name of a file gets its value. Looked for one name at a time, as most names are never asked about. */
import type { SyntaxNode } from '@lezer/common';
import type { Block } from './blocks';
import { childrenOf, isSame, nodeAt, scopeOf, textOf, type Source } from './tree';

/** A place where a name, or an attribute of `self`, gets a value. */
export interface Binding {
  readonly node: SyntaxNode;
  /** The value; absent where it is a parameter without default, or the value cannot be followed. */
  readonly value?: SyntaxNode;
  /** `each`: it is one after another of what the value holds. */
  readonly kind: 'value' | 'each' | 'parameter' | 'other';
  readonly scope: SyntaxNode;
}

/** Occurrences of one name that are looked at: a generated file may have any number. */
const MOST_OCCURRENCES = 2_000;

export class Bindings {
  readonly #source: Source;
  readonly #known = new Map<string, readonly Binding[]>();
  readonly #inClasses = new Map<string, readonly Binding[]>();

  constructor(source: Source) {
    this.#source = source;
  }

  /** The bindings of a name that can hold at a place, in order: those of the file, and of the place's own function or class. */
  of(name: string, place: number): readonly Binding[] {
    const own = this.#source.blockAt(place);
    const isOwn = (block: Block | undefined) => block?.isDefinition !== true || block === own;
    return remembered(this.#known, `${String(own?.isDefinition === true ? own.from : -1)} ${name}`, () =>
      this.#find(name, isOwn),
    );
  }

  /** The bindings of a name in classes: their attributes, and those of `self`. */
  inClasses(name: string): readonly Binding[] {
    return remembered(this.#inClasses, name, () =>
      this.#find(name, () => true).filter(({ scope }) => scope.name === 'ClassDefinition'),
    );
  }

  #find(name: string, isWanted: (block: Block | undefined) => boolean): Binding[] {
    const source = this.#source;
    const { text } = source;
    const found: Binding[] = [];
    let count = 0;
    for (let at = text.indexOf(name); at >= 0 && count < MOST_OCCURRENCES; at = text.indexOf(name, at + name.length)) {
      const end = at + name.length;
      if (isWordPart(text[at - 1]) || isWordPart(text[end]) || !mayBind(text, end)) continue;
      if (!isWanted(source.blockAt(at))) continue;
      count += 1;
      const node = nodeAt(source, at);
      const binding = node.to === end ? this.#bindingAt(node) : undefined;
      if (binding !== undefined) found.push(binding);
    }
    return found;
  }

  #bindingAt(node: SyntaxNode): Binding | undefined {
    if (node.name === 'PropertyName') return this.#attribute(node);
    const { parent } = node;
    if (node.name !== 'VariableName' || parent === null) return undefined;
    return BINDERS[parent.name]?.(node, parent, scopeOf(node));
  }

  /** `self.x = …` in any method belongs to the class. */
  #attribute(property: SyntaxNode): Binding | undefined {
    const member = property.parent;
    const statement = member?.parent;
    const owner = member?.firstChild;
    if (member?.name !== 'MemberExpression' || statement?.name !== 'AssignStatement' || !owner) return undefined;
    if (!/^(?:self|cls)$/.test(textOf(this.#source, owner))) return undefined;
    const binding = assigned(member, statement, scopeOf(member));
    const holder = classAround(member);
    return binding === undefined || holder === undefined ? undefined : { ...binding, node: property, scope: holder };
  }
}

/** The class whose method a node is in. */
export function classAround(node: SyntaxNode): SyntaxNode | undefined {
  for (let parent = node.parent; parent !== null; parent = parent.parent)
    if (parent.name === 'ClassDefinition') return parent;
  return undefined;
}

function remembered<T>(known: Map<string, T>, key: string, make: () => T): T {
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = make();
  known.set(key, made);
  return made;
}

/** What stands behind a name that gets a value: a sign, a type, the rest of a list of names, or the end of a clause. */
function mayBind(text: string, end: number): boolean {
  BEHIND.lastIndex = end;
  return BEHIND.test(text);
}

/** A comment ends with its line: where it could end anywhere, a row of `#` would have no end of readings. */
const BEHIND = /(?:[\s\\]|#[^\n]*(?:\n|$))*(?:=(?!=)|[:,)\]]|[-+*/%|&^@<>]{1,2}=|in\b)/y;

function isWordPart(character: string | undefined): boolean {
  return character !== undefined && /[\w]/.test(character);
}

function isFirst(node: SyntaxNode, parent: SyntaxNode): boolean {
  return parent.firstChild !== null && isSame(parent.firstChild, node);
}

function valued(value: SyntaxNode | null | undefined): Pick<Binding, 'value'> {
  return value ? { value } : {};
}

/** `a = b = value`, `a: str = value`, and `a, b = x, y`, whose values pair off. */
function assigned(node: SyntaxNode, statement: SyntaxNode, scope: SyntaxNode): Binding | undefined {
  const parts = childrenOf(statement).filter(({ name }) => name !== 'Comment');
  const at = parts.findIndex((part) => isSame(part, node));
  const last = parts.findLastIndex(({ name }) => name === 'AssignOp');
  if (last < 0 || at > last || at < 0) return undefined;
  const targets = parts.slice(0, last).filter(({ name }) => name !== 'TypeDef');
  if (!targets.some(({ name }) => name === ',')) return { node, scope, kind: 'value', ...valued(parts[last + 1]) };
  const names = targets.filter(({ name }) => name !== ',');
  const values = parts.slice(last + 1).filter(({ name }) => name !== ',');
  const place = names.findIndex((target) => isSame(target, node));
  return names.length === values.length
    ? { node, scope, kind: 'value', ...valued(values[place]) }
    : { node, scope, kind: 'other' };
}

function parameter(node: SyntaxNode, scope: SyntaxNode): Binding | undefined {
  if (node.prevSibling?.name === 'AssignOp') return undefined;
  const next = node.nextSibling?.name === 'TypeDef' ? node.nextSibling.nextSibling : node.nextSibling;
  const value = next?.name === 'AssignOp' ? next.nextSibling : null;
  return value === null ? { node, scope, kind: 'parameter' } : { node, scope, kind: 'value', value };
}

/** `for x in …`, of a statement or a comprehension. */
function each(node: SyntaxNode, scope: SyntaxNode): Binding | undefined {
  if (node.prevSibling?.name !== 'for') return undefined;
  const next = node.nextSibling;
  if (next?.name !== 'in') return { node, scope, kind: 'other' };
  return { node, scope, kind: 'each', ...valued(next.nextSibling) };
}

/** `with x as y`, `x += y`: what the value is then cannot be told. */
function unknown(node: SyntaxNode, parent: SyntaxNode, scope: SyntaxNode): Binding | undefined {
  return isFirst(node, parent) || node.prevSibling?.name === 'as' ? { node, scope, kind: 'other' } : undefined;
}

/** The kind of node that a name is in → how it is bound there, if it is. */
const BINDERS: Readonly<
  Record<string, (node: SyntaxNode, parent: SyntaxNode, scope: SyntaxNode) => Binding | undefined>
> = {
  AssignStatement: assigned,
  NamedExpression: (node, parent, scope) =>
    isFirst(node, parent) ? { node, scope, kind: 'value', ...valued(parent.lastChild) } : undefined,
  ParamList: (node, _, scope) => parameter(node, scope),
  ForStatement: (node, _, scope) => each(node, scope),
  ArrayComprehensionExpression: (node, _, scope) => each(node, scope),
  ComprehensionExpression: (node, _, scope) => each(node, scope),
  SetComprehensionExpression: (node, _, scope) => each(node, scope),
  DictionaryComprehensionExpression: (node, _, scope) => each(node, scope),
  WithStatement: unknown,
  UpdateStatement: unknown,
};
