/** Which module each name of a file comes from, wherever in the file it is imported. */
import type { SyntaxNode, SyntaxNodeRef } from '@lezer/common';
import { parser } from '@lezer/python';
import { parsed } from '../sites/parse';
import { CALL_NAMES, CALL_PACKAGES } from '../tables/calls';
import type { Span } from './statements';
import { childrenOf, textOf, type Source } from './tree';

/** Where the names of a file come from: `AM` → `transformers.AutoModel`. Relative modules begin with a dot. */
export interface Imports {
  /** `undefined` where the file does not import the name. */
  get(name: string): string | undefined;
  /** Local name → where it comes from, of all lines that may have to do with a known call. */
  readonly known: ReadonlyMap<string, string>;
  /** Modules of which everything is imported, as `module.*`. */
  stars(): readonly string[];
}

const NAMES = new RegExp(`(?<!\\w)(?:${CALL_NAMES.join('|')})(?!\\w)`);
/** What a line has that makes a known call of a name: the call's own, or the first name of a module that the call must come from. */
const OF_USE = new RegExp(`(?<!\\w)(?:${[...CALL_NAMES, ...CALL_PACKAGES].join('|')})(?!\\w)`);

/** The lines that import something, each read only if it is asked about: most lines never are. */
export function importsOf(source: Source): Imports {
  const lines = source.imports.filter(({ from }) => isSeen(source, from)).map((span) => new ImportLine(source, span));
  const lastWith = (name: string) => lines.findLast(({ text, names }) => text.includes(name) && names.has(name));
  let stars: readonly string[] | undefined;
  return {
    get: (name) => lastWith(name)?.names.get(name),
    known: new Map(lines.filter(({ text }) => OF_USE.test(text)).flatMap(({ names }) => [...names])),
    stars: () => (stars ??= lines.flatMap(starsIn)),
  };
}

function starsIn({ text, names }: ImportLine): string[] {
  return text.includes('*') ? [...names].flatMap(([name, origin]) => (name.startsWith('*') ? [origin] : [])) : [];
}

/** What a function imports is its own, and of no use where it names no known call. */
function isSeen(source: Source, place: number): boolean {
  const block = source.blockAt(place);
  return block?.isDefinition !== true || NAMES.test(source.text.slice(block.from, block.to));
}

class ImportLine {
  readonly text: string;
  readonly #source: Source;
  readonly #span: Span;
  #names: ReadonlyMap<string, string> | undefined;

  constructor(source: Source, span: Span) {
    this.text = source.text.slice(span.from, span.to);
    this.#source = source;
    this.#span = span;
  }

  /** As in {@link Imports}. */
  get names(): ReadonlyMap<string, string> {
    return (this.#names ??= this.#read());
  }

  /** A line of a function is read in the tree of that, which its call needs anyway; any other by itself, as what is around it may be long. */
  #read(): Map<string, string> {
    const names = new Map<string, string>();
    const { from, to } = this.#span;
    const isOwn = this.#source.blockAt(from)?.isDefinition === true;
    const text = isOwn ? this.#source.text : this.text.trimStart();
    const tree = isOwn ? this.#source.treeAt(from) : parsed(parser.startParse(text));
    const enter = ({ name, node }: SyntaxNodeRef) => {
      if (name === 'ImportStatement') addStatement({ text }, node, names);
    };
    tree.iterate(isOwn ? { from, to, enter } : { enter });
    return names;
  }
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

/** Where a dotted name comes from; `undefined` where the file does not import its beginning. */
export function originOf(name: string, imports: Imports): string | undefined {
  const [root = '', ...rest] = name.split('.');
  const module = imports.get(root);
  return module === undefined ? undefined : [module, ...rest].join('.');
}
