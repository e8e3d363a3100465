/** The streams of the process: what they can show, and writing to them. */
import { codeOf } from '../runner/files/read';

const UNWRITTEN = 'The report could not be written to standard output; the exit code is that of the result';

/** Colour on a terminal only, and not under `NO_COLOR` (https://no-color.org). */
export function usesColour(stream: { readonly isTTY?: boolean }): boolean {
  return stream.isTTY === true && (process.env['NO_COLOR'] ?? '') === '';
}

/** A reader that has had enough (`| head`), or a disk without room, changes nothing about the verdict. */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}

/**
 * Writes to standard output as fast as its reader takes it. A reader that has gone (`| head`) ends the writing and is no
 * error; a disk without room is told on standard error.
 */
export async function writeOut(pieces: Iterable<string>): Promise<void> {
  for (const piece of pieces) {
    const failure = await new Promise<Error | null | undefined>((resolve) => process.stdout.write(piece, resolve));
    if (!failure) continue;
    const code = codeOf(failure) ?? 'unknown error';
    if (code !== 'EPIPE' && code !== 'ERR_STREAM_DESTROYED') process.stderr.write(`${UNWRITTEN} (${code}).\n`);
    return;
  }
}
