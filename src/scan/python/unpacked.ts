/** `load(**words)` where the file says what is in `words`: a dictionary that is written out. */
import type { Evaluator } from './evaluate';
import type { Arguments } from './tree';

/** The arguments with those that are unpacked; what the call itself says comes first. */
export function withUnpacked(given: Arguments, reader: Evaluator): Arguments {
  const entries = given.unpacked.flatMap((node) => [...reader.entriesOf(node)]);
  return entries.length === 0 ? given : { ...given, named: new Map([...entries, ...given.named]) };
}
