/** Expressions → the texts that they can be, by what the file itself says. Nothing is run. */
import type { SyntaxNode } from '@lezer/common';
import type { Binding } from './binding';
import type { SourceFile } from '../sites/site';
import { Bindings } from './bindings';
import { importsOf, type Imports } from './imports';
import type { Item } from './item';
import { latest } from './latest';
import { callValue } from './called';
import { memberValue } from './members';
import { parameterValue } from './parameters';
import type { Reader } from './reader';
import { entriesOf, namedEntries } from './entries';
import { binaryValue, formatString } from './formatted';
import { boundItems, itemsOf, written, valueOfItems } from './held';
import { optionsOf, type Options } from './options';
import { insideOf, isParameter, isSame, partsOf, scopeOf, stringValue, textOf, type Source } from './tree';
import { joined, NONE, NOTHING, oneOf, open, type Value } from './value';
import type { Way } from './way';
import { waysOf } from './ways';
import { lookUp } from '../../domain/basics/look-up';

/** How far a name is followed, and how many steps one argument may cost. */
const MOST_DEPTH = 12;
const MOST_STEPS = 400;
/** What all arguments of a file may cost together, in nodes. */
const MOST_SPENT = 1_000_000;

/** What can be put together of several names. */
const COMPOSED = new Set(['FormatString', 'BinaryExpression', 'CallExpression']);

/** What an expression can be, as far as one file tells. */
export class Evaluator implements Reader {
  readonly source: Source;
  readonly bindings: Bindings;
  readonly imports: Imports;
  #options: Options | undefined;
  #steps = 0;
  #spent = 0;
  /** Those that are gone through, the outermost first. */
  readonly #ways: Way[] = [];
  readonly environment: SourceFile['environment'];
  readonly #exists: SourceFile['exists'];

  /** @param file what is around the program */
  constructor(source: Source, file: Pick<SourceFile, 'exists' | 'environment'>) {
    this.source = source;
    this.environment = file.environment;
    this.#exists = file.exists;
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

  /** The results of something in each way in which what the expressions mention gets its values together. */
  eachWay<T>(nodes: readonly SyntaxNode[], work: () => T): readonly T[] {
    const ways = waysOf(nodes, this);
    if (ways.length === 0) return [work()];
    return ways.map((way) => {
      this.#ways.push(way);
      const result = work();
      this.#ways.pop();
      return result;
    });
  }

  wayOf(at: SyntaxNode): Way | undefined {
    return this.#ways.findLast((way) => isSame(way.at, at));
  }

  /** Where something is written out. */
  writtenOf(node: SyntaxNode): readonly SyntaxNode[] {
    return written(node, 0, this.#begun());
  }

  /** What a dictionary has under names that are written; of several that it can be, none is known. */
  entriesOf(node: SyntaxNode): ReadonlyMap<string, SyntaxNode> {
    const [only, ...more] = this.writtenOf(node);
    if (only === undefined || more.length > 0) return new Map();
    return namedEntries(this.source, entriesOf(only, { depth: 0, reader: this }));
  }

  written(node: SyntaxNode, depth: number): readonly SyntaxNode[] {
    return written(node, depth, this);
  }

  itemsOf(node: SyntaxNode, depth: number): readonly Item[] {
    return itemsOf(node, { depth, reader: this });
  }

  value(node: SyntaxNode, depth: number): Value {
    if (!this.mayGoOn(depth)) return open('expression');
    const read = () => lookUp(this.#readers, node.name)?.(node, depth + 1) ?? open('expression');
    return COMPOSED.has(node.name) ? oneOf(this.eachWay([node], read)) : read();
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
    None: () => NONE,
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
    const isGiven = bindings.some((one) => one.value?.name === 'None' || one.value?.name === 'String');
    return isGiven ? { ...value, open: 'variable' } : value;
  }

  #bound(binding: Binding, depth: number): Value {
    const { kind, value, node } = binding;
    if (isParameter(node)) return parameterValue(binding, depth, this);
    if (value === undefined || kind === 'other') return open('variable');
    const walk = { depth, reader: this };
    return kind === 'value' ? this.value(value, depth) : valueOfItems(boundItems(binding, walk), walk);
  }

  readonly options = (): Options => (this.#options ??= optionsOf(this.source));

  optionDefault(name: string, depth: number): Value | undefined {
    if (!this.options().has(name)) return undefined;
    const value = this.options().get(name);
    const known = value && this.value(value, depth);
    return known === undefined || known.texts.length === 0 ? open('setting') : known;
  }
}
