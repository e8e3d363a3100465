/** The few calls whose result a file tells. */
import type { SyntaxNode } from '@lezer/common';
import { classAround } from './bindings';
import { functionNamed } from './definitions';
import { under } from './entries';
import { environmentValue } from './environment';
import { textMethod } from './formatted';
import { valueOfItems } from './held';
import { originOf } from './imports';
import { attributeNamed, isFromElsewhere, returned } from './members';
import type { Reader, Walk } from './reader';
import { argumentsOf, dottedName, stringValue, textOf, type Arguments } from './tree';
import { CALL_RESULT, NOTHING, oneOf, open, type Value } from './value';

interface Called {
  readonly node: SyntaxNode;
  /** With dots, as the file has it. */
  readonly name: string;
  readonly given: Arguments;
}

/** What a call returns, where it is about a default, a text, or a function of the file. */
export function callValue(node: SyntaxNode, depth: number, reader: Reader): Value {
  const callee = node.firstChild;
  const name = callee === null ? '' : dottedName(reader.source, callee);
  const call = { node, name, given: argumentsOf(reader.source, node.lastChild) };
  const known =
    defaultValue(call, depth, reader) ??
    textMethod(node, depth, reader) ??
    entryValue(call, depth, reader) ??
    chosenValue(call, depth, reader) ??
    ownFunction(call, depth, reader);
  if (known !== undefined) return known;
  // A path that is put together is one of this machine.
  if (/(?:^|\.)(?:Path|join|abspath|expanduser|realpath)$/.test(name)) return NOTHING;
  return isFromElsewhere(node, reader) ? { ...CALL_RESULT, open: 'elsewhere' } : CALL_RESULT;
}

/** Where a default is declared: dataclasses, attrs, pydantic, typer, absl. */
const DECLARES = /(?:^|\.)(?:field|Field|Option|Argument|ib|attrib|DEFINE_\w+)$/;
const ENVIRONMENT = /(?:^|\.)(?:getenv|environ\.(?:get|setdefault|pop))$/;

function defaultValue({ name, given }: Called, depth: number, reader: Reader): Value | undefined {
  const { positional, named } = given;
  const [first, second] = positional;
  if (ENVIRONMENT.test(originOf(name, reader.imports) ?? name))
    return (
      environmentValue(first, { depth, reader }) ??
      textsOr('environment', second ?? named.get('default'), { depth, reader })
    );
  if (DECLARES.test(name)) {
    const standIn = named.get('default') ?? madeBy(named.get('default_factory')) ?? (isFlag(name) ? second : first);
    return standIn === undefined ? open('setting') : reader.value(standIn, depth);
  }
  if (name === 'getattr') return attributeValue(positional, depth, reader);
  return name === 'str' && first !== undefined ? reader.value(first, depth) : undefined;
}

function isFlag(name: string): boolean {
  return name.includes('DEFINE_');
}

/** `default_factory=lambda: "acme/x"`. */
function madeBy(node: SyntaxNode | undefined): SyntaxNode | undefined {
  return node?.name === 'LambdaExpression' ? (node.lastChild ?? undefined) : undefined;
}

/** `getattr(args, "model", "acme/x")`. */
function attributeValue(
  [object, attribute, standIn]: readonly SyntaxNode[],
  depth: number,
  reader: Reader,
): Value | undefined {
  if (object === undefined || attribute === undefined) return undefined;
  const name = attribute.name === 'String' ? stringValue(reader.source, attribute) : undefined;
  const value = name === undefined ? NOTHING : attributeNamed(object, name, { depth, reader });
  return value.texts.length > 0 ? value : textsOr(value.open ?? 'setting', standIn, { depth, reader });
}

function textsOr(reason: NonNullable<Value['open']>, standIn: SyntaxNode | undefined, { depth, reader }: Walk): Value {
  const known = standIn && reader.value(standIn, depth);
  return known !== undefined && known.texts.length > 0 ? known : open(reason);
}

/** What somebody chooses from, or types over: Streamlit, ipywidgets, questionary, `random.choice`. */
const CHOOSES = /(?:^|\.)(?:selectbox|radio|select_slider|Dropdown|Select|RadioButtons|choice|select)$/;
const TYPED = /(?:^|\.)(?:text_input|prompt)$/;

function chosenValue({ name, given: { positional, named } }: Called, depth: number, reader: Reader): Value | undefined {
  const isChosen = CHOOSES.test(name);
  if (!isChosen && !TYPED.test(name)) return undefined;
  const list =
    named.get('options') ??
    named.get('choices') ??
    (isChosen ? positional.at(positional.length > 1 ? 1 : 0) : undefined);
  const typed = named.get('value') ?? named.get('default') ?? (isChosen ? undefined : positional[1]);
  if (list === undefined) return typed === undefined ? undefined : reader.value(typed, depth);
  const value = valueOfItems(reader.itemsOf(list, depth), { depth, reader });
  return value.texts.length > 0 ? value : undefined;
}

/** `MODELS.get("small", "acme/x")`, and `name.strip()`. */
function entryValue({ node, given }: Called, depth: number, reader: Reader): Value | undefined {
  const { firstChild: object, lastChild: method } = node.firstChild ?? node;
  if (object === null || method?.name !== 'PropertyName') return undefined;
  const name = textOf(reader.source, method);
  const [key, standIn] = given.positional;
  if (key === undefined) return /^[lr]?strip$/.test(name) ? reader.value(object, depth) : undefined;
  if (name !== 'get' && name !== 'pop') return undefined;
  const held = reader.value(key, depth).texts.flatMap((text) => under(object, text, { depth, reader }));
  if (held.length > 0) return oneOf(held.map((one) => reader.value(one, depth)));
  const value = textsOr('expression', standIn, { depth, reader });
  return value.open === undefined ? value : undefined;
}

/** A function of the file, or a method of the class around. */
function ownFunction({ node, name }: Called, depth: number, reader: Reader): Value | undefined {
  const [, method] = /^(?:self|cls)\.(\w+)$/.exec(name) ?? [];
  const holder = method === undefined ? undefined : classAround(node);
  if (method !== undefined && holder === undefined) return undefined;
  const definition = functionNamed(reader.source, method ?? name, holder);
  return definition === undefined ? undefined : returned(definition, depth, reader);
}
