/** Logs are read as Latin-1, each byte a character, which is the fastest; what is shown and held against a row is text again. */
import { isAscii } from '../../domain/text/ascii';

/** Bytes that stand for themselves → text. */
export function decoded(latin1: string): string {
  return isAscii(latin1) ? latin1 : Buffer.from(latin1, 'latin1').toString();
}

/** Text → its bytes in UTF-8, each as a character. */
export function inLatin1(text: string): string {
  return isAscii(text) ? text : Buffer.from(text).toString('latin1');
}
