/** Percent escapes of addresses. */

/** The text without them; one that encodes nothing leaves it as it is. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
