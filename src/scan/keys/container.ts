/** Containers of Kubernetes and Compose: an image that starts a program, and what it is given. */
import { findInWords, variableSite } from '../commands';
import { beginningOf, plainWord, type Constants, type Word } from '../commands/word';
import { readShell } from '../commands/shell';
import type { LineIndex } from '../sites/line-index';
import type { Site, SourceFile } from '../sites/site';
import { IMAGES } from '../tables/images';
import { withReferences } from './constants';
import { textAt, valueAt, type MapNode, type Node } from './node';

/** The file that a mapping is in, its lines, and the values of the variables that hold there. */
export interface MapContext {
  readonly file: SourceFile;
  readonly lines: LineIndex;
  readonly constants: Constants;
}

/** What a mapping loads if it is a container, or one variable of one. */
export function containerSites(map: MapNode, context: MapContext): Site[] {
  return [...argumentSites(map, context), ...variableSites(map, context)];
}

/** `command` and `args`, each a list of words or a line. */
function argumentSites(map: MapNode, { file, lines, constants }: MapContext): Site[] {
  const values = ['command', 'args'].flatMap((key) => map.entries.filter((entry) => entry.key === key));
  if (values.length === 0) return [];
  const lineAt = (place: number) => lines.at(place);
  const script = { text: '', lineAt, file, constants };
  const image = textAt(map, 'image')?.text ?? '';
  const program = IMAGES.find(([pattern]) => pattern.test(image))?.[1] ?? [];
  const [command, args] = [wordsAt(map, 'command'), wordsAt(map, 'args')];
  const from = values[0]?.from ?? 0;
  // In Compose `command` is what the image's own program gets; so is `args` in Kubernetes.
  const begins = /^(?:vllm|python[\d.]*|bash|sh|\/bin\/(?:ba)?sh|text-\S+|sglang|llama-server)$/.test(
    firstText(command),
  );
  // Of a program that is not known, the options that say what they are count.
  const unknown = command.length > 0 ? [] : unknownProgram(map);
  const first = begins ? [] : program.length > 0 ? program : unknown;
  const words = [...first.map((word) => plainWord(word, from)), ...command, ...args];
  return findInWords(words, script);
}

function unknownProgram(map: MapNode): string[] {
  const isContainer = map.entries.some(({ key }) => key === 'image' || key === 'modelFormat');
  const module = textAt(map, 'module')?.text;
  return module === undefined
    ? [textAt(map, 'program')?.text ?? (isContainer ? 'container' : '')]
    : ['python', '-m', module];
}

function firstText([word]: readonly Word[]): string {
  return word === undefined ? '' : beginningOf(word);
}

function wordsAt(map: MapNode, key: string): Word[] {
  const value = valueAt(map, key);
  return value === undefined ? [] : wordsOf(value);
}

/** A word of a list stands as it is, with its variables; a line is split as a shell does. */
function wordsOf(value: Node): Word[] {
  // A script below a word is read as a script, wherever it is; what begins with an option is none.
  const isScript = (node: Node) =>
    node.kind === 'text' && node.linesBelow !== undefined && !node.text.trimStart().startsWith('-');
  if (isScript(value) || (value.kind === 'list' && value.items.some(isScript))) return [];
  if (value.kind === 'list')
    return value.items.flatMap((item) => (item.kind === 'text' ? [wordOf(item.text, item.from)] : []));
  if (value.kind !== 'text') return [];
  return readShell(withReferences(value.text))
    .flatMap(({ words }) => words)
    .map((word) => ({ ...word, from: value.from }));
}

function wordOf(written: string, from: number): Word {
  const text = withReferences(written);
  const isFilled = text !== written;
  if (isFilled) return { ...(readShell(`"${text}"`)[0]?.words[0] ?? plainWord(text, from)), from };
  if (!/[$]|\{\{/.test(text) || /\s/.test(text)) return plainWord(text, from);
  // Kubernetes has its variables in parentheses.
  const [word] = readShell(text.replace(/\$\(([A-Za-z_]\w*)\)/g, '${$1}'))[0]?.words ?? [];
  return word === undefined ? plainWord(text, from) : { ...word, from };
}

/** `- name: MODEL_ID` with `value: acme/x`. */
function variableSites(map: MapNode, { file, lines }: MapContext): Site[] {
  const [name, value] = [textAt(map, 'name'), textAt(map, 'value')];
  if (name === undefined || value === undefined) return [];
  return variableSite({ name: name.text, value: value.text }, { line: lines.at(value.from), file });
}
