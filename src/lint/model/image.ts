/** A Dockerfile, by dockerfile-ast. */
import { DockerfileParser } from 'dockerfile-ast';
import type { Lines } from './lines';
import { Script } from './script';

/** One instruction of a Dockerfile; line and column are those of its keyword, from 1. */
export interface Instruction {
  /** In capitals. */
  readonly keyword: string;
  readonly arguments: string;
  readonly line: number;
  readonly column: number;
  /** Of `ARG` and `ENV`: names and values as they are written. */
  readonly pairs: readonly { readonly name: string; readonly value: string | undefined }[];
  readonly script?: Script;
}

/** More is no Dockerfile that somebody wrote. */
const LARGEST = 256 * 1024;

interface Position {
  readonly line: number;
  readonly character: number;
}

/** The instructions of a Dockerfile, or why they were not looked at. */
export function instructionsOf(text: string, lines: Lines): readonly Instruction[] | 'too-large' {
  if (text.length > LARGEST) return 'too-large';
  const offsetOf = ({ line, character }: Position) => lines.startOf(line + 1) + character;
  return DockerfileParser.parse(text)
    .getInstructions()
    .map((instruction) => {
      const { start } = instruction.getRange();
      const keyword = instruction.getKeyword();
      const body = instruction.getArgumentsContent() ?? '';
      const place = { line: start.line + 1, column: start.character + 1 };
      const pairs = PAIRED.has(keyword) ? pairsOf(body) : [];
      if (keyword !== 'RUN') return { keyword, arguments: body, ...place, pairs };
      const first = instruction.getArgumentsRange()?.start ?? start;
      const begin = offsetOf(first);
      const { from, to } = scriptOf(text, begin, offsetOf(instruction.getRange().end));
      const script = new Script(text.slice(from, to), (offset) => lines.placeOf(from + offset));
      return { keyword, arguments: body, ...place, pairs, script };
    });
}

/** `RUN <<EOF`, for a shell: what is below it is the script. */
const HEREDOC = /^(?:--\S+\s+)*<<-?(["']?)(\w+)\1[ \t]*(?:(?:\S*\/)?(?:ba|da|z)?sh\b[^\n]*)?\r?\n/;

/** Where the script of a RUN is; `from`: where its arguments begin. */
function scriptOf(text: string, from: number, to: number): { readonly from: number; readonly to: number } {
  const [head, , mark] = HEREDOC.exec(text.slice(from)) ?? [];
  if (head === undefined || mark === undefined) return { from, to };
  const begin = from + head.length;
  const end = new RegExp(String.raw`^\t*${mark}\r?$`, 'm').exec(text.slice(begin))?.index;
  return { from: begin, to: end === undefined ? text.length : begin + end };
}

const PAIRED = new Set(['ARG', 'ENV']);

function pairsOf(body: string): Instruction['pairs'] {
  const found = [...body.matchAll(/(?:^|\s)([A-Za-z_]\w*)=("(?:[^"\\]|\\.)*"|'[^']*'|\S*)/g)];
  if (found.length > 0)
    return found.map(([, name = '', value = '']) => ({ name, value: value.replace(/^(["'])(.*)\1$/, '$2') }));
  const [name = '', ...rest] = body.trim().split(/\s+/);
  return name === '' ? [] : [{ name, value: rest.length === 0 ? undefined : rest.join(' ') }];
}
