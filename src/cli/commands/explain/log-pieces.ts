/** The bytes of a log as text, a character for each byte: it is searched faster so, and only what is found is decoded. */
import type { Readable } from 'node:stream';

/** Why a stream is no log, in our own words. */
export class LogError extends Error {}

/** What a log does not begin with, and what it then is. */
const NO_LOGS: readonly (readonly [string, string])[] = [
  ['PK\x03\x04', 'it is a zip archive; unpack it, and name a file in it'],
  ['\x1f\x8b', 'it is compressed; unpack it first, for example with gunzip -c FILE'],
];

/**
 * Pieces of the log, each a Latin-1 text of its bytes. What PowerShell writes in UTF-16 becomes UTF-8.
 * @throws {LogError} where it is no text
 */
export async function* piecesOf(stream: Readable): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let isFirst = true;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    const piece = chunk.toString('latin1');
    if (isFirst) {
      const what = NO_LOGS.find(([begin]) => piece.startsWith(begin))?.[1];
      if (what !== undefined) throw new LogError(what);
      if (piece.startsWith('\xff\xfe')) decoder = new TextDecoder('utf-16le');
    }
    isFirst = false;
    yield decoder === undefined ? piece : Buffer.from(decoder.decode(chunk, { stream: true })).toString('latin1');
  }
}
