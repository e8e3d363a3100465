/** Logs whose lines something has broken: a frame, the width of a terminal, a logger. */

/** Broken between words, as rich, textwrap and a terminal with words do. */
export const byWords = (line: string, width: number): string[] => {
  const lines = [''];
  for (const word of line.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
};

/** Broken anywhere, as terminals and collectors of logs do. */
export const anywhere = (line: string, width: number): string[] =>
  Array.from({ length: Math.max(1, Math.ceil(line.length / width)) }, (_, at) =>
    line.slice(at * width, (at + 1) * width),
  );

/** A log, broken, with what is put around each piece. */
export const wrapped = (log: string, { width, breaks = byWords, around = (line) => line }: Wrapping): string =>
  log
    .split('\n')
    .flatMap((line) => breaks(line, width))
    .map((line) => around(line, width))
    .join('\n');

export interface Wrapping {
  readonly width: number;
  readonly breaks?: typeof byWords;
  readonly around?: (line: string, width: number) => string;
}
