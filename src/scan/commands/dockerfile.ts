/** Dockerfiles: `RUN`, `CMD`, `ENTRYPOINT`, `ADD`, with the values of `ENV` and `ARG`. */
import { LineIndex } from '../sites/line-index';
import type { Site, SourceFile } from '../sites/site';
import { IMAGES } from '../tables/images';
import { variableSite } from './variables';
import { findInScript, findInWords, type Script } from './script';
import { readShell } from './shell';
import { beginningOf, plainWord, textOf, type Word } from './word';
import { lookUp } from '../../domain/basics/look-up';

/** One instruction with its text, here-documents included. */
interface Instruction {
  readonly name: string;
  readonly text: string;
  /** Where the text begins. */
  readonly from: number;
}

/** What the commands and variables of a Dockerfile load; a later stage does not know the variables of an earlier one. */
export function findInDockerfile(file: SourceFile): Site[] {
  const lines = new LineIndex(file.text);
  const stage: Stage = { constants: new Map(), entry: [] };
  return instructionsOf(file.text).flatMap(({ name, text, from }) => {
    const script = { text, lineAt: (place: number) => lines.at(from + place), file, constants: stage.constants };
    return lookUp(INSTRUCTIONS, name)?.(script, stage) ?? [];
  });
}

/** What earlier instructions leave behind. */
interface Stage {
  readonly constants: Map<string, string>;
  /** What a container starts, before what `CMD` adds. */
  entry: readonly Word[];
}

const INSTRUCTIONS: Readonly<Record<string, (script: Script, stage: Stage) => Site[]>> = {
  ENV: (script, { constants }) => takeVariables(script, constants),
  ARG: (script, { constants }) => takeVariables(script, constants),
  RUN: (script) => {
    const words = execForm(script.text);
    // `--mount=…`, `--network=…`: blanks keep the places.
    const text = script.text.replace(/^(?:\s*\\?\s*--\w+=\S+)+/, (flags) => flags.replace(/[^\n]/g, ' '));
    return words === undefined ? findInScript({ ...script, text }) : findInWords(words, script);
  },
  ADD: (script) => findInWords([plainWord('curl', 0), ...wordsOf(script.text)], script),
  FROM: ({ text }, stage) => {
    stage.entry = programOf(text);
    return [];
  },
  ENTRYPOINT: (script, stage) => {
    stage.entry = execForm(script.text) ?? wordsOf(script.text);
    return findInWords(stage.entry, script);
  },
  CMD: (script, { entry }) => {
    const words = execForm(script.text);
    if (words === undefined && entry.length === 0) return findInScript(script);
    return findInWords([...entry.map(({ parts }) => ({ parts, from: 0 })), ...(words ?? wordsOf(script.text))], script);
  },
};

function wordsOf(text: string): readonly Word[] {
  return readShell(text)[0]?.words ?? [];
}

/** What an image starts by itself. */
function programOf(image: string): readonly Word[] {
  return (IMAGES.find(([pattern]) => pattern.test(image))?.[1] ?? []).map((word) => plainWord(word, 0));
}

/** `["vllm", "serve"]`. */
function execForm(text: string): Word[] | undefined {
  if (!text.trimStart().startsWith('[')) return undefined;
  return [...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(({ 1: word = '', index }) =>
    plainWord(word.replace(/\\(.)/g, '$1'), index),
  );
}

const NOTHING = plainWord('', 0);

/** No image has so many; each command is looked at with all of them. */
const MOST_VARIABLES = 1_000;

/** `ENV A=b C=d`, `ENV A b`, `ARG A=b`. */
function takeVariables(script: Script, constants: Map<string, string>): Site[] {
  const words = readShell(script.text)[0]?.words ?? [];
  const known = words.map((word) => textOf(word, constants));
  // What is not known is told where it is used.
  const texts = known.map((one, index) => ('text' in one ? one.text : `${beginningOf(words[index] ?? NOTHING)}\${?}`));
  const isOld = words.length > 1 && !(texts[0] ?? '').includes('=');
  const pairs = isOld
    ? [[texts[0] ?? '', texts[1] ?? ''] as const]
    : texts.flatMap((text) => {
        const at = text.indexOf('=');
        return at > 0 ? [[text.slice(0, at), text.slice(at + 1)] as const] : [];
      });
  return pairs.flatMap(([name, value]) => {
    if (constants.size < MOST_VARIABLES || constants.has(name)) constants.set(name, value);
    return variableSite({ name, value }, { line: script.lineAt(words[0]?.from ?? 0), file: script.file });
  });
}

/** Instructions with their continued lines; a here-document belongs to its `RUN`. */
function instructionsOf(text: string): Instruction[] {
  const instructions: Instruction[] = [];
  const begin = /^[ \t]*([A-Za-z]+)[ \t]+/gm;
  for (let match = begin.exec(text); match !== null; match = begin.exec(text)) {
    const from = match.index + match[0].length;
    const end = endOf(text, from);
    instructions.push({ name: (match[1] ?? '').toUpperCase(), text: text.slice(from, end), from });
    begin.lastIndex = end;
  }
  return instructions;
}

function endOf(text: string, from: number): number {
  let at = from;
  for (;;) {
    const next = text.indexOf('\n', at);
    if (next < 0) return text.length;
    const line = text.slice(at, next).trimEnd();
    const [, end] = /<<-?\s*["']?(\w+)/.exec(line) ?? [];
    if (end !== undefined) return afterDocument(text, next + 1, end);
    // Comments between continued lines are left out by Docker.
    if (!line.endsWith('\\') && !(at > from && line.trimStart().startsWith('#'))) return next;
    at = next + 1;
  }
}

function afterDocument(text: string, from: number, end: string): number {
  const close = new RegExp(`^\\s*${end}\\s*$`, 'm');
  const found = close.exec(text.slice(from));
  return found === null ? text.length : from + found.index + found[0].length;
}
