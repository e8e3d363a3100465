/** A reply to the exchange → a token, or why there is none. Only a reply that is understood is a refusal. */
import type { ExchangeAnswer, RefusalCause } from '../domain/tokens/exchange';
import { present } from '../domain/basics/present';
import type { RecordedReply } from '../domain/hub/reply';
import { readToken } from '../domain/tokens/token';
import type { Secret } from '../domain/text/secret';
import { asObject } from '../domain/formats/json';
import { decodeFailure, failed } from './decode';
import { isFromCache } from './http/cache';
import { jsonOf, type Reply } from './http/reply';
import type { Scrub } from './http/scrub';
import { whyNotRead } from './yes';
import { lookUp } from '../domain/basics/look-up';

/** What a reply is read with. */
export interface ExchangeContext {
  readonly scrub: Scrub;
  /** What was sent: an endpoint that sends it back has exchanged nothing. */
  readonly identity: Secret;
  /** Whether tokens for this endpoint have the Hub's shapes. */
  readonly takesHubTokens: boolean;
}

/** The Hub's words for a refusal, each with its source; what is in no row is `unrecognised`. */
const REFUSALS: readonly (readonly [pattern: RegExp, cause: RefusalCause])[] = [
  // Recorded 2026-08-24: `No trusted publisher configured on datasets/…`.
  [/^no trusted publisher configured on /i, 'no-publisher'],
];

/**
 * Trouble of the Hub's own in the form of a refusal: `invalid_grant` and `This operation was aborted` after ten seconds (recorded
 * 2026-09-04, huggingface/hub-docs#2757). The other words are those of the same trouble elsewhere.
 */
const TROUBLE = /\b(?:aborted|timed? ?out|time-?out|temporarily|try again|internal error|unavailable)\b/i;

const NO_ROUTE = [404, 405, 501];
/** Words for a kind of exchange that the endpoint does not know (RFC 6749, section 5.2). */
const UNKNOWN_GRANT = ['unsupported_grant_type'];
/** RFC 6749 and, for the resource, RFC 8693, section 2.2.2. */
const REFUSED: Readonly<Record<string, RefusalCause>> = { invalid_grant: 'unrecognised', invalid_target: 'resource' };

/** Longest sentence of the endpoint that is looked at or shown. */
const LONGEST_WORDS = 300;

/** Decodes a reply; redirects are never followed, as the identity would go along. */
export function decodeExchange(reply: Reply, context: ExchangeContext): ExchangeAnswer {
  const { status } = reply;
  // Somebody else's token, or one whose end nobody knows; a refusal of somebody else.
  if (isFromCache(reply) && status < 500)
    return failed('unexpected', 'a shared cache answered the exchange, and not for this job');
  const why = whyNotRead(reply);
  if (status === 200) return why === undefined ? decodeToken(reply, context) : failed('unexpected', why);
  if (status >= 300 && status < 400) return failed('unexpected', 'a redirect of the exchange was not followed');
  const { error, words } = errorIn(reply, context.scrub);
  if (error !== undefined && why === undefined) return decodeRefusal(reply, error, words);
  return NO_ROUTE.includes(status) ? { kind: 'no-route' } : decodeFailure(reply);
}

function decodeRefusal(reply: Reply, error: string, words: string | undefined): ExchangeAnswer {
  if (isTrouble(reply)) return failed('hub-error', ABORTED);
  if (UNKNOWN_GRANT.includes(error)) return { kind: 'no-route' };
  const cause = lookUp(REFUSED, error);
  if (reply.status !== 400 || cause === undefined) return decodeFailure(reply);
  const known = REFUSALS.find(([pattern]) => pattern.test(words ?? ''))?.[1];
  return { kind: 'refused', cause: known ?? cause, ...present({ words }) };
}

const ABORTED = 'the Hub ended the exchange itself, as it took too long there';

/** Whether another try may fare better, although the status says otherwise. */
export function isTrouble(reply: Reply): boolean {
  if (reply.status !== 400 || whyNotRead(reply) !== undefined) return false;
  const { error_description: description } = asObject(jsonOf(reply)) ?? {};
  return typeof description === 'string' && description.length <= LONGEST_WORDS && TROUBLE.test(description);
}

function decodeToken(reply: Reply, { identity, takesHubTokens }: ExchangeContext): ExchangeAnswer {
  const why = whyNoToken(reply);
  if (why !== undefined) return failed('unexpected', why);
  const { access_token: value, expires_in: seconds } = asObject(jsonOf(reply)) ?? {};
  const reading = typeof value === 'string' ? readToken(value, takesHubTokens) : undefined;
  if (reading?.kind !== 'usable' || reading.trimmed || reading.secret.holds(identity)) {
    return failed('unexpected', 'the endpoint answered the exchange with a success and without a token');
  }
  const isSeconds = typeof seconds === 'number' && seconds > 0 && seconds < MOST_SECONDS;
  return { kind: 'token', token: reading, ...present({ expiresInSeconds: isSeconds ? seconds : undefined }) };
}

/** What stands beside a token and takes it back. */
function whyNoToken(reply: Reply): string | undefined {
  const { token_type: type, error } = asObject(jsonOf(reply)) ?? {};
  if (error !== undefined) return 'the endpoint answered the exchange with a success and an error at once';
  // RFC 8693, section 2.2.1: any other is not sent as a bearer's.
  const isBearer = type === undefined || (typeof type === 'string' && type.toLowerCase() === 'bearer');
  return isBearer ? undefined : 'the endpoint answered the exchange with a token of another kind than bearer';
}

/** A year. */
const MOST_SECONDS = 31_536_000;

/** `error` and `error_description` (RFC 6749, section 5.2). */
function errorIn(reply: Reply, scrub: Scrub): { readonly error?: string; readonly words?: string } {
  const { error, error_description: description } = asObject(jsonOf(reply)) ?? {};
  const isWord = typeof error === 'string' && /^[a-z_]{3,64}$/.test(error);
  const words = typeof description === 'string' && description.trim() !== '' ? description : undefined;
  const shown = words === undefined || words.length > LONGEST_WORDS ? undefined : scrub.text(words.trim());
  return present({ error: isWord ? error : undefined, words: shown });
}

/** The reply as evidence: its error in the place of the Hub's own headers for one, and never its body. */
export function recordExchange(reply: Reply, scrub: Scrub): RecordedReply {
  const { error: errorCode, words: errorMessage } = errorIn(reply, scrub);
  const requestId = reply.headers.get('x-request-id')?.slice(0, 128);
  return {
    status: reply.status,
    ...present({ errorCode, errorMessage, requestId: requestId && scrub.text(requestId) }),
  };
}
