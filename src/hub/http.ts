/** One exchange with the endpoint: a request, and its reply read to the end or to the cap. */
import type { Dispatcher } from 'undici';
import type { Secret } from '../domain/secret';
import type { Deadline } from './deadline';
import { brokenBy, tooLate, type Broken } from './error';
import type { Body, Reply } from './reply';
import type { Transport } from './transport';

/** What is sent. The origin is the endpoint's, always: only a path can be named. */
export interface Call {
  readonly method: 'GET' | 'HEAD';
  readonly path: string;
  readonly as: 'token' | 'nobody';
  /** The window that the Hub counts it in, by its own names. */
  readonly bucket: string;
}

/** Sends one request, once. Never rejects. */
export type Send = (call: Call) => Promise<Reply | Broken>;

export interface SendOptions {
  readonly transport: Transport;
  readonly secret: Secret | undefined;
  readonly userAgent: string;
  /** For the whole exchange, from the wait for a connection to the last byte. */
  readonly timeoutMs: number;
  readonly deadline: Deadline;
  /** Ends the run. */
  readonly signal: AbortSignal;
}

/** No answer that we look for comes near this. */
const LONGEST_BODY_BYTES = 1024 * 1024;

/** Makes the function that sends. */
export function createSend(options: SendOptions): Send {
  const { transport, deadline, signal } = options;
  return async (call) => {
    const timeoutMs = Math.min(options.timeoutMs, deadline.remainingMs());
    if (timeoutMs <= 0) return tooLate();
    const watch = startWatch(timeoutMs, signal);
    let replied = false;
    try {
      const dispatcher = await Promise.race([transport.dispatcher(), watch.over]);
      const response = await dispatcher.request({
        origin: transport.origin,
        method: call.method,
        path: call.path,
        headers: headersOf(call, options),
        signal: watch.signal,
      });
      replied = true;
      const headers = readHeaders(response.headers);
      return { status: response.statusCode, headers, body: await readBody(response.body, headers) };
    } catch (error) {
      const timedOut = watch.timedOut() ? { timedOutAfterMs: timeoutMs } : {};
      return brokenBy(error, { replied, stopped: signal.aborted, ...timedOut });
    } finally {
      watch.end();
    }
  };
}

/** The one place that reveals the secret. */
function headersOf(call: Call, { secret, userAgent }: SendOptions): Record<string, string> {
  const common = {
    accept: 'application/json, text/plain;q=0.9',
    'accept-encoding': 'identity',
    'user-agent': userAgent,
  };
  if (call.as === 'nobody' || secret === undefined) return common;
  return { ...common, authorization: `Bearer ${secret.reveal()}` };
}

interface Watch {
  readonly signal: AbortSignal;
  /** Rejects when the time is over or the run ends. */
  readonly over: Promise<never>;
  timedOut(): boolean;
  end(): void;
}

function startWatch(timeoutMs: number, stop: AbortSignal): Watch {
  const controller = new AbortController();
  let timedOut = false;
  const abort = () => {
    controller.abort();
  };
  const timer = setTimeout(() => {
    timedOut = true;
    abort();
  }, timeoutMs);
  stop.addEventListener('abort', abort);
  if (stop.aborted) abort();
  const over = new Promise<never>((_resolve, reject) => {
    const fail = () => {
      reject(new Error('over'));
    };
    if (controller.signal.aborted) fail();
    controller.signal.addEventListener('abort', fail);
  });
  over.catch(() => undefined);
  return {
    signal: controller.signal,
    over,
    timedOut: () => timedOut,
    end: () => {
      clearTimeout(timer);
      stop.removeEventListener('abort', abort);
    },
  };
}

function readHeaders(raw: Readonly<Record<string, string | string[] | undefined>>): Map<string, string> {
  const headers = new Map<string, string>();
  for (const [name, value] of Object.entries(raw)) {
    if (value !== undefined) headers.set(name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

/** Destroying a body that is not at its end drops the connection (over HTTP/2 the stream). */
async function readBody(stream: Dispatcher.ResponseData['body'], headers: Map<string, string>): Promise<Body> {
  stream.on('error', () => undefined);
  const encoding = headers.get('content-encoding')?.trim().toLowerCase() ?? '';
  if (encoding !== '' && encoding !== 'identity') {
    stream.destroy();
    return { kind: 'encoded' };
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    // Leaving the loop destroys the stream.
    if (bytes > LONGEST_BODY_BYTES) return { kind: 'oversized' };
    chunks.push(chunk);
  }
  return { kind: 'text', text: Buffer.concat(chunks).toString('utf8') };
}
