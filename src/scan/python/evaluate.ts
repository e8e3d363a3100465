/** Expressions → the texts that they can be, by what the file itself says. Nothing is run. */
import type { SyntaxNode } from '@lezer/common';
import type { Binding } from './binding';
import { Bindings } from './bindings';
import { callersOf } from './callers';
import { importsOf, type Imports } from './imports';
import { latest } from './latest';
import { callValue } from './called';
import { memberValue } from './members';
import type { Reader } from './reader';
import { binaryValue, formatString } from './formatted';
import { boundItems, entriesOf, itemsOf, namedEntries, written, valueOfItems } from './held';
import { optionsOf, type Options } from './options';
import { insideOf, partsOf, scopeOf, stringValue, textOf, type Source } from './tree';
import { joined, NOTHING, oneOf, open, type Value } from './value';

/** How far a name is followed, and how many steps one argument may cost. */
const MOST_DEPTH = 12;
const MOST_STEPS = 400;
/** What all arguments of a file may cost together, in nodes. */
const MOST_SPENT = 1_000_000;

/** What an expression can be, as far as one file tells. */
export class Evaluator implements Reader {
  readonly source: Source;
  readonly bindings: Bindings;
  readonly imports: Imports;
  #options: Options | undefined;
  #steps = 0;
  #spent = 0;
  readonly #exists: (path: string) => boolean;

  /** @param exists as of a {@link SourceFile} */
  constructor(source: Source, exists: (path: string) => boolean) {
    this.source = source;
    this.#exists = exists;
    this.bindings = new Bindings(source);
    this.imports = importsOf(source);
  }

  /** What an argument can be; `isEach`: what it holds, where it is a list. */
  valueOf(node: SyntaxNode, isEach = false): Value {
    const items = isEach ? itemsOf(node, { depth: 0, reader: this.#begun() }) : [];
    const isList = items.some((item) => item !== undefined);
    return isList ? valueOfItems(items, { depth: 0, reader: this }) : this.#begun().value(node, 0);
  }

  #begun(): this {
    this.#steps = 0;
    return this;
  }

  /** Where something is written out. */
  writtenOf(node: SyntaxNode): readonly SyntaxNode[] {
    return written(node, 0, this.#begun());
  }

  /** What a dictionary has under names that are written; of several that it can be, none is known. */
  entriesOf(node: SyntaxNode): ReadonlyMap<string, SyntaxNode> {
    const [only, ...more] = this.writtenOf(node);
    const isKnown = only !== undefined && more.length === 0;
    return namedEntries(this.source, isKnown ? entriesOf(only, { depth: 0, reader: this }) : []);
  }

  value(node: SyntaxNode, depth: number): Value {
    if (!this.mayGoOn(depth)) return open('expression');
    return this.#readers[node.name]?.(node, depth + 1) ?? open('expression');
  }

  mayGoOn(depth: number, cost = 1): boolean {
    this.#steps += 1;
    this.#spent += cost;
    return depth <= MOST_DEPTH && this.#steps <= MOST_STEPS && this.#spent <= MOST_SPENT;
  }

  isOwn(module: string): boolean {
    const path = module.replace(/\.\*?\w*$/, '').replaceAll('.', '/');
    if (module.startsWith('.')) return true;
    return [path, module.replaceAll('.', '/')].some(
      (one) => one !== '' && (this.#exists(`${one}.py`) || this.#exists(one)),
    );
  }

  /** The kind of node → how its value is found. */
  readonly #readers: Readonly<Record<string, (node: SyntaxNode, depth: number) => Value>> = {
    String: (node) => this.#literal(node),
    ContinuedString: (node, depth) => joined(partsOf(node).map((part) => this.value(part, depth))),
    FormatString: (node, depth) => formatString(node, depth, this),
    BinaryExpression: (node, depth) => binaryValue(node, depth, this),
    ConditionalExpression: (node, depth) => {
      const parts = partsOf(node);
      return oneOf([parts[0], parts.at(-1)].flatMap((part) => (part ? [this.value(part, depth)] : [])));
    },
    ParenthesizedExpression: (node, depth) => this.#inside(node, depth),
    AwaitExpression: (node, depth) => this.#inside(node, depth),
    NamedExpression: (node, depth) => (node.lastChild ? this.value(node.lastChild, depth) : NOTHING),
    VariableName: (node, depth) => this.#name(node, depth),
    MemberExpression: (node, depth) => memberValue(node, depth, this),
    CallExpression: (node, depth) => callValue(node, depth, this),
    None: () => NOTHING,
    Boolean: () => NOTHING,
    Number: (node) => ({ texts: [textOf(this.source, node)] }),
  };

  #literal(node: SyntaxNode): Value {
    const text = stringValue(this.source, node);
    return text === undefined ? NOTHING : { texts: [text] };
  }

  #inside(node: SyntaxNode, depth: number): Value {
    const inner = insideOf(node);
    return inner === undefined ? NOTHING : this.value(inner, depth);
  }

