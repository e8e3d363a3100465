/**
 * Why no usable reply came, in our own words. Messages of the HTTP library can hold header values and so the token:
 * none of them leaves this file.
 */
import { present } from '../../domain/basics/present';
import type { Failed, Fault } from '../../domain/hub/reply';
import { lookUp } from '../../domain/basics/look-up';

/** An attempt that brought no reply. */
export interface FailedAttempt {
  readonly kind: 'broken';
  /** Whether another attempt may fare better. */
  readonly retryable: boolean;
  /** It was not looked at, or went down with a connection that answered others: another attempt costs nothing. */
  readonly blameless?: boolean;
  readonly failed: Failed;
}

/** Where an attempt stood when it broke. */
export interface AttemptState {
  /** The status line and headers had come. */
  readonly replied: boolean;
  /** This attempt timed out, after this many milliseconds. */
  readonly timedOutAfterMs?: number;
  /** The run was ended from outside. */
  readonly stopped: boolean;
  /** Others were answered meanwhile. */
  readonly progressed: boolean;
  /** Host and port of the proxy in between, if there is one. */
  readonly proxy?: string;
}

const unreachable = (detail: string, retryable = true): FailedAttempt =>
  broken({ reason: 'unreachable', detail }, retryable);

/** Somebody has to correct something before a run can succeed. */
const misconfigured = (fault: Fault, detail: string, retryable = true): FailedAttempt =>
  broken({ reason: 'unreachable', detail, fault }, retryable);

/** Our own code for a proxy setting that is no address. */
export const BAD_PROXY = 'HUB_BAD_PROXY';
/** Our own code for a connection that ended while the request was in flight on it. */
export const CONNECTION_LOST = 'HUB_CONNECTION_LOST';
/** Our own code for a request whose attempt failed for the sake of others, or was not looked at. */
export const ASK_AGAIN = 'HUB_ASK_AGAIN';
/** Our own code for a request that no header can carry. */
export const BAD_REQUEST = 'HUB_BAD_REQUEST';

const HEADERS_TOO_LONG = broken({ reason: 'unexpected', detail: 'the headers of the reply were too long' }, false);

/** Codes of Node and undici; whatever is not here is a connection that broke. */
const CODES: Readonly<Record<string, FailedAttempt>> = {
  ENOTFOUND: misconfigured('name', 'the name of the endpoint was not found (DNS)'),
  EAI_AGAIN: unreachable('the name of the endpoint could not be looked up (DNS)'),
  ECONNREFUSED: misconfigured('refused', 'the connection was refused'),
  ECONNRESET: unreachable('the connection was reset'),
  EPIPE: unreachable('the connection was closed'),
  [CONNECTION_LOST]: unreachable('the connection was closed before a reply came'),
  [ASK_AGAIN]: unreachable('the connection was closed before a reply came'),
  UND_ERR_SOCKET: unreachable('the connection was closed before a reply came'),
  UND_ERR_DESTROYED: unreachable('the connection was closed before a reply came'),
  ETIMEDOUT: unreachable('no connection within the time-out'),
  UND_ERR_CONNECT_TIMEOUT: unreachable('no connection within the time-out'),
  ENETUNREACH: unreachable('there is no route to the endpoint'),
  EHOSTUNREACH: unreachable('there is no route to the endpoint'),
  // undici gives this for a proxy that answers CONNECT with anything but 200.
  UND_ERR_ABORTED: misconfigured('proxy', 'the proxy refused the connection'),
  ERR_MODULE_NOT_FOUND: unreachable('a file of the preflight itself is missing', false),
  [BAD_PROXY]: misconfigured(
    'proxy',
    'the proxy address is not that of an HTTP proxy, and SOCKS is not supported',
    false,
  ),
  [BAD_REQUEST]: broken({ reason: 'unexpected', detail: 'the request could not be built' }, false),
  UND_ERR_INVALID_ARG: broken({ reason: 'unexpected', detail: 'the request could not be built' }, false),
  ERR_UNESCAPED_CHARACTERS: broken({ reason: 'unexpected', detail: 'the request could not be built' }, false),
  HPE_HEADER_OVERFLOW: HEADERS_TOO_LONG,
  UND_ERR_HEADERS_OVERFLOW: HEADERS_TOO_LONG,
};

const TLS_CODES =
  /^(?:ERR_TLS_|ERR_SSL_|CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|ERROR_IN_|HOSTNAME_MISMATCH|INVALID_(?:CA|PURPOSE)|EPROTO|UND_ERR_PRX_TLS)/;
const UNTRUSTED = /SELF_SIGNED|UNABLE_TO_(?:GET_ISSUER|VERIFY)|DEPTH_ZERO/;

/** What ends a connection. While others are answered, it is not about the request. */
const LOST = new Set([CONNECTION_LOST, 'UND_ERR_SOCKET', 'UND_ERR_DESTROYED', 'EPIPE']);

