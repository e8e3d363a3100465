/** Which module each name of a file comes from, wherever in the file it is imported. */
import { CALL_NAMES } from '../tables/calls';
import { childrenOf, textOf, type Source, nodeAt } from './tree';
import type { SyntaxNode } from '@lezer/common';

/** Local name → where it comes from: `AM` → `transformers.AutoModel`. Relative modules begin with a dot. */
export type Imports = ReadonlyMap<string, string>;

const WORD = /(?<![\w.])import(?!\w)/g;

const CALLS = new RegExp(`(?<!\\w)(?:${CALL_NAMES.join('|')})(?!\\w)`);

function namesCall(text: string): boolean {
  return CALLS.test(text);
}

export function importsOf(source: Source): Imports {
  const imports = new Map<string, string>();
  for (const { index } of source.text.matchAll(WORD)) {
    // What a function imports is its own, and of no use where it names no known call.
    const block = source.blockAt(index);
    if (block?.isDefinition === true && !namesCall(source.text.slice(block.from, block.to))) continue;
    const node = nodeAt(source, index);
    const statement = node.name === 'import' ? node.parent : null;
    if (statement?.name === 'ImportStatement') addStatement(source, statement, imports);
  }
  return imports;
}

function addStatement(source: Source, statement: SyntaxNode, imports: Map<string, string>): void {
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
    if (isFrom) imports.set(alias ?? path, `${module}.${path}`);
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

/** Where a dotted name comes from; `undefined` where the file does not import its beginning. */
export function originOf(name: string, imports: Imports): string | undefined {
  const [root = '', ...rest] = name.split('.');
  const module = imports.get(root);
  return module === undefined ? undefined : [module, ...rest].join('.');
}
