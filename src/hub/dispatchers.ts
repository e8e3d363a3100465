/**
 * The parts of undici that a run needs, by their own files. Its entry loads all of it (fetch, WebSocket, caches, mocks),
 * which takes longer than everything else that a run loads together; docs/performance.md has the figures.
 */
import api from 'undici/lib/api/index.js';
import buildConnector from 'undici/lib/core/connect.js';
import Client from 'undici/lib/dispatcher/client.js';
import Dispatcher from 'undici/lib/dispatcher/dispatcher.js';
import Pool from 'undici/lib/dispatcher/pool.js';

// As undici's entry does it: `request` and `connect` are methods only after this.
Object.assign(Dispatcher.prototype, api);

export { Client, Pool, buildConnector };
