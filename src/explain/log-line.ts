/** One line of a log, and what it shows by itself; each thing is looked for once, when it is asked for. */
import { operationIn, toolIn } from './caller';
import { cleanLine } from './clean';
import { markOf } from './marks';
import { patternOf } from './patterns';
import { byAddress, byCall } from './repo-in';

/** What git prints of a server's words comes before the line that names the server. */
const ANNOUNCED = /^(?:remote: |batch response|batch request|error: (?:failed|RPC)|! \[|To )/;
const STEP = /^##\[(?:group\]Run |error\]Process completed)|^section_start:/;

export class LogLine {
  /** Without colours and time stamp. */
  readonly text: string;
  /** Whose line it is. */
  readonly mark = once(() => markOf(this.text));
  readonly pattern = once(() => patternOf(this.text));
  readonly tool = once(() => toolIn(this.text));
  readonly operation = once(() => operationIn(this.text));
  /** The repo of its address, or of the call in it. */
  readonly addressed = once(() => byAddress(this.text));
  readonly called = once(() => byCall(this.text));
  /** A step of a job begins, or has ended, with it. */
  readonly isStep = once(() => STEP.test(this.text));
  /** The line that names the server is still to come. */
  readonly isAnnounced = once(() => ANNOUNCED.test(this.text));

  constructor(text: string) {
    this.text = text;
  }
}

/** Makes it when it is asked for, and once. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** A text of its own: a part of another one would keep all of that in memory. */
function copyOf(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(text));
}

/** So many different lines are remembered. */
const MOST = 2_000;

/** Lines by their text: logs repeat themselves, and what a line shows need not be looked for again. */
export class Lines {
  readonly #known = new Map<string, LogLine>();

  of(text: string): LogLine {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    if (this.#known.size >= MOST) this.#known.clear();
    const line = new LogLine(copyOf(text));
    this.#known.set(line.text, line);
    return line;
  }

  /** The lines of a piece of a log, in Latin-1; the first of them where there are more than `most`. */
  in(piece: string, most?: number): LogLine[] {
    // The first may be what is left of the line before.
    const lines = piece.split('\n', most === undefined ? most : most + 1);
    // The piece begins behind a line break, or ends before one.
    if (lines.at(-1) === '') lines.pop();
    if (lines[0] === '') lines.shift();
    return lines.slice(0, most).map((line) => this.of(cleanLine(line, line.length)));
  }
}
