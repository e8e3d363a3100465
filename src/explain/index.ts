/** A failed job's log → what its messages can mean. Pure: pieces of text in, findings out; nothing is asked of anybody. */
import { present } from '../domain/basics/present';
import type { Redact } from '../domain/text/quote';
import { isForeign, PASTED, type Around, type Standing } from './around';
import { cleanLine } from './clean';
import { excerptOf } from './excerpt';
import { Findings, type Finding, type Message } from './findings';
import { inLatin1 } from '../domain/text/latin1';
import { Lines, textsIn, type LogLine } from './log-line';
import { ordered, tokenEchoIn, type TokenEcho } from './order';
import { WORDS } from './patterns';
import { isRetry } from './retries';
import { Scanner, type Hit } from './scanner';
import type { Pattern } from './patterns/pattern';
import { Surroundings } from './surroundings';
import { isFull, unbroken } from './unbroken';
import { GOES_ON, wholeOf } from './wrapped';

export type { Finding } from './findings';

/** The variable whose value a runner shows among a step's environment. */
const ECHO = 'HF_TOKEN:';

/** The words by which lines are looked for, those of the environment's echo among them; in Latin-1. */
export const LOOKED_FOR: readonly string[] = [...WORDS, ECHO].map(inLatin1);

/** After so many such lines a log is prose, and is read line by line. */
const MOST_IN_VAIN = 2_000;
/** Characters of the line before that are looked at. */
const LONGEST = 2_000;

/** What a log says. */
export interface Explanation<F = Finding> {
  readonly findings: readonly F[];
  /** Lines of the log. */
  readonly lines: number;
  /** There were too many different ones, and the rest of the log was left out. */
  readonly isCut: boolean;
}

/** A line with the words of a row, where it stands. */
interface Place {
  readonly line: LogLine;
  /** What the log has; the line may be one that differs from it in what is volatile. */
  readonly text: string;
  readonly pattern: Pattern;
  readonly around: Around;
  readonly hit: Hit;
}

/** What a line says, and whether it counts. */
interface Said {
  readonly message: Message;
  readonly standing: Standing;
}

/** Reads one log, piece by piece. */
export class LogExplainer {
  readonly #redact: Redact;
  readonly #scanner = new Scanner(LOOKED_FOR);
  readonly #lines = new Lines();
  readonly #surroundings = new Surroundings<Said | undefined>(this.#lines);
  readonly #excerpts = new WeakMap<LogLine, string>();
  readonly #findings = new Findings();
  /** Messages of the first lines: some count only where the log is little more than they. */
  #early: Said[] = [];
  #echo: TokenEcho | undefined;
  /** Lines in a row with words of a sentence that were a part of none. */
  #inVain = 0;

  constructor(redact: Redact) {
    this.#redact = redact;
  }

  /** @param piece bytes of the log as Latin-1; pieces may end anywhere */
  push(piece: string): void {
    for (const hit of this.#scanner.push(piece)) this.#take(hit);
  }

  /** What was found; the explainer is of no use afterwards. */
  end(): Explanation {
    for (const hit of this.#scanner.end()) this.#take(hit);
    const lines = this.#scanner.lines();
    this.#settleEarly(lines);
    return { findings: this.#findings.all(), lines, isCut: this.#findings.isFull() };
  }

  #take(hit: Hit): void {
    if (this.#findings.isFull()) return;
    const own = this.#ownOf(hit);
    this.#echo = tokenEchoIn(own) ?? this.#echo;
    const part = this.#lines.of(own);
    const whole = this.#wholeOf(part, hit);
    const text = whole ?? own;
    const line = whole === undefined ? part : this.#lines.of(whole);
    const pattern = line.pattern();
    if (pattern === undefined || pattern.isNone === true || isForeign(line, pattern)) return;
    const around = this.#surroundings.at(hit);
    const said = this.#surroundings.again(line, () => this.#saidBy({ line, text, pattern, around, hit }));
    if (said === undefined) return;
    const message = said.message.line === hit.line ? said.message : { ...said.message, line: hit.line };
    if (hit.line <= PASTED) this.#early.push({ ...said, message });
    else if (said.standing === 'counts') {
      this.#settleEarly(hit.line);
      this.#findings.add(message);
    }
  }

  /** The line of a hit, with what a terminal has broken off, unless it says less with that. */
  #ownOf(hit: Hit): string {
    const text = cleanLine(hit.text, hit.at);
    const whole = isFull(text) ? unbrokenAt(hit, text) : text;
    return whole === text || this.#lines.of(whole).pattern() !== undefined ? whole : text;
  }

  /** The line with what it was broken off from. */
  #wholeOf(line: LogLine, hit: Hit): string | undefined {
    if (this.#inVain >= MOST_IN_VAIN) return undefined;
    const whole = wholeOf(line, () => ({
      before: this.#lines.last(hit.before(hit.start - LONGEST)),
      after: this.#lines.in(hit.after(), GOES_ON),
    }));
    this.#inVain = whole === undefined ? this.#inVain + (line.isPart() ? 1 : 0) : 0;
    return whole;
  }

  #saidBy(place: Place): Said | undefined {
    const { line, pattern, around } = place;
    const standing = around.standing(line, pattern);
    return standing === 'foreign' || around.isScript() || around.isShown()
      ? undefined
      : { standing, message: this.#messageOf(place) };
  }

  #messageOf({ line, text, pattern, around, hit }: Place): Message {
    const operation = around.operation(line, pattern);
    const repo = around.repo(line, pattern);
    return {
      pattern,
      causes: ordered(pattern.causes, { line: text, operation, echo: this.#echo, ...present({ repo: repo?.id }) }),
      line: hit.line,
      excerpt: this.#excerptOf(line, text, pattern),
      step: hit.line - around.stepBegins,
      isRetried: isRetry(text),
      ...present({ tool: around.tool(line, pattern), repo, operation }),
    };
  }

  #excerptOf(line: LogLine, said: string, { text, shows }: Pattern): string {
    if (shows === 'match') return text.exec(said)?.[0] ?? '';
    const known = this.#excerpts.get(line);
    if (known !== undefined && said === line.text) return known;
    const excerpt = excerptOf(said, text, this.#redact);
    if (said === line.text) this.#excerpts.set(line, excerpt);
    return excerpt;
  }

  /** @param lines as many has the log, at least */
  #settleEarly(lines: number): void {
    const counting = this.#early.filter(({ standing }) => standing === 'counts' || lines <= PASTED);
    for (const { message } of counting) this.#findings.add(message);
    this.#early = [];
  }
}

/** A line as long as a terminal is wide, with what may have been broken off. */
function unbrokenAt(hit: Hit, text: string): string {
  const after = textsIn(hit.after());
  const beside = [...textsIn(hit.before(hit.start - LONGEST)), ...after];
  return beside.some(({ length }) => length > text.length) ? text : (unbroken([text, ...after])[0] ?? text);
}
