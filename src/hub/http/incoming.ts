/** One reply of HTTP/1.1, as Node's own client brings it. */
import type { ClientRequest, IncomingMessage } from 'node:http';
import { CONNECTION_LOST } from './error';
import type { ResponseReader } from './response-reader';

/** Tells the reader of everything that happens to the request. */
export function readInto(reader: ResponseReader, asked: ClientRequest): void {
  reader.onRequestStart({
    abort: () => {
      asked.destroy();
    },
  });
  asked
    .on('response', (response) => {
      readReply(response, reader);
    })
    .on('error', (error) => {
      // What has begun to come is told by its end: what came whole stays so, whatever came after it.
      if (!reader.replied) reader.end(isHangUp(error) ? lost() : error);
    })
    // Nobody asked for another protocol.
    .on('upgrade', (_response, socket) => {
      socket.destroy();
      reader.end(lost());
    });
}

function readReply(response: IncomingMessage, reader: ResponseReader): void {
  reader.onResponseStart(undefined, response.statusCode ?? 0, headersOf(response));
  response
    .on('data', (chunk: Buffer) => {
      reader.onResponseData(undefined, chunk);
    })
    .on('end', () => {
      if (response.complete) reader.onResponseEnd();
    })
    // Told by the end, which always follows.
    .on('error', () => undefined)
    .on('close', () => {
      reader.end(lost());
    });
}

/** Those of one name all of them. Node reads bytes as Latin-1, and names and sentences of the Hub are UTF-8. */
function headersOf({ headersDistinct }: IncomingMessage): Record<string, string[]> {
  return Object.fromEntries(Object.entries(headersDistinct).map(([name, values = []]) => [name, values.map(utf8)]));
}

function utf8(text: string): string {
  return /[^\0-\x7f]/.test(text) ? Buffer.from(text, 'latin1').toString('utf8') : text;
}

/** Ended in order, where an error of the system has the name of a system call. */
function isHangUp(error: Error): boolean {
  return 'code' in error && error.code === 'ECONNRESET' && !('syscall' in error);
}

function lost(): Error {
  return Object.assign(new Error('connection lost'), { code: CONNECTION_LOST });
}
