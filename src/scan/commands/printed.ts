/** What a command prints, where the script says it: `echo acme/x`, `printf '%s\n' acme/x acme/y`, `cat <<EOF`. */
import { lookUp } from '../../domain/basics/look-up';
import type { Commands } from './functions';
import { beginningOf, textsIn, type Constants, type Word } from './word';

/** What passes on what it reads, or less of it. */
const PASSES_ON = /^(?:sort|uniq|cat|grep)$/;
const MOST_PIPES = 4;

/** The lines that a command reads from the one before it; `undefined` where they are not known. */
export function linesFor({ commands }: Commands, index: number, constants: Constants): readonly string[] | undefined {
  for (let at = index; at > index - MOST_PIPES && commands[at]?.isPiped === true; at -= 1) {
    const [first, ...words] = commands[at - 1]?.words ?? [];
    const program = first === undefined ? '' : beginningOf(first);
    if (!PASSES_ON.test(program)) return lookUp(PRINTERS, program)?.(words, constants);
    const input = commands[at - 1]?.input;
    if (input !== undefined) return input.text.split('\n');
  }
  return undefined;
}

const PRINTERS: Readonly<Record<string, (words: readonly Word[], constants: Constants) => string[] | undefined>> = {
  echo: (words, constants) => {
    const shown = words.filter((word) => !/^-[neE]+$/.test(beginningOf(word)));
    return textsIn(shown, constants)?.join(' ').split(BREAK);
  },
  printf: ([format, ...words], constants) => {
    const [text = ''] = (format && textsIn([format], constants)) ?? [];
    return text.includes('%') ? textsIn(words, constants) : text.split(BREAK);
  },
};

const BREAK = /\\n|\n/;
