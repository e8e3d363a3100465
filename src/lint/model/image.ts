/** A Dockerfile, by dockerfile-ast. */
import { DockerfileParser } from 'dockerfile-ast';
import type { Lines } from './lines';
import { Script } from './script';

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

/** The instructions of a Dockerfile. */
export function instructionsOf(text: string, lines: Lines): Instruction[] {
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
      const begin = offsetOf(text, first);
      const end = instruction.getRange().end;
      const script = new Script(text.slice(begin, offsetOf(text, end)), (offset) => lines.placeOf(begin + offset));
      return { keyword, arguments: body, ...place, pairs, script };
    });
}

const PAIRED = new Set(['ARG', 'ENV']);

function pairsOf(body: string): Instruction['pairs'] {
  const found = [...body.matchAll(/(?:^|\s)([A-Za-z_]\w*)=("(?:[^"\\]|\\.)*"|'[^']*'|\S*)/g)];
  if (found.length > 0)
    return found.map(([, name = '', value = '']) => ({ name, value: value.replace(/^(["'])(.*)\1$/, '$2') }));
  const [name = '', ...rest] = body.trim().split(/\s+/);
  return name === '' ? [] : [{ name, value: rest.length === 0 ? undefined : rest.join(' ') }];
}

function offsetOf(text: string, { line, character }: { readonly line: number; readonly character: number }): number {
  let at = 0;
  for (let count = 0; count < line; count += 1) at = text.indexOf('\n', at) + 1;
  return at + character;
}
