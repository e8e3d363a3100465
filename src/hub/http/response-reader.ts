/** One reply as it comes in, step by step: collects it to its end or to the cap. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Body, Reply } from './reply';

/** No answer that we look for comes near this. */
const LONGEST_BODY_BYTES = 1024 * 1024;

/** The reason of an abort; never shown. */
const OVER = new Error('over');

/** What ends a request that is under way. */
export interface RequestController {
  abort(reason: Error): void;
}

/**
 * Told of everything in the terms of undici's `dispatch`, which is the API below its `request`: no stream is made for a
 * body that is read whole anyway. What comes after the end of the exchange is ignored.
 */
export class ResponseReader {
  /** The reply; rejects with what Node or undici threw, or with anything where the exchange was ended by {@link end}. */
  readonly reply: Promise<Reply>;
  #settle!: { resolve: (reply: Reply) => void; reject: (error: unknown) => void };
  #controller: RequestController | undefined;
  #head: Omit<Reply, 'body'> | undefined;
  #isOver = false;
  readonly #chunks: Buffer[] = [];
  #bytes = 0;

  readonly #onData: (bytes: number) => void;

  /** @param onData is told of each piece of the body that came, by its length */
  constructor(onData: (bytes: number) => void = () => undefined) {
    this.#onData = onData;
    this.reply = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
  }

  /** The status line and the headers have come. */
  get replied(): boolean {
    return this.#head !== undefined;
  }

  /** Nothing more is wanted. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** As many bytes have come as the endpoint said that there are. */
  get hasItsLength(): boolean {
    return this.#head?.headers.get('content-length') === String(this.#bytes);
  }

  /** Bytes of a body that is not whole yet. */
  get held(): number {
    return this.#isOver ? 0 : this.#bytes;
  }

  /** Ends the exchange from outside; over HTTP/2 the stream, else the connection, is dropped. */
  end(error: unknown): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#chunks.length = 0;
    this.#settle.reject(error);
    this.#controller?.abort(OVER);
  }

  onRequestStart(controller: RequestController): void {
    this.#controller = controller;
    // It waited for a connection for too long.
    if (this.#isOver) controller.abort(OVER);
  }

  onResponseStart(_controller: unknown, status: number, raw: IncomingHttpHeaders): void {
    if (status < 200) return;
    const headers = readHeaders(raw);
    this.#head = { status, headers };
    const encoding = headers.get('content-encoding')?.trim().toLowerCase() ?? '';
    if (encoding !== '' && encoding !== 'identity') this.#drop({ kind: 'encoded' });
  }

  onResponseData(_controller: unknown, chunk: Buffer): void {
    if (this.#isOver) return;
    this.#bytes += chunk.length;
    if (this.#bytes > LONGEST_BODY_BYTES) this.#drop({ kind: 'oversized' });
    else this.#chunks.push(chunk);
    this.#onData(chunk.length);
  }

  onResponseEnd(): void {
    const [only] = this.#chunks;
    const whole = this.#chunks.length === 1 && only !== undefined ? only : Buffer.concat(this.#chunks);
    this.#finish({ kind: 'text', text: whole.toString('utf8') });
  }

  onResponseError(_controller: unknown, error: Error): void {
    this.end(error);
  }

  /** What there is says enough; the rest of the body is not wanted. */
  #drop(body: Body): void {
    this.#finish(body);
    this.#controller?.abort(OVER);
  }

  #finish(body: Body): void {
    if (this.#isOver || this.#head === undefined) return;
    this.#isOver = true;
    this.#chunks.length = 0;
    this.#settle.resolve({ ...this.#head, body });
  }
}

function readHeaders(raw: IncomingHttpHeaders): Map<string, string> {
  const headers = new Map<string, string>();
  for (const [name, value] of Object.entries(raw)) {
    if (value !== undefined) headers.set(name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}
