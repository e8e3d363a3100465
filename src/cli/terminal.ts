/** The streams of the process: what they can show, and writing to them. */

/** Colour on a terminal only, and not under `NO_COLOR` (https://no-color.org). */
export function usesColour(stream: { readonly isTTY?: boolean }): boolean {
  return stream.isTTY === true && (process.env['NO_COLOR'] ?? '') === '';
}

/**
 * Writes to standard output as fast as its reader takes it; a reader that has gone (`| head`) ends the writing and is no
 * error.
 */
export async function writeOut(pieces: Iterable<string>): Promise<void> {
  for (const piece of pieces) {
    const failure = await new Promise<Error | null | undefined>((resolve) => process.stdout.write(piece, resolve));
    if (failure) return;
  }
}
