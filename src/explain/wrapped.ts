/** A sentence of the Hub that a frame, a logger or the width of a terminal has broken over several lines. */
import type { LogLine } from './log-line';
import { sentenceIn } from './patterns';
import { ORIGIN } from './unbroken';

/** Lines in which a sentence may go on. */
export const GOES_ON = 3;

/** The lines around one that may hold a part of a sentence. */
interface Neighbours {
  readonly before: LogLine | undefined;
  /** The next ones, {@link GOES_ON} at most. */
  readonly after: readonly LogLine[];
}

/** A status whose address is still to come, and how the line with the address begins. */
const OPEN = /(?:\bfor(?: url:?)?|\b[45]\d\d\b.{0,40}(?:Error|Found|Unauthorized|Forbidden|Requests)'?)$/i;
const ADDRESS = /^(?:for url\b|url\b|[('"<]?https?:\/\/)/i;

/** The line as it was before it was broken, where it is known for a part. */
export function wholeOf(line: LogLine, neighbours: () => Neighbours): string | undefined {
  if (line.isPart()) return wholeSentence(line, neighbours());
  if (!OPEN.test(line.text)) return undefined;
  const whole = neighbours().after.reduce(
    (text, next) => (OPEN.test(text) && ADDRESS.test(next.text) ? `${text} ${next.text}` : text),
    line.text,
  );
  return whole === line.text ? undefined : whole;
}

/**
 * The lines as one, where they make a sentence that begins or ends in this one; broken between words, or anywhere. A
 * sentence is taken at the first of its lines that is looked at.
 */
function wholeSentence(line: LogLine, { before, after }: Neighbours): string | undefined {
  const own = [line, ...upToGap(after)];
  const window = before === undefined || before.text === '' ? own : [before, ...own];
  // Most such words are in no sentence: that is seen at once.
  if (sentenceIn(joined(window, ' ')) === undefined && sentenceIn(joined(window, '')) === undefined) return undefined;
  for (const parts of before?.isPart() === true ? [own] : [own, window]) {
    for (const between of [' ', '']) {
      const whole = joined(parts, between);
      const at = sentenceIn(whole);
      if (at !== undefined && at < (parts[0]?.text.length ?? 0)) return whole;
    }
  }
  return undefined;
}

function joined(lines: readonly LogLine[], between: string): string {
  return lines.map(({ text }) => text.replace(ORIGIN, '')).join(between);
}

function upToGap(lines: readonly LogLine[]): readonly LogLine[] {
  const gap = lines.findIndex(({ text, isStep }) => text === '' || isStep);
  return gap < 0 ? lines : lines.slice(0, gap);
}
