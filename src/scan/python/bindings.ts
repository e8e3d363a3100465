/** Where a name of a file gets its value. Looked for one name at a time, as most names are never asked about. */
import type { SyntaxNode } from '@lezer/common';
import { bindingOf } from './binders';
import type { Binding } from './binding';
import type { Block } from './blocks';
import { isSame, nodeAt, scopeOf, textOf, type Source } from './tree';

/** Occurrences of one name that are looked at: a generated file may have any number. */
const MOST_OCCURRENCES = 2_000;

/** What is assigned to each name of a program, and where. */
export class Bindings {
  readonly #source: Source;
  readonly #known = new Map<string, readonly Binding[]>();
  readonly #inBlocks = new Map<string, readonly Binding[]>();
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

  /** Those of a scope around the place. What a function or class binds is in its own piece: no other needs to be parsed for that. */
  inScope(name: string, scope: SyntaxNode, place: number): readonly Binding[] {
    const own = this.#source.blockAt(place);
    const all =
      scope.name === 'Script'
        ? this.of(name, place)
        : remembered(this.#inBlocks, `${String(own?.from)} ${name}`, () =>
            this.#find(name, (block) => block === own, own),
          );
    return all.filter((one) => isSame(one.scope, scope));
  }

  /** The bindings of a name in classes: their attributes, and those of `self`. */
  inClasses(name: string): readonly Binding[] {
    return remembered(this.#inClasses, name, () =>
      this.#find(name, () => true).filter(({ scope }) => scope.name === 'ClassDefinition'),
    );
  }

  /** @param within the piece that all of them are in, if it is one */
  #find(name: string, isWanted: (block: Block | undefined) => boolean, within?: Block): Binding[] {
    const source = this.#source;
    const { text } = source;
    const found: Binding[] = [];
    let count = 0;
    const [from, to] = [within?.from ?? 0, within?.to ?? text.length];
    for (
      let at = text.indexOf(name, from);
      isIn(at, to) && count < MOST_OCCURRENCES;
      at = text.indexOf(name, at + name.length)
    ) {
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
    return node.name === 'VariableName' ? bindingOf(node, scopeOf(node)) : undefined;
  }

  /** `self.x = …` in any method belongs to the class. */
  #attribute(property: SyntaxNode): Binding | undefined {
    const member = property.parent;
    const statement = member?.parent;
    const owner = member?.firstChild;
    if (member?.name !== 'MemberExpression' || statement?.name !== 'AssignStatement' || !owner) return undefined;
    if (!/^(?:self|cls)$/.test(textOf(this.#source, owner))) return undefined;
    const binding = bindingOf(member, scopeOf(member));
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

function isIn(at: number, end: number): boolean {
  return at >= 0 && at < end;
}

function isWordPart(character: string | undefined): boolean {
  return character !== undefined && /[\w]/.test(character);
}
