/** What a program gives an attribute or an entry later: `cfg.model = "acme/x"`, `config["model"] = "acme/x"`. */
import type { SyntaxNode } from '@lezer/common';
import { bindingOf } from './binders';
import type { Binding } from './binding';
import { isUnconditional, latest } from './latest';
import type { Reader } from './reader';
import { entriesOf, namedEntries } from './entries';
import { argumentsOf, nodeAt, scopeOf, stringValue, textOf, type Source } from './tree';
import { NOTHING, oneOf, type Value } from './value';

/** Assignments to one target that are looked at. */
const MOST_ASSIGNED = 20;

/** The value of an attribute or an entry. @param known what it is by what it is made with */
export function withAssigned(
  node: SyntaxNode,
  depth: number,
  { reader, known }: { readonly reader: Reader; readonly known: () => Value },
): Value {
  const held = latest(assignmentsTo(node, reader), node);
  const [first] = held;
  if (first === undefined) return known();
  const given = reader.anyOf(held, depth);
  const isCertain = first.node.to <= node.from && isUnconditional(first, node);
  return isCertain ? given : oneOf([{ ...NOTHING, texts: known().texts }, given]);
}

/** By source and target: the same ones are asked about again and again. */
const KNOWN = new WeakMap<Source, Map<string, readonly Binding[]>>();

function assignmentsTo(node: SyntaxNode, reader: Reader): readonly Binding[] {
  const { source } = reader;
  const target = textOf(source, node);
  const known = KNOWN.get(source) ?? new Map<string, readonly Binding[]>();
  KNOWN.set(source, known);
  const before = known.get(target);
  // To look through a long text costs more than a step.
  if (before !== undefined || !reader.mayGoOn(0, source.text.length >> 12)) return before ?? [];
  const found = [...lookedFor(target, source), ...updatesOf(node, reader)];
  known.set(target, found);
  return found;
}

function lookedFor(target: string, source: Source): Binding[] {
  const { text } = source;
  const found: Binding[] = [];
  for (let at = text.indexOf(target); at >= 0 && found.length < MOST_ASSIGNED; at = text.indexOf(target, at + 1)) {
    BEHIND.lastIndex = at + target.length;
    if (/[\w.]/.test(text[at - 1] ?? ' ') || !BEHIND.test(text)) continue;
    const binding = assignedAt(nodeAt(source, at), at + target.length);
    if (binding !== undefined) found.push(binding);
  }
  return found;
}

/** `config.update(model="acme/x")`, `config.update({"model": "acme/x"})`. */
function updatesOf(member: SyntaxNode, reader: Reader): Binding[] {
  const { source } = reader;
  const [object, key] = [member.firstChild, member.lastChild?.prevSibling];
  if (object === null || key?.name !== 'String' || object.to - object.from > LONGEST) return [];
  const name = stringValue(source, key) ?? '';
  return calleesNamed(`${textOf(source, object)}.update`, source).flatMap((callee): Binding[] => {
    const value = givenTo(callee, reader).get(name);
    return value === undefined ? [] : [{ node: callee, scope: scopeOf(callee), kind: 'value', value }];
  });
}

/** Where a method is called, by its name with dots. */
function calleesNamed(name: string, source: Source): SyntaxNode[] {
  const { text } = source;
  const found: SyntaxNode[] = [];
  for (
    let at = text.indexOf(`${name}(`);
    at >= 0 && found.length < MOST_ASSIGNED;
    at = text.indexOf(`${name}(`, at + 1)
  ) {
    const callee = nodeAt(source, at + name.length - 1).parent;
    if (!/[\w.]/.test(text[at - 1] ?? ' ') && callee?.name === 'MemberExpression') found.push(callee);
  }
  return found;
}

/** What a call of `update` gives, under names that are written. */
function givenTo(callee: SyntaxNode, reader: Reader): ReadonlyMap<string, SyntaxNode> {
  const { named, positional } = argumentsOf(reader.source, callee.parent?.lastChild ?? null);
  const others = positional.flatMap((one) => entriesOf(one, { depth: 0, reader }));
  return new Map([...namedEntries(reader.source, others), ...named]);
}

const LONGEST = 60;

/** The assignment to the attribute or the entry that begins with a node. */
function assignedAt(node: SyntaxNode, end: number): Binding | undefined {
  let member = node;
  while (member.to < end && member.parent?.from === node.from) member = member.parent;
  const isTarget = member.name === 'MemberExpression' && member.parent?.name === 'AssignStatement';
  return isTarget && member.to === end ? bindingOf(member, scopeOf(member)) : undefined;
}

const BEHIND = /[ \t]*=(?!=)/y;
