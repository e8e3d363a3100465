/** A program in statements. Strings, comments and brackets are told apart here, and nothing else is. */

/** A part of a text, in characters; `to` is behind it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What a program is made of. */
export interface Statements {
  /** Where those of the outermost level begin. */
  readonly begins: readonly number[];
  /** The lines, with all that continues them, in which something is imported. */
  readonly imports: readonly Span[];
}

/** All that decides where a statement ends, and the word by itself, which no name may be; they differ in their last character. */
const MARKS = /[\n"'#\\()[\]{}]|(?<![\w.])import(?!\w)/g;
/** What is no blank line, comment or indented line, up to its first character. */
const BEGIN = /\f*[^ \t\r\n\f#]/y;

/** `undefined` where brackets do not pair off. */
export function statementsOf(text: string): Statements | undefined {
  const begins: number[] = [];
  const imports: Span[] = [];
  let [depth, line, isImport] = [0, 0, false];
  const beginLine = (at: number) => {
    [line, isImport] = [at, false];
    if (isFound(BEGIN, text, at)) begins.push(BEGIN.lastIndex - 1);
  };
  const endLine = (at: number) => {
    if (isImport) imports.push({ from: line, to: at });
  };
  beginLine(0);
  for (let next = 0; isFound(MARKS, text, next);) {
    next = MARKS.lastIndex;
    const mark = text[next - 1] ?? '';
    if (mark === 't') isImport = true;
    else if (mark === '\n') {
      if (depth > 0) continue;
      endLine(next - 1);
      beginLine(next);
    } else depth += nestingAt(mark);
    if (depth < 0) return undefined;
    next = passedOver(text, next, mark);
  }
  endLine(text.length);
  return depth === 0 ? { begins, imports } : undefined;
}

function isFound(pattern: RegExp, text: string, from: number): boolean {
  pattern.lastIndex = from;
  return pattern.test(text);
}

/** How many brackets deeper the next character is. */
function nestingAt(mark: string): 1 | 0 | -1 {
  if ('([{'.includes(mark)) return 1;
  return ')]}'.includes(mark) ? -1 : 0;
}

/** Behind the comment, the escape or the string that a mark begins; else behind the mark. */
function passedOver(text: string, behind: number, mark: string): number {
  if (mark === '#') return endOfLine(text, behind);
  if (mark === '\\') return escaped(text, behind);
  return mark === '"' || mark === "'" ? endOfString(text, behind, mark) : behind;
}

/** Behind an escaped character, which may be the end of a line. */
function escaped(text: string, at: number): number {
  return at + (text[at] === '\r' ? 2 : 1);
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** What may end a string of one line, or of several. */
const ENDS = {
  '"': { one: /[\\\n"]/g, several: /\\|"""/g },
  "'": { one: /[\\\n']/g, several: /\\|'''/g },
};

/** Behind a string; one without an end stops before the end of its line. @param behind its first quotation mark */
function endOfString(text: string, behind: number, quote: '"' | "'"): number {
  const isTriple = text.startsWith(quote + quote, behind);
  const end = isTriple ? ENDS[quote].several : ENDS[quote].one;
  for (let next = isTriple ? behind + 2 : behind; isFound(end, text, next);) {
    next = end.lastIndex;
    const last = text[next - 1];
    if (last === quote) return next;
    if (last === '\n') return next - 1;
    next = escaped(text, next);
  }
  return text.length;
}
