/** Sentences and links of a report that was read back: others could have written them. */
import { present } from '../../domain/present';
import type { Remedy } from '../../domain/remedy';
import type { RemedyJson } from '../../domain/report-schema';
import { prose } from '../../domain/text/parts';
import { readBackPage } from './phrases/pages';

/** JSON does not say which remedy it was: the same sentence is the same remedy. An address that is no link of ours is empty. */
export function readBackRemedy({ text, url = '' }: RemedyJson): Remedy {
  return { id: text, text: prose(text), ...present({ page: url === '' ? undefined : readBackPage(url) }) };
}
