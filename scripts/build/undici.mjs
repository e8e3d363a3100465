/**
 * What is used of undici's entry: the agent for proxies. The entry itself also brings mocks, caches,
 * WebSocket, EventSource and `fetch` once more, 250 kB that every job would download. `tsconfig.json` beside this file puts it in the entry's place in the
 * bundles. One file for both edges, because a chunk with the same bytes is bundled once.
 */
import connect from 'undici/lib/api/api-connect.js';
import Dispatcher from 'undici/lib/dispatcher/dispatcher.js';

// The entry gives every dispatcher its methods; the agent for proxies calls this one.
Dispatcher.prototype.connect = connect;

export { default as ProxyAgent } from 'undici/lib/dispatcher/proxy-agent.js';
/** Node's own, which is undici too and takes its agents; `@actions/github` asks through it. */
export const fetch = (resource, options) => globalThis.fetch(resource, options);
