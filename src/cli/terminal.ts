/** What a stream of the process can show. */

/** Colour on a terminal only, and not under `NO_COLOR` (https://no-color.org). */
export function usesColour(stream: { readonly isTTY?: boolean }): boolean {
  return stream.isTTY === true && (process.env['NO_COLOR'] ?? '') === '';
}
