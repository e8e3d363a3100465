/** YAML → nodes. What a template leaves broken is passed over, and the rest is read. */
import { parser } from '@lezer/yaml';
import type { SyntaxNode } from '@lezer/common';
import { parsed } from '../sites/parse';
import { MOST_DEPTH, OTHER, type Entry, type Node } from './node';

export function readYaml(text: string): Node[] {
  const stream = parsed(parser.startParse(text)).topNode;
  return stream.getChildren('Document').flatMap((document) => {
    const content = document.getChild('BlockMapping') ?? document.getChild('FlowMapping') ?? document.getChild('BlockSequence') ?? document.getChild('Tagged') ?? document.getChild('FlowSequence'); // prettier-ignore
    return content === null ? [] : [new YamlReader(text).read(content, 0)];
  });
}

class YamlReader {
  readonly #text: string;

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
      case 'Anchored':
        return node.lastChild === null ? OTHER : this.read(node.lastChild, depth + 1);
      case 'Literal':
        return { kind: 'text', text: this.#slice(node).replace(/\s*\n\s*/g, ' '), from: node.from };
      case 'QuotedLiteral':
        return { kind: 'text', text: unquoted(this.#slice(node)), from: node.from };
      case 'BlockLiteral':
        return this.#block(node);
      default:
        return OTHER;
    }
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
    return [{ key: name.text, from: key.from, value: hasValue ? this.read(value, depth) : OTHER }];
  }

  #item(item: SyntaxNode, depth: number): Node {
    for (let child = item.firstChild; child !== null; child = child.nextSibling)
      if (child.name !== 'Comment') return this.read(child, depth);
    return OTHER;
  }

  /** `|` and `>`: what is below, without its margin. Folding is left out, as places of lines are kept. */
  #block(node: SyntaxNode): Node {
    const content = node.getChild('BlockLiteralContent');
    if (content === null) return { kind: 'text', text: '', from: node.from };
    const lines = this.#slice(content).split('\n');
    const margin = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
    const text = lines.map((line) => line.slice(margin)).join('\n');
    return { kind: 'text', text, from: content.from, linesBelow: 0 };
  }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '/': '/', '0': '\0' };

function unquoted(text: string): string {
  const body = text.slice(1, -1).replace(/\s*\n\s*/g, ' ');
  if (text.startsWith("'")) return body.replaceAll("''", "'");
  return body.replace(/\\(.)/g, (_, one: string) => ESCAPES[one] ?? one);
}
