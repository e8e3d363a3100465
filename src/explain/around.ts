/** The lines around one message: whether it is the Hub's at all, where its step began, which repo and tool it is about. */
import type { Operation } from '../domain/hub/operations';
import type { LogLine } from './log-line';
import { markOf, type Mark } from './marks';
import type { Pattern } from './patterns/pattern';
import { isInChange, isUnderline } from './quoted';
import { byGroups, type NamedRepo } from './repo-in';

/** Lines back in which a message can have its mark; a traceback of chained exceptions takes some seventy. */
export const BACK = 100;
/** The same, where no traceback says how long the error is. */
const LINES = { close: 15, beside: 6 } as const;
/** Lines back in which a message has its address. */
const NEAR = 12;
/** In a log of no more lines a message is taken for one of the Hub: somebody pasted it, and nothing speaks of anybody else. */
export const PASTED = 25;
/** The same, in lines that are not the runner's, where the words are everybody's. */
const PASTED_CLOSE = 3;

const TRACEBACK = /^(?:Traceback \(most recent call last\)|Exception in thread)/;
const FRAME = /^(?:File "|at \S+ \()/;
/** What is printed below an error: the frames of its stack; in PowerShell, its command. */
const BELOW = /^(?:at \S|\+ (?:Invoke-\w+|iwr|irm) )/;
/** The address among what is printed of an error: `url: 'https://…'`. */
const FIELD = /^["']?(?:request|response)?_?(?:url|uri)["']?\s*[:=]/i;
/** git's trace of its requests: it asks without a login first, and says in words of its own how that ended. */
const TRACED = /^(?:< |.*\bhttp\.c:\d+ .*<= Recv header: )HTTP\/[\d.]+ 401\b/;
const AGENT = /\buser-agent: (?:git|git-lfs)\/|\bgit-remote-https\b/i;

/** Whether a line says by itself that it is of somebody else; its surroundings need not be looked at. */
export function isForeign(line: LogLine, { needs, near }: Pattern): boolean {
  return needs !== undefined && near === undefined && line.mark() === 'foreign';
}

/** `pasted`: it counts if the log ends within {@link PASTED} lines. */
export type Standing = 'counts' | 'foreign' | 'pasted';

/** The lines around one hit. */
export class Around {
  readonly #before: readonly LogLine[];
  readonly #line: number;
  readonly #ahead: () => readonly LogLine[];
  #step: number | undefined;

  /**
   * @param before the nearest last
   * @param line the number of the line
   */
  constructor(before: readonly LogLine[], line: number, ahead: () => readonly LogLine[]) {
    this.#before = before;
    this.#line = line;
    this.#ahead = ahead;
  }

  /** How many lines back the step begins; `Infinity` where that is not seen. */
  get stepBegins(): number {
    const first = this.#first;
    return this.#before[first]?.isStep === true ? this.#before.length - 1 - first : Infinity;
  }

  /** The first line that belongs to the same step. */
  get #first(): number {
    if (this.#step !== undefined) return this.#step;
    const oldest = Math.max(0, this.#before.length - BACK);
    let step = this.#before.length - 1;
    while (step > oldest && this.#before[step]?.isStep !== true) step -= 1;
    this.#step = Math.max(step, oldest);
    return this.#step;
  }

  /** The line is part of a script that the runner shows before it runs it. */
  isScript(): boolean {
    const group = this.#back(BACK, (one) => (one.isGroup ? one.text : undefined));
    return group?.startsWith('##[group]Run ') === true;
  }

  /** The line is part of a change that somebody shows, or code that somebody marks. */
  isShown(): boolean {
    const [next] = this.#ahead();
    if (next !== undefined && isUnderline(next.text)) return true;
    return isInChange(this.#before.slice(this.#first).map(({ text }) => text));
  }

  tool(line: LogLine, { tool }: Pattern): string | undefined {
    return tool ?? line.tool() ?? this.#back(BACK, (one) => one.tool());
  }

  operation(line: LogLine, { operation }: Pattern): Operation | undefined {
    return operation ?? line.operation() ?? this.#back(BACK, (one) => one.operation());
  }

  /** The repo that the words name; else one in an address near by, else that of the call. */
  repo(line: LogLine, { text }: Pattern): NamedRepo | undefined {
    const own = byGroups(text.exec(line.text)?.groups ?? {});
    const near = () => this.#back(NEAR, (one) => one.addressed());
    const after = () => firstOf(this.#after(), (one) => one.addressed());
    const addressed = line.addressed() ?? (line.isAnnounced() ? (after() ?? near()) : (near() ?? after()));
    if (own !== undefined) return own.type === undefined && addressed?.id === own.id ? addressed : own;
    return addressed ?? line.called() ?? this.#back(BACK, (one) => one.called());
  }

  /** Whether a line with the words of a row is a message about the Hub. */
  standing(line: LogLine, { needs, near }: Pattern): Standing {
    if (needs === undefined) return 'counts';
    if (this.#isQuestion(line)) return 'foreign';
    const markIn = (one: LogLine) => (near === undefined ? one.mark() : markOf(one.text, near));
    const own = line.mark();
    if (own !== undefined && near === undefined) return standingBy(own);
    const before = this.#back(this.#reach(needs), markIn);
    if (before !== undefined && !line.isAnnounced()) return standingBy(before);
    const after = firstOf(this.#after(), markIn);
    const behind =
      needs === 'hub'
        ? after
        : firstOf(this.#after(), (one) => (FIELD.test(one.text) || BELOW.test(one.text) ? markIn(one) : undefined));
    const mark = line.isAnnounced() ? (after ?? before) : behind;
    if (mark !== undefined) return standingBy(mark);
    return after !== 'foreign' && near === undefined && this.#isPasted(needs) ? 'pasted' : 'foreign';
  }

  /** It is what git asks first. */
  #isQuestion({ text }: LogLine): boolean {
    return TRACED.test(text) && this.#back(LINES.close, (one) => AGENT.exec(one.text) ?? undefined) !== undefined;
  }

  /** The next lines that belong to the same step. */
  #after(): readonly LogLine[] {
    const lines = this.#ahead();
    const ends = lines.findIndex(({ isStep }) => isStep);
    return ends < 0 ? lines : lines.slice(0, ends);
  }

  /** Lines back in which the mark may be: those of the same error. */
  #reach(needs: NonNullable<Pattern['needs']>): number {
    if (needs === 'hub') return BACK;
    let lines = 0;
    const traceback = this.#back(BACK, ({ text }) => {
      lines += 1;
      return TRACEBACK.test(text) ? lines - 1 : undefined;
    });
    return traceback ?? LINES[needs];
  }

  #isPasted(needs: Pattern['needs']): boolean {
    if (needs === 'beside' || this.#line > PASTED) return false;
    const before = this.#before.slice(this.#first).reverse();
    // Frames of a traceback would have shown the Hub's client.
    if (before.some(({ text }) => FRAME.test(text))) return false;
    return needs === 'hub' || programLines(before).length + programLines(this.#ahead()).length < PASTED_CLOSE;
  }

  /** What the nearest of the lines before it has, of so many. */
  #back<T>(most: number, find: (line: LogLine) => T | undefined): T | undefined {
    const last = Math.max(this.#first, this.#before.length - most);
    for (let at = this.#before.length - 1; at >= last; at -= 1) {
      const line = this.#before[at];
      const found = line && find(line);
      if (found !== undefined) return found;
    }
    return undefined;
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
