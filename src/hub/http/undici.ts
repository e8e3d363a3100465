/**
 * All that is used of undici: HTTP/1.1 through proxies. Its entry loads everything (fetch, WebSocket, caches, mocks), which
 * takes longer than all else that a run loads, so the pool comes from its own file; docs/performance.md has the figures.
 * `__tests__/hub/http/undici.test.ts` checks the shape of these files. The agent for proxies, which few need, comes
 * through the entry.
 */
import type { Dispatcher } from 'undici';
import buildConnector from 'undici/lib/core/connect.js';
import Pool from 'undici/lib/dispatcher/pool.js';
import { present } from '../../domain/basics/present';
import type { Connection } from './connection';
import type { PoolOptions } from './pool';
import { loginOf } from './proxy';

export { Pool, buildConnector };

/** undici's own time-outs are off: each request has one over all of it, see `send.ts`. */
const NO_TIMEOUTS = { headersTimeout: 0, bodyTimeout: 0 };

type Connector = ReturnType<typeof buildConnector>;

/** Connections of HTTP/1.1 through tunnels of a proxy. */
export async function openProxied(options: PoolOptions, proxy: URL): Promise<Connection> {
  // The build puts scripts/build/undici.mjs in place of the entry.
  const { ProxyAgent } = await import('undici');
  const [requestTls, proxyTls] = [tlsOf(options), tlsOf(options)];
  const { connections } = options;
  const uri = Object.assign(new URL(proxy), { username: '', password: '' }).href;
  // By hand, as the agent throws at a percent sign that encodes nothing.
  const token = loginOf(proxy);
  const factory = (origin: string | URL, { connect, ...rest }: ProxiedOptions) =>
    new Pool(origin, { ...rest, ...present({ connect: connect && failing(connect) }) });
  return connectionOf(
    new ProxyAgent({
      ...NO_TIMEOUTS,
      uri,
      connections,
      requestTls,
      proxyTls,
      factory,
      ...present({ token }),
    }),
    options,
  );
}

interface ProxiedOptions {
  readonly connect?: Connector;
}

/** A proxy that hangs up would be connected to again and again: undici takes its own error for one that passes by itself. */
function failing(connect: Connector): Connector {
  return (options, callback) => {
    connect(options, (...[error, socket]: Parameters<typeof callback>) => {
      if (error === null) callback(null, socket);
      else callback('code' in error && error.code === 'UND_ERR_SOCKET' ? hungUp() : error, null);
    });
  };
}

const hungUp = (): Error => Object.assign(new Error('the proxy hung up'), { code: 'ECONNRESET' });

function connectionOf(dispatcher: Dispatcher, { endpoint, connections }: PoolOptions): Connection {
  const { origin } = endpoint;
  return {
    send: ({ method, path, headers, body = null }, reader) => {
      dispatcher.dispatch({ origin, method, path, headers: { ...headers }, body }, reader);
    },
    capacity: () => connections,
    destroy: () => {
      // Reject whoever waits for a connection.
      void dispatcher.destroy().catch(() => undefined);
    },
  };
}

function tlsOf({ ca, timeoutMs }: PoolOptions) {
  return { timeout: timeoutMs, ...present({ ca }) };
}
