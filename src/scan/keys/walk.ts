/** One document of a configuration, from its outermost mapping inwards. */
import { findInScript, findInWords, variableSite } from '../commands';
import { LineIndex } from '../sites/line-index';
import type { Site, SourceFile } from '../sites/site';
import { isHolder, keyRowAt } from '../tables/match-key';
import { plainWord, type Constants } from '../commands/word';
import { assignedIn, constantsOf, filled, interpolated, matrixOf, VARIABLE_KEYS, withReferences } from './constants';
import { containerSites } from './container';
import { textAt, valueAt, type Entry, type MapNode, type Node, type TextNode } from './node';
import { areLines, assigns, isPython, isScriptAt } from './scripts';
import { addressSite, keySite, type KeyPlace } from './known-key';
import { targetSites } from './target';

/** Goes through a document and holds each key, with those above it, against the table; scripts and containers on the way are read too. */
export class Walk {
  readonly #file: SourceFile;
  readonly #lines: LineIndex;
  readonly #document: Node;
  #constants: Constants;
  /** The constants as they are written. */
  readonly #given: Constants;

  constructor(file: SourceFile, lines: LineIndex, document: Node) {
    this.#file = file;
    this.#lines = lines;
    this.#document = document;
    this.#given = constantsOf(document);
    this.#constants = filled(this.#given);
  }

  sites(): Site[] {
    return this.#node(this.#document, [], undefined);
  }

  #node(node: Node, path: readonly string[], around: MapNode | undefined): Site[] {
    if (node.kind === 'map') return this.#map(node, path);
    if (node.kind === 'list') {
      const isScript = isScriptAt(path);
      const own = isScript ? this.#words(node) : [];
      if (own.length > 0) return own;
      const isOne = isScript ? node.items.some(assigns) : areLines(path, node.items);
      const lines = isOne ? node.items.flatMap((item) => (item.kind === 'text' ? [item] : [])) : [];
      const others = node.items.filter((item) => item.kind !== 'text' || !isOne);
      return [...this.#script(lines), ...others.flatMap((item) => this.#node(item, [...path, '[]'], around))];
    }
    return node.kind === 'text' ? this.#text(node, path, around) : [];
  }

