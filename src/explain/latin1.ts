/** Logs are read as Latin-1, each byte a character, which is the fastest; what is shown and held against a row is text again. */

const DECODER = new TextDecoder();
const ENCODER = new TextEncoder();

/** Bytes that stand for themselves → text. */
export function decoded(latin1: string): string {
  // eslint-disable-next-line no-control-regex -- all of ASCII
  if (/^[\x00-\x7f]*$/.test(latin1)) return latin1;
  return DECODER.decode(Uint8Array.from(latin1, (character) => character.charCodeAt(0)));
}

/** Text → its bytes, each as a character. */
export function inLatin1(text: string): string {
  return String.fromCharCode(...ENCODER.encode(text));
}
