/**
 * The parts of undici that a run needs, by their own files. Its entry loads all of it (fetch, WebSocket, caches, mocks),
 * which takes longer than everything else that a run loads together; docs/performance.md has the figures.
 */
import type { ClientHttp2Session } from 'node:http2';
import symbols from 'undici/lib/core/symbols.js';

export { default as buildConnector } from 'undici/lib/core/connect.js';
export { default as Client } from 'undici/lib/dispatcher/client.js';
export { default as Pool } from 'undici/lib/dispatcher/pool.js';

/** Node's session of a client that is connected over HTTP/2. undici keeps it to itself, and with it the peer's limits. */
export function sessionOf(client: object): ClientHttp2Session | undefined {
  return (client as Readonly<Record<symbol, ClientHttp2Session | undefined>>)[symbols.kHTTP2Session];
}
