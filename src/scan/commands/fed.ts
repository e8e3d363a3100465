/** `… | xargs hf download`, `parallel hf download {} ::: acme/x`: a command that gets what another one prints. */
import { areSeveral, beginningOf, textsIn, type Constants, type Held, type Part, type Word } from './word';

/** What gives a command its last words. */
export const FEEDERS = /^(?:xargs|parallel)$/;

/** The variable with the lines that a command reads. */
export const READ = '|';

/** A command and the values of its variables. */
interface Fed {
  readonly words: readonly Word[];
  readonly constants: Constants;
}

/** @param before the words up to the command, with the options of what feeds it */
export function fed(before: readonly Word[], command: readonly Word[], constants: Constants): Fed {
  const feeder = before.map((word) => beginningOf(word)).find((text) => FEEDERS.test(text)) ?? '';
  const at = command.findIndex((word) => beginningOf(word) === ':::');
  const given = at < 0 ? linesIn(constants) : textsIn(command.slice(at + 1), constants);
  const mark = markIn(before, feeder);
  const texts = mark === undefined ? given?.flatMap((line) => line.split(/\s+/)) : given;
  const part: Part = texts === undefined ? { kind: 'output' } : { kind: 'variable', name: READ };
  const own = at < 0 ? command : command.slice(0, at);
  const known = new Map<string, Held>(constants);
  if (texts !== undefined) known.set(READ, texts.filter((text) => text !== '')); // prettier-ignore
  return { words: withPart(own, part, mark), constants: known };
}

function linesIn(constants: Constants): readonly string[] | undefined {
  const held = constants.get(READ);
  return areSeveral(held) ? held : undefined;
}

/** What stands for a line: `{}` of parallel, `-I{}` and `-I {}` of xargs. */
function markIn(before: readonly Word[], feeder: string): string | undefined {
  if (feeder === 'parallel') return '{}';
  const texts = before.map((word) => beginningOf(word));
  const at = texts.findIndex((text) => text.startsWith('-I'));
  const own = texts[at]?.slice('-I'.length);
  return own === '' ? texts[at + 1] : own;
}

/** The words with a part in the place of the mark, or behind them. */
function withPart(words: readonly Word[], part: Part, mark: string | undefined): readonly Word[] {
  const filled = words.map((word) => ({
    ...word,
    parts: word.parts.flatMap((one): readonly Part[] => {
      if (mark === undefined || one.kind !== 'text' || !one.text.includes(mark)) return [one];
      const texts = one.text.split(mark).map((text): Part => ({ kind: 'text', text }));
      return texts.flatMap((text, index) => (index === 0 ? [text] : [part, text]));
    }),
  }));
  const isFilled = filled.some(({ parts }, index) => parts.length !== words[index]?.parts.length);
  return isFilled ? filled : [...words, { parts: [part], from: words[0]?.from ?? 0 }];
}
