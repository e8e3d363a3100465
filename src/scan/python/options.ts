/** Defaults of options that the file declares: argparse, click, typer and absl. */
import type { SyntaxNode } from '@lezer/common';
import { argumentsOf, stringValue, type Source, nodeAt } from './tree';

/** What declares an option, by the end of its name. */
const DECLARES = /(?<![\w])(?:add_argument|option|argument|set_defaults|DEFINE_string|DEFINE_enum)(?=\s*\()/g;

/** Name of the attribute or the parameter → what its default is; absent where it has none. */
export type Options = ReadonlyMap<string, SyntaxNode | undefined>;

/** The options of a program's command line, with their defaults. */
export function optionsOf(source: Source): Options {
  const options = new Map<string, SyntaxNode | undefined>();
  for (const { index } of source.text.matchAll(DECLARES)) {
    const list = listBehind(nodeAt(source, index));
    if (list === undefined) continue;
    const { positional, named } = argumentsOf(source, list);
    if (source.text.startsWith('set_defaults', index)) for (const [own, value] of named) options.set(own, value);
    const names = positional.flatMap((node) => (node.name === 'String' ? [stringValue(source, node) ?? ''] : []));
    const dest = named.get('dest');
    const name = (dest && stringValue(source, dest)) ?? attributeOf(names);
    const standIn = named.get('default') ?? (isFlag(source, index) ? positional[1] : undefined);
    if (name !== undefined) options.set(name, standIn);
  }
  return options;
}

/** The `ArgList` of the call, or the decorator, whose last name this is. */
function listBehind(node: SyntaxNode): SyntaxNode | undefined {
  const holder = node.parent?.name === 'MemberExpression' ? node.parent.parent : node.parent;
  const last = holder?.lastChild;
  return last?.name === 'ArgList' ? last : undefined;
}

/** `DEFINE_string("model", "acme/x", "what for")` of absl. */
function isFlag({ text }: Source, place: number): boolean {
  return text.startsWith('DEFINE', place);
}

/** `-m`, `--model-name` → `model_name`; a name without dashes is that of the parameter. */
function attributeOf(names: readonly string[]): string | undefined {
  const name = names.find((one) => !one.startsWith('-')) ?? names.find((one) => one.startsWith('--')) ?? names[0];
  return name?.replace(/^-+/, '').replaceAll('-', '_');
}
