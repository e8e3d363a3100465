/** Variables of the environment: what starts the program gives them, or the program itself. */
import type { SyntaxNode } from '@lezer/common';
import { bindingOf } from './binders';
import type { Walk } from './reader';
import { nodeAt, scopeOf, stringValue } from './tree';
import type { Value } from './value';

/** The values of a variable; `undefined` where the file does not say what it is given. @param key the literal that names it */
export function environmentValue(key: SyntaxNode | null | undefined, { depth, reader }: Walk): Value | undefined {
  const { source, environment } = reader;
  const name = key?.name === 'String' ? stringValue(source, key) : undefined;
  if (name === undefined || !/^\w+$/.test(name)) return undefined;
  const held = environment?.get(name);
  if (held !== undefined) return { texts: typeof held === 'string' ? [held] : held };
  const target = new RegExp(String.raw`\benviron\[["']${name}["']\](?=[ \t]*=[^=])`, 'g');
  const given = [...source.text.matchAll(target)].flatMap(({ index }) => {
    const member = nodeAt(source, index).parent?.parent;
    return (member && bindingOf(member, scopeOf(member))) ?? [];
  });
  return given.length === 0 ? undefined : reader.anyOf(given, depth);
}
