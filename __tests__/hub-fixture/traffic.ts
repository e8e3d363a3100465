/** What passes between a Hub and its callers: logged, delayed and, where a fault waits for it, broken. */
import type { IncomingMessage } from 'node:http';
import { Http2ServerRequest } from 'node:http2';
import { setTimeout as wait } from 'node:timers/promises';
import { sendReply, type Reply } from '../../src/simulator/reply';
import type { Exchange } from '../../src/simulator/server';
import { Faults, type Fault } from './faults';
import type { FullRequest } from './paths';
import { RequestLog, labelOf, type LoggedRequest, type Part } from './request-log';
import { sendEffect } from './send-effect';

/** The honest reply to a request. */
export type Replier = (request: FullRequest) => Reply | Promise<Reply>;

type Incoming = IncomingMessage | Http2ServerRequest;

/** Largest body taken from a caller, in bytes. */
const BODY_LIMIT = 64 * 1024 * 1024;

export class Traffic {
  latencyMs: number;
  readonly #now: () => number;
  readonly #log = new RequestLog();
  readonly #faults = new Faults();
  readonly #numbers = { hub: new Numbers(), storage: new Numbers() };

  constructor({ latencyMs, now }: { readonly latencyMs: number; readonly now: () => number }) {
    this.latencyMs = latencyMs;
    this.#now = now;
  }

  get requests(): readonly LoggedRequest[] {
    return this.#log.requests;
  }
  get inFlight(): number {
    return this.#log.inFlight;
  }
  get peakInFlight(): number {
    return this.#log.peakInFlight;
  }
  get connections(): number {
    return this.#numbers.hub.count;
  }
  fault(fault: Fault): void {
    this.#faults.add(fault);
  }
  clearFaults(): void {
    this.#faults.clear();
  }
  clearRequests(): void {
    this.#log.clear();
  }

  /** The exchange of one part of the Hub, which replies so. */
  through(part: Part, reply: Replier): (exchange: Exchange) => Promise<void> {
    return async ({ request, incoming, response }) => {
      const { method, target } = request;
      const logged = this.#open(part, { request, incoming });
      response.once('close', () => {
        this.#log.close(logged);
      });
      const effect = this.#faults.take(method, target);
      const body = await readBody(incoming);
      if (this.latencyMs > 0) await wait(this.latencyMs, undefined, { ref: false });
      if (response.destroyed) return;
      const honest = await reply({ ...request, body });
      if (effect === undefined) {
        logged.status = honest.status;
        sendReply(response, honest);
      } else {
        const { authorization } = request.headers;
        await sendEffect(response, honest, { effect, asked: { target, authorization } });
      }
    };
  }

  #open(part: Part, { request, incoming }: { request: Exchange['request']; incoming: Incoming }): LoggedRequest {
    const { method, target, headers, caller } = request;
    const logged: LoggedRequest = {
      host: part,
      method,
      path: target,
      protocol: incoming instanceof Http2ServerRequest ? 'h2' : 'http/1.1',
      credential: labelOf(caller),
      connection: this.#numbers[part].of(incoming),
      at: this.#now(),
      ...(headers.authorization === undefined ? {} : { authorization: headers.authorization }),
    };
    this.#log.open(logged);
    return logged;
  }
}

/** Connections in the order in which they brought their first request. */
class Numbers {
  count = 0;
  readonly #known = new WeakMap<object, number>();

  of(incoming: Incoming): number {
    const connection = incoming instanceof Http2ServerRequest ? incoming.stream.session : incoming.socket;
    if (connection === undefined) return 0;
    const known = this.#known.get(connection);
    if (known !== undefined) return known;
    this.count += 1;
    this.#known.set(connection, this.count);
    return this.count;
  }
}

async function readBody(incoming: Incoming): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of incoming as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size <= BODY_LIMIT) chunks.push(chunk);
    }
  } catch {
    // The caller went away; what there is of the body is all there will be.
  }
  return Buffer.concat(chunks);
}
