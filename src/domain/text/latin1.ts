/** Files and logs are read as Latin-1, each byte a character, which is the fastest; what is shown and held against a row is text again. */

const DECODER = new TextDecoder();

/** Bytes that stand for themselves → text. */
export function decoded(latin1: string): string {
  return isAscii(latin1) ? latin1 : DECODER.decode(Buffer.from(latin1, 'latin1'));
}

/** Text → its bytes in UTF-8, each as a character. */
export function inLatin1(text: string): string {
  return isAscii(text) ? text : Buffer.from(text).toString('latin1');
}

function isAscii(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- all of ASCII
  return /^[\x00-\x7f]*$/.test(text);
}
