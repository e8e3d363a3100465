/** The value of a known key → what it loads. */
import { addressed, KIND_WORDS, page, referenceOf, sitesAt } from '../sites/reference';
import type { LineIndex } from '../sites/line-index';
import type { Site, SourceFile } from '../sites/site';
import type { KeyRow } from '../tables/key-row';
import type { TextNode } from './node';

/** A text with the keys that lead to it, the outermost first. */
export interface KeyPlace {
  readonly text: TextNode;
  readonly path: readonly string[];
  readonly file: SourceFile;
  readonly lines: LineIndex;
}

/** @param beside what stands beside the key: the revision, and the kind of repo */
export function keySite(row: KeyRow, place: KeyPlace, beside: Beside): Site[] {
  const text = row.spelling === undefined ? place.text.text : (row.spelling(place.text.text) ?? '');
  // LLaMA-Factory takes several adapters, mergekit a model with one on it.
  const ids = SEVERAL.test(text) ? text.split(/\s*[,+]\s*/) : [text];
  return ids.flatMap((id) => siteOf(row, { ...place, text: { ...place.text, text: id } }, beside));
}

const SEVERAL = /^[\w.-]+\/[\w.-]+(?:\s*[,+]\s*[\w.-]+\/[\w.-]+)+$/;

interface Beside {
  readonly revision: string | undefined;
  readonly kind: string | undefined;
}

function siteOf(row: KeyRow, { text: { text, from }, path, file, lines }: KeyPlace, beside: Beside): Site[] {
  const line = lines.at(from);
  const name = path.findLast((part) => part !== '[]' && part !== '{}') ?? '';
  const spot = { line, lines: [line], how: row.library === 'key' ? `key ${name}` : `${row.library} ${name}` };
  const plural = KIND_WORDS.get(beside.kind ?? '') ?? row.plural;
  const { bare } = row;
  const reading = referenceOf(text, { plural, exists: file.exists, ...(bare ? { bare } : {}) });
  if (reading.kind === 'none') return [];
  if (reading.kind === 'unsure')
    return row.loose === true ? [] : [{ kind: 'unresolved', ...spot, reason: reading.reason }];
  const found = { kind: 'found', ...spot, ...reading.repo } as const;
  const { revision } = beside;
  const isKnown = revision !== undefined && /^[\w./-]+$/.test(revision) && reading.repo.revision === undefined;
  return [isKnown ? { ...found, revision } : found];
}

const PACKAGE =
  /^(?:[\w.-]+(?:\[[\w,-]*\])?\s*@\s*)?git\+https:\/\/(?:huggingface|hf)\.co\/([\w.-]+\/[\w-]+(?:\.(?!git)[\w-]+)*(?:@[\w.-]+)?)(?:\.git)?$/;

/** Any value may be an address: `storageUri: hf://acme/x`. */
export function addressSite({ text: { text: written, from }, lines }: KeyPlace): Site[] {
  // `hf.co/acme/x:Q4_K_M`, as Compose's `models:` and Ollama have it.
  const text = written
    .replace(/^(?:hf|huggingface)\.co\/([\w.-]+\/[\w.-]+)(?::[\w.-]+)?$/, 'hf://$1')
    // A requirement of pip.
    .replace(PACKAGE, 'hf://$1')
    .replace(/^[\w.-]+(?:\[[\w,-]*\])?\s*@\s*(?=https:)/, '');
  const isHf = /^(?:hf|huggingface):\/\//.test(text);
  if (!isHf && !/^https:\/\/(?:huggingface\.co|hf\.co)\/\S*\/(?:resolve|raw)\/\S*$/.test(text)) return [];
  const line = lines.at(from);
  const spot = { line, lines: [line], how: isHf ? 'hf:// address' : 'address of a file' };
  const reading = isHf ? addressed(text) : page(text);
  return sitesAt(reading, spot, /[${]/.test(text) ? 'template' : undefined);
}
