/** An expression of Python that is a command, or a word of one, in pieces: what is written, each with its place, and what is filled in. */
import type { SyntaxNode } from '@lezer/common';
import type { Value } from '../python/value';
import {
  argumentsOf,
  dottedName,
  insideOf,
  openingOf,
  operandsOf,
  partsOf,
  stringValue,
  textOf,
  unescaped,
  type Source,
} from '../python/tree';
import { formatParts, withBraces } from '../python/formatted';
import type { Program } from './program';
import { wordsIn } from './words';
import { lookUp } from '../../domain/basics/look-up';

/** What the program writes out. */
interface Written {
  readonly text: string;
  readonly from: number;
  /** It is not written at its place: all of it counts as one place. */
  readonly isMade?: true;
}

/** A piece of a text. */
export type Piece = Written | { readonly text?: undefined; readonly value: Value; readonly from: number };

type Asked = Pick<Program, 'source' | 'evaluator' | 'budget'>;

const MOST_DEPTH = 12;

/** The pieces of an expression, in order; what cannot be taken apart is one value. */
export function piecesOf(node: SyntaxNode, asked: Asked, depth = 0): readonly Piece[] {
  return (
    (depth < MOST_DEPTH && asked.budget.take(1) ? lookUp(READERS, node.name)?.(node, asked, depth + 1) : undefined) ?? [
      whole(node, asked),
    ]
  );
}

function whole(node: SyntaxNode, { source, evaluator }: Asked): Piece {
  if (textOf(source, node) === 'sys.executable') return { text: 'python', from: node.from, isMade: true };
  return { value: evaluator.valueOf(node), from: node.from };
}

type Read = (node: SyntaxNode, asked: Asked, depth: number) => readonly Piece[] | undefined;

const READERS: Readonly<Record<string, Read>> = {
  String: (node, { source }) => {
    const text = textOf(source, node);
    if (stringValue(source, node) === undefined) return undefined;
    const { begin, letters, quotes } = openingOf(text);
    const end = text.endsWith(quotes) && text.length >= begin.length + quotes.length ? quotes.length : 0;
    return literal(source, { from: node.from + begin.length, to: node.to - end, isRaw: /r/i.test(letters) });
  },
  FormatString: formatted,
  ContinuedString: (node, asked, depth) => partsOf(node).flatMap((part) => piecesOf(part, asked, depth)),
  ParenthesizedExpression: (node, asked, depth) => {
    const inner = insideOf(node);
    return inner && piecesOf(inner, asked, depth);
  },
  BinaryExpression: (node, asked, depth) => {
    const operands = operandsOf(node);
    if (operands === undefined) return undefined;
    const [left, sign, right] = operands;
    const operator = textOf(asked.source, sign);
    if (operator === '+') return [...piecesOf(left, asked, depth), ...piecesOf(right, asked, depth)];
    return operator === '%' ? template(node, left, asked) : undefined;
  },
  VariableName: (node, asked, depth) => {
    const [only, ...more] = asked.evaluator.writtenOf(node);
    if (only === undefined || more.length > 0 || only.name === node.name) return undefined;
    const pieces = piecesOf(only, asked, depth);
    // One word belongs where it is used; more of them have places of their own.
    return pieces.some(({ text = '' }) => /\s/.test(text)) ? pieces : undefined;
  },
  CallExpression: called,
};

const ESCAPE = /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|\r\n|[\s\S])/g;

/** What is between quotes, with its escapes undone; each escape is a piece. */
function literal(
  { text }: Pick<Source, 'text'>,
  { from, to, isRaw }: { readonly from: number; readonly to: number; readonly isRaw: boolean },
): Written[] {
  const body = text.slice(from, to);
  if (isRaw || !body.includes('\\')) return [{ text: body, from }];
  const pieces: Written[] = [];
  let at = 0;
  for (const { index, 0: escape } of body.matchAll(ESCAPE)) {
    if (index > at) pieces.push({ text: body.slice(at, index), from: from + at });
    pieces.push({ text: unescaped(escape), from: from + index, isMade: true });
    at = index + escape.length;
  }
  return [...pieces, { text: body.slice(at), from: from + at }];
}

function formatted(node: SyntaxNode, asked: Asked, depth: number): readonly Piece[] {
  const { source } = asked;
  const isRaw = /r/i.test(openingOf(textOf(source, node)).letters);
  return formatParts(source.text, node).flatMap((part): readonly Piece[] => {
    if (part.kind === 'filled') return part.inner === undefined ? [] : piecesOf(part.inner, asked, depth);
    return literal(source, { ...part, isRaw }).map((piece) => ({ ...piece, text: withBraces(piece.text) }));
  });
}

/** Calls that give the text that they get, but for what is around it. */
const SAME = /(?:^|\.)(?:dedent|cleandoc|which)$/;
/** The same of methods; `split` gives the words of it. */
const SAME_METHOD = /^(?:strip|lstrip|rstrip|split)$/;

function called(node: SyntaxNode, asked: Asked, depth: number): readonly Piece[] | undefined {
  const { source } = asked;
  const callee = node.firstChild;
  const object = callee?.firstChild;
  const { positional } = argumentsOf(source, node.lastChild);
  const [first] = positional;
  if (callee === null) return undefined;
  if (first !== undefined && SAME.test(dottedName(source, callee))) return piecesOf(first, asked, depth);
  const method = callee.name === 'MemberExpression' && callee.lastChild ? textOf(source, callee.lastChild) : '';
  if (!object) return undefined;
  if (SAME_METHOD.test(method) && first === undefined) return piecesOf(object, asked, depth);
  if (method === 'join' && first !== undefined) return joined([object, first], asked, depth);
  return method === 'format' ? template(node, object, asked) : undefined;
}

/** `" ".join(words)` and `shlex.join(words)`. */
function joined(
  [object, list]: readonly [SyntaxNode, SyntaxNode],
  asked: Asked,
  depth: number,
): readonly Piece[] | undefined {
  const items = wordsIn(list, asked, depth)?.[0];
  const by = stringValue(asked.source, object) ?? (textOf(asked.source, object) === 'shlex' ? ' ' : undefined);
  if (by === undefined) return undefined;
  return items?.flatMap((item, at) => {
    const pieces =
      item.node === undefined ? [{ value: item.value, from: item.from }] : piecesOf(item.node, asked, depth);
    return at === 0 ? pieces : [{ text: by, from: item.from, isMade: true as const }, ...pieces];
  });
}

/** `"… {} …".format(x)`, `"… %s …" % x`: where `x` cannot be told, the rest can. */
function template(node: SyntaxNode, text: SyntaxNode, asked: Asked): readonly Piece[] | undefined {
  const value = asked.evaluator.valueOf(node);
  if (value.texts.length > 0 && value.open === undefined) return undefined;
  return piecesOf(text, asked, MOST_DEPTH - 2).map((piece) =>
    piece.text === undefined ? piece : { ...piece, text: piece.text.replace(/%[sdr]/g, '{}') },
  );
}

/** All of the text. */
export function textIn(pieces: readonly { readonly text: string }[]): string {
  return pieces.map(({ text }) => text).join('');
}

/** Places of the text → places of the file. */
export function placesIn(pieces: readonly Written[]): (place: number) => number {
  const starts: number[] = [];
  let length = 0;
  for (const { text } of pieces) {
    starts.push(length);
    length += text.length;
  }
  return (place) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    const piece = pieces[low];
    return piece === undefined ? 0 : piece.from + (piece.isMade === true ? 0 : place - (starts[low] ?? 0));
  };
}
