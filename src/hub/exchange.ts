/**
 * The exchange of the job's identity for a token (RFC 8693): the one request of the product that is not a reading one. It is sent
 * where `oidc-resource` asks for it, to the endpoint and nowhere else, and changes nothing there but when the publisher was
 * last used.
 */
import { TOKEN_EXCHANGE, type ExchangeAnswer } from '../domain/exchange';
import { pathOf, takesHubTokens } from '../domain/endpoint';
import { present } from '../domain/present';
import type { RecordedReply } from '../domain/reply';
import type { Secret } from '../domain/text/secret';
import type { HubOptions } from './client';
import { decodeExchange, isTrouble, recordExchange } from './decode-exchange';
import { failed } from './decode';
import { Allowance } from './http/allowance';
import type { Deadline } from './http/deadline';
import type { FailedAttempt } from './http/error';
import { proxyFor } from './http/proxy';
import type { Reply } from './http/reply';
import { withRetries, type Attempt } from './http/retry';
import { createScrub } from './http/scrub';
import { createSend, type Send } from './http/send';
import { createTransport } from './http/transport';

/** What an exchange is made with: as a hub's, and the run's own deadline. */
export interface ExchangeOptions extends Pick<
  HubOptions,
  'endpoint' | 'limits' | 'clock' | 'userAgent' | 'proxy' | 'interrupted'
> {
  readonly identity: Secret;
  readonly resource: string;
  /** It knows the identity. */
  readonly redact: NonNullable<HubOptions['redact']>;
  readonly tls?: NonNullable<HubOptions['tls']>;
  readonly random?: () => number;
  readonly deadline: Deadline;
}

/** What was answered, and every reply on the way. */
export interface ExchangeResult {
  readonly answer: ExchangeAnswer;
  readonly evidence: readonly RecordedReply[];
}

/** Exchanges, with retries where the endpoint is in trouble. Never rejects. */
export async function exchangeIdentity(options: ExchangeOptions): Promise<ExchangeResult> {
  const stop = new AbortController();
  const end = () => {
    stop.abort();
  };
  if (options.interrupted?.aborted === true) end();
  options.interrupted?.addEventListener('abort', end);
  const { send, close } = open(options, stop.signal);
  const { clock, deadline, limits, random = Math.random, identity } = options;
  const scrub = createScrub(options.redact);
  const context = { scrub, identity, takesHubTokens: takesHubTokens(options.endpoint) };
  const evidence: RecordedReply[] = [];
  const attempt = async (): Promise<Attempt> => {
    const result = await send(callFor(options));
    if (!('status' in result)) return { result };
    evidence.push(recordExchange(result, scrub));
    return { result: isTrouble(result) ? troubled(result, context) : result };
  };
  const retry = { retries: limits.retries, clock, deadline, signal: stop.signal, random };
  try {
    const { result } = await withRetries(retry, 'short', attempt);
    const answer = 'status' in result ? decodeExchange(result, context) : result.failed;
    return { answer, evidence };
  } finally {
    options.interrupted?.removeEventListener('abort', end);
    end();
    close();
  }
}

function callFor({ identity, resource }: ExchangeOptions): Parameters<Send>[0] {
  const fields = { ...TOKEN_EXCHANGE, subject_token: identity, resource };
  return { method: 'POST', path: '/oauth/token', as: 'nobody', bucket: 'pages', fields };
}

/** A refusal that is none, as what it is to the rule of retries. */
function troubled(reply: Reply, context: Parameters<typeof decodeExchange>[1]): FailedAttempt {
  const answer = decodeExchange(reply, context);
  const why = answer.kind === 'failed' ? answer : failed('hub-error', `the endpoint answered ${reply.status}`);
  return { kind: 'broken', retryable: true, failed: why };
}

function open(options: ExchangeOptions, signal: AbortSignal): { readonly send: Send; readonly close: () => void } {
  const { limits, deadline, userAgent } = options;
  const { timeoutMs } = limits;
  const endpoint = new URL(new URL(options.endpoint).origin);
  const proxy = proxyFor(endpoint, options.proxy ?? {});
  const allowance = new Allowance(1);
  const nothing = () => undefined;
  const transport = createTransport({
    endpoint,
    proxy,
    ca: options.tls?.ca,
    timeoutMs,
    connections: 1,
    allowance,
    onCapacityChange: nothing,
  });
  const send = createSend({
    transport,
    allowance,
    base: pathOf(options.endpoint),
    secret: undefined,
    userAgent,
    timeoutMs,
    deadline,
    signal,
    onSent: nothing,
    ...present({ proxy: typeof proxy === 'object' ? proxy.host : undefined }),
  });
  return {
    send,
    close: () => {
      transport.destroy();
    },
  };
}
