/** Puts questions to the endpoint: within the limits, with retries and redirects, leaving evidence. */
import type { Answer, Exchange, Question, Whoami } from '../domain/evidence';
import { decodeSaid, failed } from './decode';
import { decodeWhoami } from './decode-whoami';
import type { Broken } from './error';
import type { Call, Send } from './http';
import type { Limiter } from './limiter';
import { parseRateLimit } from './rate-limit';
import { redirectOf } from './redirect';
import { exchangeOf, isFromCache, type Reply } from './reply';
import { withRetries, type OnLimit, type RetryOptions } from './retry';
import { WHOAMI_PATH, routeOf } from './routes';
import type { Scrub } from './scrub';

const MOST_REDIRECTS = 5;

/** Asks anew at every call. Never rejects. */
export interface Asker {
  whoami(): Promise<Whoami>;
  ask(question: Question): Promise<Answer>;
}

export interface AskerOptions {
  readonly origin: string;
  readonly scrub: Scrub;
  readonly send: Send;
  readonly limiter: Limiter;
  readonly retry: RetryOptions;
}

/** Makes what asks. */
export function createAsker(options: AskerOptions): Asker {
  const exchange = createExchange(options);
  const { scrub, origin } = options;
  const follow = async (question: Question): Promise<Answer> => {
    const evidence: Exchange[] = [];
    const { method, path: first, bucket } = routeOf(question);
    let moved: string | undefined;
    for (let path = first, redirects = 0; ; redirects += 1) {
      const reply = await exchange({ method, path, as: question.as }, { bucket, onLimit: 'wait', evidence });
      if (!('status' in reply)) return { said: reply.failed, evidence };
      const answer = {
        evidence,
        ...(moved === undefined ? {} : { movedTo: scrub.name(moved) }),
        ...(isFromCache(reply) ? { fromCache: true } : {}),
      };
      const redirect = redirectOf(question, new URL(path, origin), reply);
      if (redirect === undefined) return { ...answer, said: decodeSaid(question.asking, reply) };
      if (redirect.kind === 'served') return { ...answer, said: { kind: 'yes' } };
      if (redirect.kind === 'refused') return { said: failed('unexpected', redirect.detail), evidence };
      if (redirects === MOST_REDIRECTS) return { said: failed('unexpected', 'too many redirects'), evidence };
      path = redirect.path;
      moved = redirect.id === question.repo.id ? undefined : redirect.id;
    }
  };
  return {
    ask: follow,
    whoami: async () => {
      const call: Call = { method: 'GET', path: WHOAMI_PATH, as: 'token' };
      const reply = await exchange(call, { bucket: 'api', onLimit: 'short', evidence: [] });
      return 'status' in reply ? decodeWhoami(reply, scrub) : reply.failed;
    },
  };
}

interface ExchangeContext {
  readonly bucket: string;
  readonly onLimit: OnLimit;
  /** Every reply is added to it. */
  readonly evidence: Exchange[];
}

/** Sends until a reply is final: within the limits, with retries, leaving evidence. */
function createExchange({ limiter, send, retry, scrub }: AskerOptions) {
  return (call: Call, { bucket, onLimit, evidence }: ExchangeContext): Promise<Reply | Broken> => {
    const lane = { as: call.as, bucket };
    const attempt = async () => {
      const result = await send(call);
      if (!('status' in result)) return result;
      evidence.push(exchangeOf(result, scrub));
      // Still within the limiter's task, so that what it lets go next knows of this reply.
      const window = isFromCache(result) ? undefined : parseRateLimit(result.headers);
      if (window !== undefined) limiter.observe(lane, window);
      return result;
    };
    return withRetries(retry, onLimit, () => limiter.run(lane, attempt));
  };
}
