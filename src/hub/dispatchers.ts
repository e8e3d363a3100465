/**
 * The parts of undici that a run needs, by their own files. Its entry loads all of it (fetch, WebSocket, caches, mocks),
 * which takes longer than everything else that a run loads together; docs/performance.md has the figures.
 */
export { default as buildConnector } from 'undici/lib/core/connect.js';
export { default as Client } from 'undici/lib/dispatcher/client.js';
export { default as Pool } from 'undici/lib/dispatcher/pool.js';
