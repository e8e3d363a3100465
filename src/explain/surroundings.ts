/** The lines around a message: whether it is the Hub's at all, where its step began, which repo and tool it is about. */
import type { Operation } from '../domain/operations';
import { once, type Lines, type LogLine } from './log-line';
import { markOf, type Mark } from './marks';
import type { Pattern } from './patterns/pattern';
import { byGroups, type NamedRepo } from './repo-in';
import { BACK as REACH, type Hit } from './scanner';

/** Lines back in which a message can have its mark; a traceback of chained exceptions takes some seventy. */
const BACK = 100;
/** The same, where no traceback says how long the error is. */
const LINES = { close: 15, beside: 6 } as const;
/** Lines ahead, in which git names the server. */
const AHEAD = 5;
/** Lines back in which a message has its address. */
const NEAR = 12;
/** In a log of no more lines a message is taken for one of the Hub: somebody pasted it, and nothing speaks of anybody else. */
export const PASTED = 25;
/** The same, in lines that are not the runner's, where the words are everybody's. */
const PASTED_CLOSE = 3;

const TRACEBACK = /^(?:Traceback \(most recent call last\)|Exception in thread)/;
const FRAME = /^(?:File "|at \S+ \()/;

/** The last lines before a place that moves on through a log. */
export class Surroundings {
  readonly #lines: Lines;
  /** The nearest first. */
  #before: readonly LogLine[] = [];
  #end = 0;

  constructor(lines: Lines) {
    this.#lines = lines;
  }

  /** Moves on to a hit. */
  at(hit: Hit): Around {
    const isGap = hit.start - this.#end > REACH;
    const lines = this.#lines.in(hit.before(this.#end)).slice(-BACK).reverse();
    this.#before = isGap || lines.length === BACK ? lines : [...lines, ...this.#before.slice(0, BACK - lines.length)];
    this.#end = hit.start;
    return new Around(this.#before, hit.line, () => this.#lines.in(hit.after(), AHEAD));
  }
}

/** `pasted`: it counts if the log ends within {@link PASTED} lines. */
export type Standing = 'counts' | 'foreign' | 'pasted';

/** The lines around one hit. */
export class Around {
  readonly #before: readonly LogLine[];
  readonly #line: number;
  readonly #ahead: () => readonly LogLine[];
  /** How many lines back the step begins; `Infinity` where that is not seen. */
  readonly stepBegins: number;

  /** @param line the number of the line */
  constructor(before: readonly LogLine[], line: number, ahead: () => readonly LogLine[]) {
    const begins = before.findIndex((line) => line.isStep());
    this.#before = before.slice(0, begins < 0 ? BACK : begins + 1);
    this.#line = line;
    this.#ahead = once(ahead);
    this.stepBegins = begins < 0 ? Infinity : begins;
  }

  /** The line is part of a script that the runner shows before it runs it. */
  isScript(): boolean {
    const group = this.#before.find(({ text }) => /^##\[(?:group|endgroup)\]/.test(text));
    return group?.text.startsWith('##[group]Run ') === true;
  }

  tool(line: LogLine, { tool }: Pattern): string | undefined {
    return tool ?? firstOf([line, ...this.#before], (one) => one.tool());
  }

  operation(line: LogLine, { operation }: Pattern): Operation | undefined {
    return operation ?? firstOf([line, ...this.#before], (one) => one.operation());
  }

  /** The repo that the words name; else one in an address near by, else that of the call. */
  repo(line: LogLine, { text }: Pattern): NamedRepo | undefined {
    const own = byGroups(text.exec(line.text)?.groups ?? {});
    const near = () => firstOf(this.#before.slice(0, NEAR), (one) => one.addressed());
    const after = () => firstOf(this.#ahead(), (one) => one.addressed());
    const addressed = line.addressed() ?? (line.isAnnounced() ? (after() ?? near()) : (near() ?? after()));
    if (own !== undefined) return own.type === undefined && addressed?.id === own.id ? addressed : own;
    return addressed ?? firstOf([line, ...this.#before], (one) => one.called());
  }

  /** Whether a line with the words of a row is a message about the Hub. */
  standing(line: LogLine, { needs, near }: Pattern): Standing {
    if (needs === undefined) return 'counts';
    const markIn = (one: LogLine) => (near === undefined ? one.mark() : markOf(one.text, near));
    const own = line.mark();
    if (own !== undefined && near === undefined) return standingBy(own);
    const before = firstOf(this.#reach(needs), markIn);
    if (before !== undefined && !line.isAnnounced()) return standingBy(before);
    const after = firstOf(this.#ahead(), markIn);
    const mark = line.isAnnounced() ? (after ?? before) : needs === 'hub' ? after : undefined;
    if (mark !== undefined) return standingBy(mark);
    return after !== 'foreign' && this.#isPasted(needs) ? 'pasted' : 'foreign';
  }

  /** The lines back in which the mark may be: those of the same error. */
  #reach(needs: NonNullable<Pattern['needs']>): readonly LogLine[] {
    if (needs === 'hub') return this.#before;
    const traceback = this.#before.findIndex(({ text }) => TRACEBACK.test(text));
    return this.#before.slice(0, traceback < 0 ? LINES[needs] : traceback);
  }

  #isPasted(needs: Pattern['needs']): boolean {
    // Frames of a traceback would have shown the Hub's client.
    if (needs === 'beside' || this.#line > PASTED || this.#before.some(({ text }) => FRAME.test(text))) return false;
    return needs === 'hub' || programLines(this.#before).length + programLines(this.#ahead()).length < PASTED_CLOSE;
  }
}

function standingBy(mark: Mark): Standing {
  return mark === 'hub' ? 'counts' : 'foreign';
}

/** Without what the runner prints: the script of a step and its environment, marks, how it ended. */
function programLines(lines: readonly LogLine[]): LogLine[] {
  const ends = lines.findIndex(({ text }) => text.startsWith('##[endgroup]'));
  return (ends < 0 ? lines : lines.slice(0, ends)).filter(({ text }) => text !== '' && !text.startsWith('##['));
}

function firstOf<T>(lines: readonly LogLine[], find: (line: LogLine) => T | undefined): T | undefined {
  for (const line of lines) {
    const found = find(line);
    if (found !== undefined) return found;
  }
  return undefined;
}
