/** Which module each name of a file comes from, wherever in the file it is imported. */
import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/python';
import { CALL_NAMES } from '../tables/calls';
import { childrenOf, textOf, type Source } from './tree';

/** Local name → where it comes from: `AM` → `transformers.AutoModel`. Relative modules begin with a dot. */
export type Imports = ReadonlyMap<string, string>;

const CALLS = new RegExp(`(?<!\\w)(?:${CALL_NAMES.join('|')})(?!\\w)`);

function namesCall(text: string): boolean {
  return CALLS.test(text);
}

/** The lines that import something are parsed by themselves, as one program. */
export function importsOf(source: Source): Imports {
  const imports = new Map<string, string>();
  const lines = source.imports.filter(({ from }) => isOfUse(source, from));
  const text = lines.map(({ from, to }) => source.text.slice(from, to).trimStart()).join('\n');
  if (text === '') return imports;
  const cursor = parser.parse(text).cursor();
  do if (cursor.name === 'ImportStatement') addStatement({ text }, cursor.node, imports);
  while (cursor.next());
  return imports;
}

/** What a function imports is its own, and of no use where it names no known call. */
function isOfUse(source: Source, place: number): boolean {
  const block = source.blockAt(place);
  return block?.isDefinition !== true || namesCall(source.text.slice(block.from, block.to));
}

function addStatement(source: Pick<Source, 'text'>, statement: SyntaxNode, imports: Map<string, string>): void {
  const words = childrenOf(statement).map((node) => ({ name: node.name, text: textOf(source, node) }));
  const at = words.findIndex(({ name }) => name === 'import');
  const isFrom = words[0]?.name === 'from';
  const module = isFrom
    ? words
        .slice(1, at)
        .map(({ text }) => text)
        .join('')
    : '';
  for (const item of itemsOf(words.slice(at + 1))) {
    const [path = '', alias] = item;
    if (isFrom) imports.set(alias ?? (path === '*' ? `*${module}` : path), `${module}.${path}`);
    else imports.set(alias ?? path.split('.')[0] ?? '', alias === undefined ? (path.split('.')[0] ?? '') : path);
  }
}

interface Word {
  readonly name: string;
  readonly text: string;
}

/** `a.b as c, d` → `[a.b, c], [d]`. */
function itemsOf(words: readonly Word[]): string[][] {
  const items: string[][] = [['']];
  for (const { name, text } of words) {
    const last = items.at(-1) ?? [];
    if (name === ',') items.push(['']);
    else if (name === 'as') last.push('');
    else if (name !== '(' && name !== ')' && name !== 'Comment') last.push(`${last.pop() ?? ''}${text}`);
  }
  return items.filter(([path]) => path !== '');
}

/** Modules of which everything is imported, as `module.*`. */
export function starsOf(imports: Imports): string[] {
  return [...imports].flatMap(([name, origin]) => (name.startsWith('*') ? [origin] : []));
}

/** Where a dotted name comes from; `undefined` where the file does not import its beginning. */
export function originOf(name: string, imports: Imports): string | undefined {
  const [root = '', ...rest] = name.split('.');
  const module = imports.get(root);
  return module === undefined ? undefined : [module, ...rest].join('.');
}