  #map(map: MapNode, path: readonly string[]): Site[] {
    const around = this.#constants;
    const matrix = matrixOf(map);
    if (matrix.size > 0) this.#constants = filled(new Map([...matrix, ...around, ...this.#given, ...matrix]));
    const context = { file: this.#file, lines: this.#lines, constants: this.#constants };
    const own = [...containerSites(map, context), ...targetSites(map, { ...context, document: this.#document })];
    const keys = map.entries.flatMap((entry) => this.#entry(entry, path, map));
    this.#constants = around;
    // What a call loads is known with its revision: the key by itself says less.
    return [...own, ...keys.filter((site) => !own.some((call) => isSameRepo(call, site)))];
  }

  #entry({ key: written, from, value }: Entry, path: readonly string[], map: MapNode): Site[] {
    // SimpleTuner has the options of its script as keys.
    const key = written.replace(/^--(?=\w)/, '');
    const last = path.findLast((part) => part !== '[]') ?? '';
    const held = isHolder(last) ? this.#known({ kind: 'text', text: key, from }, [...path, '{}'], map) : [];
    const isBuild = last === 'args' && path.at(-2) === 'build';
    const holdsVariables = VARIABLE_KEYS.has(last) || isBuild || (path.length === 1 && last === 'data');
    const variable = holdsVariables && value.kind === 'text' ? this.#variable(key, value) : [];
    return [...held, ...variable, ...this.#node(value, [...path, key], map)];
  }

  #variable(name: string, value: TextNode): Site[] {
    return variableSite(
      { name, value: interpolated(value.text, this.#document) },
      { line: this.#lines.at(value.from), file: this.#file },
    );
  }

  #text(text: TextNode, path: readonly string[], around: MapNode | undefined): Site[] {
    const last = path.findLast((part) => part !== '[]') ?? '';
    const isScript = isScriptAt(path) || text.linesBelow !== undefined;
    const known = this.#known(text, path, around);
    if (known.length > 0) return known;
    const assigned = VARIABLE_KEYS.has(last) ? assignedIn(text) : undefined;
    if (assigned !== undefined) return this.#variable(assigned.name, assigned.value);
    if (around !== undefined && isPython(around, last)) return this.#python(text);
    if (isScript) return this.#script([text]);
    const filled = { ...text, text: interpolated(text.text, this.#document) };
    return addressSite({ text: filled, path, file: this.#file, lines: this.#lines });
  }

  #known(text: TextNode, path: readonly string[], around: MapNode | undefined): Site[] {
    const row = keyRowAt(path, {
      hasAtTop: (key) => this.#document.kind === 'map' && valueAt(this.#document, key) !== undefined,
      hasBeside: (key) => around !== undefined && valueAt(around, key) !== undefined,
      contains: (word) => this.#file.text.includes(word),
    });
    if (row === undefined || (around !== undefined && isOfOthers(around))) return [];
    const beside = (key: string | undefined) =>
      key === undefined || around === undefined ? undefined : textAt(around, key)?.text;
    const filled = { ...text, text: interpolated(text.text, this.#document) };
    const place: KeyPlace = { text: filled, path, file: this.#file, lines: this.#lines };
    return keySite(row, place, { revision: beside(row.revision), kind: beside(row.kind) });
  }

  /** Texts that a shell gets one after another. */
  #script(nodes: readonly TextNode[]): Site[] {
    const texts = nodes.map((node) => this.#asShell(node.text));
    const text = texts.join('\n');
    let from = 0;
    // Of each line of the whole the text that it is of, and where that begins.
    const owners = texts.flatMap((own, at) => {
      const owner = { node: nodes[at], from };
      from += own.length + 1;
      return own.split('\n').map(() => owner);
    });
    const rows = new LineIndex(text);
    const lineAt = (place: number) => {
      const { node, from: begin = 0 } = owners[rows.at(place) - 1] ?? {};
      return node === undefined ? 1 : this.#lineIn(node)(place - begin);
    };
    return findInScript({ text, lineAt, file: this.#file, constants: this.#constants });
  }

  #asShell(written: string): string {
    const isKnown = (name: string) => this.#constants.has(name);
    return (
      withReferences(written)
        // Azure's variables.
        .replace(/\$\((\w+)\)/g, (whole, name: string) => (isKnown(name) ? `\${${name}}` : whole))
        // Buildkite, Woodpecker, Compose: the shell's own.
        .replace(/\$\$(?=[A-Za-z_{])/g, '$')
        // What other keys say.
        .replace(/\$\{\w+(?:\.\w+)+\}/g, (whole) => interpolated(whole, this.#document))
    );
  }

  /** `cmd = ["hf", "download", "acme/x"]`: the words of one command. */
  #words({ items }: Extract<Node, { kind: 'list' }>): Site[] {
    const words = items.flatMap((item) => (item.kind === 'text' ? [plainWord(item.text, item.from)] : []));
    const [first] = items;
    if (words.length < 2 || words.length < items.length || first?.kind !== 'text' || /\s/.test(first.text)) return [];
    const lineAt = (place: number) => this.#lines.at(place);
    return findInWords(words, { text: '', lineAt, file: this.#file, constants: this.#constants });
  }

  #python(node: TextNode): Site[] {
    const script = { text: `python <<'EOF'\n${node.text}\nEOF`, file: this.#file, constants: this.#constants };
    const lineAt = this.#lineIn(node);
    return findInScript({ ...script, lineAt: (place) => lineAt(Math.max(0, place - PYTHON_BEGINS)) });
  }

  #lineIn({ text, from, linesBelow }: TextNode): (place: number) => number {
    const first = this.#lines.at(from);
    return (place) => (linesBelow === undefined ? first : first + linesBelow + linesBefore(text, place));
  }
}

function isSameRepo(one: Site, other: Site): boolean {
  return one.kind === 'found' && other.kind === 'found' && one.id === other.id && one.line === other.line;
}

const OTHER_STORES = /^(?:gcs|gs|s3|azure|r2|local|modelscope|ngc)$/i;

/** A mapping that says that what it names is kept elsewhere, or is written and not read. */
function isOfOthers(map: MapNode): boolean {
  const isElsewhere = ['kind', 'source', 'provider'].some((key) => OTHER_STORES.test(textAt(map, key)?.text ?? ''));
  return isElsewhere || valueAt(map, 'push_to_hub') !== undefined;
}

const PYTHON_BEGINS = "python <<'EOF'\n".length;

function linesBefore(text: string, place: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < place; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
