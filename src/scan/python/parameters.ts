/** What a parameter of a function can be: its default, and what the callers in the same file pass. */
import type { SyntaxNode } from '@lezer/common';
import type { Binding } from './binding';
import { callersOf, passedFor } from './callers';
import { itemsOf, valueOfItems } from './held';
import type { Reader } from './reader';
import { textOf } from './tree';
import { oneOf, open, type Value } from './value';
import type { Caller } from './way';

/** Of a parameter without default also what an option of click says. */
export function parameterValue(binding: Binding, depth: number, reader: Reader): Value {
  const { node, scope, value } = binding;
  const way = reader.wayOf(scope)?.caller;
  const standIn = value && reader.value(value, depth);
  const isDecorated = value === undefined && scope.parent?.name === 'DecoratedStatement';
  const option = isDecorated ? reader.optionDefault(textOf(reader.source, node), depth) : undefined;
  if (way !== undefined) return passedValue(binding, way, { depth, reader }) ?? standIn ?? option ?? open('parameter');
  if (option !== undefined) return option;
  const passed = callersOf(scope, reader).flatMap((one) => passedValue(binding, one, { depth, reader }) ?? []);
  const known = oneOf([...(standIn === undefined ? [] : [standIn]), ...passed]);
  return isEmpty(known, value) ? open(known.open ?? 'parameter') : known;
}

/** With `None` or an empty text it is not called: the program gives it another value somewhere. */
function isEmpty({ texts }: Value, standIn: SyntaxNode | undefined): boolean {
  return texts.every((text) => text === '') && (standIn === undefined || /^(?:None|String)$/.test(standIn.name));
}

function passedValue(
  { node, scope }: Binding,
  caller: Caller,
  { depth, reader }: { readonly depth: number; readonly reader: Reader },
): Value | undefined {
  const { source } = reader;
  const given = passedFor(caller, { scope, parameter: textOf(source, node) }, source);
  if (given === undefined) return caller.isUnpacked ? open('unpacked') : undefined;
  const walk = { depth: depth + 1, reader };
  return caller.isEach ? valueOfItems(itemsOf(given, walk), walk) : reader.value(given, walk.depth);
}
