/**
 * A program in pieces that can be parsed apart: each function and class of the outermost level, and the statements between
 * them, of which short ones share a piece. Only strings, comments and brackets are told apart here; what a piece means is the
 * grammar's to say. A program whose brackets do not pair off is one piece.
 */
import type { Statements } from './statements';

/** A piece of a program that is parsed by itself; `from` and `to` in characters, `to` is behind it. */
export interface Block {
  readonly from: number;
  readonly to: number;
  /** A function or a class, with its decorators: names that are bound in it are its own. */
  readonly isDefinition: boolean;
}

const AT = '@'.charCodeAt(0);
const DEFINITION = /(?:async[ \t]+def|def|class)\b/y;
/** Clauses of the statement before them. */
const CLAUSE = /(?:el(?:se|if)|except|finally)\b/y;
/** Statements are put together to about this length: every piece is one more start of the parser. */
const SHORT = 400;

/** @param begins of the statements of the outermost level; `undefined` where they cannot be told */
export function blocksOf(text: string, begins: Statements['begins'] | undefined): Block[] {
  if (begins === undefined) return [{ from: 0, to: text.length, isDefinition: false }];
  const blocks: Block[] = [];
  let isDecorated = false;
  for (const [index, begin] of begins.entries()) {
    const to = begins[index + 1] ?? text.length;
    const isDecorator = text.charCodeAt(begin) === AT;
    const isDefinition = isDecorator || isDecorated || isAt(DEFINITION, text, begin);
    const last = blocks.at(-1);
    const isMore = last?.isDefinition === false && !isDefinition && goesOn(text, last, { begin, to });
    const continues = last !== undefined && (isDecorated || isMore);
    if (continues) blocks[blocks.length - 1] = { ...last, to };
    else blocks.push({ from: blocks.length === 0 ? 0 : begin, to, isDefinition });
    isDecorated = isDecorator;
  }
  return blocks.length === 0 ? [{ from: 0, to: text.length, isDefinition: false }] : blocks;
}

function goesOn(text: string, last: Block, { begin, to }: { readonly begin: number; readonly to: number }): boolean {
  return to - last.from <= SHORT || isAt(CLAUSE, text, begin);
}

function isAt(pattern: RegExp, text: string, place: number): boolean {
  pattern.lastIndex = place;
  return pattern.test(text);
}
