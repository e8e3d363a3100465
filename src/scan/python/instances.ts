/** What a class of the file is made with: `Spec("acme/x", revision="v1")` → the fields and their values. */
import type { SyntaxNode } from '@lezer/common';
import { basesOf, classNamed, functionNamed, parametersOf, type Parameter } from './definitions';
import type { Reader, Walk } from './reader';
import { argumentsOf, childrenOf, dottedName, isSame, stringValue, textOf } from './tree';

/** Classes whose fields are put together for one. */
const MOST_BASES = 5;

/** The fields of what a call makes, in order, with what it gives them or their defaults; none where it makes nothing of the file. */
export function fieldsGiven(
  call: SyntaxNode,
  walk: Walk,
): readonly { readonly key: string; readonly value: SyntaxNode }[] {
  const { positional, named } = argumentsOf(walk.reader.source, call.lastChild);
  return fieldsOf(call.firstChild, walk).flatMap(({ name, standIn }, at) => {
    const value = named.get(name) ?? positional[at] ?? standIn;
    return value === undefined ? [] : [{ key: name, value }];
  });
}

function fieldsOf(callee: SyntaxNode | null, { depth, reader }: Walk): readonly Parameter[] {
  if (callee?.name !== 'VariableName') return [];
  const definition = classNamed(reader.source, textOf(reader.source, callee));
  if (definition !== undefined) return fieldsOfClass(definition, reader);
  return reader.written(callee, depth).flatMap((one) => (one.name === 'CallExpression' ? namedTuple(one, reader) : []));
}

/** Annotated fields, those of the classes that it is made from first; with a constructor, its parameters that are kept under their names. */
function fieldsOfClass(definition: SyntaxNode, reader: Reader, depth = 0): readonly Parameter[] {
  const { source, bindings } = reader;
  const maker = functionNamed(source, '__init__', definition);
  if (maker !== undefined)
    return parametersOf(source, maker)
      .slice(1)
      .map((one) => {
        const kept = bindings.inClasses(one.name).filter(({ scope }) => isSame(scope, definition));
        const isKept = kept.length === 1 && kept[0]?.value !== undefined && textOf(source, kept[0].value) === one.name;
        return isKept ? one : { name: '' };
      });
  const bases = depth < MOST_BASES ? basesOf(source, definition) : [];
  const inherited = bases.flatMap((name) => {
    const base = classNamed(source, name);
    return base === undefined || isSame(base, definition) ? [] : fieldsOfClass(base, reader, depth + 1);
  });
  const own = childrenOf(definition.lastChild ?? definition).flatMap((node): Parameter[] => {
    const [target, type, sign, value] = childrenOf(node);
    if (node.name !== 'AssignStatement' || target === undefined || type?.name !== 'TypeDef') return [];
    const name = textOf(source, target);
    return [sign?.name === 'AssignOp' && value !== undefined ? { name, standIn: value } : { name }];
  });
  const names = new Set(own.map(({ name }) => name));
  return [...inherited.filter(({ name }) => !names.has(name)), ...own];
}

/** `namedtuple("Spec", "repo revision")`. */
function namedTuple(call: SyntaxNode, { source }: Reader): readonly Parameter[] {
  const [, names] = argumentsOf(source, call.lastChild).positional;
  const isTuple = call.firstChild !== null && /(?:^|\.)namedtuple$/.test(dottedName(source, call.firstChild));
  if (!isTuple || names === undefined) return [];
  const texts = (names.name === 'String' ? [names] : names.getChildren('String')).map((one) =>
    stringValue(source, one),
  );
  return texts.flatMap((text = '') => text.split(/[\s,]+/)).map((name) => ({ name }));
}
