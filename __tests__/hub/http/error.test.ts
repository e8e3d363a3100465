import { expect, test } from '@jest/globals';
import { failureOf, tooLate, windowSpent, type AttemptState } from '../../../src/hub/http/error';

const coded = (code: string) => Object.assign(new Error('x'), { code });
const NOTHING: AttemptState = { replied: false, stopped: false, progressed: false };
const PROXY: Partial<AttemptState> = { proxy: 'p:1' };
/** As undici words it. */
const tunnel = (status: string) =>
  Object.assign(new Error(`Proxy response (${status}) !== 200 when HTTP Tunneling`), { code: 'UND_ERR_ABORTED' });
const RETRY = true;

const rows: readonly (readonly [name: string, error: unknown, state: Partial<AttemptState>, words: string, boolean])[] =
  [
    ['a reply that broke off', coded('ECONNRESET'), { replied: true }, 'the reply broke off', RETRY],
    ['no time left', coded('X'), { timedOutAfterMs: 1250 }, 'no answer within 1.3 s', RETRY],
    ['no time left within a reply', 0, { timedOutAfterMs: 100, replied: true }, 'no answer within 0.1 s', RETRY],
    ['the end of the run', 0, { stopped: true, replied: true }, 'the run was interrupted', !RETRY],
    ['a name', coded('ENOTFOUND'), {}, 'the name of the endpoint was not found (DNS)', RETRY],
    ['the reason of an error', { cause: coded('EPIPE') }, {}, 'the connection was closed', RETRY],
    ['a reason of a reason', { cause: { cause: { cause: coded('EPIPE') } } }, {}, 'the connection was closed', RETRY],
    [
      'one that lies too deep',
      { cause: { cause: { cause: { cause: coded('EPIPE') } } } },
      {},
      'connection failed',
      RETRY,
    ],
    ['the first of several', { errors: [coded('ECONNREFUSED')] }, {}, 'the connection was refused', RETRY],
    ['HTTP/2', coded('ERR_HTTP2_INVALID_SESSION'), {}, 'the connection was closed before a reply came', RETRY],
    ['a socket', coded('UND_ERR_SOCKET'), {}, 'the connection was closed before a reply came', RETRY],
    ['a pool', coded('UND_ERR_DESTROYED'), {}, 'the connection was closed before a reply came', RETRY],
    ['no HTTP', coded('HPE_INVALID_CONSTANT'), {}, 'the reply was not HTTP', RETRY],
    ['an authority', coded('SELF_SIGNED_CERT_IN_CHAIN'), {}, 'the certificate of the endpoint is not trusted', !RETRY],
    ['TLS', coded('ERR_SSL_WRONG_VERSION_NUMBER'), {}, 'no secure connection could be made (TLS)', !RETRY],
    ['headers', coded('UND_ERR_HEADERS_OVERFLOW'), {}, 'the headers of the reply were too long', !RETRY],
    ['a request', coded('HUB_BAD_REQUEST'), {}, 'the request could not be built', !RETRY],
    ['what nobody knows', 'text', {}, 'the connection failed', RETRY],
    ['a proxy that is not there', coded('ENOTFOUND'), PROXY, 'the proxy p:1 was not found by its name', RETRY],
    ['a proxy that is down', { cause: coded('ECONNREFUSED') }, PROXY, 'the proxy p:1 refused the connection', RETRY],
    ['a proxy that is far', coded('EHOSTUNREACH'), PROXY, 'the proxy p:1 could not be reached', RETRY],
    ['a proxy with a login', tunnel('407'), PROXY, 'the proxy p:1 asks for a login of its own (407)', RETRY],
    ['a proxy with a rule', tunnel('403'), PROXY, 'the proxy p:1 does not let the connection through (403)', RETRY],
    ['a proxy of few words', coded('UND_ERR_ABORTED'), PROXY, 'the proxy p:1 refused the connection', RETRY],
    ['a proxy without TLS', coded('UND_ERR_PRX_TLS'), PROXY, 'the proxy p:1 has no TLS', RETRY],
    ['a silent proxy', 0, { ...PROXY, timedOutAfterMs: 1000 }, 'no answer within 1 s through the proxy p:1', RETRY],
    ['a proxy that looks inside', coded('SELF_SIGNED_CERT_IN_CHAIN'), PROXY, 'that came through the proxy p:1', !RETRY],
  ];

test.each(rows)('%s', (_name, error, state, words, retryable) => {
  const failed = failureOf(error, { ...NOTHING, ...state });
  expect(failed.retryable).toBe(retryable);
  expect(failed.failed.detail).toContain(words);
});

test('what comes too late is not tried again', () => {
  expect([tooLate().retryable, windowSpent(1000, 60).retryable]).toEqual([false, false]);
  // More time mends it, and not the runner's network.
  expect(tooLate().failed.fault).toBe('deadline');
  expect(windowSpent(1000, undefined).failed).not.toHaveProperty('needsSeconds');
});
