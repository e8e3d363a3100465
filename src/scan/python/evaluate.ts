/** Expressions → the texts that they can be, by what the file itself says. Nothing is run. */
import type { SyntaxNode } from '@lezer/common';
import { Bindings, type Binding } from './bindings';
import { callersOf } from './callers';
import { importsOf, type Imports } from './imports';
import { latest } from './latest';
import { callValue, memberValue, type Reader } from './members';
import { optionsOf, type Options } from './options';
import { childrenOf, isSame, scopeOf, stringValue, textOf, unescaped, type Source } from './tree';
import { joined, NOTHING, oneOf, open, type Value } from './value';

/** How far a name is followed, and how many steps one argument may cost. */
const MOST_DEPTH = 12;
const MOST_STEPS = 400;

export class Evaluator implements Reader {
  readonly source: Source;
  readonly bindings: Bindings;
  readonly imports: Imports;
  #options: Options | undefined;
  #steps = 0;

  constructor(source: Source) {
    this.source = source;
    this.bindings = new Bindings(source);
    this.imports = importsOf(source);
  }

  /** What an argument can be. */
  valueOf(node: SyntaxNode): Value {
    this.#steps = 0;
    return this.value(node, 0);
  }

  value(node: SyntaxNode, depth: number): Value {
    this.#steps += 1;
    if (depth > MOST_DEPTH || this.#steps > MOST_STEPS) return open('expression');
    const next = depth + 1;
    return this.#readers[node.name]?.(node, next) ?? open('expression');
  }

  /** The kind of node → how its value is found. */
  readonly #readers: Readonly<Record<string, (node: SyntaxNode, depth: number) => Value>> = {
    String: (node) => this.#literal(node),
    ContinuedString: (node, depth) => joined(partsOf(node).map((part) => this.value(part, depth))),
    FormatString: (node, depth) => this.#format(node, depth),
    BinaryExpression: (node, depth) => this.#binary(node, depth),
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
    Number: () => NOTHING,
  };

  #literal(node: SyntaxNode): Value {
    const text = stringValue(this.source, node);
    return text === undefined ? NOTHING : { texts: [text] };
  }

  #inside(node: SyntaxNode, depth: number): Value {
    const inner = childrenOf(node).find(({ name }) => !['(', ')', 'await', 'Comment'].includes(name));
    return inner === undefined ? NOTHING : this.value(inner, depth);
  }

  /** `f"{OWNER}/x"`: every part must be known. */
  #format(node: SyntaxNode, depth: number): Value {
    const whole = textOf(this.source, node);
    const [begin = ''] = /^[a-zA-Z]*("""|'''|"|')/.exec(whole) ?? [];
    const quotes = begin.replace(/^[a-zA-Z]*/, '');
    const parts: Value[] = [];
    let at = node.from + begin.length;
    const literal = (to: number) => {
      const text = this.source.text.slice(at, to).replaceAll('{{', '{').replaceAll('}}', '}');
      parts.push({ texts: [unescaped(text)] });
    };
    for (const replacement of childrenOf(node).filter(({ name }) => name === 'FormatReplacement')) {
      literal(replacement.from);
      const inner = childrenOf(replacement).find(({ name }) => name !== '{' && name !== '}');
      parts.push(inner === undefined ? open('expression') : this.value(inner, depth));
      at = replacement.to;
    }
    literal(node.to - quotes.length);
    return joined(parts);
  }

  #binary(node: SyntaxNode, depth: number): Value {
    const [left, operator, right] = partsOf(node);
    if (left === undefined || operator === undefined || right === undefined) return open('expression');
    const word = textOf(this.source, operator);
    if (word === '+') return joined([this.value(left, depth), this.value(right, depth)]);
    if (word !== 'or') return open('expression');
    const last = this.value(right, depth);
    // `given or "acme/x"`: the right one is the default.
    const first = this.value(left, depth);
    return last.texts.length > 0 ? oneOf([{ texts: first.texts }, last]) : oneOf([first, last]);
  }

  #name(node: SyntaxNode, depth: number): Value {
    const name = textOf(this.source, node);
    const all = this.bindings.of(name, node.from);
    let scope = scopeOf(node);
    for (let isInner = true; ; isInner = false) {
      const here = isInner || scope.name !== 'ClassDefinition' ? all.filter((one) => isSame(one.scope, scope)) : [];
      if (here.length > 0) return this.anyOf(isInner ? latest(here, node) : here, depth);
      if (scope.name === 'Script') break;
      scope = scopeOf(scope);
    }
    return open(this.imports.has(name) ? 'elsewhere' : 'variable');
  }

  anyOf(bindings: readonly Binding[], depth: number): Value {
    return oneOf(bindings.map((binding) => this.#bound(binding, depth)));
  }

  #bound({ kind, value, node, scope }: Binding, depth: number): Value {
    if (kind === 'parameter') return this.#parameter(node, scope, depth);
    if (value === undefined || kind === 'other') return open('variable');
    return kind === 'value' ? this.value(value, depth) : this.#each(value, depth);
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

  /** One after another of a list, a tuple, a set, or the keys or values of a dictionary. */
  #each(node: SyntaxNode, depth: number): Value {
    if (node.name === 'ArrayExpression' || node.name === 'TupleExpression' || node.name === 'SetExpression') {
      const items = childrenOf(node).filter(({ name }) => !/^[[\](){},]$|^Comment$/.test(name));
      return oneOf(items.map((item) => this.value(item, depth)));
    }
    if (node.name === 'ParenthesizedExpression' && node.firstChild?.nextSibling)
      return this.#each(node.firstChild.nextSibling, depth);
    const name = node.name === 'VariableName' ? textOf(this.source, node) : undefined;
    const [only, ...more] = name === undefined ? [] : this.bindings.of(name, node.from);
    return only?.value !== undefined && only.kind === 'value' && more.length === 0 && depth < MOST_DEPTH
      ? this.#each(only.value, depth + 1)
      : open('variable');
  }
}

function partsOf(node: SyntaxNode): SyntaxNode[] {
  return childrenOf(node).filter(({ name }) => name !== 'Comment');
}
