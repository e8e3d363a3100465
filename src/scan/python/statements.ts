/** A program in statements. Strings, comments and brackets are told apart here, and nothing else is. */

/** Characters by their codes. */
const [NEWLINE, RETURN, SPACE, TAB, FORM_FEED] = [10, 13, 32, 9, 12];
const [DOUBLE, SINGLE, HASH, BACKSLASH, LETTER_I] = [34, 39, 35, 92, 105];

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

const IMPORT = /import(?!\w)/y;

/** `undefined` where brackets do not pair off. */
export function statementsOf(text: string): Statements | undefined {
  const begins: number[] = [];
  const imports: Span[] = [];
  let [depth, line, isLineStart, isImport] = [0, 0, true, false];
  const endLine = (at: number) => {
    if (isImport) imports.push({ from: line, to: at });
    [line, isImport] = [at + 1, false];
  };
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isLineStart && depth === 0 && !isBlank(code) && code !== HASH) begins.push(at);
    isLineStart = code === NEWLINE || (isLineStart && code === FORM_FEED);
    if (code === NEWLINE && depth === 0) endLine(at);
    else if (code === LETTER_I) isImport ||= importsAt(text, at);
    else depth += nesting(code);
    if (depth < 0) return undefined;
    at = passedOver(text, at, code);
  }
  endLine(text.length);
  return depth === 0 ? { begins, imports } : undefined;
}

/** The last character of a comment, an escape or a string that begins here; else this one. */
function passedOver(text: string, at: number, code: number): number {
  if (code === HASH) return endOfLine(text, at) - 1;
  if (code === BACKSLASH) return escaped(text, at);
  return code === DOUBLE || code === SINGLE ? endOfString(text, at, code) : at;
}

/** A word by itself, which no name may be. */
function importsAt(text: string, at: number): boolean {
  IMPORT.lastIndex = at;
  return IMPORT.test(text) && !/[\w.]/.test(text[at - 1] ?? ' ');
}

/** The last character of an escape, which may be the end of a line. */
function escaped(text: string, at: number): number {
  return at + (text.charCodeAt(at + 1) === RETURN ? 2 : 1);
}

function isBlank(code: number): boolean {
  return code === SPACE || code === TAB || code === NEWLINE || code === RETURN || code === FORM_FEED;
}

/** `(`, `[`, `{` go one deeper, and their counterparts back. */
function nesting(code: number): 1 | 0 | -1 {
  if (code === 40 || code === 91 || code === 123) return 1;
  return code === 41 || code === 93 || code === 125 ? -1 : 0;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** The last character of a string; one without an end stops before the end of its line. */
function endOfString(text: string, at: number, quote: number): number {
  const isTriple = text.charCodeAt(at + 1) === quote && text.charCodeAt(at + 2) === quote;
  for (let place = at + (isTriple ? 3 : 1); place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    if (code === BACKSLASH) place = escaped(text, place);
    else if (!isTriple && code === NEWLINE) return place - 1;
    else if (code === quote && !isTriple) return place;
    else if (code === quote && text.charCodeAt(place + 1) === quote && text.charCodeAt(place + 2) === quote)
      return place + 2;
  }
  return text.length;
}
