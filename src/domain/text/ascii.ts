/** Texts that are the same as their bytes. */

/** Whether a text has only ASCII. */
export function isAscii(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- all of ASCII
  return /^[\x00-\x7f]*$/.test(text);
}
