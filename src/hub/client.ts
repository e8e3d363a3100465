/** The Hub as a port: questions in the field's words, asked over HTTP. */
import { setMaxListeners } from 'node:events';
import { questionKey, type Answer, type Clock, type Hub, type Whoami } from '../domain/evidence';
import type { Limits } from '../domain/plan';
import type { Hold } from '../domain/progress';
import type { Secret } from '../domain/secret';
import { createAsker, type Asker } from './ask';
import { createDeadline } from './deadline';
import { createSend } from './http';
import { createLimiter } from './limiter';
import { proxyFor, type ProxySettings } from './proxy';
import { createScrub } from './scrub';
import { createTransport } from './transport';

/** What a hub is made from. */
export interface HubOptions {
  /** The one origin that is asked, such as `https://huggingface.co`. */
  readonly endpoint: string;
  /** The token under test; without one every question is asked as nobody. */
  readonly secret?: Secret;
  readonly limits: Pick<Limits, 'timeoutMs' | 'retries' | 'concurrency' | 'deadlineMs'>;
  readonly clock: Clock;
  readonly userAgent: string;
  readonly proxy?: ProxySettings;
  /** A further authority to trust, as PEM; for endpoints of tests. */
  readonly tls?: { readonly ca?: string };
  /** From 0 up to 1, for the jitter of retries. */
  readonly random?: () => number;
  /** Told whenever nothing can be asked for a while. */
  readonly onHold?: (hold: Hold) => void;
}

/** A hub whose run starts now. Nothing is sent before the first question. */
export function createHub(options: HubOptions): Hub {
  const { clock, limits, secret } = options;
  const closing = new AbortController();
  const { signal } = closing;
  // Every request in flight and every wait listens.
  setMaxListeners(0, signal);
  const deadline = createDeadline(clock, limits.deadlineMs);
  const endpoint = new URL(options.endpoint);
  const { timeoutMs, concurrency, retries } = limits;
  const proxy = proxyFor(endpoint, options.proxy ?? {});
  const transport = createTransport({ endpoint, proxy, ca: options.tls?.ca, timeoutMs, concurrency });
  const send = createSend({ transport, secret, userAgent: options.userAgent, timeoutMs, deadline, signal });
  const limiter = createLimiter({
    ...{ concurrency, clock, deadline, signal },
    ...(options.onHold === undefined ? {} : { onHold: options.onHold }),
  });
  const asker = createAsker({
    origin: endpoint.origin,
    scrub: createScrub(secret),
    send,
    limiter,
    retry: { retries, clock, deadline, signal, random: options.random ?? Math.random },
  });
  return {
    ...remember(asker),
    extendDeadline: (milliseconds) => {
      deadline.extend(milliseconds);
    },
    rateLimit: () => limiter.tightest(),
    close: () => {
      closing.abort();
      transport.destroy();
      return Promise.resolve();
    },
  };
}

/** Keeps every answer, also one that is still on its way. */
function remember(asker: Asker): Pick<Hub, 'whoami' | 'ask'> {
  const answers = new Map<string, Promise<Answer>>();
  let identity: Promise<Whoami> | undefined;
  return {
    whoami: () => (identity ??= asker.whoami()),
    ask: (question, { again } = { again: false }) => {
      const key = questionKey(question);
      const known = again ? undefined : answers.get(key);
      const answer = known ?? asker.ask(question);
      answers.set(key, answer);
      return answer;
    },
  };
}
