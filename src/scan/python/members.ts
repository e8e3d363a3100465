/** Attributes, entries of dictionaries, and the few calls whose result a file tells. */
import type { SyntaxNode } from '@lezer/common';
import { classAround, type Binding, type Bindings } from './bindings';
import { originOf, type Imports } from './imports';
import { argumentsOf, childrenOf, dottedName, isSame, textOf, type Source } from './tree';
import { CALL_RESULT, NOTHING, oneOf, open, type Value } from './value';

/** Whoever follows expressions further. `depth`: how far it has come. */
export interface Reader {
  readonly source: Source;
  readonly bindings: Bindings;
  readonly imports: Imports;
  value(node: SyntaxNode, depth: number): Value;
  anyOf(bindings: readonly Binding[], depth: number): Value;
  /** The default of an option that the file declares; `undefined` where it declares none of this name. */
  optionDefault(name: string, depth: number): Value | undefined;
}

/** `self.model`, `args.model`, `MODELS["small"]`. */
export function memberValue(node: SyntaxNode, depth: number, reader: Reader): Value {
  const [object, , last] = childrenOf(node);
  if (object === undefined || last === undefined) return open('expression');
  if (last.name !== 'PropertyName') return subscriptValue({ object, key: last }, depth, reader);
  if (object.name !== 'VariableName') return open('setting');
  const attribute = textOf(reader.source, last);
  const owner = textOf(reader.source, object);
  const fields = reader.bindings.inClasses(attribute);
  if (owner === 'self' || owner === 'cls') {
    const around = classAround(node);
    const own = fields.filter(({ scope }) => around !== undefined && isSame(scope, around));
    return own.length > 0 ? reader.anyOf(own, depth) : open('variable');
  }
  const named = fields.filter(({ scope }) => textOf(reader.source, scope.firstChild?.nextSibling ?? scope) === owner);
  if (named.length > 0) return reader.anyOf(named, depth);
  return reader.imports.has(owner) ? open('elsewhere') : settingValue({ attribute, fields }, depth, reader);
}

/** `args.model`: a default of argparse, or of the one class with such a field. */
function settingValue(
  { attribute, fields }: { readonly attribute: string; readonly fields: readonly Binding[] },
  depth: number,
  reader: Reader,
): Value {
  const standIn = reader.optionDefault(attribute, depth);
  if (standIn !== undefined) return standIn;
  const [field, ...more] = fields.filter(({ node: { name } }) => name === 'VariableName');
  const known = field !== undefined && more.length === 0 ? reader.anyOf([field], depth) : NOTHING;
  return known.texts.length > 0 ? known : open('setting');
}

/** `MODELS["small"]` of a dictionary in the file. */
function subscriptValue(
  { object, key }: { readonly object: SyntaxNode; readonly key: SyntaxNode },
  depth: number,
  reader: Reader,
): Value {
  const index = key.name === ']' ? (key.prevSibling ?? key) : key;
  if (object.name === 'MemberExpression' || object.name !== 'VariableName') return environmentValue(object, reader);
  const [only, ...more] = reader.bindings.of(textOf(reader.source, object), object.from);
  const wanted = reader.value(index, depth);
  if (only?.value?.name !== 'DictionaryExpression' || more.length > 0 || wanted.texts.length === 0)
    return open('expression');
  const parts = childrenOf(only.value).filter(({ name }) => !/^[{},]$|^Comment$/.test(name));
  const values = parts.flatMap((part, at) => {
    const isKey = parts[at + 1]?.name === ':' && wanted.texts.includes(reader.value(part, depth).texts[0] ?? '');
    const value = parts[at + 2];
    return isKey && value !== undefined ? [reader.value(value, depth)] : [];
  });
  return values.length === 0 ? open('expression') : oneOf(values);
}

function environmentValue(object: SyntaxNode, reader: Reader): Value {
  return open(/(?:^|\.)environ$/.test(dottedName(reader.source, object)) ? 'environment' : 'expression');
}

/** What a call returns, where it is about a default. */
export function callValue(node: SyntaxNode, depth: number, reader: Reader): Value {
  const callee = node.firstChild;
  const name = callee === null ? '' : dottedName(reader.source, callee);
  const { positional, named } = argumentsOf(reader.source, node.lastChild);
  const first = positional[0];
  if (/(?:^|\.)(?:getenv|environ\.get)$/.test(originOf(name, reader.imports) ?? name)) {
    const standIn = positional[1] ?? named.get('default');
    const known = standIn && reader.value(standIn, depth);
    return known !== undefined && known.texts.length > 0 ? known : open('environment');
  }
  // Where a default is declared: dataclasses, pydantic, typer.
  if (/(?:^|\.)(?:field|Field|Option|Argument)$/.test(name)) {
    const standIn = named.get('default') ?? first;
    return standIn === undefined ? open('setting') : reader.value(standIn, depth);
  }
  if (/(?:^|\.)(?:str|strip)$/.test(name) && first !== undefined) return reader.value(first, depth);
  // A path that is put together is one of this machine.
  return /(?:^|\.)(?:Path|join|abspath|expanduser|realpath)$/.test(name) ? NOTHING : CALL_RESULT;
}
