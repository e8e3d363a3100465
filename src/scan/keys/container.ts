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

/** Keys of charts with further options of a server that is named elsewhere. */
const MORE_ARGUMENTS = ['extraArgs', 'additionalArgs', 'vllmArgs', 'engineArgs'];

/** `command` and `args`, each a list of words or a line; what charts add to them. */
function argumentSites(map: MapNode, { file, lines, constants }: MapContext): Site[] {
  const lineAt = (place: number) => lines.at(place);
  const find = (words: readonly Word[]) => findInWords(words, { text: '', lineAt, file, constants });
  const servers = /vllm/i.test(file.text) ? ['container', 'vllm'] : ['container'];
  const more = MORE_ARGUMENTS.map((key) => wordsAt(map, key)).filter((words) => words.length > 0);
  const ways = servers.flatMap((server) => more.map((words) => [...started(server, words), ...words]));
  return [commandOf(map), ...ways].flatMap(find);
}

/** A program that is named elsewhere, in front of its words. */
function started(program: string, [first]: readonly Word[]): Word[] {
  return [plainWord(program, first?.from ?? 0)];
}

/** Programs that a container's command begins with. */
const PROGRAM = /^(?:vllm|python[\d.]*|bash|sh|\/bin\/(?:ba)?sh|text-\S+|sglang|llama-server)$/;

function commandOf(map: MapNode): readonly Word[] {
  const [command, args] = [wordsAt(map, 'command'), wordsAt(map, 'args')];
  const words = [...command, ...args];
  if (words.length === 0 || PROGRAM.test(firstText(words))) return words;
  const image = (textAt(map, 'image') ?? textAt(map, 'imageUri'))?.text ?? '';
  const program = IMAGES.find(([pattern]) => pattern.test(image))?.[1] ?? [];
  // In Compose `command` is what the image's own program gets; so is `args` in Kubernetes.
  if (program.length > 0) return [...program.flatMap((word) => started(word, words)), ...words];
  // Of a program that is not known, the options that say what they are count.
  if (command.length > 0) return words;
  const module = textAt(map, 'module')?.text;
  const before = module === undefined ? [unknownProgram(map)] : ['python', '-m', module];
  return [...before.flatMap((word) => started(word, words)), ...words];
}

function unknownProgram(map: MapNode): string {
  const program = textAt(map, 'program')?.text;
  if (program !== undefined) return program;
  // Cloud Build.
  if (/(?:^|\/)docker(?::|$)/.test(textAt(map, 'name')?.text ?? '')) return 'docker';
  const isContainer = map.entries.some(({ key }) => /^(?:image|imageUri|modelFormat|engine)$/.test(key));
  return isContainer ? 'container' : '';
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
