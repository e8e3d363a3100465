/** Which of the bindings of a name hold at a place of the same scope. */
import type { SyntaxNode } from '@lezer/common';
import type { Binding } from './binding';

/** So many values on so many conditions are nobody's, and every call would get all of them. */
const MOST_HELD = 100;

/** The bindings that hold at a place: the last one before it, and those before that one while it is conditional. */
export function latest(bindings: readonly Binding[], at: SyntaxNode): readonly Binding[] {
  const before = bindings.filter(({ node }) => node.to <= at.from && !isWithin(at, node));
  const held: Binding[] = [];
  for (const binding of before.toReversed()) {
    held.unshift(binding);
    if (isUnconditional(binding, at)) return held;
    if (held.length > MOST_HELD) return [];
  }
  return held.length > 0 ? held : bindings;
}

/** The statement's own result is not yet there where it is made: `model = load(model)`. */
function isWithin(at: SyntaxNode, target: SyntaxNode): boolean {
  const statement = target.parent?.name === 'MemberExpression' ? target.parent.parent : target.parent;
  return statement?.name === 'AssignStatement' && statement.from <= at.from && at.to <= statement.to;
}

/** Whoever gets to the place has passed the binding: its block is one that the place is in. */
export function isUnconditional({ node, kind }: Binding, at: SyntaxNode): boolean {
  if (kind === 'each') return true;
  let block = node.parent;
  while (block !== null && block.name !== 'Body' && block.name !== 'Script' && block.name !== 'ParamList')
    block = block.parent;
  if (block === null || block.name === 'ParamList' || block.name === 'Script') return true;
  return block.from <= at.from && at.to <= block.to;
}
