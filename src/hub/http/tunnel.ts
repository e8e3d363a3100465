/** undici's agent for proxies, by its own files; loaded only where there is a proxy. */
import connect from 'undici/lib/api/api-connect.js';
import Dispatcher from 'undici/lib/dispatcher/dispatcher.js';
import ProxyAgent from 'undici/lib/dispatcher/proxy-agent.js';

// As undici's entry does it: `connect`, by which the agent opens its tunnels, is a method only after this.
Object.assign(Dispatcher.prototype, { connect });

export { ProxyAgent };
