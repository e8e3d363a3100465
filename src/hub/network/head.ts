/** The head of an answer of HTTP/1.1, as far as it tells who answers. */
import type { Socket } from 'node:net';

const LONGEST = 16_384;
const END = '\r\n\r\n';

/** What comes up to the end of the head, and what came along with it. Rejects where the connection ends before. */
export function headOf(socket: Socket): Promise<{ readonly head: string; readonly rest: string }> {
  return new Promise((resolve, reject) => {
    let head = '';
    const take = (bytes: Buffer) => {
      head += bytes.toString('latin1');
      const at = head.indexOf(END);
      if (at < 0 && head.length < LONGEST) return;
      socket.off('data', take);
      socket.pause();
      resolve({ head: at < 0 ? head : head.slice(0, at), rest: at < 0 ? '' : head.slice(at + END.length) });
    };
    const ended = () => {
      reject(new Error('closed'));
    };
    socket.on('data', take);
    socket.once('end', ended);
    socket.once('close', ended);
    socket.once('error', reject);
  });
}

/** By their names in lower case; of several the last. */
export function headersOf(head: string): Readonly<Record<string, string>> {
  const lines = head.split('\r\n').slice(1);
  return Object.fromEntries(
    lines.flatMap((line) => {
      const at = line.indexOf(':');
      return at < 1 ? [] : [[line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()]];
    }),
  );
}
