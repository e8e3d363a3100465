/** A failed job's log → what its messages can mean. Pure: pieces of text in, findings out; nothing is asked of anybody. */
import { present } from '../domain/present';
import type { Redact } from '../domain/text/quote';
import { operationOf, toolOf } from './caller';
import { cleanLine } from './clean';
import { excerptOf } from './excerpt';
import { Findings, type Finding, type Message } from './findings';
import { ordered, tokenEchoIn, type TokenEcho } from './order';
import { patternOf, WORDS } from './patterns';
import { repoAround } from './repo-in';
import { Scanner, type Hit } from './scanner';
import { PASTED, standingOf, surroundingsOf, type Standing } from './surroundings';

export type { Finding } from './findings';

/** The variable whose value a runner shows among a step's environment. */
const ECHO = 'HF_TOKEN:';

/** The words by which lines are looked for, those of the environment's echo among them. */
export const LOOKED_FOR: readonly string[] = [...WORDS, ECHO];

/** Reads one log, piece by piece. */
export class LogExplainer {
  readonly #redact: Redact;
  readonly #scanner = new Scanner(LOOKED_FOR);
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
  end(): { readonly findings: readonly Finding[]; readonly lines: number } {
    for (const hit of this.#scanner.end()) this.#take(hit);
    const lines = this.#scanner.lines();
    this.#settleEarly(lines);
    return { findings: this.#findings.all(), lines };
  }

  #take(hit: Hit): void {
    const line = cleanLine(hit.text, hit.at);
    this.#echo = tokenEchoIn(line) ?? this.#echo;
    const pattern = patternOf(line);
    if (pattern === undefined) return;
    const around = surroundingsOf(hit);
    if (around.isScript) return;
    const standing = standingOf(line, pattern, around);
    if (standing === 'foreign') return;
    const step = around.before.slice(0, around.stepBegins + 1);
    const operation = operationOf(line, pattern, step);
    const message: Message = {
      pattern,
      causes: ordered(pattern.causes, { line, operation, echo: this.#echo }),
      line: hit.line,
      excerpt:
        pattern.shows === 'match' ? (pattern.text.exec(line)?.[0] ?? '') : excerptOf(line, pattern.text, this.#redact),
      step: hit.line - around.stepBegins,
      ...present({
        tool: toolOf(line, pattern, step),
        repo: repoAround(line, pattern.text, { before: step, after: around.after }),
        operation,
      }),
    };
    if (hit.line <= PASTED) this.#early.push({ message, standing });
    else if (standing === 'counts') {
      this.#settleEarly(hit.line);
      this.#findings.add(message);
    }
  }

  /** @param lines as many has the log, at least */
  #settleEarly(lines: number): void {
    const counting = this.#early.filter(({ standing }) => standing === 'counts' || lines <= PASTED);
    for (const { message } of counting) this.#findings.add(message);
    this.#early = [];
  }
}
