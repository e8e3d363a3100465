/** Texts of a program that are addresses of the Hub by themselves: `hf://…`, and addresses of files. */
import type { SyntaxNode } from '@lezer/common';
import type { LineIndex } from '../sites/line-index';
import type { ReasonName } from '../sites/reasons';
import { addressed, page, sitesAt } from '../sites/reference';
import type { Site } from '../sites/site';
import type { Evaluator } from './evaluate';
import { nodeAt, stringValue, textOf, type Source } from './tree';

/** A page is shown; what is behind `resolve` or `raw` is fetched. */
const ADDRESS = /hf:\/\/|https:\/\/(?:huggingface\.co|hf\.co)\/[^\s"']*\/(?:resolve|raw)\//g;

/** A place for each text of a program that is an address of the Hub by itself, wherever it stands. */
export function addressesIn(evaluator: Evaluator, lines: LineIndex): Site[] {
  const { source } = evaluator;
  const sites: Site[] = [];
  let last = -1;
  for (const { index } of source.text.matchAll(ADDRESS)) {
    const node = nodeAt(source, index);
    if (node.from === last || !isText(node) || isArchive(source, node)) continue;
    last = node.from;
    const text = node.name === 'FormatString' ? source.text.slice(index, node.to - 1) : stringValue(source, node);
    const address = text === undefined ? undefined : addressIn(text, source.text.slice(index, index + 5));
    if (address === undefined) continue;
    const line = lines.at(index);
    const known = siteOf(beforeHole(address), line, address.includes('{') ? 'template' : undefined);
    // The id itself is filled in.
    const filled = known.some(({ kind }) => kind === 'unresolved') ? evaluator.valueOf(node).texts : [];
    sites.push(...(filled.length > 0 ? filled.flatMap((one) => siteOf(beforeHole(one), line)) : known));
  }
  return sites;
}

/** A sentence that names an address is no address; a query of DuckDB has it in quotes. */
function addressIn(text: string, begin: string): string | undefined {
  if (!/\s/.test(text)) return text.startsWith(begin) ? text : undefined;
  return begin === 'hf://' ? QUERY.exec(text)?.[1] : undefined;
}

const QUERY = /\b(?:from|join|attach|describe|read_\w+\()\s*['"](hf:\/\/[^'"\s]+)['"]/i;

function siteOf(text: string, line: number, otherwise?: ReasonName): Site[] {
  const isHf = text.startsWith('hf://');
  const spot = { line, lines: [line], how: isHf ? 'hf:// address' : 'address of a file' };
  return sitesAt(isHf ? addressed(text) : page(text), spot, otherwise);
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
