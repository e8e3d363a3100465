/** Sentences and links of a report that was read back: others could have written them. */
import { present } from '../../domain/present';
import type { Remedy } from '../../domain/remedy';
import { prose } from '../../domain/text/parts';
import { readBackPage } from './phrases/pages';

/** JSON does not say which remedy it was: the same sentence is the same remedy. */
export function readBackRemedy({ text, url }: { readonly text: string; readonly url?: string | undefined }): Remedy {
  return { id: text, text: prose(text), ...present({ page: url === undefined ? undefined : readBackPage(url) }) };
}
