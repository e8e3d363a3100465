/**
 * A program in pieces that can be parsed apart: each function and class of the outermost level, and what stands between
 * them. Only strings, comments and brackets are told apart here; what a piece means is the grammar's to say. A program whose
 * brackets do not pair off is one piece.
 */

export interface Block {
  readonly from: number;
  readonly to: number;
  /** A function or a class, with its decorators: names that are bound in it are its own. */
  readonly isDefinition: boolean;
}

/** Characters by their codes. */
const [NEWLINE, RETURN, SPACE, TAB, FORM_FEED] = [10, 13, 32, 9, 12];
const [DOUBLE, SINGLE, HASH, BACKSLASH, AT] = [34, 39, 35, 92, 64];

const DEFINITION = /(?:async[ \t]+def|def|class)\b/y;

export function blocksOf(text: string): Block[] {
  const statements = statementsOf(text);
  if (statements === undefined) return [{ from: 0, to: text.length, isDefinition: false }];
  const blocks: Block[] = [];
  let isDecorated = false;
  for (const [index, begin] of statements.entries()) {
    const to = statements[index + 1] ?? text.length;
    const isDecorator = text.charCodeAt(begin) === AT;
    DEFINITION.lastIndex = begin;
    const isDefinition = isDecorator || isDecorated || DEFINITION.test(text);
    const last = blocks.at(-1);
    const continues = last !== undefined && (isDecorated || (!isDefinition && !last.isDefinition));
    if (continues) blocks[blocks.length - 1] = { ...last, to };
    else blocks.push({ from: blocks.length === 0 ? 0 : begin, to, isDefinition });
    isDecorated = isDecorator;
  }
  return blocks.length === 0 ? [{ from: 0, to: text.length, isDefinition: false }] : blocks;
}

/** Where the statements of the outermost level begin; `undefined` where brackets do not pair off. */
function statementsOf(text: string): number[] | undefined {
  const statements: number[] = [];
  let depth = 0;
  let isLineStart = true;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isLineStart && depth === 0 && !isBlank(code) && code !== HASH) statements.push(at);
    isLineStart = code === NEWLINE || (isLineStart && code === FORM_FEED);
    if (code === HASH) at = endOfLine(text, at) - 1;
    else if (code === BACKSLASH) at = escaped(text, at);
    else if (code === DOUBLE || code === SINGLE) at = endOfString(text, at, code);
    else depth += nesting(code);
    if (depth < 0) return undefined;
  }
  return depth === 0 ? statements : undefined;
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
