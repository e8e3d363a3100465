/** Whether there is a proxy between us and the endpoint, by the variables that curl and the runner know. */
import { isLoopback } from '../../domain/inputs/endpoint';
import { isExceptedBy } from '../../domain/machine/proxy';
import { percentDecoded } from '../../domain/text/percent';

/** The values of `https_proxy` and `no_proxy`, as the edge read them. */
export interface ProxySettings {
  readonly httpsProxy?: string;
  readonly noProxy?: string;
}

/**
 * The proxy's address for an endpoint: `undefined` where none is to be used, `'invalid'` where the setting is no
 * address. Plain HTTP goes only to loopback, and so past every proxy.
 */
export function proxyFor(endpoint: URL, settings: ProxySettings): URL | 'invalid' | undefined {
  const setting = settings.httpsProxy?.trim() ?? '';
  if (setting === '' || endpoint.protocol !== 'https:' || isLoopback(endpoint.hostname)) return undefined;
  if (isExceptedBy(settings.noProxy ?? '', endpoint)) return undefined;
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(setting) ? setting : `http://${setting}`;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) ? url : 'invalid';
}

/** What a proxy is asked for a tunnel with, its own login included; none of it goes further. */
export function connectLine(proxy: URL, target: string): string {
  const login = loginOf(proxy);
  const own = login === undefined ? '' : `Proxy-Authorization: ${login}\r\n`;
  return `CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n${own}\r\n`;
}

/** The login that a proxy's address holds. Percent signs that encode nothing stay. */
export function loginOf({ username, password }: URL): string | undefined {
  if (username === '' && password === '') return undefined;
  return `Basic ${Buffer.from(`${percentDecoded(username)}:${percentDecoded(password)}`).toString('base64')}`;
}
