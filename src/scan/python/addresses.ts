/** Texts of a program that are addresses of the Hub by themselves: `hf://…`, and addresses of files. */
import type { SyntaxNode } from '@lezer/common';
import type { LineIndex } from '../sites/line-index';
import { addressed, page, sitesAt } from '../sites/reference';
import type { Site } from '../sites/site';
import { nodeAt, stringValue, textOf, type Source } from './tree';

/** A page is shown; what is behind `resolve` or `raw` is fetched. */
const ADDRESS = /hf:\/\/|https:\/\/(?:huggingface\.co|hf\.co)\/[^\s"']*\/(?:resolve|raw)\//g;

/** A place for each text of a program that is an address of the Hub by itself, wherever it stands. */
export function addressesIn(source: Source, lines: LineIndex): Site[] {
  const sites: Site[] = [];
  let last = -1;
  for (const { index } of source.text.matchAll(ADDRESS)) {
    const node = nodeAt(source, index);
    if (node.from === last || !isText(node) || isArchive(source, node)) continue;
    last = node.from;
    const text = node.name === 'FormatString' ? source.text.slice(index, node.to - 1) : stringValue(source, node);
    // A sentence that names an address is no address.
    if (text === undefined || /\s/.test(text) || !text.startsWith(source.text.slice(index, index + 5))) continue;
    const line = lines.at(index);
    sites.push(...siteOf(text, line));
  }
  return sites;
}

function siteOf(text: string, line: number): Site[] {
  const isHf = text.startsWith('hf://');
  const spot = { line, lines: [line], how: isHf ? 'hf:// address' : 'address of a file' };
  const reading = isHf ? addressed(beforeHole(text)) : page(beforeHole(text));
  return sitesAt(reading, spot, text.includes('{') ? 'template' : undefined);
}

/** `hf://datasets/acme/x/{split}.csv`: what is filled in comes after the id. */
function beforeHole(text: string): string {
  const hole = text.search(/[{*]/);
  return hole < 0 ? text : text.slice(0, text.lastIndexOf('/', hole) + 1).replace(/\/$/, '');
}

/** Lists of what was published, as copies of transformers' modules have them: nothing reads them. */
const ARCHIVE = /_ARCHIVE_(?:MAP|LIST)$/;

function isArchive(source: Source, node: SyntaxNode): boolean {
  const statement = node.parent?.parent;
  const target = statement?.name === 'AssignStatement' ? statement.firstChild : null;
  return target !== null && ARCHIVE.test(textOf(source, target));
}

/** A text that stands by itself is a comment of the program. */
function isText(node: SyntaxNode): boolean {
  if (node.name !== 'String' && node.name !== 'FormatString') return false;
  return node.parent?.name !== 'ExpressionStatement';
}
