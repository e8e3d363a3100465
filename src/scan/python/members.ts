/** Attributes and entries of dictionaries. */
import type { SyntaxNode } from '@lezer/common';
import { withAssigned } from './assigned';
import { bindingOf } from './binders';
import type { Binding } from './binding';
import { classAround } from './bindings';
import { basesOf, classNamed, functionNamed, heirsOf, returnsOf } from './definitions';
import { under } from './entries';
import { environmentValue } from './environment';
import { elementsOf, written } from './held';
import { originOf } from './imports';
import type { Reader, Walk } from './reader';
import { argumentsOf, childrenOf, dottedName, isSame, stringValue, textOf } from './tree';
import { NONE, NOTHING, oneOf, open, type Value } from './value';

/** `self.model`, `args.model`, `MODELS["small"]`. */
export function memberValue(node: SyntaxNode, depth: number, reader: Reader): Value {
  const [object, , last] = childrenOf(node);
  if (object === undefined || last === undefined) return open('expression');
  const isAttribute = last.name === 'PropertyName';
  const known = () =>
    isAttribute ? attributeOf(node, { object, last, depth, reader }) : subscriptValue(node, depth, reader);
  return OWN.test(textOf(reader.source, object)) ? known() : withAssigned(node, depth, { reader, known });
}

/** What is given to these is looked for in all of the class. */
const OWN = /^(?:self|cls)$/;

function attributeOf(
  node: SyntaxNode,
  { object, last, depth, reader }: Walk & { readonly object: SyntaxNode; readonly last: SyntaxNode },
): Value {
  const attribute = textOf(reader.source, last);
  const owner = object.name === 'VariableName' ? textOf(reader.source, object) : undefined;
  const fields = reader.bindings.inClasses(attribute);
  if (owner === 'self' || owner === 'cls') return ownValue(node, attribute, { fields, depth, reader });
  const named = fields.filter(({ scope }) => owner !== undefined && nameOf(scope, reader) === owner);
  if (named.length > 0) return reader.anyOf(named, depth);
  if (isFromElsewhere(object, reader)) return open('elsewhere');
  const hyper = textOf(reader.source, object) === 'self.hparams' && makerParameter(node, attribute, reader);
  if (hyper) return reader.anyOf([hyper], depth);
  const held = under(object, attribute, { depth, reader });
  if (held.length > 0) return oneOf(held.map((one) => reader.value(one, depth)));
  // `Size.SMALL.value` of an enumeration, and of a flag of absl.
  const inner = attribute === 'value' ? reader.value(object, depth) : NOTHING;
  return inner.texts.length > 0 ? inner : settingValue({ attribute, fields, object }, depth, reader);
}

function nameOf(definition: SyntaxNode, { source }: Reader): string {
  return textOf(source, definition.firstChild?.nextSibling ?? definition);
}

/** `self.hparams.model` of Lightning is the constructor's own `model`. */
function makerParameter(node: SyntaxNode, name: string, { source }: Reader): Binding | undefined {
  const maker = functionNamed(source, '__init__', classAround(node));
  const names = maker?.getChild('ParamList')?.getChildren('VariableName') ?? [];
  const named = names.find((one) => textOf(source, one) === name);
  return maker === undefined || named === undefined ? undefined : bindingOf(named, maker);
}

/** Classes that are looked through for an attribute. */
const MOST_CLASSES = 10;

/** Of the class itself, a property of it, or of a class that it is made from; and of each class that is made from it. */
function ownValue(node: SyntaxNode, attribute: string, { fields, ...walk }: Fields): Value {
  const { reader, depth } = walk;
  const known = inheritedValue(node, attribute, { fields, ...walk });
  const holder = classAround(node);
  const heirs = holder === undefined ? [] : heirsOf(reader.source, nameOf(holder, reader)).slice(0, MOST_CLASSES);
  const others = heirs.flatMap((heir) => {
    const own = fields.filter(({ scope, node: { name } }) => isSame(scope, heir) && name === 'VariableName');
    return own.length === 0 ? [] : [reader.anyOf(own, depth)];
  });
  // A class that says nothing itself is only there to be made others of.
  const isAbstract = others.length > 0 && known.texts.length === 0 && known.open === 'variable';
  return oneOf([isAbstract ? { ...NOTHING, ...(known.mayBeNone ? NONE : {}) } : known, ...others]);
}

interface Fields extends Walk {
  readonly fields: readonly Binding[];
}

