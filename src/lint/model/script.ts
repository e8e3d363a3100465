/** A script of a file: of a step, of a Dockerfile's RUN, or a whole file. */
import { readShell } from '../../scan/commands/shell';
import type { Command, Word } from '../../scan/commands/word';
import { Lines, type Place } from './lines';
import type { Tree } from './tree';

/** One simple command, in words of plain text: `$NAME` and `${{ … }}` are kept as they are written. */
export interface Call {
  readonly words: readonly string[];
  /** Where it begins, in the script and in the file. */
  readonly from: number;
  readonly place: Place;
  /** What stands between it and the next command, such as `|| true`. */
  readonly behind: string;
  /** What a here-document passes to it. */
  readonly input: string;
}

/** A shell script in a file or a step, with the calls in it. */
export class Script {
  readonly text: string;
  readonly #placeOf: (offset: number) => Place;
  #calls: readonly Call[] | undefined;

  /** @param placeOf the place in the file of an offset in the script */
  constructor(text: string, placeOf: (offset: number) => Place) {
    this.text = text;
    this.#placeOf = placeOf;
  }

  placeOf(offset: number): Place {
    return this.#placeOf(offset);
  }

  get calls(): readonly Call[] {
    this.#calls ??= this.#read();
    return this.#calls;
  }

  #read(): Call[] {
    const commands = readShell(this.text).filter(({ words }) => words.length > 0);
    const sorted = commands.sort((one, other) => startOf(one) - startOf(other));
    return sorted.map((command, index) => {
      const next = sorted[index + 1];
      const after = sorted[index + 2];
      const end = next === undefined ? this.text.length : startOf(after ?? { words: [] }, this.text.length);
      return {
        words: command.words.map((word, at) => this.#written(word, command.words[at + 1])),
        from: startOf(command),
        place: this.placeOf(startOf(command)),
        behind: this.text.slice(command.words.at(-1)?.from ?? 0, end).replace(/^[^\n|;&]*/, ''),
        input: command.input?.text ?? '',
      };
    });
  }

  /** A word as it is written, without the quotes around it. */
  #written({ from, parts }: Word, next: Word | undefined): string {
    if (parts.every(({ kind }) => kind === 'text'))
      return parts.map((part) => ('text' in part ? part.text : '')).join('');
    const rest = this.text.slice(from, next?.from ?? this.text.length);
    const [written = ''] =
      /^(?:\$\{\{[\s\S]*?\}\}|\$\([^)]*\)|"(?:\$\{\{[\s\S]*?\}\}|[^"])*"|'[^']*'|[^\s;|&])*/.exec(rest) ?? [];
    return written.replace(/^(["'])([\s\S]*)\1$/, '$2');
  }
}

function startOf({ words }: Pick<Command, 'words'>, otherwise = 0): number {
  return words[0]?.from ?? otherwise;
}

/** The script in a scalar of YAML: the lines of a block are those of the file. */
export function scriptIn(value: Tree, lines: Lines): Script {
  const start = lines.placeOf(value.from);
  const text = value.text ?? '';
  if (value.isBlock === undefined) return new Script(text, () => start);
  const own = new Lines(text);
  return new Script(text, (offset) => {
    const place = own.placeOf(offset);
    const line = start.line + place.line - 1;
    const margin = indentOf(lines.textOf(line)) - indentOf(own.textOf(place.line));
    return { line, column: place.column + Math.max(0, margin) };
  });
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
