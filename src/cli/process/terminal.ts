/** The streams of the process: what they can show, and writing to them. */
import { codeOf } from '../../runner/files/read';
import { cells, wrapLines } from '../../report/render/lines';

const UNWRITTEN = 'The report could not be written to standard output; the exit code is that of the result';

type Stream = NodeJS.WriteStream;

/** What is asked of a stream. */
type Shown = Pick<Partial<Stream>, 'isTTY' | 'columns'>;

const set = (name: 'NO_COLOR' | 'FORCE_COLOR' | 'TERM' | 'COLUMNS') => process.env[name] ?? '';

/**
 * Colour on a terminal that knows it, and wherever `FORCE_COLOR` asks for it (https://force-color.org); never under
 * `NO_COLOR` (https://no-color.org).
 */
export function usesColour({ isTTY }: Shown): boolean {
  if (set('NO_COLOR') !== '') return false;
  const forced = set('FORCE_COLOR');
  if (forced !== '') return forced !== '0' && forced !== 'false';
  return isTTY === true && set('TERM') !== 'dumb';
}

/** Narrower lines would hold hardly a word, and prose of wider ones is hard to read. */
const [NARROWEST, WIDEST] = [40, 120];

/** Cells of a line: what `COLUMNS` says, else what the terminal has; `undefined` where nobody reads in a window. */
export function widthOf({ isTTY, columns }: Shown): number | undefined {
  const told = set('COLUMNS');
  const width = /^[1-9]\d{0,3}$/.test(told) ? Number(told) : isTTY === true ? columns : undefined;
  return width === undefined || width === 0 ? undefined : Math.min(Math.max(width, NARROWEST), WIDEST);
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

/** Whether a line of the progress is on the screen, to be written over. */
let isStatusShown = false;
const CLEAR = '\r\u001b[K';

/** A line, or several, on standard error, so that a report on standard output stays whole. */
export function say(text: string): void {
  clearStatus();
  const stderr = outliving(process.stderr);
  stderr.write(`${wrapLines(text, widthOf(stderr))}\n`);
}

/** Whether standard error is a terminal on which a line can be written over. */
export function canUpdate(): boolean {
  return process.stderr.isTTY && set('TERM') !== 'dumb';
}

/** One line on standard error that the next one replaces; for a terminal. */
export function showStatus(text: string): void {
  const width = (process.stderr.columns || 80) - 1;
  isStatusShown = true;
  outliving(process.stderr).write(`${CLEAR}${cells(text) > width ? text.slice(0, width) : text}`);
}

/** Takes the line away; what comes next is the result. */
export function clearStatus(): void {
  if (!isStatusShown) return;
  isStatusShown = false;
  outliving(process.stderr).write(CLEAR);
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
