/** How long and how hard a run may ask. */
import { EVERYWHERE, type InputRows, type ValuesOf } from './input';

export const LIMIT_INPUTS = {
  'wait-for-access': {
    type: { kind: 'number', least: 0, most: 21_600, unit: 'seconds' },
    edges: EVERYWHERE,
    default: '0',
    help: 'How long to keep asking, every 30 seconds, about gates that may still open. New access can take minutes to reach the Hub.',
    example: '600',
  },
  timeout: {
    type: { kind: 'number', least: 1, most: 300, unit: 'seconds' },
    edges: EVERYWHERE,
    default: '10',
    help: 'How long one request to the Hub may take.',
    example: '30',
  },
  retries: {
    type: { kind: 'number', least: 0, most: 10, unit: '' },
    edges: EVERYWHERE,
    default: '3',
    help: 'How many times a failed request is retried.',
    example: '0',
  },
  concurrency: {
    type: { kind: 'number', least: 1, most: 256, unit: '' },
    edges: EVERYWHERE,
    default: '32',
    help: 'How many requests may be in flight at once. At the default of 32, an HTTP/2 connection carries as many as the endpoint allows, at most 256.',
    example: '8',
  },
  deadline: {
    type: { kind: 'number', least: 1, most: 3600, unit: 'seconds' },
    edges: EVERYWHERE,
    default: '120',
    help: 'How long the whole run may take, not counting `wait-for-access`. Whatever has no answer by then is `unknown`. Lists that exceed the rate limit of the Hub need more time: the log says how much.',
    example: '900',
  },
  'expires-within': {
    type: { kind: 'number', least: 0, most: 365, unit: 'days' },
    edges: EVERYWHERE,
    default: '14',
    help: 'How long before the token expires, if that is known, a notice says so.',
    example: '30',
  },
} as const satisfies InputRows;

/** Limits of a run, each in the unit of its name. */
export interface Limits {
  readonly timeoutMs: number;
  readonly retries: number;
  /** Requests in flight where each has a connection of its own (HTTP/1.1). */
  readonly concurrency: number;
  /** Requests in flight where they share one connection (HTTP/2). */
  readonly streams: number;
  readonly deadlineMs: number;
  readonly waitForAccessMs: number;
  readonly expiresWithinDays: number;
}

/** The longest `deadline` that a run may have, in seconds. */
export const LONGEST_DEADLINE_SECONDS = LIMIT_INPUTS.deadline.type.most;

/** What the input `deadline` comes to in milliseconds; the default where it is no number, which is told elsewhere. */
export function deadlineMsOf(text: string | undefined): number {
  const seconds = Number((text ?? '').trim() || LIMIT_INPUTS.deadline.default);
  const { most } = LIMIT_INPUTS.deadline.type;
  return 1000 * (seconds > 0 && seconds <= most ? seconds : Number(LIMIT_INPUTS.deadline.default));
}

/**
 * On one HTTP/2 connection a request costs neither side a socket, so `concurrency` left at its default is no bound
 * there; the endpoint's own limit of streams is, and this one.
 */
const MOST_STREAMS = 256;

/** Seconds of the inputs → milliseconds of {@link Limits}. */
export function limitsOf(values: ValuesOf<typeof LIMIT_INPUTS>): Limits {
  const { concurrency } = values;
  return {
    timeoutMs: values.timeout * 1000,
    retries: values.retries,
    concurrency,
    streams: concurrency === Number(LIMIT_INPUTS.concurrency.default) ? MOST_STREAMS : concurrency,
    deadlineMs: values.deadline * 1000,
    waitForAccessMs: values['wait-for-access'] * 1000,
    expiresWithinDays: values['expires-within'],
  };
}