function inheritedValue(node: SyntaxNode, attribute: string, { fields, depth, reader }: Fields): Value {
  const { source } = reader;
  const left = [classAround(node)];
  const seen: SyntaxNode[] = [];
  for (let holder = left.shift(); holder !== undefined && seen.length < MOST_CLASSES; holder = left.shift()) {
    const here = holder;
    if (seen.some((one) => isSame(one, here))) continue;
    seen.push(here);
    const own = fields.filter(({ scope }) => isSame(scope, here));
    if (own.length > 0) return reader.anyOf(own, depth);
    const property = functionNamed(source, attribute, here);
    if (property !== undefined) return returned(property, depth, reader);
    const bases = basesOf(source, here);
    if (bases.some((name) => reader.isOwn(reader.imports.get(name) ?? ''))) return open('elsewhere');
    left.push(...bases.flatMap((name) => classNamed(source, name) ?? []));
  }
  return open('variable');
}

/** What a function of the file returns, where its arguments do not decide it. */
export function returned(definition: SyntaxNode, depth: number, reader: Reader): Value {
  const returns = returnsOf(definition);
  const isDecided = returns.some((one) => hasParameter(one, definition, reader));
  const value = isDecided ? open('expression') : oneOf(returns.map((one) => reader.value(one, depth)));
  return value.texts.length > 0 ? value : { texts: [], open: value.open ?? 'expression', isCall: true };
}

/** Whether an expression has a parameter of the function in it, other than the object itself. */
function hasParameter(node: SyntaxNode, definition: SyntaxNode, { source }: Reader): boolean {
  const words: readonly string[] = textOf(source, node).match(/(?<![\w.])[A-Za-z_]\w*/g) ?? [];
  const parameters = definition.getChild('ParamList')?.getChildren('VariableName') ?? [];
  return parameters.some((one) => !/^(?:self|cls)$/.test(textOf(source, one)) && words.includes(textOf(source, one)));
}

/** Whether a chain of attributes, entries and calls begins with a name that is imported; with a call in it, from another file of the tree. */
export function isFromElsewhere(node: SyntaxNode, reader: Reader, isOwn = false): boolean {
  let root = node;
  let mustBeOwn = isOwn;
  while (root.name === 'MemberExpression' || root.name === 'CallExpression') {
    // What a function of a library returns is not in another file.
    mustBeOwn ||= root.name === 'CallExpression';
    if (root.firstChild === null) return false;
    root = root.firstChild;
  }
  const origin = root.name === 'VariableName' ? reader.imports.get(textOf(reader.source, root)) : undefined;
  return origin !== undefined && (!mustBeOwn || reader.isOwn(origin));
}

/** `args.model`: a default of argparse, or of the one class with such a field. */
function settingValue(
  { attribute, fields, object }: { attribute: string; fields: readonly Binding[]; object: SyntaxNode },
  depth: number,
  reader: Reader,
): Value {
  const standIn = reader.optionDefault(attribute, depth);
  if (standIn !== undefined) return standIn;
  const [field, ...more] = fields.filter(({ node: { name } }) => name === 'VariableName');
  const known = field !== undefined && more.length === 0 ? reader.anyOf([field], depth) : NOTHING;
  if (known.texts.length > 0) return known;
  const isElsewhere = written(object, depth, reader).some((one) => isFromElsewhere(one, reader, true));
  return open(isElsewhere ? 'elsewhere' : 'setting');
}

/** `getattr(args, "model", …)`. */
export function attributeNamed(object: SyntaxNode, attribute: string, { depth, reader }: Walk): Value {
  return settingValue({ attribute, fields: reader.bindings.inClasses(attribute), object }, depth, reader);
}

/** `MODELS["small"]` of a dictionary in the file. */
function subscriptValue(node: SyntaxNode, depth: number, reader: Reader): Value {
  const object = node.firstChild ?? node;
  const name = dottedName(reader.source, object);
  if (/(?:^|\.)environ$/.test(originOf(name, reader.imports) ?? name)) {
    return environmentValue(node.lastChild?.prevSibling, { depth, reader }) ?? open('environment');
  }
  const setting = settingUnder(node, { depth, reader });
  if (setting !== undefined) return setting;
  const elements = elementsOf(node, depth, reader);
  if (elements.length > 0) return oneOf(elements.map((one) => reader.value(one, depth)));
  return open(isFromElsewhere(object, reader) ? 'elsewhere' : 'expression');
}

/** `vars(args)["model"]`. */
function settingUnder({ firstChild: object, lastChild }: SyntaxNode, walk: Walk): Value | undefined {
  const { source } = walk.reader;
  const key = lastChild?.prevSibling;
  const isVars = object?.name === 'CallExpression' && object.firstChild && textOf(source, object.firstChild) === 'vars';
  const [given] = isVars ? argumentsOf(source, object.lastChild).positional : [];
  const name = key?.name === 'String' ? stringValue(source, key) : undefined;
  return given === undefined || name === undefined ? undefined : attributeNamed(given, name, walk);
}