  #name(node: SyntaxNode, depth: number): Value {
    const bindings = this.bindingsAt(node);
    if (bindings.length > 0) return this.anyOf(bindings, depth);
    const { imports } = this;
    const isElsewhere =
      imports.get(textOf(this.source, node)) !== undefined || imports.stars().some((one) => this.isOwn(one));
    return open(isElsewhere ? 'elsewhere' : 'variable');
  }

  bindingsAt(node: SyntaxNode): readonly Binding[] {
    const name = textOf(this.source, node);
    let scope = scopeOf(node);
    for (let isInner = true; ; isInner = false) {
      const isSeen = isInner || scope.name !== 'ClassDefinition';
      const here = isSeen ? this.bindings.inScope(name, scope, node.from) : [];
      if (!this.mayGoOn(0, here.length)) return [];
      if (here.length > 0) return isInner ? latest(here, node) : here;
      if (scope.name === 'Script') return [];
      scope = scopeOf(scope);
    }
  }

  anyOf(bindings: readonly Binding[], depth: number): Value {
    const value = oneOf(bindings.map((binding) => this.#bound(binding, depth)));
    if (value.open !== undefined || value.texts.some((text) => text !== '')) return value;
    // With `None` or an empty text it is not called: the program gives it another value somewhere.
    const [first] = bindings.filter((one) => one.value?.name === 'None' || one.value?.name === 'String');
    if (first === undefined) return value;
    return isParameter(first.node) ? this.#parameter(first.node, first.scope, depth) : open('variable');
  }

  #bound(binding: Binding, depth: number): Value {
    const { kind, value, node, scope } = binding;
    if (kind === 'parameter') return this.#parameter(node, scope, depth);
    if (value === undefined || kind === 'other') return open('variable');
    const walk = { depth, reader: this };
    return kind === 'value' ? this.value(value, depth) : valueOfItems(boundItems(binding, walk), walk);
  }

  /** A parameter without default: an option of click, or what the callers in this file pass. */
  #parameter(node: SyntaxNode, scope: SyntaxNode, depth: number): Value {
    const name = textOf(this.source, node);
    const isDecorated = scope.parent?.name === 'DecoratedStatement';
    const standIn = isDecorated ? this.optionDefault(name, depth) : undefined;
    if (standIn !== undefined) return standIn;
    const passed = callersOf(this.source, { scope, parameter: name });
    return passed.length === 0 ? open('parameter') : oneOf(passed.map((one) => this.value(one, depth + 1)));
  }

  optionDefault(name: string, depth: number): Value | undefined {
    this.#options ??= optionsOf(this.source);
    if (!this.#options.has(name)) return undefined;
    const value = this.#options.get(name);
    const known = value && this.value(value, depth);
    return known === undefined || known.texts.length === 0 ? open('setting') : known;
  }
}

function isParameter({ parent }: SyntaxNode): boolean {
  return parent?.name === 'ParamList';
}
