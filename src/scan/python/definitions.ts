/** Functions and classes of a file by their names, and what the functions return. */
import type { SyntaxNode } from '@lezer/common';
import { childrenOf, nodeAt, textOf, type Source } from './tree';

/** The first class of a name. */
export function classNamed(source: Source, name: string): SyntaxNode | undefined {
  return definitionsOf(source, 'class', name)[0];
}

/** The first function of a name that is a method of this class, or of none. */
export function functionNamed(source: Source, name: string, holder: SyntaxNode | undefined): SyntaxNode | undefined {
  return definitionsOf(source, 'def', name).find((node) => {
    const inner = node.parent?.name === 'DecoratedStatement' ? node.parent : node;
    const around = inner.parent?.parent;
    return holder === undefined ? around?.name !== 'ClassDefinition' : around?.from === holder.from;
  });
}

const KINDS = { def: 'FunctionDefinition', class: 'ClassDefinition' } as const;

/** By text: the same names are asked about again and again. */
const KNOWN = new WeakMap<Source, Map<string, SyntaxNode[]>>();

function definitionsOf(source: Source, word: 'def' | 'class', name: string): SyntaxNode[] {
  return remembered(source, `${word} ${name}`, () => (/^\w+$/.test(name) ? lookedFor(source, word, name) : []));
}

function remembered(source: Source, key: string, find: () => SyntaxNode[]): SyntaxNode[] {
  const known = KNOWN.get(source) ?? new Map<string, SyntaxNode[]>();
  KNOWN.set(source, known);
  const found = known.get(key) ?? find();
  known.set(key, found);
  return found;
}

function lookedFor(source: Source, word: 'def' | 'class', name: string): SyntaxNode[] {
  const matches = source.text.matchAll(new RegExp(`(?<!\\w)${word}[ \\t]+${name}(?!\\w)`, 'g'));
  return [...matches].flatMap(({ index, 0: found }) => {
    const node = nodeAt(source, index + found.length - name.length).parent;
    return node?.name === KINDS[word] ? [node] : [];
  });
}

/** Statements that are looked through for what a function returns. */
const MOST_NODES = 2_000;

/** The expressions that a function returns; those of functions in it are not its own. */
export function returnsOf(definition: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  const left = [definition.getChild('Body')];
  for (let count = 0; left.length > 0 && count < MOST_NODES; count += 1) {
    const node = left.pop();
    if (!node) continue;
    if (node.name === 'ReturnStatement' && node.lastChild && node.lastChild.name !== 'return')
      found.push(node.lastChild);
    else if (/Statement$|^Body$/.test(node.name)) for (const child of childrenOf(node)) left.push(child);
  }
  return found;
}

/** A parameter of a function, or a field of a class. */
export interface Parameter {
  readonly name: string;
  /** What it is where nothing is given. */
  readonly standIn?: SyntaxNode;
}

/** The parameters of a function, in order; what comes after `*` has no place, but is there. */
export function parametersOf(source: Source, definition: SyntaxNode): Parameter[] {
  const list = definition.getChild('ParamList');
  return (list === null ? [] : childrenOf(list))
    .filter((node) => node.name === 'VariableName' && node.prevSibling?.name !== 'AssignOp')
    .map((node) => {
      const sign = node.nextSibling?.name === 'TypeDef' ? node.nextSibling.nextSibling : node.nextSibling;
      const standIn = sign?.name === 'AssignOp' ? sign.nextSibling : null;
      return {
        name: textOf(source, node),
        ...(standIn === null ? {} : { standIn }),
      };
    });
}

/** The classes that are made from one of this name. */
export function heirsOf(source: Source, name: string): SyntaxNode[] {
  const known = HEIRS.get(source) ?? heirsIn(source.text);
  HEIRS.set(source, known);
  return (known.get(name) ?? []).flatMap((heir) => classNamed(source, heir) ?? []);
}

/** By text: the names of the classes that are made from each. */
const HEIRS = new WeakMap<Source, ReadonlyMap<string, readonly string[]>>();

function heirsIn(text: string): Map<string, string[]> {
  const heirs = new Map<string, string[]>();
  for (const [, own = '', bases = ''] of text.matchAll(/(?<!\w)class[ \t]+(\w+)[ \t]*\(([^()]*)\)/g))
    for (const base of bases.split(/[\s,]+/)) heirs.set(base, [...(heirs.get(base) ?? []), own].slice(0, MOST_HEIRS));
  return heirs;
}

const MOST_HEIRS = 20;

/** The names of the classes that a class is made from. */
export function basesOf(source: Source, holder: SyntaxNode): string[] {
  return (holder.getChild('ArgList')?.getChildren('VariableName') ?? []).map((node) => textOf(source, node));
}
