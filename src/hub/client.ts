/** The Hub as a port: probes in the field's words, asked over HTTP. */
import { setMaxListeners } from 'node:events';
import { pathOf } from '../domain/inputs/endpoint';
import type { HostList } from '../domain/hub/network';
import { present } from '../domain/basics/present';
import type { Clock, Hub } from '../domain/hub/ports';
import type { Limits } from '../domain/inputs/limits';
import type { Hold } from '../domain/progress';
import type { Redact } from '../domain/text/quote';
import { createRedactor } from '../domain/text/redact';
import type { Secret } from '../domain/text/secret';
import { speakerAt, type Speaker } from './decode';
import { createProber, windowKeysOf, type Prober } from './probe';
import { createDeadline, type Deadline } from './http/deadline';
import { createSend } from './http/send';
import { createLimiter, type Limiter } from './rate/limiter';
import type { ProxySettings } from './http/proxy';
import { createScrub } from './http/scrub';
import { createStop } from './http/stop';
import { openWire, type Wire } from './http/wire';
import type { SaidToNobody } from './whoami';

/** What a hub is made from. */
export interface HubOptions {
  /** What is asked, as `parseEndpoint` gives it: an origin, with a path where the service has one. */
  readonly endpoint: string;
  /** Who answers there; by default what the address says. */
  readonly speaker?: Speaker;
  /** The token under test; without one every probe is asked anonymously. */
  readonly secret?: Secret;
  /** Guards what the Hub says; one that knows `secret`, by default. */
  readonly redact?: Redact;
  readonly limits: Pick<Limits, 'timeoutMs' | 'retries' | 'concurrency' | 'streams' | 'deadlineMs'>;
  readonly clock: Clock;
  readonly userAgent: string;
  readonly proxy?: ProxySettings;
  /** A further authority to trust, as PEM; for endpoints of tests. */
  readonly ca?: string;
  /** Shared by the hubs of a run that asks as nobody beside a token. */
  readonly nobody?: SaidToNobody;
  /** From 0 up to 1, for the jitter of retries. */
  readonly random?: () => number;
  /** Ends what is being asked, and keeps the rest from being asked. */
  readonly interrupted?: AbortSignal;
  /** Told whenever nothing can be asked for a while. */
  readonly onHold?: (hold: Hold) => void;
}

/** A hub that can open its connection before it is asked. */
export interface ReadyHub extends Hub {
  /** Opens the connection; whether it comes about is for the first request to say. */
  prepare(): void;
  /** The endpoint's list of the hosts of files, asked for without the token. Never rejects. */
  hostList(): Promise<HostList>;
}

/** A hub whose run starts now. Nothing is sent before the first probe. */
export function createHub(options: HubOptions): ReadyHub {
  const { signal, stop } = createStop(options.interrupted);
  // Every request in flight and every wait listens.
  setMaxListeners(0, signal);
  const deadline = createDeadline(options.clock, options.limits.deadlineMs);
  const departure = createFirstRequest();
  const { asker, limiter, wire } = assemble(options, { deadline, signal, onSent: departure.happen });
  const { transport, proxy } = wire;
  return {
    ...asker,
    ...present({ proxy }),
    expect: (unasked) => {
      limiter.expect(() => unasked().map(({ probe, count }) => ({ keys: windowKeysOf(probe), count })));
    },
    prepare: () => {
      transport.connection().catch(() => undefined);
    },
    extendDeadline: (milliseconds) => {
      deadline.extend(milliseconds);
    },
    firstRequestSent: () => departure.happened,
    rateLimit: () => limiter.tightest(),
    close: () => {
      stop();
      transport.destroy();
    },
  };
}

interface Frame {
  readonly deadline: Deadline;
  readonly signal: AbortSignal;
  readonly onSent: () => void;
}

function assemble(options: HubOptions, frame: Frame) {
  const { timeoutMs, concurrency: connections, streams } = options.limits;
  const wire = openWire(new URL(options.endpoint), {
    proxy: options.proxy,
    ca: options.ca,
    timeoutMs,
    connections,
    streams,
    onCapacityChange: () => {
      limiter.resume();
    },
  });
  const { deadline, signal } = frame;
  const limiter = createLimiter({
    concurrency: () => wire.transport.capacity(),
    clock: options.clock,
    deadline,
    signal,
    ...present({ onHold: options.onHold }),
  });
  return { asker: createAsker(options, frame, { wire, limiter }), limiter, wire };
}

function createAsker(
  options: HubOptions,
  { deadline, signal, onSent }: Frame,
  { wire, limiter }: { readonly wire: Wire; readonly limiter: Limiter },
): Prober {
  const { clock, secret, userAgent, endpoint, random = Math.random } = options;
  const { timeoutMs, retries } = options.limits;
  return createProber({
    endpoint,
    speaker: options.speaker ?? speakerAt(endpoint),
    hasToken: secret !== undefined,
    nobody: options.nobody,
    limiter,
    scrub: createScrub(options.redact ?? createRedactor(secret === undefined ? [] : [secret])),
    send: createSend({ ...wire, base: pathOf(endpoint), secret, userAgent, timeoutMs, deadline, signal, onSent }),
    retry: { retries, clock, deadline, signal, random },
  });
}

/** Something that happens once; to happen again changes nothing. */
function createFirstRequest(): { happen: () => void; happened: Promise<void> } {
  let happen!: () => void;
  const happened = new Promise<void>((resolve) => {
    happen = resolve;
  });
  return { happen, happened };
}
