/**
 * A sentence in parts: our own words, what a reader types, and what others named or wrote. Each medium escapes the
 * parts by their kind, so no code has to guess afterwards which word of a sentence came from where.
 */
import { foreignProse, forHtml, forMarkdown, LONGEST_SENTENCE, plain } from './escape';

/** A piece of a sentence, by who wrote it: each medium escapes it accordingly. */
export interface Part {
  /**
   * - `words`: ours, of letters and the punctuation of a sentence; inert in every medium.
   * - `code`: ours, to be typed or pasted as it is.
   * - `name`: an id, an account, a variable, a file: shown as it is, and set apart where the medium can.
   * - `prose`: a whole sentence from elsewhere, such as one of a report that was read back.
   */
  readonly kind: 'words' | 'code' | 'name' | 'prose';
  /** One line that has passed the escaper. */
  readonly text: string;
}

/** A sentence in parts. */
export type Text = readonly Part[];

/** What a template may have between its words; the compiler refuses a bare string, because its origin is unknown. */
type Piece = Part | Text | number;

/** A sentence: the literal parts are our own words. */
export function text(words: TemplateStringsArray, ...pieces: readonly Piece[]): Text {
  const parts: Part[] = [];
  let index = -1;
  for (const word of words) {
    index += 1;
    if (word !== '') parts.push({ kind: 'words', text: word });
    const piece = pieces[index];
    if (piece === undefined) continue;
    if (typeof piece === 'number') parts.push({ kind: 'words', text: String(piece) });
    else if ('kind' in piece) parts.push(piece);
    else parts.push(...piece);
  }
  return parts;
}

/** Words of ours that come out of a table. */
export function words(literal: string): Part {
  return { kind: 'words', text: literal };
}

/** What a reader types or pastes. */
export function code(literal: string): Part {
  return { kind: 'code', text: plain(literal, LONGEST_SENTENCE) };
}

/** A name, whoever gave it. */
export function name(foreign: string, limit?: number): Part {
  return { kind: 'name', text: plain(foreign, limit) };
}

/** A sentence from elsewhere. */
export function prose(foreign: string): Text {
  return [{ kind: 'prose', text: plain(foreign, LONGEST_SENTENCE) }];
}

/** The sentence with a capital, if it starts with words of ours; a name stays as it is. */
export function capitalized([first, ...others]: Text): Text {
  if (first?.kind !== 'words') return first === undefined ? [] : [first, ...others];
  return [{ kind: 'words', text: first.text.charAt(0).toUpperCase() + first.text.slice(1) }, ...others];
}

/** Sentences, one after the other. */
export function sentences(...all: readonly Text[]): Text {
  return all.filter((one) => one.length > 0).flatMap((one, index) => (index === 0 ? one : [words(' '), ...one]));
}

/** How many names a sentence lists before it counts the rest. */
const NAMED = 20;

/** `a`, `a and b`, `a, b and c`; of a long list the first, and how many more. */
export function listed(items: readonly (Part | Text)[], last: 'and' | 'or' = 'and'): Text {
  const more = items.length - NAMED;
  const shown = more > 0 ? [...items.slice(0, NAMED), words(`${String(more)} more`)] : items;
  return shown.flatMap((item, index) => {
    const before = index === 0 ? '' : index === shown.length - 1 ? ` ${last} ` : ', ';
    return [...(before === '' ? [] : [words(before)]), ...('kind' in item ? [item] : item)];
  });
}

/** One line for a terminal, a log, an annotation or JSON; what is to be typed is between backticks. */
export function plainText(sentence: Text): string {
  const line = sentence.map((part) => (part.kind === 'code' ? `\`${part.text}\`` : part.text)).join('');
  return plain(line, LONGEST_SENTENCE);
}

/** The same for Markdown, inert but for the code spans that it makes. */
export function markdownText(sentence: Text): string {
  return sentence.reduce((line, part) => {
    const piece = markdownOf(part);
    // Two code spans side by side would be read as one.
    return line.endsWith('`') && piece.startsWith('`') ? `${line} ${piece}` : line + piece;
  }, '');
}

function markdownOf({ kind, text: content }: Part): string {
  switch (kind) {
    case 'words':
      return content;
    case 'code':
    case 'name':
      return forMarkdown(content, LONGEST_SENTENCE);
    case 'prose':
      return foreignProse(content);
  }
}

/** The same for HTML, with what is typed, and what others named, as code. */
export function htmlText(sentence: Text): string {
  return sentence.map(htmlOf).join('');
}

function htmlOf({ kind, text: content }: Part): string {
  if (kind === 'code' || kind === 'name') return `<code>${forHtml(content)}</code>`;
  // What is to be typed is between backticks in a sentence that was read back.
  const pieces = content.split(/(`[^`]+`)/);
  return pieces
    .map((piece, at) => (at % 2 === 1 ? `<code>${forHtml(piece.slice(1, -1))}</code>` : spaced(piece)))
    .join('');
}

/** Blanks around words belong to the sentence; the escaper would take them away. */
function spaced(piece: string): string {
  const [, before = '', core = '', after = ''] = /^(\s*)([^]*?)(\s*)$/.exec(piece) ?? [];
  return `${before && ' '}${forHtml(core)}${after && ' '}`;
}
