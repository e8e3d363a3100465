/** The lines around a message: whether it is the Hub's at all, and where its step began. */
import { cleanLine } from './clean';
import { markOf, type Mark } from './marks';
import type { Pattern } from './patterns/pattern';
import type { Hit } from './scanner';

/** Lines back in which a message can have its mark; a traceback of chained exceptions takes some seventy. */
const BACK = 100;
/** The same, where no traceback says how long the error is. */
const LINES = { close: 15, beside: 6 } as const;
/** Lines ahead, in which git names the server. */
const AHEAD = 5;
/** In a log of no more lines a message is taken for one of the Hub: somebody pasted it, and nothing speaks of anybody else. */
export const PASTED = 25;
/** The same, in lines that are not the runner's, where the words are everybody's. */
const PASTED_CLOSE = 3;

const TRACEBACK = /^(?:Traceback \(most recent call last\)|Exception in thread)/;
/** What git prints of a server's words comes before the line that names the server. */
const ANNOUNCED = /^(?:remote: |batch response|batch request|error: (?:failed|RPC)|! \[|To )/;
const FRAME = /^(?:File "|at \S+ \()/;
const STEP = /^##\[(?:group\]Run |error\]Process completed)|^section_start:/;

/** The lines around a hit, without colours and time stamps. */
export interface Surroundings {
  /** The nearest first. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** How many lines back the step begins; `Infinity` where that is not seen. */
  readonly stepBegins: number;
  /** The line is part of a script that the runner shows before it runs it. */
  readonly isScript: boolean;
}

export function surroundingsOf(hit: Hit): Surroundings {
  const before = linesOf(hit.before()).slice(-BACK).reverse();
  const after = linesOf(hit.after()).slice(0, AHEAD);
  const begins = before.findIndex((line) => STEP.test(line));
  const group = before.findIndex((line) => /^##\[(?:group|endgroup)\]/.test(line));
  const isScript = group >= 0 && (before[group] ?? '').startsWith('##[group]Run ');
  return { before, after, stepBegins: begins < 0 ? Infinity : begins, isScript };
}

function linesOf(text: string): string[] {
  const lines = text.split('\n');
  // The text begins behind a line break, or ends before one.
  if (lines.at(-1) === '') lines.pop();
  if (lines[0] === '') lines.shift();
  return lines.map((line) => cleanLine(line, line.length));
}

/** `pasted`: it counts if the log ends within {@link PASTED} lines. */
export type Standing = 'counts' | 'foreign' | 'pasted';

/** Whether the line that names the server is still to come. */
export function isAnnounced(line: string): boolean {
  return ANNOUNCED.test(line);
}

/** Whether a line with the words of a row is a message about the Hub. */
export function standingOf(line: string, { needs, near }: Pattern, around: Surroundings): Standing {
  if (needs === undefined) return 'counts';
  const own = markOf(line);
  if (own !== undefined && near === undefined) return own === 'hub' ? 'counts' : 'foreign';
  const after = nearest(around.after, near);
  const before = nearest(reach(around, needs), near);
  const following = needs === 'hub' ? after : undefined;
  const mark = isAnnounced(line) ? (after ?? before) : (before ?? following);
  if (mark !== undefined) return mark === 'hub' ? 'counts' : 'foreign';
  return after !== 'foreign' && isPasted(needs, around) ? 'pasted' : 'foreign';
}

function isPasted(needs: Pattern['needs'], { before, after }: Surroundings): boolean {
  // Frames of a traceback would have shown the Hub's client.
  if (needs === 'beside' || before.some((line) => FRAME.test(line))) return false;
  return needs === 'hub' || programLines(before).length + programLines(after).length < PASTED_CLOSE;
}

/** Without what the runner prints: the script of a step and its environment, marks, how it ended. */
function programLines(lines: readonly string[]): string[] {
  const ends = lines.findIndex((line) => line.startsWith('##[endgroup]'));
  return (ends < 0 ? lines : lines.slice(0, ends)).filter((line) => line !== '' && !line.startsWith('##['));
}

/** The lines back in which the mark may be: of the same step, and of the same error. */
function reach({ before, stepBegins }: Surroundings, needs: NonNullable<Pattern['needs']>): readonly string[] {
  const step = before.slice(0, stepBegins + 1);
  if (needs === 'hub') return step;
  const traceback = step.findIndex((line) => TRACEBACK.test(line));
  return step.slice(0, traceback < 0 ? LINES[needs] : traceback);
}

function nearest(lines: readonly string[], near: RegExp | undefined): Mark | undefined {
  for (const line of lines) {
    const mark = markOf(line, near);
    if (mark !== undefined) return mark;
  }
  return undefined;
}
