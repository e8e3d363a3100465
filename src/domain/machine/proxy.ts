/** Which variable of the environment names the proxy, and what is asked past it. */
import type { Environment } from '../basics/environment';
import { lookUp } from '../basics/look-up';

/** The first pair that names one; each as it is spelled in lower case and in capitals. */
const VARIABLES = [
  ['https_proxy', 'HTTPS_PROXY'],
  ['all_proxy', 'ALL_PROXY'],
] as const;

/** A proxy that the environment names. */
export interface ProxySetting {
  /** The variable. */
  readonly variable: string;
  /** Its value, which may hold a login. */
  readonly value: string;
}

/** The proxy that the Hub's own client would go through. */
export function proxySetting(env: Environment): ProxySetting | undefined {
  for (const names of VARIABLES) {
    const setting = settingOf(env, names);
    if (setting !== undefined) return setting;
  }
  return undefined;
}

/** The variable that names a proxy, and why an endpoint is asked past it, if it is: by another variable, or as it is for plain HTTP alone. */
export interface ProxyUse {
  readonly variable: string;
  readonly past?: { readonly why: 'excepted' | 'hidden'; readonly by: string } | { readonly why: 'plain-http' };
}

/** What becomes of the proxies that the environment names where an endpoint is asked; plain HTTP goes past all of them. */
export function proxyUse(env: Environment, endpoint: URL): ProxyUse | undefined {
  const setting = proxySetting(env);
  const isPlain = endpoint.protocol !== 'https:';
  if (setting === undefined) return isPlain ? undefined : unusedProxy(env);
  const { variable } = setting;
  const except = isPlain ? undefined : settingOf(env, NO_PROXY);
  const isExcepted = except !== undefined && isExceptedBy(except.value, endpoint);
  return { variable, ...(isExcepted ? { past: { why: 'excepted', by: except.variable } } : {}) };
}

function unusedProxy(env: Environment): ProxyUse | undefined {
  const hidden = VARIABLES.find(([, capitals]) => isNamed(lookUp(env, capitals)));
  if (hidden !== undefined) return { variable: hidden[1], past: { why: 'hidden', by: hidden[0] } };
  const plain = PLAIN.find((name) => isNamed(lookUp(env, name)));
  return plain === undefined ? undefined : { variable: plain, past: { why: 'plain-http' } };
}

/** Clients take it for addresses with `http` alone (Python's `getproxies_environment`, curl's manual). */
const PLAIN = ['HTTP_PROXY', 'http_proxy'] as const;
const NO_PROXY = ['no_proxy', 'NO_PROXY'] as const;

/** The hosts that are asked past it. */
export function noProxyOf(env: Environment): string | undefined {
  return settingOf(env, NO_PROXY)?.value;
}

/** `no_proxy`: names and their subdomains, with or without a leading `.` or `*.`, a port if any; `*` for all. */
export function isExceptedBy(noProxy: string, { hostname, port }: Pick<URL, 'hostname' | 'port'>): boolean {
  const host = hostname.toLowerCase();
  return noProxy
    .toLowerCase()
    .split(/[\s,]+/)
    .some((entry) => {
      const [, name = '', entryPort] = /^(?:\*?\.)?(.+?)(?::(\d+))?$/.exec(entry) ?? [];
      if (entryPort !== undefined && entryPort !== (port === '' ? '443' : port)) return false;
      return name !== '' && (name === '*' || host === name || host.endsWith(`.${name}`));
    });
}

const isNamed = (value = ''): boolean => value.trim() !== '';

/**
 * Lower case holds where it is set, even if it is empty (Python's `getproxies_environment`, by which huggingface_hub 2.4.0 reads them;
 * run). curl alone reads on behind an empty `https_proxy`; git and Node do not.
 */
function settingOf(env: Environment, [lower, capitals]: readonly [string, string]): ProxySetting | undefined {
  const variable = lookUp(env, lower) === undefined ? capitals : lower;
  const value = lookUp(env, variable);
  return value === undefined || !isNamed(value) ? undefined : { variable, value };
}
