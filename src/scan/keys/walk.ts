/** One document of a configuration, from its outermost mapping inwards. */
import { findInScript, variableSite } from '../commands';
import type { LineIndex } from '../sites/line-index';
import type { Site, SourceFile } from '../sites/site';
import { isHolder, keyRowAt } from '../tables/match-key';
import { containerSites } from './container';
import { textAt, type Entry, type MapNode, type Node, type TextNode } from './node';
import { addressSite, keySite, type KeyPlace } from './known-key';
import { targetSites } from './target';

/** Keys of workflows, of CI systems and of task runners with a script of a shell below them. */
const SCRIPT_KEYS = new Set(['run', 'script', 'before_script', 'after_script', 'bash', 'shell', 'setup', 'cmd', 'cmds', 'commands', 'install', 'inline', 'entrypoint']); // prettier-ignore
/** Keys with variables below them. */
const VARIABLE_KEYS = new Set(['env', 'environment', 'envs', 'variables', 'ENV']);

export class Walk {
  readonly #file: SourceFile;
  readonly #lines: LineIndex;
  readonly #document: Node;
  readonly #constants: ReadonlyMap<string, string>;

  constructor(file: SourceFile, lines: LineIndex, document: Node) {
    this.#file = file;
    this.#lines = lines;
    this.#document = document;
    this.#constants = constantsOf(document);
  }

  sites(): Site[] {
    return this.#node(this.#document, [], undefined);
  }

  #node(node: Node, path: readonly string[], around: MapNode | undefined): Site[] {
    if (node.kind === 'map') return this.#map(node, path);
    if (node.kind === 'list') return node.items.flatMap((item) => this.#node(item, [...path, '[]'], around));
    return node.kind === 'text' ? this.#text(node, path, around) : [];
  }

  #map(map: MapNode, path: readonly string[]): Site[] {
    const context = { file: this.#file, lines: this.#lines, constants: this.#constants };
    const own = [...containerSites(map, context), ...targetSites(map, context)];
    return [...own, ...map.entries.flatMap((entry) => this.#entry(entry, path, map))];
  }

  #entry({ key, from, value }: Entry, path: readonly string[], map: MapNode): Site[] {
    const last = path.findLast((part) => part !== '[]') ?? '';
    const held = isHolder(last) ? this.#known({ kind: 'text', text: key, from }, [...path, '{}'], map) : [];
    const variable = VARIABLE_KEYS.has(last) && value.kind === 'text' ? this.#variable(key, value) : [];
    return [...held, ...variable, ...this.#node(value, [...path, key], map)];
  }

  #variable(name: string, value: TextNode): Site[] {
    return variableSite({ name, value: value.text }, { line: this.#lines.at(value.from), file: this.#file });
  }

  #text(text: TextNode, path: readonly string[], around: MapNode | undefined): Site[] {
    const last = path.findLast((part) => part !== '[]') ?? '';
    const isScript = SCRIPT_KEYS.has(last) || text.linesBelow !== undefined;
    const known = this.#known(text, path, around);
    if (known.length > 0) return known;
    const place: KeyPlace = { text, path, file: this.#file, lines: this.#lines };
    return isScript ? this.#script(text) : addressSite(place);
  }

  #known(text: TextNode, path: readonly string[], around: MapNode | undefined): Site[] {
    const row = keyRowAt(path, {
      hasAtTop: (key) => this.#document.kind === 'map' && this.#document.entries.some((entry) => entry.key === key),
      hasBeside: (key) => around?.entries.some((entry) => entry.key === key) ?? false,
      contains: (word) => this.#file.text.includes(word),
    });
    if (row === undefined) return [];
    const beside = (key: string | undefined) =>
      key === undefined || around === undefined ? undefined : textAt(around, key)?.text;
    const place: KeyPlace = { text, path, file: this.#file, lines: this.#lines };
    return keySite(row, place, { revision: beside(row.revision), kind: beside(row.kind) });
  }

  #script({ text, from, linesBelow }: TextNode): Site[] {
    const first = this.#lines.at(from);
    const lineAt = (place: number) =>
      linesBelow === undefined ? first : first + linesBelow + linesBefore(text, place);
    return findInScript({ text, lineAt, file: this.#file, constants: this.#constants });
  }
}

function linesBefore(text: string, place: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < place; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** Variables that have one value in the whole document. */
function constantsOf(document: Node): ReadonlyMap<string, string> {
  const values = new Map<string, string | undefined>();
  const look = (node: Node, isBelow: boolean): void => {
    if (node.kind === 'list') for (const item of node.items) look(item, false);
    if (node.kind !== 'map') return;
    for (const { key, value } of node.entries) {
      if (isBelow && value.kind === 'text')
        values.set(key, values.has(key) && values.get(key) !== value.text ? undefined : value.text);
      look(value, VARIABLE_KEYS.has(key));
    }
  };
  look(document, false);
  return new Map(
    [...values].flatMap(([name, value]) =>
      value === undefined || /\$|\{\{/.test(value) ? [] : [[name, value] as const],
    ),
  );
}
