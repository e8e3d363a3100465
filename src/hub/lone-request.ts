/** A request that has a connection of its own, tried again where that may help: the first step of a keyless run, before there is a hub. */
import type { Secret } from '../domain/text/secret';
import type { HubOptions } from './client';
import type { Deadline } from './http/deadline';
import type { FailedAttempt } from './http/error';
import type { Reply } from './http/reply';
import { withRetries } from './http/retry';
import { createSend, type Send } from './http/send';
import { createStop } from './http/stop';
import { openWire } from './http/wire';

/** What such a request is made with: as a hub's, and the run's own deadline. */
export interface LoneOptions extends Pick<
  HubOptions,
  'limits' | 'clock' | 'userAgent' | 'proxy' | 'ca' | 'interrupted'
> {
  readonly redact: NonNullable<HubOptions['redact']>;
  readonly random?: () => number;
  readonly deadline: Deadline;
}

/** Where it goes. */
export interface LoneTarget {
  /** Its origin counts; a redirect is never followed. */
  readonly address: URL;
  /** What every path is below: empty, or from the slash and without one at the end. */
  readonly base: string;
  /** For the `Authorization` header. */
  readonly secret?: Secret;
}

/** What is sent, and what each reply to it is to the rule of retries. */
export interface LoneCall {
  readonly call: Parameters<Send>[0];
  readonly read: (reply: Reply) => Reply | FailedAttempt;
}

/** Sends, and sends again where it may help. Never rejects. */
export async function sendAlone(
  options: LoneOptions,
  target: LoneTarget,
  { call, read }: LoneCall,
): Promise<Reply | FailedAttempt> {
  const { signal, stop } = createStop(options.interrupted);
  const { send, close } = open(options, target, signal);
  const { clock, deadline, limits, random = Math.random } = options;
  const attempt = async () => {
    const result = await send(call);
    return { result: 'status' in result ? read(result) : result };
  };
  const retry = { retries: limits.retries, clock, deadline, signal, random };
  try {
    return (await withRetries(retry, 'short', attempt)).result;
  } finally {
    stop();
    close();
  }
}

function open(
  options: LoneOptions,
  { address, base, secret }: LoneTarget,
  signal: AbortSignal,
): { readonly send: Send; readonly close: () => void } {
  const { limits, deadline, userAgent, proxy, ca } = options;
  const { timeoutMs } = limits;
  const nothing = () => undefined;
  const wire = openWire(address, { proxy, ca, timeoutMs, connections: 1, streams: 1, onCapacityChange: nothing });
  const send = createSend({ ...wire, base, secret, userAgent, timeoutMs, deadline, signal, onSent: nothing });
  return {
    send,
    close: () => {
      wire.transport.destroy();
    },
  };
}
