/**
 * One GET of a host's root, by hand: Node's client takes as long for it as the handshake, and nothing is needed but the head of the
 * answer and how its body begins.
 */
import type { TLSSocket } from 'node:tls';
import { headersOf, headOf } from './head';
import type { Answer } from './service';

const MOST_OF_BODY = 1024;
/** For the body's beginning, where the head does not say what it is. */
const PATIENCE_MS = 200;

/** Rejects where what comes is no HTTP. */
export async function askRoot(socket: TLSSocket, host: string, userAgent: string): Promise<Answer> {
  socket.write(
    `GET / HTTP/1.1\r\nHost: ${host}\r\nUser-Agent: ${userAgent}\r\nAccept: */*\r\nConnection: close\r\n\r\n`,
  );
  const { head, rest } = await headOf(socket);
  const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(head)?.[1]);
  if (Number.isNaN(status)) throw new Error('no HTTP');
  const headers = headersOf(head);
  const isTold = headers['content-type'] !== undefined || rest !== '';
  const body = isTold ? rest : await beginning(socket);
  return { status, headers, body: body.slice(0, MOST_OF_BODY) };
}

function beginning(socket: TLSSocket): Promise<string> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, PATIENCE_MS, '');
    const done = (bytes?: Buffer) => {
      clearTimeout(timer);
      resolve(bytes?.toString('latin1') ?? '');
    };
    socket.once('data', done);
    socket.once('end', done);
    socket.once('close', done);
    socket.resume();
  });
}
