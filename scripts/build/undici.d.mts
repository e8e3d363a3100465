import type { ProxyAgent } from 'undici';
export { ProxyAgent } from 'undici';
/** Node's own, with an agent of undici's. */
export declare function fetch(
  resource: string,
  options?: Omit<RequestInit, 'dispatcher'> & { readonly dispatcher?: ProxyAgent },
): Promise<Response>;
