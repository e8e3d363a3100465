/** A word of a command → what it loads. */
import { referenceOf, type Plural, type Reference } from '../sites/reference';
import type { Site, SourceFile } from '../sites/site';
import { API_MODELS } from '../tables/script-options';
import type { BareNames } from '../tables/short-names';
import { beginningOf, textsOf, type Constants, type Word, type WordText } from './word';

/** Where a command is, and the values of the variables in it. */
export interface CommandContext {
  readonly lineAt: (place: number) => number;
  readonly file: SourceFile;
  readonly constants: Constants;
}

/** How a word is read. */
export interface WordReading {
  readonly plural: Plural;
  readonly how: string;
  readonly bare?: BareNames;
  readonly spelling?: (text: string) => string | undefined;
  readonly revision?: string | undefined;
  readonly loose?: true;
  readonly addresses?: true;
}

/** What a word of a command loads. */
export function siteOf(word: Word, reader: WordReading, { constants, file, lineAt }: CommandContext): Site[] {
  const { how, loose, addresses, revision } = reader;
  const line = lineAt(word.from);
  const spot = { line, lines: [line], how };
  return textsOf(withoutUser(word), constants).flatMap((known): Site[] => {
    const reading = referenceIn(known, reader, file);
    if (reading.kind === 'none') return [];
    if (reading.kind === 'unsure')
      return loose === true || addresses === true ? [] : [{ kind: 'unresolved', ...spot, reason: reading.reason }];
    const found = { kind: 'found', ...spot, ...reading.repo } as const;
    return [revision === undefined ? found : { ...found, revision }];
  });
}

/** `https://user:$HF_TOKEN@huggingface.co/acme/x` without what comes before the host. */
function withoutUser(word: Word): Word {
  const at = word.parts.findIndex((part) => part.kind === 'text' && USER.test(part.text));
  const part = word.parts[at];
  if (part?.kind !== 'text' || !/^(?:git\+)?https?:\/\//.test(beginningOf(word))) return word;
  const text = part.text.replace(USER, 'https://');
  return { ...word, parts: [{ kind: 'text', text }, ...word.parts.slice(at + 1)] };
}

const USER = /^[^@\s]*@(?=(?:huggingface|hf)\.co\/)/;

function referenceIn(known: WordText, reader: WordReading, { exists }: SourceFile): Reference {
  const { plural, bare, spelling, addresses } = reader;
  if ('open' in known) return { kind: 'unsure', reason: known.open };
  const text = spelling === undefined ? known.text : spelling(known.text);
  const isOther = text === undefined || API_MODELS.test(text) || (addresses === true && !ADDRESS.test(text));
  if (isOther) return { kind: 'none' };
  const prefixed = /^(models|datasets|spaces)\/([^/]+\/.+)$/.exec(text);
  const kind = (prefixed?.[1] as Plural | undefined) ?? plural;
  return referenceOf(prefixed?.[2] ?? text, { plural: kind, exists, ...(bare ? { bare } : {}) });
}

const ADDRESS = /^(?:https?:\/\/(?:[^@/]*@)?(?:www\.)?)?(?:huggingface\.co|hf\.co)\/|^hf:\/\/|^git@hf\.co:/;
