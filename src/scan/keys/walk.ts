/** One document of a configuration, from its outermost mapping inwards. */
import { findInScript, findInWords, variableSite } from '../commands';
import type { LineIndex } from '../sites/line-index';
import type { Site, SourceFile } from '../sites/site';
import { isHolder, keyRowAt } from '../tables/match-key';
import { plainWord, type Constants } from '../commands/word';
import { assignedIn, constantsOf, filled, interpolated, matrixOf, VARIABLE_KEYS, withReferences } from './constants';
import { containerSites } from './container';
import { textAt, valueAt, type Entry, type MapNode, type Node, type TextNode } from './node';
import { addressSite, keySite, type KeyPlace } from './known-key';
import { targetSites } from './target';

/** Keys of workflows, of CI systems and of task runners with a script of a shell below them. */
const SCRIPT_KEYS = new Set(['run', 'script', 'before_script', 'after_script', 'bash', 'shell', 'setup', 'cmd', 'cmds', 'commands', 'install', 'inline', 'entrypoint']); // prettier-ignore
/** Keys with a script below each of their own keys: `scripts` of npm, tasks. */
const TASK_KEYS = new Set(['scripts', 'tasks', 'postCreateCommand', 'postStartCommand', 'onCreateCommand', 'postAttachCommand', 'updateContentCommand']); // prettier-ignore

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
      const own = isScriptAt(path) ? this.#words(node) : [];
      return own.length > 0 ? own : node.items.flatMap((item) => this.#node(item, [...path, '[]'], around));
    }
    return node.kind === 'text' ? this.#text(node, path, around) : [];
  }

  #map(map: MapNode, path: readonly string[]): Site[] {
    const around = this.#constants;
    const matrix = matrixOf(map);
    if (matrix.size > 0) this.#constants = filled(new Map([...matrix, ...around, ...this.#given, ...matrix]));
    const context = { file: this.#file, lines: this.#lines, constants: this.#constants };
    const own = [...containerSites(map, context), ...targetSites(map, { ...context, document: this.#document })];
    const sites = [...own, ...map.entries.flatMap((entry) => this.#entry(entry, path, map))];
    this.#constants = around;
    return sites;
  }

  #entry({ key, from, value }: Entry, path: readonly string[], map: MapNode): Site[] {
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
    const filled = { ...text, text: interpolated(text.text, this.#document) };
    const place: KeyPlace = { text: filled, path, file: this.#file, lines: this.#lines };
    return keySite(row, place, { revision: beside(row.revision), kind: beside(row.kind) });
  }

  #script(node: TextNode): Site[] {
    const isKnown = (name: string) => this.#constants.has(name);
    const text = withReferences(node.text)
      // Ansible's, as a word that a template fills.
      .replace(/(?<!\$)\{\{\s+([\w.]+)\s+\}\}/g, '{{$1}}')
      // Azure's variables.
      .replace(/\$\((\w+)\)/g, (whole, name: string) => (isKnown(name) ? `\${${name}}` : whole));
    return findInScript({ text, lineAt: this.#lineIn(node), file: this.#file, constants: this.#constants });
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

/** Whether a shell gets what is there. */
function isScriptAt(path: readonly string[]): boolean {
  const [above = '', last = ''] = ['', '', ...path.filter((part) => part !== '[]')].slice(-2);
  return SCRIPT_KEYS.has(last) || TASK_KEYS.has(last) || TASK_KEYS.has(above);
}

const PYTHON_BEGINS = "python <<'EOF'\n".length;

/** Keys whose text is a program of the interpreter that another key beside them names. */
const INTERPRETED: ReadonlyMap<string, string> = new Map([
  ['run', 'shell'],
  ['source', 'command'],
]);

/** `shell: python` beside `run`, `command: [python]` beside `source`. */
function isPython(around: MapNode, key: string): boolean {
  const beside = valueAt(around, INTERPRETED.get(key));
  const word = beside?.kind === 'list' ? beside.items[0] : beside;
  return word?.kind === 'text' && /^python[\d.]*(?: \{0\})?$/.test(word.text);
}

function linesBefore(text: string, place: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < place; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
