/** One line of a log, and what it shows by itself; each thing is looked for once, when it is asked for. */
import type { Operation } from '../domain/hub/operations';
import { operationIn, toolIn } from './caller';
import { cleanLine } from './clean';
import { markOf, type Mark } from './marks';
import { hasPart, patternOf, sentenceIn } from './patterns';
import type { Pattern } from './patterns/pattern';
import { isQuoted } from './quoted';
import { byAddress, byCall, type NamedRepo } from './repo-in';
import { unbroken } from './unbroken';

/** What git prints of a server's words comes before the line that names the server. */
const ANNOUNCED =
  /^(?:remote: |batch response|batch request|error: (?:failed|RPC)|! \[|To )|\bfor(?: url:?)?$|\bClient Error:(?: \w+)*$|^status(?:Code)?: \d{3},$/;
const STEP = /^##\[(?:group\]Run |error\]Process completed)|section_start:\d/;

/** What was looked for; an empty box where it was not there. */
interface Kept {
  mark?: Box<Mark>;
  pattern?: Box<Pattern>;
  part?: Box<boolean>;
  tool?: Box<string>;
  operation?: Box<Operation>;
  addressed?: Box<NamedRepo>;
  called?: Box<NamedRepo>;
}
interface Box<T> {
  readonly value: T | undefined;
}

const GROUP = /^##\[(?:group|endgroup)\]/;

/** One line of a log, with what CI systems and loggers put around its words taken off. */
export class LogLine {
  /** Without colours and time stamp. */
  readonly text: string;
  /** A step of a job begins, or has ended, with it. */
  readonly isStep: boolean;
  /** A group of the runner's lines begins or ends with it. */
  readonly isGroup: boolean;
  readonly #kept: Kept = {};

  constructor(text: string) {
    this.text = text;
    this.isStep = STEP.test(text);
    this.isGroup = GROUP.test(text);
  }

  /** Whose line it is. */
  mark(): Mark | undefined {
    return (this.#kept.mark ??= { value: markOf(this.text) }).value;
  }

  /** The row whose text it has. */
  pattern(): Pattern | undefined {
    return (this.#kept.pattern ??= { value: said(this.text) }).value;
  }

  /** Whether it has words of a sentence of the Hub and not the whole of it. */
  isPart(): boolean {
    const part = () => hasPart(this.text) && sentenceIn(this.text) === undefined;
    return (this.#kept.part ??= { value: part() }).value === true;
  }

  tool(): string | undefined {
    return (this.#kept.tool ??= { value: toolIn(this.text) }).value;
  }

  operation(): Operation | undefined {
    return (this.#kept.operation ??= { value: operationIn(this.text) }).value;
  }

  /** The repo of its address. */
  addressed(): NamedRepo | undefined {
    return (this.#kept.addressed ??= { value: byAddress(this.text) }).value;
  }

  /** The repo of the call in it. */
  called(): NamedRepo | undefined {
    return (this.#kept.called ??= { value: byCall(this.text) }).value;
  }

  /** The line that names the server is still to come. */
  isAnnounced(): boolean {
    return ANNOUNCED.test(this.text);
  }
}

/** Most lines have no row, and what a line is quoted by need not be looked for. */
function said(text: string): Pattern | undefined {
  const pattern = patternOf(text);
  return pattern === undefined || isQuoted(text) ? undefined : pattern;
}

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder();

/** A text of its own: a part of another one would keep all of that in memory. */
function copyOf(text: string): string {
  return DECODER.decode(ENCODER.encode(text));
}

/** So many different lines are remembered. */
const MOST = 2_000;

/** What differs each time that the same message is printed, and says nothing: ids of requests, and how long it took. */
const VOLATILE =
  /\bRoot=1-[\w-]+(?:;[\w-]+)?|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b0x[0-9a-f]+\b|\b[Rr]equest[ _-]?[Ii][Dd][:=]? ?[\w=-]+|\bafter \d+ ?m?s\b/g;

/** Lines by their text: logs repeat themselves, and what a line shows need not be looked for again. */
export class Lines {
  readonly #known = new Map<string, LogLine>();

  /** The same one for texts that differ only in what is volatile. */
  of(text: string): LogLine {
    const key = text.replace(VOLATILE, '');
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#known.size >= MOST) this.#known.clear();
    const line = new LogLine(copyOf(text));
    this.#known.set(key === text ? line.text : copyOf(key), line);
    return line;
  }

  /** The last line of a piece of a log that ends before a line. */
  last(piece: string): LogLine | undefined {
    const end = piece.endsWith('\n') ? piece.length - 1 : piece.length;
    const raw = piece.slice(piece.lastIndexOf('\n', end - 1) + 1, end);
    return end <= 0 ? undefined : this.of(cleanLine(raw, raw.length));
  }

  /** The lines of a piece of a log, in Latin-1; the first of them where there are more than `most`. */
  in(piece: string, most?: number): LogLine[] {
    return unbroken(textsIn(piece, most)).map((text) => this.of(text));
  }
}

/** The lines of a piece of a log, as it has them. */
export function textsIn(piece: string, most?: number): string[] {
  // The first may be what is left of the line before.
  const lines = piece.split('\n', most === undefined ? most : most + 1);
  // The piece begins behind a line break, or ends before one.
  if (lines.at(-1) === '') lines.pop();
  if (lines[0] === '') lines.shift();
  return lines.slice(0, most).map((line) => cleanLine(line, line.length));
}
