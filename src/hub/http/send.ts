/** One exchange with the endpoint: a request, and its reply read to the end or to the cap. */
import { present } from '../../domain/basics/present';
import { Secret } from '../../domain/text/secret';
import type { Allowance } from './allowance';
import type { Method } from './connection';
import type { Deadline } from './deadline';
import { BAD_REQUEST, ASK_AGAIN, failureOf, interrupted, tooLate, type FailedAttempt } from './error';
import { ResponseReader } from './response-reader';
import type { Reply } from './reply';
import type { Transport } from './transport';

/** What is sent. It goes to the endpoint, always: only a path below it can be named. */
export interface Call {
  readonly method: Method;
  /** Sent as JSON. */
  readonly fields?: Readonly<Record<string, string | Secret>>;
  /** As seen from the endpoint, from the slash. */
  readonly path: string;
  readonly as: 'token' | 'nobody';
  /** The window that the Hub counts it in, by its own names. */
  readonly bucket: string;
}

/** Sends one request, once. Never rejects. */
export type Send = (call: Call) => Promise<Reply | FailedAttempt>;

/** What requests are sent over and with: the transport, the token and the bounds that hold for each of them. */
export interface SendOptions {
  readonly transport: Transport;
  readonly allowance: Allowance;
  /** The endpoint's own path, which every request goes below: empty, or from the slash and without one at the end. */
  readonly base: string;
  readonly secret: Secret | undefined;
  readonly userAgent: string;
  /** Host and port of the proxy in between, if there is one. */
  readonly proxy?: string;
  /** For the whole exchange, from the wait for a connection to the last byte. */
  readonly timeoutMs: number;
  readonly deadline: Deadline;
  /** Ends the run. */
  readonly signal: AbortSignal;
  /** Called each time that a request has left, or never will. */
  readonly onSent: () => void;
}

const TIMED_OUT = new Error('time-out');

/** Attempts in a row without a reply to any, after which nothing more is sent: nobody is there. */
const MOST_IN_VAIN = 1000;

/** Bodies that come in at the same time, together; a reply that we look for has some hundred bytes. */
const MOST_HELD_BYTES = 48 * 1024 * 1024;
/** Begun last, it gives way to those before it, and is asked again. */
const CROWDED = Object.assign(new Error('too much at once'), { code: ASK_AGAIN });

/** Makes the function that sends. */
export function createSend(options: SendOptions): Send {
  const { deadline, signal } = options;
  const open = new Set<ResponseReader>();
  /** Replies that came whole, and those of which at least the headers came. */
  let [replies, begun, inVain] = [0, 0, 0];
  let lastFailure: FailedAttempt | undefined;
  signal.addEventListener('abort', () => {
    for (const reader of open) reader.end(undefined);
  });
  const makeRoom = createRoom(open, options.allowance);
  return async (call) => {
    const timeoutMs = Math.min(options.timeoutMs, deadline.remainingMs());
    if (signal.aborted) return interrupted();
    if (timeoutMs <= 0) return tooLate();
    if (lastFailure !== undefined && inVain >= MOST_IN_VAIN) return { ...lastFailure, retryable: false };
    const reader = new ResponseReader(makeRoom);
    const before = { replies, begun };
    // Of a process that stood still the timers are looked at first, and then what has come meanwhile: that counts.
    const timer = setTimeout(setImmediate, timeoutMs, () => {
      reader.end(TIMED_OUT);
    });
    open.add(reader);
    try {
      start(reader, call, options);
      const reply = await reader.reply;
      replies += 1;
      inVain = 0;
      return reply;
    } catch (error) {
      // Nobody got an answer: something between us and the endpoint may have forgotten the connection.
      if (error === TIMED_OUT && !reader.replied && begun === before.begun) options.transport.reconnect();
      const timedOutAfterMs = error === TIMED_OUT ? timeoutMs : undefined;
      const state = { replied: reader.replied, stopped: signal.aborted, progressed: replies !== before.replies };
      inVain += 1;
      lastFailure = failureOf(error, { ...state, ...present({ timedOutAfterMs, proxy: options.proxy }) });
      return lastFailure;
    } finally {
      clearTimeout(timer);
      open.delete(reader);
      if (reader.replied) begun += 1;
    }
  };
}

/** Gives what is told of each piece that came, and ends the newest exchange where too much is held. */
function createRoom(open: ReadonlySet<ResponseReader>, allowance: Allowance): (bytes: number) => void {
  let since = 0;
  return (bytes) => {
    since += bytes;
    // To add up what hundreds hold at each piece would cost more than all else that is done with it.
    if (since < MOST_HELD_BYTES / 16) return;
    since = 0;
    const holding = [...open].filter(({ held }) => held > 0);
    let sum = holding.reduce((total, { held }) => total + held, 0);
    while (sum > MOST_HELD_BYTES && holding.length > 1) {
      const newest = holding.pop();
      sum -= newest?.held ?? 0;
      newest?.end(CROWDED);
      allowance.refused(holding.length);
    }
  };
}

/** Sends as soon as there is a connection; whatever goes wrong ends the exchange. */
function start(reader: ResponseReader, call: Call, options: SendOptions): void {
  options.transport
    .connection()
    .then((connection) => {
      const body = bodyOf(call);
      connection.send(
        {
          method: call.method,
          path: `${options.base}${call.path}`,
          headers: {
            ...headersOf(call, options),
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          },
          ...present({ body }),
        },
        reader,
      );
    })
    .catch((error: unknown) => {
      reader.end(error);
    })
    // Node and undici write within the turn of the event loop in which they are given a request.
    .finally(() => setImmediate(options.onSent));
}

/** What a header can carry (RFC 9110, section 5.5); Node's HTTP/2 sends whatever it is given. */
const HEADER_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

function bodyOf({ fields }: Call): string | undefined {
  if (fields === undefined) return undefined;
  const revealed = Object.entries(fields).map(([name, value]) => [
    name,
    value instanceof Secret ? value.reveal() : value,
  ]);
  return JSON.stringify(Object.fromEntries(revealed));
}

/** Here and above secrets are revealed, and nowhere else. */
function headersOf(call: Call, { secret, userAgent }: SendOptions): Record<string, string> {
  const common = {
    accept: 'application/json, text/plain;q=0.9',
    'accept-encoding': 'identity',
    // Not every cache obeys (nginx does not); squid does.
    'cache-control': 'no-cache',
    'user-agent': userAgent,
  };
  if (call.as === 'nobody' || secret === undefined) return common;
  const authorization = `Bearer ${secret.reveal()}`;
  if (!HEADER_VALUE.test(authorization)) throw Object.assign(new Error('no header value'), { code: BAD_REQUEST });
  return { ...common, authorization };
}
