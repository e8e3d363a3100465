/** HTML from templates: the literal parts are ours, and whatever stands between them is escaped. */
import type { Page } from '../../domain/report/remedy';
import { forHtml } from '../../domain/text/escape';
import { htmlText, type Text } from '../../domain/text/parts';
import { isOurAddress } from '../render/markdown-parts';

/** What has been escaped. */
export interface Markup {
  readonly html: string;
}

/** A bare string is foreign, whoever wrote it. */
type Piece = Markup | readonly Markup[] | string | number | undefined;

/** A piece of a page. */
export function markup(words: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return { html: words.map((word, at) => word + escaped(pieces[at])).join('') };
}

function escaped(piece: Piece): string {
  if (piece === undefined) return '';
  if (typeof piece === 'string' || typeof piece === 'number') return forHtml(String(piece));
  return 'html' in piece ? piece.html : piece.map((one) => one.html).join('');
}

/** A sentence with its names and commands set apart. */
export function said(sentence: Text): Markup {
  return { html: htmlText(sentence) };
}

/** Text of ours that the browser reads as it is: a style sheet, a program, a policy. */
export function raw(ours: string): Markup {
  return { html: ours };
}

/** A link to an address of ours, or only what it would show. */
export function link(url: string | undefined, label: Markup): Markup {
  if (url === undefined || !isOurAddress(url)) return label;
  return markup`<a href="${url}" rel="noreferrer">${label}</a>`;
}

/** A link to a page where something is done. */
export function pageLink(page: Page | undefined): Markup | undefined {
  return page && markup` ${link(page.url, markup`${page.label}`)}`;
}