/** Puts whatever was thrown into our own words. */
export function failureOf(error: unknown, state: AttemptState): FailedAttempt {
  const failed = inWords(error, state);
  const code = codeOf(error);
  const isBlameless = code === ASK_AGAIN || (state.progressed && LOST.has(code));
  return failed.retryable && isBlameless ? { ...failed, blameless: true } : failed;
}

function inWords(error: unknown, state: AttemptState): FailedAttempt {
  if (state.stopped) return interrupted();
  if (state.timedOutAfterMs !== undefined) {
    const way = state.proxy === undefined ? '' : ` through the proxy ${state.proxy}`;
    return misconfigured('timeout', `no answer within ${formatSeconds(state.timedOutAfterMs)} s${way}`);
  }
  if (state.replied) return broken({ reason: 'unexpected', detail: 'the reply broke off' }, true);
  const code = codeOf(error);
  // A tunnel is the proxy's to build, and the endpoint's name the proxy's to look up.
  if (state.proxy !== undefined) {
    const fault = proxyFault(code, error);
    if (fault !== undefined) return misconfigured('proxy', `the proxy ${state.proxy} ${fault}`);
  }
  if (TLS_CODES.test(code)) return untrusted(code, state.proxy);
  // The parser's errors do not always have a code.
  const known = lookUp(CODES, code);
  if (known !== undefined) return known;
  if (code.startsWith('HPE_') || (error instanceof Error && error.name === 'HTTPParserError'))
    return broken({ reason: 'unexpected', detail: 'the reply was not HTTP' }, true);
  if (code.startsWith('ERR_HTTP2_')) return unreachable('the connection was closed before a reply came');
  return unreachable('the connection failed');
}

/** What is wrong with the proxy, to follow its name; `undefined` where it is not the proxy. */
function proxyFault(code: string, error: unknown): string | undefined {
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'was not found by its name (DNS)';
    case 'ECONNREFUSED':
      return 'refused the connection';
    case 'ETIMEDOUT':
    case 'UND_ERR_CONNECT_TIMEOUT':
    case 'ENETUNREACH':
    case 'EHOSTUNREACH':
      return 'could not be reached';
    case 'UND_ERR_ABORTED':
      return tunnelRefusal(error);
    default:
      return code.startsWith('UND_ERR_PRX_TLS') ? 'has no TLS that can be trusted' : undefined;
  }
}

/** undici's message has the status of the reply to CONNECT, and nothing else of the reply. */
function tunnelRefusal(error: unknown): string {
  const [, status] = error instanceof Error ? (/^Proxy response \((\d{3})\)/.exec(error.message) ?? []) : [];
  if (status === '407') return 'asks for a login of its own (407)';
  return status === undefined ? 'refused the connection' : `does not let the connection through (${status})`;
}

/** The run was ended from outside before this had an answer. */
export function interrupted(): FailedAttempt {
  return misconfigured('interrupted', 'the run was interrupted', false);
}

/** A wait or a request that would have to begin after the run's deadline. */
export function tooLate(): FailedAttempt {
  return misconfigured('deadline', "the run's deadline came first", false);
}

/** The window's reset is after the run's deadline; one of `needsSeconds` would let everything be asked. */
export function windowSpent(waitMs: number, needsSeconds: number | undefined): FailedAttempt {
  const wait = waitMs < 120_000 ? `${formatSeconds(waitMs)} s` : `${String(Math.ceil(waitMs / 60_000))} min`;
  const detail = `the rate limit is used up for another ${wait}, which is past the run's deadline`;
  return broken({ reason: 'rate-limited', detail, ...present({ needsSeconds }) }, false);
}

function untrusted(code: string, proxy: string | undefined): FailedAttempt {
  const whose = proxy === undefined ? 'of the endpoint' : `that came through the proxy ${proxy}`;
  const hint = UNTRUSTED.test(code)
    ? `the certificate ${whose} is not trusted here`
    : 'no secure connection could be made (TLS)';
  return misconfigured('certificate', hint, false);
}

function broken(why: Omit<Failed, 'kind'>, retryable: boolean): FailedAttempt {
  return { kind: 'broken', retryable, failed: { kind: 'failed', ...why } };
}

/** The code of an error, or of the first of several that Node bundles when it tries several addresses. */
function codeOf(error: unknown): string {
  for (let at: unknown = error, depth = 0; depth < 4 && typeof at === 'object' && at !== null; depth += 1) {
    if ('code' in at && typeof at.code === 'string') return at.code;
    at = 'cause' in at ? at.cause : 'errors' in at && Array.isArray(at.errors) ? (at.errors[0] as unknown) : undefined;
  }
  return '';
}

function formatSeconds(milliseconds: number): string {
  return (Math.ceil(milliseconds / 100) / 10).toString();
}
