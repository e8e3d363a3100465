/** YAML → nodes. What a template leaves broken is passed over, and the rest is read. */
import { parser } from '@lezer/yaml';
import type { SyntaxNode } from '@lezer/common';
import { parsed } from '../sites/parse';
import { MOST_DEPTH, OTHER, type Entry, type Node } from './node';
import { lookUp } from '../../domain/basics/look-up';

/** The documents of a YAML text as nodes, mistakes included. */
export function readYaml(text: string): Node[] {
  const stream = parsed(parser.startParse(text)).topNode;
  return stream.getChildren('Document').flatMap((document) => {
    const content = document.getChild('BlockMapping') ?? document.getChild('FlowMapping') ?? document.getChild('BlockSequence') ?? document.getChild('Tagged') ?? document.getChild('FlowSequence'); // prettier-ignore
    return content === null ? [] : [new YamlReader(text).read(content, 0)];
  });
}

/** The core schema's nothing (YAML 1.2, 10.3.2), which is that of PyYAML too. */
const NOTHING = /^(?:~|null|Null|NULL)$/;

/** Aliases that are read as what they stand for; each may stand for most of the file. */
const MOST_ALIASES = 200;
const MOST_ALIASED = 500;

class YamlReader {
  readonly #text: string;
  readonly #anchors = new Map<string, Node>();
  #aliases = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(node: SyntaxNode, depth: number): Node {
    if (depth > MOST_DEPTH) return OTHER;
    switch (node.name) {
      case 'BlockMapping':
      case 'FlowMapping':
        return { kind: 'map', entries: node.getChildren('Pair').flatMap((pair) => this.#entry(pair, depth + 1)) };
      case 'BlockSequence':
      case 'FlowSequence':
        return { kind: 'list', items: node.getChildren('Item').map((item) => this.#item(item, depth + 1)) };
      case 'Tagged':
        return node.lastChild === null ? OTHER : this.read(node.lastChild, depth + 1);
      case 'Anchored':
        return this.#anchored(node, depth + 1);
      case 'Alias':
        return this.#alias(node);
      case 'Literal':
        return this.#plain(node);
      case 'QuotedLiteral':
        return { kind: 'text', text: unquoted(this.#slice(node)), from: node.from };
      case 'BlockLiteral':
        return this.#block(node);
      default:
        return OTHER;
    }
  }

  /** A text without quotes, or nothing: `null` is the name of no repo. */
  #plain(node: SyntaxNode): Node {
    const text = this.#slice(node).replace(/\s*\n\s*/g, ' ');
    return NOTHING.test(text) ? OTHER : { kind: 'text', text, from: node.from };
  }

  #anchored(node: SyntaxNode, depth: number): Node {
    const value = node.lastChild === null ? OTHER : this.read(node.lastChild, depth);
    const anchor = node.getChild('Anchor');
    if (anchor !== null) this.#anchors.set(this.#slice(anchor).slice(1), value);
    return value;
  }

  /** A text is where the alias is; of a mapping or a list with further aliases in it nothing is read again. */
  #alias(node: SyntaxNode): Node {
    const value = this.#anchors.get(this.#slice(node).slice(1)) ?? OTHER;
    this.#aliases += 1;
    if (value.kind === 'text') return value.linesBelow === undefined ? { ...value, from: node.from } : value;
    return this.#aliases > MOST_ALIASES || sizeOf(value) > MOST_ALIASED ? OTHER : value;
  }

  #slice({ from, to }: SyntaxNode): string {
    return this.#text.slice(from, to);
  }

  #entry(pair: SyntaxNode, depth: number): Entry[] {
    const key = pair.getChild('Key')?.firstChild ?? null;
    const name = key === null ? OTHER : this.read(key, depth);
    const value = pair.lastChild;
    if (key === null || name.kind !== 'text' || value === null) return [];
    const hasValue = value.name !== 'Key' && value.name !== ':';
    const read = hasValue ? this.read(value, depth) : OTHER;
    // `<<: *common`: the entries of another mapping.
    if (name.text === '<<' && read.kind === 'map') return [...read.entries];
    return [{ key: name.text, from: key.from, value: read }];
  }

  #item(item: SyntaxNode, depth: number): Node {
    for (let child = item.firstChild; child !== null; child = child.nextSibling)
      if (child.name !== 'Comment') return this.read(child, depth);
    return OTHER;
  }

  /** `|` and `>`: what is below, without its margin. A folded line goes on as in a shell, so that places of lines are kept. */
  #block(node: SyntaxNode): Node {
    const content = node.getChild('BlockLiteralContent');
    if (content === null) return { kind: 'text', text: '', from: node.from };
    const lines = this.#slice(content).split('\n');
    const margins = lines.flatMap((line) => (line.trim() === '' ? [] : [line.search(/\S/)]));
    const margin = margins.reduce((least, one) => Math.min(least, one), Infinity);
    const isFolded = this.#slice(node).startsWith('>');
    const text = lines
      .map((line, index) => {
        const own = line.slice(margin);
        const next = lines[index + 1]?.slice(margin) ?? '';
        return isFolded && /^\S/.test(own) && /^\S/.test(next) ? `${own.trimEnd()} \\` : own;
      })
      .join('\n');
    return { kind: 'text', text, from: content.from, linesBelow: 0 };
  }
}

/** Aliases of aliases grow without end: each counts with all that it stands for. */
function sizeOf(node: Node, left = MOST_ALIASED + 1): number {
  if (left <= 0 || node.kind === 'text' || node.kind === 'other') return 1;
  const parts = node.kind === 'map' ? node.entries.map(({ value }) => value) : node.items;
  let size = 1;
  for (const part of parts) {
    size += sizeOf(part, left - size);
    if (size > left) break;
  }
  return size;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '/': '/', '0': '\0' };

function unquoted(text: string): string {
  const body = text.slice(1, -1).replace(/\s*\n\s*/g, ' ');
  if (text.startsWith("'")) return body.replaceAll("''", "'");
  return body.replace(/\\(.)/g, (_, one: string) => lookUp(ESCAPES, one) ?? one);
}
