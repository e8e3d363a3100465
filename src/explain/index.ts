/** A failed job's log → what its messages can mean. Pure: pieces of text in, findings out; nothing is asked of anybody. */
import { present } from '../domain/present';
import type { Redact } from '../domain/text/quote';
import { cleanLine } from './clean';
import { excerptOf } from './excerpt';
import { Findings, type Finding, type Message } from './findings';
import { Lines, type LogLine } from './log-line';
import { ordered, tokenEchoIn, type TokenEcho } from './order';
import { WORDS } from './patterns';
import { Scanner, type Hit } from './scanner';
import type { Pattern } from './patterns/pattern';
import { isForeign, PASTED, Surroundings, type Around, type Standing } from './surroundings';

export type { Finding } from './findings';

/** The variable whose value a runner shows among a step's environment. */
const ECHO = 'HF_TOKEN:';

/** The words by which lines are looked for, those of the environment's echo among them. */
export const LOOKED_FOR: readonly string[] = [...WORDS, ECHO];

/** What a log says. */
export interface Explanation<F = Finding> {
  readonly findings: readonly F[];
  /** Lines of the log. */
  readonly lines: number;
  /** There were too many different ones, and the rest of the log was left out. */
  readonly isCut: boolean;
}

/** Reads one log, piece by piece. */
export class LogExplainer {
  readonly #redact: Redact;
  readonly #scanner = new Scanner(LOOKED_FOR);
  readonly #lines = new Lines();
  readonly #surroundings = new Surroundings(this.#lines);
  readonly #excerpts = new WeakMap<LogLine, string>();
  readonly #findings = new Findings();
  /** Messages of the first lines: some count only where the log is little more than they. */
  #early: { readonly message: Message; readonly standing: Standing }[] = [];
  #echo: TokenEcho | undefined;

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
    const line = this.#lines.of(cleanLine(hit.text, hit.at));
    this.#echo = tokenEchoIn(line.text) ?? this.#echo;
    const pattern = line.pattern();
    if (pattern === undefined || isForeign(line, pattern)) return;
    const around = this.#surroundings.at(hit);
    const standing = around.standing(line, pattern);
    if (standing === 'foreign' || around.isScript()) return;
    const message = this.#messageOf(line, pattern, { around, hit });
    if (hit.line <= PASTED) this.#early.push({ message, standing });
    else if (standing === 'counts') {
      this.#settleEarly(hit.line);
      this.#findings.add(message);
    }
  }

  #messageOf(line: LogLine, pattern: Pattern, { around, hit }: { around: Around; hit: Hit }): Message {
    const operation = around.operation(line, pattern);
    return {
      pattern,
      causes: ordered(pattern.causes, { line: line.text, operation, echo: this.#echo }),
      line: hit.line,
      excerpt: this.#excerptOf(line, pattern),
      step: hit.line - around.stepBegins,
      ...present({ tool: around.tool(line, pattern), repo: around.repo(line, pattern), operation }),
    };
  }

  #excerptOf(line: LogLine, { text, shows }: Pattern): string {
    const known = this.#excerpts.get(line);
    if (known !== undefined) return known;
    const excerpt = shows === 'match' ? (text.exec(line.text)?.[0] ?? '') : excerptOf(line.text, text, this.#redact);
    this.#excerpts.set(line, excerpt);
    return excerpt;
  }

  /** @param lines as many has the log, at least */
  #settleEarly(lines: number): void {
    const counting = this.#early.filter(({ standing }) => standing === 'counts' || lines <= PASTED);
    for (const { message } of counting) this.#findings.add(message);
    this.#early = [];
  }
}
