/** What `read` gives to variables: of a here-document behind the loop, or of a text in the same command. */
import type { Commands } from './functions';
import { linesFor } from './printed';
import { beginningOf, textsIn, type Constants, type Word } from './word';

/** The variables that one `read` gives their values, line by line. */
export type Row = ReadonlyMap<string, string>;

/** `while read -r model rev; do …; done <<EOF`, `read -r model rev <<< "$entry"`; none where it is not known what is read. */
export function readIn(script: Commands, index: number, constants: Constants): readonly Row[] {
  const words = script.commands[index]?.words ?? [];
  const at = words.slice(0, 3).findIndex((word) => beginningOf(word) === 'read');
  if (at < 0) return [];
  const behind = words.slice(at + 1).filter((word) => !beginningOf(word).startsWith('-'));
  const names = behind.filter(isName).map((word) => beginningOf(word));
  const text = behind.slice(names.length);
  const lines =
    text.length > 0
      ? textsIn(text, constants)
      : beginningOf(words[0] ?? NOTHING) === 'while'
        ? (linesFor(script, index, constants) ?? inputOf(script.commands, index))
        : undefined;
  const by = separatorIn(words.slice(0, at));
  const rows = (lines ?? []).map((line) => line.trim().split(by)).filter(([first]) => first !== '');
  return rows.map(
    (row) => new Map(names.flatMap((name, place) => (row[place] === undefined ? [] : [[name, row[place]]]))),
  );
}

/** `IFS=: read …`. */
function separatorIn(before: readonly Word[]): RegExp | string {
  const set = before.map((word) => beginningOf(word)).find((text) => text.startsWith('IFS='));
  return set?.length === 'IFS=:'.length ? set.slice(-1) : /\s+/;
}

const NOTHING: Word = { parts: [], from: 0 };

function isName({ parts: [first, ...more] }: Word): boolean {
  return more.length === 0 && first?.kind === 'text' && /^[A-Za-z_]\w*$/.test(first.text);
}

/** Commands of one loop. */
const LONGEST_LOOP = 200;

/** The lines of the here-document behind the loop's own `done`. */
function inputOf(commands: Commands['commands'], index: number): string[] | undefined {
  let depth = 0;
  for (const { words, input } of commands.slice(index, index + LONGEST_LOOP)) {
    const first = beginningOf(words[0] ?? NOTHING);
    if (/^(?:for|while|until)$/.test(first)) depth += 1;
    if (first !== 'done') continue;
    depth -= 1;
    if (depth === 0) return input?.text.split('\n');
  }
  return undefined;
}
