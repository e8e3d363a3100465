/** The streams of the process: what they can show, and writing to them. */
import { codeOf } from '../../runner/files/read';

const UNWRITTEN = 'The report could not be written to standard output; the exit code is that of the result';

type Stream = NodeJS.WriteStream;

/** Colour on a terminal only, and not under `NO_COLOR` (https://no-color.org). */
export function usesColour(stream: { readonly isTTY?: boolean }): boolean {
  return stream.isTTY === true && (process.env['NO_COLOR'] ?? '') === '';
}

/**
 * A reader that has had enough (`| head`), or a disk without room, changes nothing about the verdict. To make a stream
 * takes longer than to begin a check, so that it is made when there is something to write.
 */
function outliving(stream: Stream): Stream {
  if (stream.listenerCount('error', ignore) === 0) stream.on('error', ignore);
  return stream;
}

function ignore(): void {
  // The verdict does not change.
}

/** A line, or several, on standard error, so that a report on standard output stays whole. */
export function say(text: string): void {
  outliving(process.stderr).write(`${text}\n`);
}

/**
 * Writes to standard output as fast as its reader takes it. A reader that has gone (`| head`) ends the writing and is no
 * error; a full disk is reported on standard error.
 */
export async function print(pieces: Iterable<string>): Promise<void> {
  const stdout = outliving(process.stdout);
  for (const piece of pieces) {
    const failure = await new Promise<Error | null | undefined>((resolve) => stdout.write(piece, resolve));
    if (!failure) continue;
    const code = codeOf(failure) ?? 'unknown error';
    if (code !== 'EPIPE' && code !== 'ERR_STREAM_DESTROYED') say(`${UNWRITTEN} (${code}).`);
    return;
  }
}
