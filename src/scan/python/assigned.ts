/** What a program gives an attribute or an entry later: `cfg.model = "acme/x"`, `config["model"] = "acme/x"`. */
import type { SyntaxNode } from '@lezer/common';
import { bindingOf } from './binders';
import type { Binding } from './binding';
import { isUnconditional, latest } from './latest';
import type { Reader } from './reader';
import { nodeAt, scopeOf, textOf } from './tree';
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

function assignmentsTo(node: SyntaxNode, { source }: Reader): Binding[] {
  const target = textOf(source, node);
  const { text } = source;
  const found: Binding[] = [];
  for (let at = text.indexOf(target); at >= 0 && found.length < MOST_ASSIGNED; at = text.indexOf(target, at + 1)) {
    BEHIND.lastIndex = at + target.length;
    if (at === node.from || /[\w.]/.test(text[at - 1] ?? ' ') || !BEHIND.test(text)) continue;
    let member = nodeAt(source, at);
    while (member.to < at + target.length && member.parent?.from === at) member = member.parent;
    const isTarget = member.name === 'MemberExpression' && member.parent?.name === 'AssignStatement';
    const binding = isTarget && member.to === at + target.length ? bindingOf(member, scopeOf(member)) : undefined;
    if (binding !== undefined) found.push(binding);
  }
  return found;
}

const BEHIND = /[ \t]*=(?!=)/y;
