/** Notebooks: the code of the cells as one program, each line of it with its line in the file. */
import { readJson } from './keys/json';
import type { Node, TextNode } from './keys/node';
import { textAt } from './keys/node';
import { findInScript } from './commands';
import { isBroken } from './python';
import { LineIndex } from './sites/line-index';
import type { Site, SourceFile } from './sites/site';
import { withComments } from './comments';

/** Lines of the program, and where each is in the file. */
interface Program {
  readonly lines: string[];
  readonly places: number[];
}

/**
 * What the cells of a notebook load, as one program, and the shell lines in them; places are lines of the file.
 * @param findInProgram what reads Python: a piece of its own, which other files need too
 */
export function findInNotebook(file: SourceFile, findInProgram: (file: SourceFile) => Site[]): Site[] {
  const [document] = readJson(file.text);
  const lines = new LineIndex(file.text);
  const program: Program = { lines: [], places: [] };
  const shell: Program = { lines: [], places: [] };
  const broken: Program[] = [];
  for (const cell of cellsOf(document)) {
    const own: Program = { lines: [], places: [] };
    addCell(cell, { program: own, shell, lineAt: (place) => lines.at(place) });
    // A mistake in one cell says nothing about the next one.
    if (isBroken(own.lines.join('\n'))) broken.push(own);
    else append(program, own);
  }
  const find = (text: string) => withComments(findInProgram({ ...file, text }), text);
  const constants = constantsOf(program);
  return [
    ...located(program, find),
    ...broken.flatMap((cell, index) => (index < MOST_BROKEN ? afterOthers(program, cell, find) : located(cell, find))),
    ...located(shell, (text) => {
      const index = new LineIndex(text);
      const script = text.replace(/(?<![${])\{(\w+)\}/g, '${$1}');
      return withComments(findInScript({ text: script, lineAt: (place) => index.at(place), file, constants }), text);
    }),
  ];
}

/** Cells with a mistake that are read with what others say, and how many lines of that: each is parsed again for each cell. */
const MOST_BROKEN = 50;
const MOST_LINES = 100;

/** A cell with a mistake, behind the imports and the constants of the other cells. */
function afterOthers({ lines }: Program, cell: Program, find: (text: string) => Site[]): Site[] {
  const before = lines.filter((line) => /^(?:(?:from|import)\s|\w+\s*=\s*["'])/.test(line)).slice(0, MOST_LINES);
  const both = { lines: [...before, ...cell.lines], places: [...before.map(() => 1), ...cell.places] };
  return located(both, (text) => find(text).filter(({ line }) => line > before.length));
}

/** `MODEL = "acme/x"`, which a command has as `$MODEL` or `{MODEL}`. */
function constantsOf({ lines }: Program): ReadonlyMap<string, string> {
  const pairs = lines.flatMap((line): [string, string][] => {
    const [, name, , value] =
      /^(?:os\.environ\[["'])?(\w+)(?:["']\])?\s*=\s*(["'])([^"'\\]+)\2\s*(?:#.*)?$/.exec(line) ?? [];
    return name === undefined || value === undefined ? [] : [[name, value]];
  });
  const isOnce = ([name, value]: [string, string]) =>
    pairs.every(([other, another]) => other !== name || another === value);
  return new Map(pairs.filter(isOnce));
}

/** The source of each cell of code, in texts of the file. */
function cellsOf(document: Node | undefined): TextNode[][] {
  const cells = document?.kind === 'map' ? document.entries.find(({ key }) => key === 'cells')?.value : undefined;
  if (cells?.kind !== 'list') return [];
  return cells.items.flatMap((cell) => {
    if (cell.kind !== 'map' || textAt(cell, 'cell_type')?.text !== 'code') return [];
    const source = cell.entries.find(({ key }) => key === 'source')?.value;
    if (source?.kind === 'text') return [[source]];
    return source?.kind === 'list' ? [source.items.flatMap((item) => (item.kind === 'text' ? [item] : []))] : [];
  });
}

/** `!command` and `%%bash` are a shell's; what else begins with `%` or `?` is the notebook's own. */
function addCell(source: readonly TextNode[], { program, shell, lineAt }: Programs): void {
  const lines = source.flatMap(({ text, from }) =>
    text
      .replace(/\n$/, '')
      .split('\n')
      .map((line) => ({ line, from })),
  );
  const isScript = lines.some(({ line }) => /^\s*%%(?:bash|sh|shell|script)\b/.test(line));
  for (const { line, from } of lines) {
    const [, magic, rest = ''] = MAGIC.exec(line) ?? [];
    const command = commandOf(magic, rest);
    const isShell = isScript || command !== undefined;
    const target = isShell ? shell : program;
    const isCode = magic === undefined ? !/\w\?{1,2}\s*$/.test(line) : TIMES.test(magic);
    const code = isCode ? (magic === undefined ? line : rest.trimStart()) : settingOf(magic, rest);
    target.lines.push(command ?? code);
    target.places.push(lineAt(from));
  }
  program.lines.push('');
  program.places.push(program.places.at(-1) ?? 1);
}

/** What begins a line that is not the program's; `files = !ls` too. */
const MAGIC = /^\s*(?:\w+\s*=\s*(?=!))?(%%?\w*|!!?|\?)(.*)$/s;
/** What is behind these is the program's. */
const TIMES = /^%(?:timeit|time|prun|memit)$/;

interface Programs {
  readonly program: Program;
  readonly shell: Program;
  readonly lineAt: (place: number) => number;
}

/** What a line passes to a shell. */
function commandOf(magic: string | undefined, rest: string): string | undefined {
  if (magic === '!' || magic === '!!' || magic === '%sh') return rest;
  return magic === '%run' ? `python ${rest}` : undefined;
}

/** `%env MODEL=acme/x`, as a program writes it. */
function settingOf(magic: string | undefined, rest: string): string {
  const isSetting = /^%(?:set_)?env$/.test(magic ?? '');
  const [, name, value] = isSetting ? (/^\s*(\w+)(?:\s*=\s*|\s+)([^\s{}$]+)\s*$/.exec(rest) ?? []) : [];
  return name === undefined || value === undefined ? '' : `os.environ["${name}"] = ${JSON.stringify(value)}`;
}

function append(program: Program, { lines, places }: Program): void {
  for (const line of lines) program.lines.push(line);
  for (const place of places) program.places.push(place);
}

function located({ lines, places }: Program, find: (text: string) => Site[]): Site[] {
  const lineOf = (line: number) => places[line - 1] ?? 1;
  return find(lines.join('\n')).map((site) => ({ ...site, line: lineOf(site.line), lines: site.lines.map(lineOf) }));
}
