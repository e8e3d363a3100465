/** `load(**words)` where the file says what is in `words`: a dictionary that is written out, and no more than a few steps away. */
import type { SyntaxNode } from '@lezer/common';
import type { Evaluator } from './evaluate';
import { latest } from './latest';
import { argumentsOf, childrenOf, isSame, scopeOf, stringValue, textOf, type Arguments, type Source } from './tree';

/** The arguments with those that are unpacked; what the call itself says comes first. */
export function withUnpacked(given: Arguments, { source, bindings }: Evaluator): Arguments {
  const named = new Map<string, SyntaxNode>();
  for (const node of given.unpacked) {
    const all = node.name === 'VariableName' ? bindings.of(textOf(source, node), node.from) : [];
    const here = all.filter(({ scope }) => isSame(scope, scopeOf(node)));
    const [only, ...more] = here.length > 0 ? latest(here, node) : all;
    // Of several that may hold, none is known.
    if (only?.kind !== 'value' || only.value === undefined || more.length > 0) continue;
    for (const [name, value] of entriesOf(source, only.value)) named.set(name, value);
  }
  if (named.size === 0) return given;
  return { ...given, named: new Map([...named, ...given.named]) };
}

/** What `dict(a=…)` or `{"a": …}` has under names that are written. */
function entriesOf(source: Source, node: SyntaxNode): ReadonlyMap<string, SyntaxNode> {
  if (node.name === 'CallExpression' && node.firstChild !== null && textOf(source, node.firstChild) === 'dict')
    return argumentsOf(source, node.getChild('ArgList')).named;
  const entries = new Map<string, SyntaxNode>();
  if (node.name !== 'DictionaryExpression') return entries;
  const parts = childrenOf(node).filter(({ name }) => name !== 'Comment');
  for (const [index, part] of parts.entries()) {
    const [key, value] = [parts[index - 1], parts[index + 1]];
    const name = part.name === ':' && key?.name === 'String' ? stringValue(source, key) : undefined;
    if (name !== undefined && value !== undefined) entries.set(name, value);
  }
  return entries;
}
